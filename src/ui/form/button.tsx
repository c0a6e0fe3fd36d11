import type { ComponentChildren } from 'preact';

type Variant = 'primary' | 'secondary' | 'danger' | 'quiet';

type ButtonProps = {
  children: ComponentChildren;
  variant?: Variant | undefined;
  small?: boolean | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Another address for this button of the form. */
  formaction?: string | undefined;
  /** Id of a form elsewhere in the page. */
  form?: string | undefined;
};

/** Sends its form. */
export function Button({ children, variant = 'primary', small, ...rest }: ButtonProps) {
  return (
    <button type="submit" class={classes(variant, small)} {...rest}>
      {children}
    </button>
  );
}

type ButtonLinkProps = {
  href: string;
  children: ComponentChildren;
  variant?: Variant | undefined;
  small?: boolean | undefined;
  lang?: string | undefined;
  /** Suggests saving the file; a text is its name. */
  download?: boolean | string | undefined;
};

/** A link that looks like a button: the main step to take from a page. */
export function ButtonLink({ children, variant = 'primary', small, ...rest }: ButtonLinkProps) {
  return (
    <a class={classes(variant, small)} {...rest}>
      {children}
    </a>
  );
}

/** Buttons and links that end a form or a section. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}

function classes(variant: Variant, small: boolean | undefined): string {
  return `button button-${variant}${small ? ' button-small' : ''}`;
}
