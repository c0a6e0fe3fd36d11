import type { ComponentChildren } from 'preact';
import { useUi } from '#ui/language';
import { Field, type FieldProps, wiring } from './field.tsx';

type FileFieldProps = FieldProps & {
  /** File types for the picker: ".pdf,.docx". The server still decides by content. */
  accept?: string | undefined;
  /** A file received with an earlier attempt and kept: shown, so that nobody chooses it twice. */
  kept?: KeptFile | undefined;
};

type KeptFile = {
  filename: string;
  /** Where its owner can look at it. */
  href?: string | undefined;
  /** Size in words, from `formatBytes`. */
  size: string;
  /** Hidden inputs that name the kept file in the next request. */
  children?: ComponentChildren;
};

/** A file to send. State types and greatest size in the hint. */
export function FileField(props: FileFieldProps) {
  const t = useUi();
  const keptId = `${props.id ?? props.name}-kept`;
  const { id, describedBy, invalid } = wiring(props, props.kept !== undefined && keptId);
  return (
    <Field {...props}>
      {props.kept && (
        <div class="kept-file" id={keptId}>
          <p>
            <strong>{t('form.keptFile')}</strong>{' '}
            {props.kept.href ? (
              <a href={props.kept.href}>
                <bdi>{props.kept.filename}</bdi>
              </a>
            ) : (
              <bdi>{props.kept.filename}</bdi>
            )}{' '}
            <span class="kept-file-size">({props.kept.size})</span>
          </p>
          <p>{t('form.keptFileHint')}</p>
          {props.kept.children}
        </div>
      )}
      <input
        class="input-file"
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        required={props.required === true && !props.kept}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
    </Field>
  );
}
