import { describe, expect, it } from 'vitest';
import { boardOf } from './board.ts';
import { parseListRequest } from './list-request.ts';

const parse = (query: string, accept?: string, acceptLanguage?: string, name = 'acme') =>
  parseListRequest(boardOf('acme', name)!, new URLSearchParams(query), { accept, acceptLanguage });

describe('the request for a list', () => {
  it.each([
    ['', undefined, 'json'],
    ['', '*/*', 'json'],
    ['', 'application/json, text/plain, */*', 'json'],
    ['', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['', 'application/json, text/html;q=0.5', 'json'],
    ['mode=json', 'text/html', 'json'],
    ['mode=iframe', 'application/json', 'iframe'],
    ['mode=xml', 'text/html', 'html'],
  ])('"%s" accepting %s is %s', (query, accept, mode) => {
    expect(parse(query, accept).mode).toBe(mode);
  });

  it.each([
    ['acme', '', undefined, null],
    ['acme', '', '*', null],
    ['acme', '', 'fr-CA,en;q=0.5', 'fr'],
    ['acme', 'lang=en', 'fr', 'en'],
    ['acme-fr', 'lang=en', 'en', 'fr'],
    ['acme', 'lang=de', 'de', null],
  ])('%s?%s from %s speaks %s', (name, query, acceptLanguage, lang) => {
    expect(parse(query, undefined, acceptLanguage, name).lang).toBe(lang);
  });

  it('reads repeated filters, and counts nonsense as not asked', () => {
    expect(parse('team=A&team=B&level=&skip=-1&limit=x&group=colour')).toMatchObject({
      filters: { team: ['A', 'B'], level: [], location: [] },
      skip: 0,
      limit: null,
      group: null,
    });
  });

  it('knows its boards by their exact names', () => {
    expect(boardOf('acme', 'ACME')).toBeNull();
    expect(boardOf('acme', 'acme-de')).toBeNull();
    expect(boardOf('acme', 'acme')).toEqual({ lang: null });
  });
});
