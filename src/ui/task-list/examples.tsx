import { TaskList } from './task-list.tsx';

export const taskListExamples = (
  <TaskList
    items={[
      { label: 'How to reach you', href: '#one', state: 'Done', tone: 'success' },
      { label: 'A question with long words', href: '#two', state: 'To complete', tone: 'warning' },
      { label: 'Documents', href: '#three', state: 'To do', tone: 'neutral' },
      { label: 'Check and send', href: null, state: 'Not yet possible', tone: 'neutral' },
    ]}
  />
);
