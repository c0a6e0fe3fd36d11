import { type Lang, isLang, preferredLang } from '#platform/i18n';
import { type Grouping, groupings } from '../model.ts';
import type { Board } from './board.ts';

export const modes = ['json', 'html', 'iframe'] as const;
export type Mode = (typeof modes)[number];

/** Which postings are asked for, and in which form. */
export type ListRequest = {
  mode: Mode;
  /** One language, or null for every posting in each of its languages. */
  lang: Lang | null;
  filters: Readonly<Record<Grouping | 'level', readonly string[]>>;
  group: Grouping | null;
  skip: number;
  /** Null for all. */
  limit: number | null;
  /** Of frames: addresses of a style sheet and of the page that passes the height on. */
  css: string | null;
  resize: string | null;
};

/** Reads the query of a list. What is misspelt counts as not asked. */
export function parseListRequest(
  board: Board,
  query: URLSearchParams,
  headers: { accept: string | undefined; acceptLanguage: string | undefined },
): ListRequest {
  const values = (name: string): string[] => query.getAll(name).filter((value) => value !== '');
  const group = query.get('group');
  return {
    mode: modeOf(query.get('mode'), headers.accept),
    lang: askedLang(board, query, headers.acceptLanguage),
    filters: {
      location: values('location'),
      commitment: values('commitment'),
      team: values('team'),
      department: values('department'),
      level: values('level'),
    },
    group: groupings.find((one) => one === group) ?? null,
    skip: count(query.get('skip')) ?? 0,
    limit: count(query.get('limit')),
    css: query.get('css'),
    resize: query.get('resize'),
  };
}

/** The language that is asked for: by the board's name, else `lang`, else the client's own. */
export function askedLang(
  board: Board,
  query: URLSearchParams,
  acceptLanguage: string | undefined,
): Lang | null {
  const lang = query.get('lang');
  return board.lang ?? (isLang(lang) ? lang : preferredLang(acceptLanguage));
}

function modeOf(asked: string | null, accept: string | undefined): Mode {
  const mode = modes.find((mode) => mode === asked);
  if (mode) return mode;
  const html = weightOf(accept, 'text/html') ?? 0;
  const json = weightOf(accept, 'application/json') ?? weightOf(accept, '*/*') ?? 0;
  return html > json ? 'html' : 'json';
}

/** Weight of a media type in an `Accept` header (RFC 9110, 12.5.1); null where it is not named. */
function weightOf(accept: string | undefined, type: string): number | null {
  for (const part of (accept ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';');
    if (name.trim().toLowerCase() !== type) continue;
    const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find(Boolean);
    return q === undefined ? 1 : Number(q);
  }
  return null;
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
