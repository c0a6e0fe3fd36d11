export { type JobAlerts, createJobAlerts } from './create-job-alerts.ts';
export { jobAlertsWeb } from './web.tsx';
