import type { ComponentChildren } from 'preact';

type FieldsetProps = {
  legend: string;
  hint?: ComponentChildren;
  children: ComponentChildren;
};

/** Fields that belong together, under a title of the size of a heading. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset class="fieldset">
      <legend>
        <h2>{legend}</h2>
      </legend>
      {hint && <div class="fieldset-hint">{hint}</div>}
      {children}
    </fieldset>
  );
}
