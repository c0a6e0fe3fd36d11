import { EmptyState } from './empty-state.tsx';

export const emptyStateExamples = (
  <EmptyState title="Nothing here yet" level={3}>
    <p>
      Come back later, or <a href="#all">see everything</a>.
    </p>
  </EmptyState>
);
