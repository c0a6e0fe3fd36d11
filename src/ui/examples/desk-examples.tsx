import type { Lang, Localized } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { Facts } from '#ui/facts';
import { Filters } from '#ui/filters';
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Pagination } from '#ui/pagination';
import { Prose } from '#ui/prose';
import { Pane, Split } from '#ui/split';
import { Timeline } from '#ui/timeline';
import { type DeskWords, type SampleApplication, deskWords } from './desk-words.ts';
import type { ExamplePage } from './example-pages.ts';

const listPaths: Localized = {
  en: '/en/staff/processes/sample/applications',
  fr: '/fr/personnel/processus/sample/candidatures',
};

const applicationPaths: Localized = {
  en: '/en/staff/applications/2',
  fr: '/fr/personnel/candidatures/2',
};

/** The applications of a process, in a dense table. */
export function applicationsExample(lang: Lang): ExamplePage {
  const w = deskWords[lang];
  return {
    lang,
    area: 'desk',
    title: w.applications,
    alternates: listPaths,
    body: (
      <>
        <Breadcrumbs items={[{ href: '#', label: w.processes }]} />
        <PageHeading kicker={w.posting} title={w.applications} />
        <Filters
          action={listPaths[lang]}
          label={w.filters}
          active={1}
          clearHref={listPaths[lang]}
          search={<TextField name="q" type="search" label={w.search} />}
        >
          <Select
            name="state"
            label={w.state}
            placeholder={w.all}
            options={w.states.map((label) => ({ value: label, label }))}
          />
        </Filters>
        <DataTable
          caption={w.applications}
          captionHidden
          columns={columns(w, lang)}
          rows={w.rows}
          rowKey={({ id }) => id}
        />
        <Pagination previous="?before=1" next="?after=3" summary={w.page} />
      </>
    ),
  };
}

function columns({ columns: c }: DeskWords, lang: Lang): Column<SampleApplication>[] {
  return [
    {
      key: 'name',
      header: c.name,
      rowHeader: true,
      cell: ({ name }) => <a href={applicationPaths[lang]}>{name}</a>,
    },
    {
      key: 'received',
      header: c.received,
      fit: true,
      cell: ({ received }) => received,
      sort: { href: '?sort=received', direction: 'ascending' },
    },
    { key: 'language', header: c.language, cell: ({ language }) => language },
    {
      key: 'words',
      header: c.words,
      align: 'end',
      cell: ({ words }) => words,
      sort: { href: '?sort=words', direction: null },
    },
    {
      key: 'state',
      header: c.state,
      cell: ({ tone, state }) => <Badge tone={tone}>{state}</Badge>,
    },
  ];
}

/** One application: what was sent beside what is decided. */
export function applicationExample(lang: Lang): ExamplePage {
  const w = deskWords[lang];
  const second = w.rows[1];
  return {
    lang,
    area: 'desk',
    title: second?.name ?? '',
    alternates: applicationPaths,
    islands: ['word-counter'],
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: '#', label: w.processes },
            { href: listPaths[lang], label: w.applications },
          ]}
        />
        <PageHeading title={second?.name ?? ''}>
          <Facts inline items={w.factsOf} />
        </PageHeading>
        <Split first={<Reading w={w} />} second={<Deciding w={w} />} />
      </>
    ),
  };
}

function Reading({ w }: { w: DeskWords }) {
  return (
    <>
      <Pane id="statement-title" title={w.statement}>
        <Prose>
          <p>{w.statementText}</p>
        </Prose>
      </Pane>
      <Pane
        id="resume-title"
        title={w.resume}
        scroll
        actions={
          <ButtonLink variant="secondary" small href="#resume" download>
            {w.download}
          </ButtonLink>
        }
      >
        <Prose>
          {w.resumeText.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Prose>
      </Pane>
    </>
  );
}

function Deciding({ w }: { w: DeskWords }) {
  return (
    <>
      <Pane id="decision-title" title={w.decision}>
        <Form action="#" csrf="sample">
          <RadioGroup name="outcome" label={w.outcome} required inline options={w.outcomes} />
          <Select name="reason" label={w.reason} required placeholder options={w.reasons} />
          <TextArea
            name="words"
            label={w.words}
            hint={w.wordsHint}
            required
            rows={4}
            wordLimit={100}
          />
          <Actions>
            <Button>{w.record}</Button>
          </Actions>
        </Form>
      </Pane>
      <Pane id="history-title" title={w.history}>
        <Timeline entries={w.events} />
      </Pane>
    </>
  );
}
