import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { TaskList } from './task-list.tsx';

it('ties each link to its state, and leads nowhere from what cannot be opened', () => {
  const html = renderToString(
    <TaskList
      items={[
        { label: 'Documents', href: '/documents', state: 'Done', tone: 'success' },
        { label: 'Send', href: null, state: 'Later', tone: 'neutral' },
      ]}
    />,
  );
  expect(html).toContain('<a href="/documents" aria-describedby="task-1">Documents</a>');
  expect(html).toContain('<span id="task-1"><span class="badge badge-success">Done</span></span>');
  expect(html.match(/<a /g)).toHaveLength(1);
});
