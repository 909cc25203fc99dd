export { appointmentRoutes } from './routes.ts';
export { planVisit } from './visits.ts';
