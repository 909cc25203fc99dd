export { PatientRightsPanel } from './PatientRightsPanel.tsx';
