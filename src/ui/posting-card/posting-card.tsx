import type { ComponentChildren } from 'preact';
import { Badge, type BadgeTone } from '#ui/badge';

type PostingCardProps = {
  href: string;
  title: string;
  /** A sentence or two about the work. */
  summary?: string | undefined;
  /** Short facts in order of use: location, classification, tenure, language. */
  facts?: readonly string[] | undefined;
  /** When it closes, in words: "Closes July 31, 2026 at 11:59 pm Pacific". */
  closing?: string | undefined;
  /** A state worth noticing: "Closing soon", "Closed". */
  state?: { tone: BadgeTone; label: string } | undefined;
  /** Level of the title among the page's headings; 2 when absent. */
  level?: 2 | 3 | undefined;
};

/** A posting in a list; the whole card follows its one link. */
export function PostingCard(props: PostingCardProps) {
  const { href, title, summary, facts = [], closing, state, level = 2 } = props;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <li class="posting-card">
      <Title class="posting-card-title">
        <a href={href}>{title}</a>
      </Title>
      {facts.length > 0 && (
        <ul class="posting-card-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {summary && <p class="posting-card-summary">{summary}</p>}
      {(closing || state) && (
        <p class="posting-card-closing">
          {state && <Badge tone={state.tone}>{state.label}</Badge>} {closing}
        </p>
      )}
    </li>
  );
}

/** A list of posting cards. */
export function PostingList({ children }: { children: ComponentChildren }) {
  return <ul class="posting-list">{children}</ul>;
}
