export {
  type ConnectionSettings,
  type Db,
  type EquityDb,
  type EquityTx,
  type Tx,
  connectDatabase,
  isDatabaseOutage,
} from './connect.ts';
export { type ColumnClass, columnClasses } from './classification.ts';
export { equityColumnClasses } from './classification-equity.ts';
export { migrate } from './migrate.ts';
export type { Database } from './schema.ts';
export type { EquityDatabase } from './schema-equity.ts';
