// The configuration without the rules, for programs that must start fast.
export { type CheckConfig, defaultConfig } from './model.ts';
export { configNames, nearestConfig } from './nearest.ts';
