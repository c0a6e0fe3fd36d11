import { parse } from 'csv-parse/sync';
import { decodedPath } from '#hiring/postings/loader';

/** A page of an earlier site: its file, and the path of its address. */
export type OldPage = { readonly file: string; readonly address: string };

/**
 * Reads what `hugo list all` prints: CSV whose first line names the columns, of which `path` and
 * `permalink` are read. `null` where it is something else.
 */
export function readPageList(csv: string): OldPage[] | null {
  const rows = rowsOf(csv);
  const [first] = rows;
  if (!first || !('path' in first && 'permalink' in first)) return null;
  return rows.flatMap(({ path: file = '', permalink: address = '' }): OldPage[] => {
    // Without a `baseURL`, Hugo lists paths alone.
    if (file === '' || !URL.canParse(address, 'https://here.invalid')) return [];
    const { pathname } = new URL(address, 'https://here.invalid');
    return [{ file: file.replaceAll('\\', '/').normalize('NFC'), address: decodedPath(pathname) }];
  });
}

type Row = Readonly<Record<string, string | undefined>>;

/** The rows by the names of their columns; none where it is no CSV. */
function rowsOf(csv: string): Row[] {
  try {
    return parse(csv, { bom: true, columns: true, skip_empty_lines: true });
  } catch {
    return [];
  }
}
