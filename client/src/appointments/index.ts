export { InviteLink } from './InviteLink.tsx';
