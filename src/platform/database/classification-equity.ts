import type { ColumnClass } from './classification.ts';
import type { EquityDatabase } from './schema-equity.ts';

/** The class of every column of the schema `equity`; see `classification.ts`. */
export const equityColumnClasses: {
  readonly [Table in keyof EquityDatabase]: Readonly<
    Record<keyof EquityDatabase[Table], ColumnClass>
  >;
} = {
  // Self-declarations. The key is outside the database; but the program holds it, so not `sealed`.
  shelves: { shelf: 'internal', sealed: 'sensitive' },
};
