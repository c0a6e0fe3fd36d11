import {
  type Catalogue,
  type Posting,
  acceptsApplications,
  apiId,
  isPublic,
  nextChangeOf,
  postingOfApiId,
  slugify,
} from '#hiring/postings';
import { type ProcessFacts, payOf } from '#hiring/process-facts';
import { type Lang, langs } from '#platform/i18n';
import type { Validity } from '#web/page-cache.ts';
import type { LeverApiDeps } from './deps.ts';
import type { LeverPosting } from './model.ts';
import { leverPosting } from './posting-object.ts';
import { type Board, boardOf } from './rules/board.ts';

/** A posting that an id stands for, in the language to show it in. */
export type FoundPosting = {
  posting: Posting;
  lang: Lang;
  /** Whether the id stands for that language only. */
  isOneLanguage: boolean;
  open: boolean;
};

/** The boards of the API over the catalogue of this moment. */
export type BoardPostings = {
  catalogue: Catalogue;
  /** Throws where there is no catalogue because the database was away. */
  board(asked: string): Board | null;
  /** Open postings in the catalogue's order; both languages of each where `lang` is null. */
  list(lang: Lang | null): readonly LeverPosting[];
  object(posting: Posting, lang: Lang): LeverPosting;
  /** Null for an id of nothing, of a scheduled posting, or of a language that is not on the board. */
  find(board: Board, id: string, asked: Lang | null): FoundPosting | null;
  validity(): Validity;
};

type Named = Pick<LeverApiDeps, 'siteName' | 'postings' | 'origins'>;

function siteNameOf({ siteName, postings }: Named): string {
  return siteName ?? slugify(postings.snapshot().site.organization.en, 'en');
}

/** Where the whole list is, to show to whoever runs the site. */
export function listAddress(deps: Named): string {
  return `${deps.origins.en}/v0/postings/${siteNameOf(deps)}?mode=json`;
}

/** What stays true of a catalogue until the clock changes the state or the pay of a posting. */
type Moment = {
  from: Date;
  until: Date | null;
  lists: Map<Lang | null, LeverPosting[]>;
  objects: Map<Posting, Partial<Record<Lang, LeverPosting>>>;
};

const moments = new WeakMap<Catalogue, Moment>();

export function boardPostings(deps: LeverApiDeps): BoardPostings {
  const { postings, clock, origins, closingSoonDays } = deps;
  const catalogue = postings.snapshot();
  if (catalogue.outage) throw catalogue.outage;
  const { organization } = catalogue.site;
  const publisher = {
    origins,
    organization,
    payOf: (facts: ProcessFacts) => payOf(facts, deps.payTables, clock()),
  };
  const isOpen = (posting: Posting): boolean => acceptsApplications(postings.stateOf(posting));
  const object = (posting: Posting, lang: Lang): LeverPosting => {
    const { objects } = moment();
    const made = objects.get(posting) ?? {};
    objects.set(posting, made);
    return (made[lang] ??= leverPosting(posting, lang, publisher));
  };
  const moment = (): Moment => {
    const now = clock();
    const known = moments.get(catalogue);
    if (known && now >= known.from && !(known.until && now >= known.until)) return known;
    const until = nextChangeOf(catalogue.postings, now, closingSoonDays, deps.payTables);
    const made: Moment = { from: now, until, lists: new Map(), objects: new Map() };
    moments.set(catalogue, made);
    return made;
  };
  const makeList = (lang: Lang | null): LeverPosting[] =>
    catalogue.postings.filter(isOpen).flatMap((posting) => {
      // Both languages under one id are one posting to a client: English, unless it asks.
      const shared = apiId(posting, 'en') === apiId(posting, 'fr');
      const shown = lang ? [lang] : shared ? (['en'] as const) : langs;
      return shown.map((one) => object(posting, one));
    });
  return {
    catalogue,
    board: (asked) => boardOf(siteNameOf(deps), asked),
    object,
    list(lang) {
      const { lists } = moment();
      const list = lists.get(lang) ?? makeList(lang);
      lists.set(lang, list);
      return list;
    },
    find(board, id, asked) {
      const found = postingOfApiId(catalogue.postings, id);
      if (!found || !isPublic(postings.stateOf(found.posting))) return null;
      const candidates = found.langs.filter((lang) => board.lang === null || lang === board.lang);
      const lang = candidates.find((one) => one === asked) ?? candidates[0];
      if (!lang) return null;
      const { posting } = found;
      return { posting, lang, isOneLanguage: found.langs.length === 1, open: isOpen(posting) };
    },
    validity: () => ({ revision: catalogue.revision, until: moment().until }),
  };
}
