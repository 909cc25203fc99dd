export { CalmBusy, CalmPage } from './CalmPage.tsx';
