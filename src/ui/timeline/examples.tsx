import { Timeline } from './timeline.tsx';

export const timelineExamples = (
  <Timeline
    entries={[
      {
        id: 'later',
        title: 'Later',
        when: '2026-07-06 10:02',
        dateTime: '2026-07-06T14:02:00Z',
        by: 'sample@example.org',
        tone: 'danger',
        content: <p>Why.</p>,
      },
      { id: 'first', title: 'First', when: '2026-07-02 11:40', dateTime: '2026-07-02T15:40:00Z' },
    ]}
  />
);
