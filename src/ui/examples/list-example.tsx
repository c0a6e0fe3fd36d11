import { type Lang, type Localized } from '#platform/i18n';
import { Filters } from '#ui/filters';
import { Select, TextField } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Pagination } from '#ui/pagination';
import { PostingCard, PostingList } from '#ui/posting-card';
import type { ExamplePage } from './example-pages.ts';
import { sampleAlternates, samplePaths, samplePosting } from './posting-sample.ts';

const words: Localized<{
  title: string;
  lead: string;
  filters: string;
  search: string;
  place: string;
  places: string[];
  any: string;
  language: string;
  languages: string[];
  count: string;
  soon: string;
  facts: string[];
  second: { title: string; facts: string[]; closing: string; summary: string };
  third: { title: string; facts: string[]; closing: string };
}> = {
  en: {
    title: 'Work with us',
    lead: 'Jobs for people who make public services simpler. Each one is open to anyone in Canada.',
    filters: 'Search and filter jobs',
    search: 'Search jobs',
    place: 'Location',
    places: ['Anywhere in Canada', 'Gatineau', 'Moncton'],
    any: 'All',
    language: 'Language requirement',
    languages: ['Bilingual', 'English or French'],
    count: '3 jobs',
    soon: 'Closing soon',
    facts: ['Anywhere in Canada', 'IT-03', 'Term of 2 years', 'Bilingual'],
    second: {
      title: 'Accessibility specialist',
      facts: ['Moncton', 'IT-02', 'Permanent', 'English or French'],
      closing: 'Closes August 14, 2026',
      summary: 'Test with the people who need it most, and teach four teams to do the same.',
    },
    third: {
      title: 'Join our talent pool',
      facts: ['Anywhere in Canada', 'Several levels'],
      closing: 'Always open',
    },
  },
  fr: {
    title: 'Travaillez avec nous',
    lead: 'Des emplois pour les personnes qui simplifient les services publics. Tout le monde au Canada peut postuler.',
    filters: 'Rechercher et filtrer les offres d’emploi',
    search: 'Rechercher une offre d’emploi',
    place: 'Lieu de travail',
    places: ['Partout au Canada', 'Gatineau', 'Moncton'],
    any: 'Tous',
    language: 'Exigence linguistique',
    languages: ['Bilingue', 'Français ou anglais'],
    count: '3 offres d’emploi',
    soon: 'Se termine bientôt',
    facts: ['Partout au Canada', 'IT-03', 'Durée déterminée de 2 ans', 'Bilingue'],
    second: {
      title: 'Spécialiste de l’accessibilité',
      facts: ['Moncton', 'IT-02', 'Durée indéterminée', 'Français ou anglais'],
      closing: 'Date limite : 14 août 2026',
      summary:
        'Menez des essais avec les personnes qui en ont le plus besoin, et apprenez à quatre équipes à en faire autant.',
    },
    third: {
      title: 'Joignez-vous à notre bassin de talents',
      facts: ['Partout au Canada', 'Plusieurs niveaux'],
      closing: 'Ouverte en tout temps',
    },
  },
};

/** The list of jobs, with search and filters. */
export function listExample(lang: Lang): ExamplePage {
  const w = words[lang];
  const posting = samplePosting[lang];
  const option = (label: string) => ({ value: label, label });
  return {
    lang,
    area: 'site',
    title: w.title,
    description: w.lead,
    alternates: sampleAlternates('list'),
    indexable: true,
    body: (
      <>
        <PageHeading wheels title={w.title} lead={w.lead} />
        <Filters
          action={samplePaths.list(lang)}
          label={w.filters}
          active={0}
          clearHref={samplePaths.list(lang)}
          search={<TextField name="q" type="search" label={w.search} />}
        >
          <Select name="place" label={w.place} placeholder={w.any} options={w.places.map(option)} />
          <Select
            name="language"
            label={w.language}
            placeholder={w.any}
            options={w.languages.map(option)}
          />
        </Filters>
        <PostingList>
          <PostingCard
            href={samplePaths.posting(lang)}
            title={posting.title}
            summary={posting.description}
            facts={w.facts}
            closing={posting.closing}
            state={{ tone: 'warning', label: w.soon }}
          />
          <PostingCard href="#" {...w.second} />
          <PostingCard href="#" {...w.third} />
        </PostingList>
        <Pagination previous={null} next="?after=3" summary={w.count} />
      </>
    ),
  };
}
