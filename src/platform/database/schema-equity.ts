/**
 * Tables of the schema `equity`, as `migrations/equity/` makes them. The role of the application's
 * own connection has no right to it.
 */
export type EquityDatabase = { shelves: ShelvesTable };

/** A share of all self-declarations, sealed as one text under a key that is not in the database. */
type ShelvesTable = { shelf: number; sealed: string };
