import type { Lang } from '#platform/i18n';
import { Field, type FieldProps, wiring } from './field.tsx';
import { WordCounter } from './word-counter.tsx';

type TextAreaProps = FieldProps & {
  value?: string | undefined;
  /** Visible lines, 6 when absent; the person can enlarge it. */
  rows?: number | undefined;
  /** Most words accepted. Shown as a hint; counted live where the island `word-counter` runs. */
  wordLimit?: number | undefined;
  autocomplete?: string | undefined;
  /** Shown while it is empty: nothing to read, as it goes away. */
  placeholder?: string | undefined;
  /** Language to write in, where it is not that of the page. */
  lang?: Lang | undefined;
};

/** Several lines of text. Ask the page for `islands: ['word-counter']` when it has a word limit. */
export function TextArea(props: TextAreaProps) {
  const limitId = `${props.id ?? props.name}-limit`;
  const { id, describedBy, invalid } = wiring(props, props.wordLimit !== undefined && limitId);
  const box = (
    <textarea
      class="input"
      id={id}
      name={props.name}
      rows={props.rows ?? 6}
      lang={props.lang}
      dir="auto"
      autocomplete={props.autocomplete}
      placeholder={props.placeholder}
      aria-required={props.required ? 'true' : undefined}
      aria-invalid={invalid}
      aria-describedby={describedBy}
    >
      {/* HTML drops one line break after the start tag: this one, not the person's own. */}
      {props.value && `\n${props.value}`}
    </textarea>
  );
  return (
    <Field {...props}>
      {props.wordLimit === undefined ? (
        box
      ) : (
        <WordCounter limit={props.wordLimit} limitId={limitId}>
          {box}
        </WordCounter>
      )}
    </Field>
  );
}
