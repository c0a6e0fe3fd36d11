import { isUuid } from '#platform/ids';
import type { Typed } from '../forms.ts';
import type { Selection } from '../model.ts';

/** What goes along from page to page, so that nothing typed or chosen is asked for twice. */
export type Carried = { typed: Typed; selection: Selection; key: string; csrf: string };

const writtenFields = ['template', 'status', 'words-en', 'words-fr'] as const;

/** The hidden fields of a form that goes on from here. `written`: with those of the first page. */
export function CarriedFields({ carried, written }: { carried: Carried; written: boolean }) {
  const { typed, selection, key } = carried;
  const fields: [string, string][] = [
    ['key', isUuid(typed['key']) ? typed['key'] : key],
    ['mode', selection.mode],
    ['listed', [...selection.ids].join(' ')],
    ...(written ? writtenFields.map((name) => [name, typed[name] ?? ''] as [string, string]) : []),
  ];
  return (
    <>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
