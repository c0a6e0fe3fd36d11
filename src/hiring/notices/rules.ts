import type { Addressee, BatchState, Draft, Selection, Standing } from './model.ts';

/** Whether an application gets a notice as asked for, or why it does not. */
export function standingOf(addressee: Addressee, draft: Draft): Standing {
  if (addressee.status === 'withdrawn') return 'withdrawn';
  if (draft.template === 'update') {
    return draft.statuses.some((status) => status === addressee.status) ? 'fits' : 'other-status';
  }
  const { decision } = addressee;
  // Sent again since that decision, the application is to be screened again.
  if (!decision || addressee.status === 'received') return 'undecided';
  if (decision.outcome !== draft.template) return 'decided-otherwise';
  if (addressee.told) return 'told';
  return addressee.waiting ? 'waiting' : 'fits';
}

export type LeftOut = { addressee: Addressee; why: Exclude<Standing, 'fits'> };

/** Those that a notice fits, and the others with the reason, each in the order given. */
export function sortOut(
  addressees: readonly Addressee[],
  draft: Draft,
): { fits: Addressee[]; leftOut: LeftOut[] } {
  const fits: Addressee[] = [];
  const leftOut: LeftOut[] = [];
  for (const addressee of addressees) {
    const why = standingOf(addressee, draft);
    if (why === 'fits') fits.push(addressee);
    else leftOut.push({ addressee, why });
  }
  return { fits, leftOut };
}

export function isChosen({ mode, ids }: Selection, id: string): boolean {
  return mode === 'all' ? !ids.has(id) : ids.has(id);
}

/** The selection after a page of the list was sent: what was shown on it, and ticked. */
export function afterPage(
  { mode, ids }: Selection,
  shown: readonly string[],
  ticked: ReadonlySet<string>,
): Selection {
  const next = new Set(ids);
  for (const id of shown) {
    if (ticked.has(id) === (mode === 'only')) next.add(id);
    else next.delete(id);
  }
  return { mode, ids: next };
}

/** Both languages in turn, as long as there are both: who checks letters sees each early. */
export function inTurn<Row extends { lang: 'en' | 'fr' }>(rows: readonly Row[]): Row[] {
  const english = rows.filter(({ lang }) => lang === 'en');
  const french = rows.filter(({ lang }) => lang === 'fr');
  const longer = Math.max(english.length, french.length);
  return Array.from({ length: longer }, (_, at) => [english[at], french[at]])
    .flat()
    .filter((row) => row !== undefined);
}

export type PageOf<Row> = {
  rows: Row[];
  /** From 1; the last page where a later one was asked for. */
  page: number;
  pages: number;
  /** Number of the first row, from 1; 0 where there is none. */
  first: number;
  total: number;
};

export function pageOf<Row>(rows: readonly Row[], asked: number, size: number): PageOf<Row> {
  const place = placeOf(rows.length, asked, size);
  return { ...place, rows: rows.slice(place.first - 1, place.first - 1 + size) };
}

/** Where a page lies in a list that is not read whole. */
export function placeOf(total: number, asked: number, size: number): Omit<PageOf<never>, 'rows'> {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, total, first: total === 0 ? 0 : (page - 1) * size + 1 };
}

/** Where a batch stands. What has begun is carried through: it can be stopped no more. */
export function stateOf(batch: {
  stoppedAt: Date | null;
  leftAt: Date | null;
  left: number;
  heldBack: number;
}): BatchState {
  if (batch.stoppedAt) return 'stopped';
  if (batch.leftAt) return 'left';
  return batch.left + batch.heldBack > 0 ? 'sending' : 'waiting';
}
