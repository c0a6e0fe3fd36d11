import { type Context, Hono } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { defaultTimeZone as timeZone } from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, langs } from '#platform/i18n';
import { href, routes } from '#web/routes.ts';
import { type PassphraseProblems, parsePassphrase } from '../forms.ts';
import { admitKey, completeKeys, countIncomplete, retireCustodian } from '../keys/change-keys.ts';
import { changePassphrase, makeKey, unlockKey } from '../keys/make-key.ts';
import { keysOf, listKeys } from '../keys/queries.ts';
import { keysPage } from '../pages/keys-page.tsx';
import { type KeyTold, keyDeeds, keyToldOf } from '../pages/keys-view.ts';
import { type LockedView, lockedPage } from '../pages/list-page.tsx';
import { type DeskDeps, unlockedKey } from './desk-deps.ts';

/** Passphrases tried by a custodian in a quarter of an hour. */
const triesAtOnce = { points: 5, duration: 900 };

/** Shows why a case cannot be read yet: the key is locked, waits, or is not made. */
export function createShowLocked(deps: DeskDeps) {
  return async (
    c: Context<StaffEnv>,
    lang: Lang,
    next: string,
    { problem = null, texts = [] }: Partial<Pick<LockedView, 'problem' | 'texts'>> = {},
  ): Promise<Response> => {
    const { inUse, waiting } = await keysOf(deps.db, c.var.staff.id);
    const state = inUse ? 'locked' : waiting ? 'waiting' : 'no-key';
    c.header('Cache-Control', 'private, no-store');
    const page = lockedPage({ lang, csrf: c.var.staff.csrf, next, state, problem, texts });
    const refused = problem !== null || texts.length > 0;
    return deps.render(c, page, problem === 'busy' ? 429 : refused ? 422 : 200);
  };
}

/** Custodians' keys: making, unlocking, changing, letting others in, taking them out. */
export function keysRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const { db, clock, cookies, unlocked, log } = deps;
  const app = new Hono<StaffEnv>();
  const guard = deps.requireStaff('open-accommodation', { keep: false });
  const limiter = new RateLimiterMemory(triesAtOnce);
  const showLocked = createShowLocked(deps);
  for (const lang of langs) {
    app.get(routes['desk.accommodationKeys'][lang], guard, (c) =>
      show(c, lang, { told: keyToldOf(c.req.query('told')) }),
    );
    app.post(routes['desk.accommodationKeys'][lang], guard, (c) => act(c, lang));
  }
  return app;

  async function show(
    c: Context<StaffEnv>,
    lang: Lang,
    found: { told?: KeyTold | null; problems?: PassphraseProblems },
  ): Promise<Response> {
    const { staff } = c.var;
    const { inUse, waiting } = await keysOf(db, staff.id);
    const page = keysPage({
      lang,
      csrf: staff.csrf,
      timeZone,
      staffId: staff.id,
      keys: await listKeys(db),
      own: {
        inUse: inUse !== null,
        waiting: waiting !== null,
        unlocked: unlockedKey(deps, c) !== null,
      },
      incomplete: await countIncomplete(db),
      told: found.told ?? null,
      problems: found.problems ?? {},
    });
    c.header('Cache-Control', 'private, no-store');
    return deps.render(c, page, found.problems ? 422 : 200);
  }

  async function act(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const deed = keyDeeds.find((one) => one === c.var.fields['deed']);
    switch (deed) {
      case 'make':
        return make(c, lang);
      case 'unlock':
        return unlock(c, lang);
      case 'lock':
        unlocked.lock(cookies.unlocked(c));
        cookies.dropUnlocked(c);
        return told(c, lang, 'lock');
      case 'passphrase':
        return change(c, lang);
      case 'admit':
      case 'retire':
      case 'complete':
        return changeHolders(c, lang, deed);
      case undefined:
        return c.notFound();
    }
  }

  async function make(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const parsed = parsePassphrase(c.var.fields);
    if (!parsed.ok) return show(c, lang, { problems: parsed.problems });
    const { staff } = c.var;
    const { id, admitted } = await makeKey(deps, staff.id, parsed.passphrase);
    // Whoever can open the cases already lets their own new key in, in place of the old one.
    const old = unlockedKey(deps, c);
    if (old && !admitted) await admitKey({ db, clock }, old, id);
    unlocked.lockAll(staff.id);
    log.info({ staffId: staff.id }, 'custodian key made');
    return told(c, lang, 'make');
  }

  async function unlock(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const { staff, fields } = c.var;
    const next = deskPathOf(fields['next'], lang);
    if (!(await mayTry(staff.id))) return showLocked(c, lang, next, { problem: 'busy' });
    const opened = await unlockKey(db, staff.id, (fields['passphrase'] ?? '').trim());
    if (!opened.ok) return showLocked(c, lang, next, { problem: 'wrong' });
    await limiter.delete(staff.id);
    cookies.setUnlocked(c, unlocked.keep(staff.id, opened));
    return c.redirect(next, 303);
  }

  async function change(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const key = unlockedKey(deps, c);
    if (!key) return told(c, lang, 'refused');
    const parsed = parsePassphrase(c.var.fields);
    if (!parsed.ok) return show(c, lang, { problems: parsed.problems });
    await changePassphrase(db, key, parsed.passphrase);
    return told(c, lang, 'passphrase');
  }

  /** What changes who can open cases: only for those who can. */
  async function changeHolders(
    c: Context<StaffEnv>,
    lang: Lang,
    deed: 'admit' | 'retire' | 'complete',
  ): Promise<Response> {
    const opener = unlockedKey(deps, c);
    if (!opener) return told(c, lang, 'refused');
    const wanted = (await listKeys(db)).find(({ id }) => id === c.var.fields['key']);
    if (deed === 'complete') {
      await completeKeys(db, opener);
      return told(c, lang, 'complete');
    }
    if (!wanted?.staffId || wanted.staffId === c.var.staff.id) return told(c, lang, 'refused');
    if (deed === 'retire') {
      await retireCustodian({ db, clock }, wanted.staffId);
      unlocked.lockAll(wanted.staffId);
      log.info({ staffId: c.var.staff.id, keyId: wanted.id }, 'custodian key retired');
      return told(c, lang, 'retire');
    }
    const admitted = wanted.inOffice && (await admitKey({ db, clock }, opener, wanted.id)).ok;
    if (admitted) log.info({ staffId: c.var.staff.id, keyId: wanted.id }, 'custodian key admitted');
    return told(c, lang, admitted ? 'admit' : 'refused');
  }

  function told(c: Context, lang: Lang, what: KeyTold): Response {
    return c.redirect(`${href('desk.accommodationKeys', lang)}?told=${what}`, 303);
  }

  async function mayTry(staffId: string): Promise<boolean> {
    try {
      await limiter.consume(staffId);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }
}

/** A page of accommodation on the desk, from an untrusted text; the list for everything else. */
function deskPathOf(text: string | undefined, lang: Lang): string {
  const list = href('desk.accommodation', lang);
  return text && /^\/[a-z/-]+[0-9a-f-]*$/.test(text) && text.startsWith(list) ? text : list;
}
