import type { ComponentChildren } from 'preact';
import type { BadgeTone } from '#ui/badge';

export type TimelineEntry = {
  id: string;
  title: ComponentChildren;
  /** Moment for people: "2026-07-31 16:30". */
  when: string;
  /** The same moment for machines: ISO 8601. */
  dateTime: string;
  /** Who did it. */
  by?: string | undefined;
  tone?: BadgeTone | undefined;
  /** What was said or decided. */
  content?: ComponentChildren;
};

/** What happened, in the order given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map(({ id, title, when, dateTime, by, tone = 'neutral', content }) => (
        <li key={id} class={`timeline-entry timeline-${tone}`}>
          <p class="timeline-title">{title}</p>
          <p class="timeline-meta">
            <time dateTime={dateTime}>{when}</time>
            {by && <span> · {by}</span>}
          </p>
          {content && <div class="timeline-content">{content}</div>}
        </li>
      ))}
    </ol>
  );
}
