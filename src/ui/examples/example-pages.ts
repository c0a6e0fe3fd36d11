import type { ComponentChildren } from 'preact';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { componentsExample } from './components-example.tsx';
import { applicationExample, applicationsExample } from './desk-examples.tsx';
import { formExample } from './form-example.tsx';
import { listExample } from './list-example.tsx';
import { postingExample } from './posting-example.tsx';

/** The shape of the layout's `Page`, which ui does not import: what it renders is handed to it. */
export type ExamplePage = {
  lang: Lang;
  title: string;
  description?: string;
  area: 'site' | 'desk';
  alternates: Localized;
  body: ComponentChildren;
  islands?: readonly 'word-counter'[];
  indexable?: boolean;
};

/** Whole pages made of the components, in both languages: for eyes and for the axe tests. */
export function examplePages(): ExamplePage[] {
  return langs.flatMap((lang) => [
    postingExample(lang),
    listExample(lang),
    formExample(lang, 'empty'),
    formExample(lang, 'with-problems'),
    applicationsExample(lang),
    applicationExample(lang),
    componentsExample(lang),
  ]);
}
