export { meQuery, type StaffMe, useConfig, useMe } from './me.ts';
export { RequireStaff } from './RequireStaff.tsx';
export { SignOutButton } from './SignOutButton.tsx';
