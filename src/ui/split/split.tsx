import type { ComponentChildren } from 'preact';

type WithAsideProps = {
  /** The page's heading, beside which the side part starts on a wide screen. */
  heading?: ComponentChildren;
  aside: ComponentChildren;
  /** Name of the side part for assistive technology. */
  asideLabel: string;
  children: ComponentChildren;
};

/**
 * A text and what goes with it: key facts and the button to apply. The side part comes before
 * the text in reading order and on a phone; it sits beside the text on a wide screen.
 */
export function WithAside({ heading, aside, asideLabel, children }: WithAsideProps) {
  return (
    <div class="with-aside">
      {heading && <div class="with-aside-heading">{heading}</div>}
      <aside aria-label={asideLabel}>
        <div>{aside}</div>
      </aside>
      <div class="with-aside-main">{children}</div>
    </div>
  );
}

type SplitProps = { first: ComponentChildren; second: ComponentChildren };

/** Two halves to work with together: a résumé and the decision. One above the other on a phone. */
export function Split({ first, second }: SplitProps) {
  return (
    <div class="split">
      <div class="split-half">{first}</div>
      <div class="split-half">{second}</div>
    </div>
  );
}
