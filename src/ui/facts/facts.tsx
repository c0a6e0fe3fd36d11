import type { ComponentChildren } from 'preact';

export type Fact = { term: string; detail: ComponentChildren };

/** Key facts as terms and details: of a posting, of an application. Facts without detail are left out. */
export function Facts({ items, inline }: { items: readonly Fact[]; inline?: boolean }) {
  const known = items.filter(
    ({ detail }) => detail !== null && detail !== undefined && detail !== '',
  );
  if (known.length === 0) return null;
  return (
    <dl class={inline ? 'facts facts-inline' : 'facts'}>
      {known.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
