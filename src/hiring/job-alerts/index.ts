export { type JobAlerts, createJobAlerts } from './create-job-alerts.ts';
export { jobAlertsWeb } from './web.tsx';
export { personalData as jobAlertsPersonalData } from './personal-data.ts';
