export { meQuery, type StaffMe, useConfig, useMe } from './me.ts';
export { RequireAdministrator } from './RequireAdministrator.tsx';
export { RequireStaff } from './RequireStaff.tsx';
export { SignOutButton } from './SignOutButton.tsx';
export { useIdleSignOut } from './useIdleSignOut.ts';
