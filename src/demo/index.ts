export type { DemoDeps } from './deps.ts';
export { type FillDemo, fillDemo } from './fill-demo.ts';
export { sampleStaff } from './sample-staff.ts';
