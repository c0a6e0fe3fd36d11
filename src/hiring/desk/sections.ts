import type { ShellStaff } from '#web/page.ts';
import type { Can } from './deps.ts';

/** The sections of the desk that someone may open, in the order of the menu. */
export function sectionsFor(can: Can, options: { outbox: boolean }): ShellStaff['sections'] {
  const sections: [ShellStaff['sections'][number], boolean][] = [
    ['processes', can('see-processes')],
    ['waiting', can('answer-questions')],
    ['postings', can('see-posting-problems')],
    ['privacy', can('handle-privacy-requests')],
    ['webhooks', can('manage-webhooks')],
    ['accommodation', can('open-accommodation')],
    ['status', can('see-status')],
    ['outbox', can('read-outbox') && options.outbox],
  ];
  return sections.filter(([, open]) => open).map(([section]) => section);
}
