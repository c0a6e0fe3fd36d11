import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#hiring/staff';
import { langs } from '#platform/i18n';
import { type RouteName, href } from '#web/routes.ts';
import { type Applied, type Desk, hiddenFields, startDesk } from './harness.tsx';

let desk: Desk;
let applied: Applied;
let emailId: string;

beforeAll(async () => {
  desk = await startDesk();
  applied = await desk.apply();
  emailId = desk.deps.ids.uuid();
  await desk.db
    .insertInto('emails')
    .values({
      id: emailId,
      kind: 'sample',
      lang: 'en',
      recipient: 'someone@sample.example',
      subject: 'Sample',
      text_body: 'Sample',
      html_body: '<p>Sample</p>',
      created_at: new Date(),
      sent_at: null,
      last_failure: null,
      forget_once_sent: false,
    })
    .execute();
});
afterAll(() => desk.stop());

const roles = ['admin', 'manager', 'assessor'] as const satisfies Role[];

/** Who may open what, written out: the answer of each role, in the order of `roles`. */
const reading: [RouteName, number, number, number][] = [
  ['desk.processes', 200, 200, 200],
  ['desk.applications', 200, 200, 200],
  ['desk.application', 200, 200, 200],
  ['desk.advertised', 200, 200, 200],
  ['desk.resume', 200, 200, 403],
  ['desk.resumeDownload', 200, 200, 403],
  ['desk.postings', 200, 200, 403],
  ['desk.status', 200, 403, 403],
  ['desk.outbox', 200, 403, 403],
  ['desk.outboxEmail', 200, 403, 403],
  ['desk.screen', 303, 303, 303],
  ['desk.note', 303, 303, 303],
];

const sending: [RouteName, number, number, number][] = [
  ['desk.screen', 422, 422, 403],
  ['desk.note', 422, 422, 403],
];

function pathOf(name: RouteName, lang: 'en' | 'fr'): string {
  const id = name === 'desk.outboxEmail' ? emailId : applied.id;
  return href(name as 'desk.outboxEmail', lang, { id, posting: desk.posting('designer') } as never);
}

describe.each(roles)('the desk for a role: %s', (role) => {
  it('answers each page as the matrix says, in both languages', async () => {
    const browser = await desk.as(role);
    const answers: [RouteName, number, number][] = [];
    for (const [name] of reading) {
      const [en, fr] = await Promise.all(langs.map((lang) => browser.get(pathOf(name, lang))));
      answers.push([name, en?.status ?? 0, fr?.status ?? 0]);
    }
    const at = roles.indexOf(role) + 1;
    expect(answers).toEqual(
      reading.map((row) => [row[0], row[at as 1 | 2 | 3], row[at as 1 | 2 | 3]]),
    );
  });

  it('takes forms as the matrix says', async () => {
    const browser = await desk.as(role);
    const page = await browser.get(pathOf('desk.application', 'en'));
    const { csrf = '' } = hiddenFields(await page.text());
    // The sign-out form of the frame carries the same token, for those without a form of their own.
    expect(csrf).not.toBe('');
    const at = (roles.indexOf(role) + 1) as 1 | 2 | 3;
    for (const row of sending) {
      const answer = await browser.post(pathOf(row[0], 'en'), { csrf });
      expect([row[0], answer.status]).toEqual([row[0], row[at]]);
    }
    const { count } = await desk.db
      .selectFrom('application_events')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('kind', 'in', ['screened-in', 'screened-out', 'note-added'])
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
  });
});

describe('the desk for nobody', () => {
  it('leads every page to signing in, and takes no form', async () => {
    const browser = desk.stranger();
    for (const lang of langs) {
      for (const [name] of reading) {
        const answer = await browser.get(pathOf(name, lang));
        expect([name, answer.status]).toEqual([name, 303]);
        expect(answer.headers.get('location')).toContain(href('staff.signIn', lang));
      }
      for (const [name] of sending) {
        const answer = await browser.post(pathOf(name, lang), { reason: 'incomplete', words: 'x' });
        expect(answer.status).toBe(403);
      }
    }
  });

  it('leads from the door to the processes', async () => {
    for (const [door, room] of [
      ['/en/staff/', '/en/staff/processes'],
      ['/en/staff', '/en/staff/processes'],
      ['/fr/personnel/', '/fr/personnel/processus'],
      ['/fr/personnel', '/fr/personnel/processus'],
    ] as const) {
      const answer = await desk.stranger().get(door);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, room]);
    }
  });
});

describe('a form without the token of this person', () => {
  it('is refused', async () => {
    const [one, other] = [await desk.as('manager'), await desk.as('manager')];
    const page = await one.get(pathOf('desk.application', 'en'));
    const { csrf = '' } = hiddenFields(await page.text());
    const answer = await other.post(pathOf('desk.note', 'en'), { csrf, note: 'Not mine to send' });
    expect(answer.status).toBe(403);
    expect(await desk.db.selectFrom('application_notes').selectAll().execute()).toEqual([]);
  });
});

describe('the menu', () => {
  it('holds what each role may open', async () => {
    const sections = async (role: Role): Promise<string[]> => {
      const page = await (await desk.as(role)).get('/en/staff/processes');
      const nav =
        /<nav class="container desk-nav"[\s\S]*?<\/nav>/.exec(await page.text())?.[0] ?? '';
      return [...nav.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address);
    };
    expect(await sections('admin')).toEqual([
      '/en/staff/processes',
      '/en/staff/questions',
      '/en/staff/postings',
      '/en/staff/privacy',
      '/en/staff/webhooks',
      '/en/staff/status',
      '/en/staff/outbox',
    ]);
    expect(await sections('manager')).toEqual([
      '/en/staff/processes',
      '/en/staff/questions',
      '/en/staff/postings',
    ]);
    expect(await sections('assessor')).toEqual(['/en/staff/processes']);
  });
});
