import { useUi } from '#ui/language';
import { Field, type FieldProps, type Option, wiring } from './field.tsx';

type SelectProps = FieldProps & {
  options: readonly Option[];
  value?: string | undefined;
  /** First line, with an empty value: `true` says "Choose", text says it, absent leaves it out. */
  placeholder?: string | true | undefined;
  width?: 'medium' | 'full' | undefined;
};

/** One choice of a long list. For fewer than six, a radio group is easier. */
export function Select(props: SelectProps) {
  const t = useUi();
  const { id, describedBy, invalid } = wiring(props);
  const placeholder = props.placeholder === true ? t('form.choose') : props.placeholder;
  return (
    <Field {...props}>
      <select
        class={`input input-${props.width ?? 'medium'}`}
        id={id}
        name={props.name}
        aria-required={props.required ? 'true' : undefined}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
