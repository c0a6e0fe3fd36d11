import type { ComponentChildren, HTMLAttributes } from 'preact';

type ListFilterProps = {
  /** Address of what is searched: see `src/ui/islands/list-filter.ts`. */
  index: string;
  /** The search and its filters: a plain form with GET. */
  form: ComponentChildren;
  /** Whether no server answers the form: it then appears with the script only. */
  needsScript: boolean;
  /** What the page says of what it finds; "{count}" in the first two is the number. */
  words: { one: string; other: string; none: string; clear: string };
  /** The list as it is without any search. */
  children: ComponentChildren;
};

/** A list that the page itself searches, where a script runs. */
export function ListFilter({ index, form, needsScript, words, children }: ListFilterProps) {
  return (
    <list-filter
      data-index={index}
      data-one={words.one}
      data-other={words.other}
      data-none={words.none}
      data-clear={words.clear}
    >
      {needsScript ? <template>{form}</template> : form}
      <div class="list-filter-results">{children}</div>
    </list-filter>
  );
}

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'list-filter': HTMLAttributes<HTMLElement> & {
        'data-index': string;
        'data-one': string;
        'data-other': string;
        'data-none': string;
        'data-clear': string;
      };
    }
  }
}
