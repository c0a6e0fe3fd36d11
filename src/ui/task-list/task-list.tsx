import { Badge, type BadgeTone } from '#ui/badge';

/** A part of something to complete: where it is done, and how far it has come, in words. */
export type TaskItem = {
  label: string;
  /** Null where it cannot be opened yet. */
  href: string | null;
  state: string;
  tone: BadgeTone;
};

/** Parts to complete, in order. Each link says its state too, for who hears links one by one. */
export function TaskList({ items }: { items: readonly TaskItem[] }) {
  return (
    <ol class="task-list">
      {items.map(({ label, href, state, tone }, index) => (
        <li key={label}>
          <span class="task-label">
            {href ? (
              <a href={href} aria-describedby={`task-${index + 1}`}>
                {label}
              </a>
            ) : (
              label
            )}
          </span>
          <span id={`task-${index + 1}`}>
            <Badge tone={tone}>{state}</Badge>
          </span>
        </li>
      ))}
    </ol>
  );
}
