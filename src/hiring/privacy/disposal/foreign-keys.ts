import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database';

/** One foreign key, as the database knows it. */
export type ForeignKey = {
  child: string;
  childColumns: string[];
  parent: string;
  parentColumns: string[];
  /** True where the database empties the column itself when the parent goes. */
  letsGo: boolean;
};

/** All foreign keys of our tables: what depends on what, whichever migration made it. */
export async function readForeignKeys(db: Db | Tx): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select child.relname as child, parent.relname as parent,
      key.confdeltype in ('n', 'd') as "letsGo",
      (select array_agg(a.attname::text order by k.place)
        from unnest(key.conkey) with ordinality k(number, place)
        join pg_attribute a on a.attrelid = key.conrelid and a.attnum = k.number) as "childColumns",
      (select array_agg(a.attname::text order by k.place)
        from unnest(key.confkey) with ordinality k(number, place)
        join pg_attribute a on a.attrelid = key.confrelid and a.attnum = k.number) as "parentColumns"
    from pg_constraint key
    join pg_class child on child.oid = key.conrelid
    join pg_class parent on parent.oid = key.confrelid
    where key.contype = 'f' and key.connamespace = 'public'::regnamespace
    order by child.relname, key.conname`.execute(db);
  return rows;
}
