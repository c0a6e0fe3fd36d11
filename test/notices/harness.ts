import { randomUUID } from 'node:crypto';
import { createPrivateLinks } from '#hiring/candidates';
import {
  type NoticeSender,
  type NoticeSenderDeps,
  createNoticeSender,
  noticesWeb,
} from '#hiring/notices';
import type { Lang } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { createMail } from '#platform/mail';
import { href } from '#web/routes.ts';
import { type Applied, type Desk, type NewApplication, startDesk } from '../desk/harness.tsx';

export { textOf } from '../desk/harness.tsx';
export const origins = { en: 'http://jobs.test', fr: 'http://emplois.test' };
export type Browser = Awaited<ReturnType<Desk['as']>>;
export type Outcome = 'screened-in' | 'screened-out';

export type Notices = Desk & {
  time: { now: Date };
  pass(minutes: number): void;
  sender: NoticeSender;
  /** Another process that sends, perhaps one whose links break. */
  anotherSender(links?: Partial<NoticeSenderDeps['links']>): NoticeSender;
  links: NoticeSenderDeps['links'];
  decide(id: string, outcome: Outcome, more?: { reason?: string; words?: string }): Promise<string>;
  applyAndDecide(
    outcome: Outcome,
    given?: Partial<NewApplication> & { words?: string; reason?: string },
  ): Promise<Applied & { decision: string }>;
  path(lang?: Lang, posting?: string): string;
};

/** The desk with notices, on a clock that tests move, and what sends them. */
export async function startNotices(noticeUndoMinutes = 10): Promise<Notices> {
  const desk = await startDesk();
  const { db } = desk;
  const time = { now: new Date('2026-11-24T15:00:00.000Z') };
  const clock = (): Date => time.now;
  const mail = await createMail({ db, clock, ids: randomIds, sending: null });
  const links = createPrivateLinks({
    clock,
    ids: randomIds,
    mail,
    origins,
    organization: () => desk.postings.snapshot().site.organization,
  });
  desk.app.route('/', noticesWeb({ ...desk.deps, clock, origins, noticeUndoMinutes }));
  const { log } = desk.deps;
  const decide: Notices['decide'] = async (id, outcome, { reason, words = 'Words.' } = {}) => {
    const decision = randomUUID();
    time.now = new Date(time.now.getTime() + 1000);
    const { correspondence_lang: lang } = await db
      .updateTable('applications')
      .set({ status: outcome })
      .where('id', '=', id)
      .returning('correspondence_lang')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('screening_decisions')
      .values({
        id: decision,
        application_id: id,
        outcome,
        reason:
          reason ?? { 'screened-in': 'meets-essentials', 'screened-out': 'incomplete' }[outcome],
        words,
        words_lang: lang,
        decided_by: 'somebody',
        decided_at: time.now,
      })
      .execute();
    return decision;
  };
  const anotherSender: Notices['anotherSender'] = (broken = {}) =>
    createNoticeSender({ db, clock, log, links: { ...links, ...broken } });
  return {
    ...desk,
    time,
    pass(minutes) {
      time.now = new Date(time.now.getTime() + minutes * 60_000);
    },
    links,
    sender: anotherSender(),
    anotherSender,
    decide,
    async applyAndDecide(outcome, { words, reason, ...given } = {}) {
      const applied = await desk.apply(given);
      const decision = await decide(applied.id, outcome, {
        ...(reason !== undefined && { reason }),
        ...(words !== undefined && { words }),
      });
      return { ...applied, decision };
    },
    path: (lang = 'en', posting = desk.posting('designer')) =>
      href('desk.notices', lang, { posting }),
  };
}

/** The last form of a page as a browser would send it: hidden fields, ticked boxes, texts. */
export function formOf(html: string): FormData {
  const form = /<form(?![\s\S]*<form)[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields = new FormData();
  for (const [tag] of form.matchAll(/<input(?:[^>"]|"[^"]*")*>/g)) {
    const type = attribute(tag, 'type');
    if (type !== 'hidden' && !/ checked(?=[ />=])/.test(tag)) continue;
    fields.append(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  )) {
    fields.append(name, plain(text));
  }
  return fields;
}

/** The same form with a button pressed and other answers. */
export function pressing(
  html: string,
  button: string,
  answers: Record<string, string | string[]> = {},
): FormData {
  const fields = formOf(html);
  for (const [name, value] of Object.entries(answers)) {
    fields.delete(name);
    for (const one of [value].flat()) fields.append(name, one);
  }
  fields.set('do', button);
  return fields;
}

/** From the first page to the preview; the preview's page. */
export async function toPreview(
  notices: Notices,
  browser: Browser,
  answers: Record<string, string | string[]>,
  lang: Lang = 'en',
  query = '',
): Promise<string> {
  const path = notices.path(lang);
  const first = await (await browser.get(path + query)).text();
  const list = await browser.post(path, pressing(first, 'list', answers));
  if (list.status !== 200) throw new Error(`The list answered ${list.status}`);
  const preview = await browser.post(path, pressing(await list.text(), 'preview'));
  if (preview.status !== 200) throw new Error(`The preview answered ${preview.status}`);
  return preview.text();
}

/** From the first page to the batch; its id. */
export async function confirmAll(
  notices: Notices,
  browser: Browser,
  answers: Record<string, string | string[]>,
): Promise<string> {
  const preview = await toPreview(notices, browser, answers);
  const answer = await browser.post(notices.path(), pressing(preview, 'confirm'));
  const location = answer.headers.get('location') ?? '';
  const id = /notices\/([0-9a-f-]+)\?told=confirmed$/.exec(location)?.[1];
  if (answer.status !== 303 || !id) throw new Error(`Answered ${answer.status} ${location}`);
  return id;
}

/** Every e-mail with a notice, by recipient. */
export async function letters(notices: Notices) {
  return notices.db
    .selectFrom('emails')
    .selectAll()
    .where('kind', '=', 'notice')
    .orderBy('recipient')
    .execute();
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
