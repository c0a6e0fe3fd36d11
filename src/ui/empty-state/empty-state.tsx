import type { ComponentChildren } from 'preact';

type EmptyStateProps = {
  title: string;
  level?: 2 | 3 | undefined;
  /** Why there is nothing, and what to do. */
  children?: ComponentChildren;
};

/** Says that a list is empty, and what to do next. */
export function EmptyState({ title, level = 2, children }: EmptyStateProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div class="empty-state">
      <Title>{title}</Title>
      {children}
    </div>
  );
}
