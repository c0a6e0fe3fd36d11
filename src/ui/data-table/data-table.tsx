// On a narrow screen CSS turns the table into cards, and in some browsers `display` takes the
// table's roles away: they are therefore written out, although elsewhere they are implied.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ComponentChildren } from 'preact';
import { useUi } from '#ui/language';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers align at their end. */
  align?: 'start' | 'end' | undefined;
  /** Short values that never break over lines: dates, references, states. */
  fit?: boolean | undefined;
  /** The column that names the row. */
  rowHeader?: boolean | undefined;
  /** Address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null } | undefined;
};

type DataTableProps<Row> = {
  caption: string;
  /** Keeps the caption for screen readers where a heading already says it. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/**
 * A table of records. On a narrow screen each row becomes a card with the headers as labels.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey } = props;
  return (
    <table class="data-table" role="table">
      <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      class={cellClass(column)}
      aria-sort={sort?.direction ?? undefined}
    >
      {sort ? <SortLink header={column.header} {...sort} /> : column.header}
    </th>
  );
}

type SortLinkProps = { header: string; href: string; direction: 'ascending' | 'descending' | null };

function SortLink({ header, href, direction }: SortLinkProps) {
  const t = useUi();
  return (
    <a href={href} class="sort-link">
      {header}
      {direction && (
        <>
          <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>
          <span class="visually-hidden"> {t(`table.${direction}`)}</span>
        </>
      )}
    </a>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const shared = { class: cellClass(column), 'data-label': column.header };
  const cell = column.cell(row);
  // On a narrow screen the label stands beside the cell's content, which must stay in one piece.
  return column.rowHeader ? (
    <th scope="row" role="rowheader" {...shared}>
      {cell}
    </th>
  ) : (
    <td role="cell" {...shared}>
      <div>{cell}</div>
    </td>
  );
}

function cellClass<Row>({ align, fit }: Column<Row>): string | undefined {
  const classes = [align === 'end' && 'cell-end', fit && 'cell-fit'].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}
