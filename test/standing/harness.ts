import { randomUUID } from 'node:crypto';
import { candidatesWeb, createCandidates } from '#hiring/candidates';
import { applicationSections } from '#hiring/applications';
import { pairSources } from '#hiring/postings/testing';
import { standingWeb } from '#hiring/standing';
import { samplePdf } from '#platform/files/testing';
import { type Intake, startIntake } from '../applications/harness.ts';
import { AppBrowser } from '../support/app-browser.ts';
import { type FormAnswers, applyThrough } from '../support/applicant.ts';
import { hiddenFields, textOf } from '../support/html.ts';

export const origin = 'http://jobs.test';
export const discussionDays = 15;

/** An application that was sent, and the addresses of its pages. */
export type Sent = {
  id: string;
  key: string;
  reference: string;
  email: string;
  en: string;
  fr: string;
};

/** The candidate's side with postings, applying and signing in, on a database of its own. */
export type StandingSite = {
  intake: Intake;
  apply(email: string, slug?: string): Promise<Sent>;
  signIn(email: string): Promise<AppBrowser>;
  close(): Promise<void>;
};

export async function startStanding(files: Record<string, string> = {}): Promise<StandingSite> {
  const organization = { en: 'Sample', fr: 'Modèle' };
  const intake = await startIntake(
    {},
    {
      files: { ...pairSources('inside'), 'process/inside.yml': inside, ...files },
      features: (deps) => {
        const candidates = createCandidates({
          ...deps,
          organization: () => organization,
          clientAddress: () => randomUUID(),
        });
        const { laterClosing } = deps.extensions;
        return [
          candidatesWeb({
            candidates,
            render: deps.render,
            sections: [applicationSections(deps)],
          }),
          standingWeb({
            ...deps,
            candidates,
            extensions: { laterClosing },
            discussionDays,
            requireStaff: () => async (c) => c.notFound(),
          }),
        ];
      },
    },
  );
  return { intake, apply, signIn, close: () => intake.close() };

  async function apply(email: string, slug = 'english-analyst'): Promise<Sent> {
    const answers: FormAnswers = {
      name: 'Zoë Sample',
      email,
      statement: 'I have done this work.',
      resume: { name: 'cv.pdf', bytes: samplePdf('A résumé') },
      lang: 'en',
    };
    const sent = await applyThrough((path, init) => intake.request(path, init), slug, answers);
    const key = /[0-9a-f-]{36}$/.exec(sent.headers.get('location') ?? '')?.[0] ?? '';
    const { id, reference } = await intake.database.db
      .selectFrom('applications')
      .select(['id', 'reference'])
      .where('submission_key', '=', key)
      .executeTakeFirstOrThrow();
    return {
      id,
      key,
      reference,
      email,
      en: `/en/my/applications/${reference}`,
      fr: `/fr/moi/candidatures/${reference}`,
    };
  }

  async function signIn(email: string): Promise<AppBrowser> {
    const browser = new AppBrowser(intake.app, origin);
    // The clock stands still, so nothing says which of two e-mails is the later one.
    const { db } = intake.database;
    await db.deleteFrom('emails').where('kind', '=', 'candidate-sign-in').execute();
    await browser.post('/en/my/sign-in', { email });
    const { text_body } = await db
      .selectFrom('emails')
      .select('text_body')
      .where('recipient', '=', email)
      .where('kind', '=', 'candidate-sign-in')
      .executeTakeFirstOrThrow();
    const link = new URL(/https?:\S+/.exec(text_body)?.[0] ?? '');
    const page = await browser.get(`${link.pathname}${link.search}`);
    await browser.post(link.pathname, hiddenFields(await page.text()));
    return browser;
  }
}

const inside = `
areaOfSelection: { kind: internal }
timeZone: America/Toronto
closes: 2026-12-10 23:59
`;

/** What a page says, without what differs from one rendering to the next. */
export async function pageOf(browser: AppBrowser, path: string): Promise<string> {
  const answer = await browser.get(path);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/** The words of a page, unbreakable spaces made plain. */
export function plainOf(html: string): string {
  return textOf(html).replaceAll('\u00A0', ' ');
}
