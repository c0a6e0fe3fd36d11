import type { ComponentChildren } from 'preact';

type PageHeadingProps = {
  title: string;
  /** A line above the title, read with it: the posting that a form applies for. */
  kicker?: string | undefined;
  /** Opening sentence. */
  lead?: ComponentChildren;
  /** True sets two large wheels on the ground below, where there is room: a front page. */
  wheels?: boolean | undefined;
  /** Below the title: a badge, a count. */
  children?: ComponentChildren;
};

/** The title of a page, with the pair of strokes that runs through the site. */
export function PageHeading({ title, kicker, lead, wheels, children }: PageHeadingProps) {
  return (
    <header class={wheels ? 'page-heading page-heading-wheels' : 'page-heading'}>
      {wheels && <Wheels />}
      <h1>
        {kicker && <span class="kicker">{kicker} </span>}
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  );
}

function Wheels() {
  return (
    <svg class="page-wheels" viewBox="0 0 41 25" width="246" height="150" aria-hidden="true">
      <circle class="mark-first" cx="12.5" cy="12.5" r="12" />
      <circle class="mark-second" cx="28.5" cy="12.5" r="12" />
    </svg>
  );
}
