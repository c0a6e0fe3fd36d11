import { describe, expect, it } from 'vitest';
import { checkText } from '../support/checking.ts';
import { targetOf } from './target.ts';

describe('the language of an address', () => {
  it.each([
    ['https://www.canada.ca/en/a.html', 'en'],
    ['https://www.canada.ca/fr/a.html', 'fr'],
    ['https://a.gc.ca/view-visualiser-eng.aspx?id=1', 'en'],
    ['https://a.gc.ca/view-visualiser-fra.aspx?id=1', 'fr'],
    ['https://digital.canada.ca/', 'en'],
    ['https://numerique.canada.ca/', 'fr'],
    ['https://laws-lois.justice.gc.ca/fra/lois/p-21/', 'fr'],
    ['https://fr.wikipedia.org/wiki/Canada', 'fr'],
    ['https://example.org/a?lang=en', 'en'],
    ['https://example.org/a_f.html', 'fr'],
    ['https://www.google.com/url?q=https://www.canada.ca/fr/a.html&sa=D', 'fr'],
    ['https://example.org/languages/french', null],
    ['https://github.com/team/plan-e', null],
    ['https://bit.ly/abc', null],
  ])('%s', (href, lang) => {
    expect(targetOf(href)?.lang).toBe(lang);
  });

  it('knows one page in its two languages', () => {
    const en = targetOf('https://a.gc.ca/view-eng.aspx?id=1&utm_source=x');
    const fr = targetOf('https://a.gc.ca/view-fra.aspx?id=1');
    expect(en?.exact).toBe(fr?.exact);
  });

  it('has none for what is not of the web', () => {
    expect(targetOf('mailto:a@sample.example')).toBeNull();
  });
});

describe('fixes', () => {
  it.each([
    ['[a page](https://www.google.com/url?q=https://a.org/b&sa=D)', '[a page](https://a.org/b)'],
    ['[a page](https://a.org/b?x=1&utm_source=mail#c)', '[a page](https://a.org/b?x=1#c)'],
    ['[a page](http://a.org/b)', '[a page](https://a.org/b)'],
    ['[a page](www.a.org/b)', '[a page](https://www.a.org/b)'],
  ])('%s', (before, after) => {
    expect(checkText('en', before, 'links').fixed).toBe(after);
  });
});

it('excuses a link that says its language', () => {
  const text = 'Le [rapport](https://a.org/en/b) (en anglais seulement) paraît.';
  expect(checkText('fr', text, 'links/target-language').findings).toEqual([]);
});
