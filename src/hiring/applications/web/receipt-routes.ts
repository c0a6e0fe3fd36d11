import { type Context, Hono } from 'hono';
import { type Posting, defaultTimeZone, isPublic } from '#hiring/postings';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { isForeign } from '#web/foreign.ts';
import { href, routes } from '#web/routes.ts';
import { findDraft } from '../drafts/find-draft.ts';
import { reopenDraft } from '../drafts/reopen-draft.ts';
import { mayChange } from '../drafts/rules.ts';
import { receiptPage } from '../pages/receipt-page.tsx';
import { opennessFor } from '../openness.ts';
import { type Receipt, findReceipt } from '../queries.ts';
import { sentRecord } from '../receipt/sent-record.ts';
import { sendFile } from './send-file.ts';
import { type Wizard, formOfPosting, keepPrivate } from './wizard.ts';

/** The receipt of an application and all that belongs to it, for whoever holds its address. */
export function receiptRoutes(wizard: Wizard): Hono {
  const { deps } = wizard;
  const app = new Hono();
  for (const lang of langs) {
    app.get(routes['apply.receipt'][lang], (c) => withReceipt(c, (found) => show(c, lang, found)));
    app.post(routes['apply.change'][lang], (c) =>
      withReceipt(c, (found) => change(c, lang, found)),
    );
    app.get(routes['apply.record'][lang], (c) => withReceipt(c, (found) => record(c, found)));
    app.get(routes['apply.sentFile'][lang], (c) =>
      withReceipt(c, ({ versions }) => {
        const number = Number(c.req.param('version'));
        const document = c.req.param('document') ?? '';
        const version = versions.find((one) => one.number === number);
        const file = version?.files.find((one) => one.document === document);
        return file ? sendFile(deps, c, file) : c.notFound();
      }),
    );
  }
  return app;

  async function withReceipt(
    c: Context,
    answer: (receipt: Receipt) => Response | Promise<Response>,
  ): Promise<Response> {
    const receipt = await findReceipt(deps.db, c.req.param('key') ?? '');
    keepPrivate(c);
    return receipt ? answer(receipt) : c.notFound();
  }

  async function show(c: Context, lang: Lang, receipt: Receipt): Promise<Response> {
    const [latest] = receipt.versions;
    const advertised = await deps.advertised(latest.postingVersion);
    if (!advertised) return c.notFound();
    const from = latest.postingVersion;
    const to = await deps.changedSince(from);
    const posting = postingOf(receipt);
    const slugs = slugsOf(c, posting);
    const draft = await findDraft(deps.db, receipt.key);
    const open = posting !== null && (await isOpenTo(receipt, posting));
    c.header('Cache-Control', 'no-store');
    return deps.render(
      c,
      receiptPage({
        lang,
        receipt,
        slugs,
        postingTitle: advertised.text[lang].title,
        changesPath: to && href('postings.changes', lang, { from, to }),
        postingPath:
          posting && isPublic(deps.postings.stateOf(posting))
            ? href('postings.show', lang, { slug: slugs[lang] })
            : null,
        timeZone: posting?.facts?.timeZone ?? defaultTimeZone,
        againPath:
          open && receipt.status === 'withdrawn'
            ? href('apply.form', lang, { slug: slugs[lang] })
            : null,
        mayChange: mayChange({ takesApplications: open, status: receipt.status }),
        more: deps.afterReceipt(lang, { applicationId: receipt.id, postingId: receipt.postingId }),
        changeUnderWay: draft && href('apply.draft', lang, { slug: slugs[lang], key: receipt.key }),
      }),
    );
  }

  /** Begins a change of what was sent; nothing changes until it is sent in its turn. */
  async function change(c: Context, lang: Lang, receipt: Receipt): Promise<Response> {
    const posting = postingOf(receipt);
    const slug = slugsOf(c, posting)[lang];
    const { key } = receipt;
    const foreign = isForeign(c.req.raw, Object.values(deps.origins));
    const { status } = receipt;
    const may =
      posting && mayChange({ takesApplications: await isOpenTo(receipt, posting), status });
    if (foreign || !posting || !may) {
      return c.redirect(href('apply.receipt', lang, { slug, key }), 303);
    }
    await reopenDraft(deps, receipt, formOfPosting(posting, lang));
    return c.redirect(href('apply.check', lang, { slug, key }), 303);
  }

  /** The canonical form of what was sent, as bytes: their SHA-256 is that of the receipt. */
  function record(c: Context, { versions, reference }: Receipt): Response | Promise<Response> {
    const version = versions.find(({ number }) => number === Number(c.req.param('version')));
    if (!version) return c.notFound();
    c.header('Content-Type', 'application/json');
    c.header('Content-Disposition', `attachment; filename="${reference}-${version.number}.json"`);
    c.header('X-Content-Type-Options', 'nosniff');
    return c.body(sentRecord({ ...version, reference, version: version.number }));
  }

  function postingOf({ postingId }: Receipt): Posting | null {
    return deps.postings.snapshot().byId(postingId) ?? null;
  }

  async function isOpenTo({ versions }: Receipt, posting: Posting): Promise<boolean> {
    const email = String(versions[0].answers['email']);
    return (await opennessFor(deps, posting, email)).open;
  }

  function slugsOf(c: Context, posting: Posting | null): Localized {
    const slug = c.req.param('slug') ?? '';
    return posting?.slugs ?? { en: slug, fr: slug };
  }
}
