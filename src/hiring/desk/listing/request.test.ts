import { describe, expect, it } from 'vitest';
import { listQuery, parseListRequest, searchTerms } from './request.ts';

describe('the address of a list', () => {
  it.each([
    ['', ''],
    [
      'q=zo%C3%AB&status=received&lang=fr&sort=-name',
      '?q=zo%C3%AB&status=received&lang=fr&sort=-name',
    ],
    ['sort=-submitted', ''],
    ['sort=submitted', '?sort=submitted'],
    ['sort=reference&after=abc', '?sort=reference&after=abc'],
    ['before=abc', '?before=abc'],
    ['after=a&before=b', '?after=a'],
    ['status=hired&lang=de&sort=email&page=2', ''],
    ['q=%20%20a%0A%00b%20', '?q=a+b'],
    ['sort=--name', ''],
  ])('reads «%s» and is written «%s»', (query, written) => {
    const { request, position } = parseListRequest(
      Object.fromEntries(new URLSearchParams(query)),
      true,
    );
    expect(listQuery(request, position)).toBe(written);
  });

  it('has no order by name for those who may not know names', () => {
    expect(parseListRequest({ sort: 'name' }, false).request).toMatchObject({
      sort: 'submitted',
      direction: 'descending',
    });
  });

  it('looks for each word, without accents, a few at most', () => {
    expect(searchTerms('Zoë  L’Écuyer')).toEqual(['zoe', "l'ecuyer"]);
    expect(searchTerms('a b c d e f g h i j')).toHaveLength(8);
    expect(parseListRequest({ q: 'x'.repeat(999) }, true).request.search).toHaveLength(200);
  });
});
