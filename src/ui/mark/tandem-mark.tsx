/**
 * Two wheels on one frame: the sign of the site, for the two languages and for the candidate and
 * the organization. Decoration: the words beside it say what matters.
 */
export function TandemMark({ class: name = 'mark' }: { class?: string }) {
  return (
    <svg class={name} viewBox="0 0 44 28" width="44" height="28" aria-hidden="true">
      <circle class="mark-first" cx="14" cy="14" r="11" />
      <circle class="mark-second" cx="30" cy="14" r="11" />
    </svg>
  );
}
