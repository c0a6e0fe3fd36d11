import type { ComponentChildren } from 'preact';
import { useUi } from '#ui/language';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

type NoticeProps = {
  kind: NoticeKind;
  title?: string | undefined;
  /** Level of the title among the page's headings; 2 when absent. */
  level?: 2 | 3 | undefined;
  /**
   * True for the answer to what the person just did: announced, and focused when the page opens.
   * At most one in a page.
   */
  outcome?: boolean | undefined;
  children?: ComponentChildren;
};

/** A message that stands out: said in words and by its mark, never by its colour alone. */
export function Notice({ kind, title, level = 2, outcome, children }: NoticeProps) {
  const t = useUi();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div
      class={`notice notice-${kind}`}
      role={outcome ? 'status' : undefined}
      tabindex={outcome ? -1 : undefined}
      autofocus={outcome}
    >
      <NoticeMark kind={kind} />
      <div class="notice-content">
        {title ? (
          <Title class="notice-title">{title}</Title>
        ) : (
          <span class="visually-hidden">{t(`notice.${kind}`)}</span>
        )}
        {children}
      </div>
    </div>
  );
}

const marks: Record<NoticeKind, string> = {
  info: 'M10 9v5M10 6v.01',
  success: 'M6 10.5l3 3 5.5-6.5',
  warning: 'M10 6v5M10 14v.01',
  danger: 'M7 7l6 6M13 7l-6 6',
};

function NoticeMark({ kind }: { kind: NoticeKind }) {
  return (
    <svg class="notice-mark" viewBox="0 0 20 20" width="24" height="24" aria-hidden="true">
      <circle cx="10" cy="10" r="9" />
      <path d={marks[kind]} />
    </svg>
  );
}
