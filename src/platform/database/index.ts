export {
  type ConnectionSettings,
  type Db,
  type Tx,
  connectDatabase,
  isDatabaseOutage,
} from './connect.ts';
export { type ColumnClass, columnClasses } from './classification.ts';
export { migrate } from './migrate.ts';
export type { Database } from './schema.ts';
