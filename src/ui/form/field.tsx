import type { ComponentChildren } from 'preact';
import { useUi } from '#ui/language';

/** What every field takes. */
export type FieldProps = {
  /** Name of the value in the request. */
  name: string;
  /** Id of the control; the name when absent. For a page on which a name occurs twice. */
  id?: string | undefined;
  label: string;
  hint?: ComponentChildren;
  /** What to do about the answer, in words; the same sentence as in the error summary. */
  problem?: string | undefined;
  /**
   * `true`: announced as required. `false`: marked "(optional)". Absent: neither, for filters and
   * searches. Required fields carry no star: they are the rule.
   */
  required?: boolean | undefined;
  /** True where the label is the title of the page: a page that asks one thing. */
  heading?: boolean | undefined;
};

/** A choice of a radio group, a checkbox group or a select. */
export type Option = {
  value: string;
  label: string;
  hint?: ComponentChildren;
  /** True sets it apart from those above by the word "or": it says something else than they do. */
  apart?: boolean | undefined;
};

/**
 * An answer to change: the name (or id) of its field, and what to do; `href` where the field is on
 * another page.
 */
export type Problem = { field: string; message: string; href?: string | undefined };

/** Ids and ARIA attributes that tie a control to its hint and its problem. */
export function wiring(props: FieldProps, ...more: (string | false | undefined)[]) {
  const id = props.id ?? props.name;
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [
    props.hint ? hintId : undefined,
    ...more,
    props.problem ? problemId : undefined,
  ].filter((value) => typeof value === 'string');
  return {
    id,
    hintId,
    problemId,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    invalid: props.problem ? ('true' as const) : undefined,
  };
}

/** Text of a label, with "(optional)" where it applies. */
export function LabelText({ label, required }: Pick<FieldProps, 'label' | 'required'>) {
  const t = useUi();
  return (
    <>
      {label}
      {required === false && <span class="field-optional"> {t('form.optional')}</span>}
    </>
  );
}

/** Hint and problem, between the label and the control. */
export function Guidance(props: FieldProps) {
  const { hintId, problemId } = wiring(props);
  return (
    <>
      {props.hint && (
        <div class="field-hint" id={hintId}>
          {props.hint}
        </div>
      )}
      {props.problem && (
        <p class="field-problem" id={problemId}>
          {props.problem}
        </p>
      )}
    </>
  );
}

/** The label, or the title of the page that it is: of the same words, once. */
export function Label({ of, children }: { of: FieldProps; children: ComponentChildren }) {
  return of.heading ? <h1 class="label-heading">{children}</h1> : <>{children}</>;
}

/** Frame of a field with one control: label, hint, problem, control. */
export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const { id } = wiring(props);
  return (
    <div class={props.problem ? 'field has-problem' : 'field'}>
      <Label of={props}>
        <label htmlFor={id}>
          <LabelText label={props.label} required={props.required} />
        </label>
      </Label>
      <Guidance {...props} />
      {children}
    </div>
  );
}
