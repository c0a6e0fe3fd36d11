import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { dataTableExamples } from './examples.tsx';

const html = renderIn('fr', dataTableExamples);

it('names itself, its columns and its rows', () => {
  expect(html).toContain('<caption>Sample rows</caption>');
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  expect(html.match(/<th scope="row"/g)).toHaveLength(2);
});

it('says how it is sorted, to the eye and to a screen reader', () => {
  expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"']);
  expect(html).toContain('(ordre décroissant)');
});

it('stays a table and keeps its labels when a narrow screen turns rows into cards', () => {
  expect(html.match(/role="cell"/g)).toHaveLength(2);
  expect(html.match(/role="row"/g)).toHaveLength(3);
  expect(html.match(/data-label="Count"/g)).toHaveLength(2);
  expect(html.match(/class="cell-end cell-fit"/g)).toHaveLength(3);
});
