export { StaffNotices } from './StaffNotices.tsx';
