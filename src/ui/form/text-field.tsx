import { type LooseInputHTMLAttributes, createElement } from 'preact';
import type { Lang } from '#platform/i18n';
import { Field, type FieldProps, wiring } from './field.tsx';

type TextType = 'text' | 'password' | 'email' | 'tel' | 'url' | 'search';

type TextFieldProps = FieldProps & {
  type?: TextType | undefined;
  value?: string | undefined;
  /** Purpose of the field, so that the browser fills it: "name", "email", "tel" (WCAG 1.3.5). */
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'search' | undefined;
  /** Expected length of the answer, shown by the width of the box. */
  width?: 'short' | 'medium' | 'full' | undefined;
  spellcheck?: boolean | undefined;
  /** Language to write in, where it is not that of the page. */
  lang?: Lang | undefined;
};

/** One line of text. Its direction follows what is typed, for names in any script. */
export function TextField(props: TextFieldProps) {
  const { id, describedBy, invalid } = wiring(props);
  // Not as JSX, whose types want to know which of the types it is.
  const input: LooseInputHTMLAttributes = {
    class: `input input-${props.width ?? 'full'}`,
    id,
    name: props.name,
    type: props.type ?? 'text',
    value: props.value,
    dir: 'auto',
    autocomplete: props.autocomplete,
    inputmode: props.inputmode,
    spellcheck: props.spellcheck,
    lang: props.lang,
    'aria-required': props.required ? 'true' : undefined,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
  };
  return <Field {...props}>{createElement('input', input)}</Field>;
}
