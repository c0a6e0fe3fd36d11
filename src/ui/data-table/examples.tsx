import { type Column, DataTable } from './data-table.tsx';

type Row = { id: string; name: string; count: number };

const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    rowHeader: true,
    cell: ({ name }) => <a href="#row">{name}</a>,
    sort: { href: '?sort=name', direction: 'descending' },
  },
  {
    key: 'count',
    header: 'Count',
    align: 'end',
    fit: true,
    cell: ({ count }) => count,
    sort: { href: '?sort=count', direction: null },
  },
];

const rows: Row[] = [
  { id: 'a', name: 'First', count: 12 },
  { id: 'b', name: 'Second', count: 3 },
];

export const dataTableExamples = (
  <DataTable caption="Sample rows" columns={columns} rows={rows} rowKey={({ id }) => id} />
);
