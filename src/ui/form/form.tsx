import type { ComponentChildren } from 'preact';

type FormProps = {
  action: string;
  /** "post" when absent. */
  method?: 'get' | 'post' | undefined;
  /** Token of the session against forged requests; sent as `csrf`. */
  csrf?: string | undefined;
  /** True when it holds a file field. */
  multipart?: boolean | undefined;
  id?: string | undefined;
  /** Name for assistive technology, where a page has several forms. */
  label?: string | undefined;
  children: ComponentChildren;
};

/** A form whose answers the server checks: the browser's own bubbles, in its own language, are off. */
export function Form({ action, method = 'post', csrf, multipart, id, label, children }: FormProps) {
  return (
    <form
      class="form"
      action={action}
      method={method}
      id={id}
      enctype={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      novalidate
    >
      {csrf !== undefined && <input type="hidden" name="csrf" value={csrf} />}
      {children}
    </form>
  );
}
