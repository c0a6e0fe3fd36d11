import { Fragment } from 'preact';
import { useUi } from '#ui/language';
import { Guidance, type FieldProps, LabelText, type Option, wiring } from './field.tsx';

type GroupProps = FieldProps & {
  options: readonly Option[];
  /** Side by side where there is room; for two or three short choices. */
  inline?: boolean | undefined;
};

/** One choice of several. The first radio has the field's id, so that the summary can lead to it. */
export function RadioGroup({ value, ...props }: GroupProps & { value?: string | undefined }) {
  return <Group {...props} type="radio" chosen={value === undefined ? [] : [value]} />;
}

/** Any number of several choices, sent as repeated values of one name. */
export function CheckboxGroup({
  values = [],
  ...props
}: GroupProps & { values?: readonly string[] | undefined }) {
  return <Group {...props} type="checkbox" chosen={values} />;
}

function Group({
  type,
  chosen,
  options,
  inline,
  ...props
}: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { id, describedBy, invalid } = wiring(props);
  const t = useUi();
  const radios = type === 'radio';
  return (
    <fieldset
      class={props.problem ? 'field has-problem' : 'field'}
      role={radios ? 'radiogroup' : undefined}
      aria-describedby={describedBy}
      aria-required={radios && props.required ? 'true' : undefined}
      aria-invalid={radios ? invalid : undefined}
    >
      <legend>
        <LabelText label={props.label} required={props.required} />
      </legend>
      <Guidance {...props} />
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {options.map((option, index) => (
          <Fragment key={option.value}>
            {option.apart && <p class="choices-or">{t('form.or')}</p>}
            <Choice
              type={type}
              id={index === 0 ? id : `${id}-${option.value}`}
              name={props.name}
              option={option}
              checked={chosen.includes(option.value)}
            />
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}

type CheckboxProps = FieldProps & {
  /** Sent when it is checked; "yes" when absent. */
  value?: string | undefined;
  checked?: boolean | undefined;
};

/** One statement to accept or not. */
export function Checkbox(props: CheckboxProps) {
  const { id, describedBy, invalid } = wiring(props);
  return (
    <div class={props.problem ? 'field has-problem' : 'field'}>
      <Guidance {...props} />
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          aria-required={props.required ? 'true' : undefined}
          aria-invalid={invalid}
          aria-describedby={describedBy}
        />
        <label htmlFor={id}>
          <LabelText label={props.label} required={props.required} />
        </label>
      </div>
    </div>
  );
}

type ChoiceProps = {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
};

function Choice({ type, id, name, option, checked }: ChoiceProps) {
  const hintId = `${id}-choice-hint`;
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? hintId : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && (
        <div class="field-hint" id={hintId}>
          {option.hint}
        </div>
      )}
    </div>
  );
}
