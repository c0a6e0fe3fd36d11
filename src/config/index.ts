export { type ClamdAddress, type Config, type SettingProblem, parseConfig } from './parse.ts';
export { settings } from './settings.ts';
export { configMessages } from './messages/index.ts';
