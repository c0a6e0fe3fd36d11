import type { Lang, Localized } from '#platform/i18n';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  FileField,
  Form,
  Honeypot,
  type Problem,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Disclosure } from '#ui/disclosure';
import { Notice } from '#ui/notice';
import type { ExamplePage } from './example-pages.ts';
import { type FormWords, formWords } from './form-words.ts';
import { sampleAlternates, samplePaths, samplePosting } from './posting-sample.ts';

const statement: Localized = {
  en: 'I have run a counter for six years, and I have redesigned one.',
  fr: 'J’ai tenu un comptoir pendant six ans, et j’en ai repensé un.',
};

/** An application form, untouched or sent back with something to fix. */
export function formExample(lang: Lang, state: 'empty' | 'with-problems'): ExamplePage {
  const w = formWords[lang];
  const sent = state === 'with-problems';
  const problems: Problem[] = sent
    ? [
        { field: 'email', message: w.problems.email },
        { field: 'statement', message: w.problems.statement },
        { field: 'language', message: w.problems.language },
        { field: 'consent', message: w.problems.consent },
      ]
    : [];
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, w.title, problems.length),
    alternates: sampleAlternates('apply'),
    islands: ['word-counter'],
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading kicker={samplePosting[lang].title} title={w.title} lead={w.lead} />
        {!sent && (
          <Notice kind="info">
            <p>{w.notice}</p>
          </Notice>
        )}
        <Form action={samplePaths.apply(lang)} csrf="sample" multipart>
          <Honeypot name="website" />
          <Contact lang={lang} w={w} problems={problems} sent={sent} />
          <Answers lang={lang} w={w} problems={problems} sent={sent} />
          <Actions>
            <Button>{w.send}</Button>
            <a href={samplePaths.posting(lang)}>{w.back}</a>
          </Actions>
        </Form>
      </>
    ),
  };
}

type PartProps = { lang: Lang; w: FormWords; problems: readonly Problem[]; sent: boolean };

function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message;
}

function Contact({ w, problems, sent }: PartProps) {
  return (
    <Fieldset legend={w.contact}>
      <TextField
        name="name"
        label={w.name}
        hint={w.nameHint}
        required
        autocomplete="name"
        value={sent ? 'Zoë Łuczak-O’Brien' : undefined}
      />
      <TextField
        name="email"
        type="email"
        label={w.email}
        required
        autocomplete="email"
        value={sent ? 'zoe@' : undefined}
        problem={problemOf(problems, 'email')}
      />
      <TextField
        name="phone"
        type="tel"
        label={w.phone}
        required={false}
        autocomplete="tel"
        width="medium"
      />
      <RadioGroup
        name="language"
        label={w.language}
        hint={w.languageHint}
        required
        inline
        options={w.languages}
        problem={problemOf(problems, 'language')}
      />
    </Fieldset>
  );
}

function Answers({ lang, w, problems, sent }: PartProps) {
  return (
    <Fieldset legend={w.answers}>
      <FileField
        name="resume"
        label={w.resume}
        hint={w.resumeHint}
        required
        accept=".pdf,.docx,.doc,.odt,.rtf,.txt"
        kept={sent ? { filename: 'zoe-luczak.pdf', size: w.size } : undefined}
      />
      <TextArea
        name="statement"
        label={w.statement}
        hint={w.statementHint}
        required
        wordLimit={300}
        rows={8}
        value={sent ? `${statement[lang]} `.repeat(26).trim() : undefined}
        problem={problemOf(problems, 'statement')}
      />
      <CheckboxGroup name="skills" label={w.skills} required={false} options={w.skillOptions} />
      <Select name="source" label={w.source} required={false} placeholder options={w.sources} />
      <Disclosure summary={w.privacy}>
        <p>{w.privacyText}</p>
      </Disclosure>
      <Checkbox
        name="consent"
        label={w.consent}
        required
        problem={problemOf(problems, 'consent')}
      />
    </Fieldset>
  );
}
