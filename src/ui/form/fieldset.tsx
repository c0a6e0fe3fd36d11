import type { ComponentChildren } from 'preact';

type FieldsetProps = {
  legend: string;
  hint?: ComponentChildren;
  /** Level of the title among the headings of the page; 2 when absent. */
  level?: 2 | 3 | undefined;
  children: ComponentChildren;
};

/** Fields that belong together, under a title of the size of a heading. */
export function Fieldset({ legend, hint, level = 2, children }: FieldsetProps) {
  const Heading = `h${level}` as const;
  return (
    <fieldset class="fieldset">
      <legend>
        <Heading>{legend}</Heading>
      </legend>
      {hint && <div class="fieldset-hint">{hint}</div>}
      {children}
    </fieldset>
  );
}
