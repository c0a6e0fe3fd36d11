/** A page of an earlier site: its file, and the path of its address. */
export type OldPage = { readonly file: string; readonly address: string };

/**
 * Reads what `hugo list all` prints: CSV whose first line names the columns, of which `path` and
 * `permalink` are read. `null` where it is something else.
 */
export function readPageList(csv: string): OldPage[] | null {
  const [names = [], ...rows] = readCsv(csv);
  const [path, permalink] = [names.indexOf('path'), names.indexOf('permalink')];
  if (path < 0 || permalink < 0) return null;
  return rows.flatMap((row): OldPage[] => {
    const [file = '', address = ''] = [row[path], row[permalink]];
    // Without a `baseURL`, Hugo lists paths alone.
    if (file === '' || !URL.canParse(address, 'https://here.invalid')) return [];
    const { pathname } = new URL(address, 'https://here.invalid');
    return [{ file: file.replaceAll('\\', '/').normalize('NFC'), address: decoded(pathname) }];
  });
}

function decoded(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** Rows of RFC 4180: fields between quotes may hold commas, line ends and doubled quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}
