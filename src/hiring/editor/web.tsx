import { type Context, Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { previewPages } from '#hiring/postings';
import type { StaffEnv } from '#hiring/staff';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { createLock } from '#platform/lock';
import { LangProvider } from '#ui/language';
import { href, routes } from '#web/routes.ts';
import type { EditorDeps } from './deps.ts';
import { findFindings, textParts } from './find-findings.ts';
import { type Typed, deedOf, messageOf, typedSources } from './forms.ts';
import { messages } from './messages/index.ts';
import type { FieldProblem, Opened } from './model.ts';
import { newPostingRoutes } from './new-posting-routes.ts';
import { openPosting } from './open-posting.ts';
import { outcomeOf } from './outcome.ts';
import { cannotPage } from './pages/cannot-page.tsx';
import { editPage, summaryOf } from './pages/edit-page.tsx';
import type { EditView, Told } from './pages/edit-view.ts';
import { Findings } from './pages/findings.tsx';
import { savePosting } from './save-posting.ts';
import { failureWords } from './failure-words.ts';
import { readParts } from './source/edit-source.ts';

type Shown = {
  opened: Opened;
  typed: Typed;
  told: Told | null;
  problems?: readonly FieldProblem[];
  yours?: readonly string[];
  preview?: boolean;
  /** Null for the state that the files are in. */
  base?: string | undefined;
};

/** The editor of postings, on the desk. */
export function editorWeb(deps: EditorDeps): Hono {
  const app = new Hono<StaffEnv>();
  const saving = { ...deps, lock: createLock() };
  const mayEdit = deps.requireStaff('edit-postings');
  for (const lang of langs) {
    app.get(routes['desk.postingEdit'][lang], mayEdit, (c) => open(c, lang));
    app.post(routes['desk.postingEdit'][lang], mayEdit, (c) => act(c, lang));
  }
  app.route('/', newPostingRoutes(saving));
  return new Hono().route('/', app);

  async function open(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const found = await openPosting(deps, postingOf(c));
    if (!found.ok) return cannot(c, lang, found.error.kind, {});
    const { opened } = found;
    const told = c.req.query('told');
    if (told === 'saved' || told === 'added') {
      const outcome = told === 'added' ? { kind: 'added' as const } : outcomeOf(deps, opened);
      return show(c, lang, { opened, typed: {}, told: { kind: 'saved', outcome } });
    }
    const kept = await deps.takeKeptForm(c.var.staff.id, c.req.path);
    if (!kept) return show(c, lang, { opened, typed: {}, told: null });
    const { fields: typed, keptAt: at } = kept;
    return show(c, lang, { opened, typed, told: { kind: 'kept', at }, base: typed['base'] });
  }

  async function act(c: Context<StaffEnv>, lang: Lang): Promise<Response> {
    const typed: Typed = c.var.fields;
    const deed = deedOf(typed);
    if (deed === 'save') return save(c, lang, typed);
    const found = await openPosting(deps, postingOf(c));
    if (!found.ok) return cannot(c, lang, found.error.kind, typed);
    const { opened } = found;
    if (deed === 'live') return live(c, lang, opened, typed);
    if (deed === 'theirs') {
      const yours = textsOf(typed);
      return show(c, lang, { opened, typed: {}, told: { kind: 'theirs' }, yours });
    }
    const base = typed['base'];
    const told = { kind: 'unsaved' as const };
    return show(c, lang, { opened, typed, told, base, preview: deed === 'preview' });
  }

  async function save(c: Context<StaffEnv>, lang: Lang, typed: Typed): Promise<Response> {
    const { staff } = c.var;
    const posting = postingOf(c);
    const opened = await openPosting(deps, posting);
    if (!opened.ok) return cannot(c, lang, opened.error.kind, typed);
    const title = messages(lang)('message.default', { title: titlesOf(opened.opened)[lang] });
    const saved = await savePosting(saving, staff, posting, typed, messageOf(typed, title));
    if (saved.ok) {
      return c.redirect(`${href('desk.postingEdit', lang, { posting })}?told=saved`, 303);
    }
    const { error } = saved;
    if (error.kind === 'conflict') {
      const { theirs, mine } = error;
      const told = { kind: 'conflict' as const, theirs: theirs.sources, mine };
      return show(c, lang, { opened: theirs, typed, told }, 409);
    }
    if (error.kind === 'not-a-pair' || error.kind === 'unreadable' || error.kind === 'unknown') {
      return cannot(c, lang, error.kind, typed);
    }
    const base = typed['base'];
    if (error.kind === 'fields') {
      const { problems } = error;
      return show(c, lang, { opened: opened.opened, typed, told: null, base, problems }, 422);
    }
    if (error.kind === 'failed') deps.log.error({ said: error.said }, 'posting could not be saved');
    const told = { kind: 'failed' as const, says: failureWords(error, lang) };
    return show(c, lang, { opened: opened.opened, typed, told, base }, 503);
  }

  async function show(
    c: Context<StaffEnv>,
    lang: Lang,
    shown: Shown,
    status: 200 | 409 | 422 | 503 = 200,
  ): Promise<Response> {
    const { opened, typed, told, problems = [] } = shown;
    const edited = typedSources(opened.sources, typed);
    const sources = edited.ok ? edited.sources : opened.sources;
    const title = titlesOf(opened);
    const view: EditView = {
      lang,
      opened,
      title,
      csrf: c.var.staff.csrf,
      typed,
      base: shown.base ?? opened.base,
      yours: shown.yours ?? unshown(opened, typed),
      message: (await deps.contentSource.keepsCommits())
        ? messages(lang)('message.default', { title: title[lang] })
        : null,
      findings: await findFindings(opened.files, sources, checking(lang)),
      problems: edited.ok ? problems : edited.problems,
      preview: shown.preview ? preview(sources) : null,
      told,
    };
    return deps.render(c, editPage(view), status);
  }

  function preview(sources: Opened['sources']): EditView['preview'] {
    const { origins, payTables, closingSoonDays, postings, clock } = deps;
    const { site } = postings.snapshot();
    const pages = previewPages(sources, {
      site,
      origins,
      payTables,
      closingSoonDays,
      now: clock(),
    });
    return pages ? { en: deps.renderHtml(pages.en), fr: deps.renderHtml(pages.fr) } : 'unreadable';
  }

  /** The findings alone, while the author writes. */
  async function live(
    c: Context<StaffEnv>,
    lang: Lang,
    opened: Opened,
    typed: Typed,
  ): Promise<Response> {
    const t = messages(lang);
    const edited = typedSources(opened.sources, typed);
    const sources = edited.ok ? edited.sources : opened.sources;
    const findings = await findFindings(opened.files, sources, checking(lang));
    c.header('Cache-Control', 'private, no-store');
    return c.html(
      renderToString(
        <LangProvider lang={lang}>
          <p id="findings">{summaryOf({ findings }, t)}</p>
          {textParts.map((part) => (
            <Findings key={part} part={part} findings={findings} t={t} />
          ))}
        </LangProvider>,
      ),
    );
  }

  function checking(lang: Lang) {
    return { now: deps.clock(), contentFolder: deps.contentFolder, lang };
  }

  function cannot(
    c: Context<StaffEnv>,
    lang: Lang,
    why: 'unknown' | 'not-a-pair' | 'unreadable',
    typed: Typed,
  ): Response | Promise<Response> {
    if (why === 'unknown') return c.notFound();
    return deps.render(c, cannotPage(lang, postingOf(c), why, textsOf(typed)), 409);
  }
}

function postingOf(c: Context<StaffEnv>): string {
  return c.req.param('posting') ?? '';
}

function titlesOf({ sources, translationKey }: Opened): Localized {
  const title = (lang: Lang): string => {
    const parts = readParts(sources[lang]);
    return (parts.kind === 'fields' && parts.title) || translationKey;
  };
  return { en: title('en'), fr: title('fr') };
}

const writing = /^(?:en|fr)-(?:title|description|body|whole)$|^facts$/;

function textsOf(typed: Typed): string[] {
  return Object.entries(typed).flatMap(([name, text]) =>
    writing.test(name) && text?.trim() ? [text] : [],
  );
}

/** What was typed in fields that the form no longer has, because a file is now another kind. */
function unshown({ sources, factsInside }: Opened, typed: Typed): string[] {
  const gone = (name: string): boolean => {
    if (name === 'facts') return factsInside;
    const whole = readParts(sources[name.startsWith('fr-') ? 'fr' : 'en']).kind === 'whole';
    return whole !== name.endsWith('-whole');
  };
  return textsOf(
    Object.fromEntries(Object.entries(typed).filter(([name]) => writing.test(name) && gone(name))),
  );
}
