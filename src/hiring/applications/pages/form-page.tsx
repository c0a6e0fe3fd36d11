import { formatBytes, formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Fieldset,
  FileField,
  Form,
  Honeypot,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { href } from '#web/routes.ts';
import type { Page } from '#web/page.ts';
import { fieldNames } from '../forms.ts';
import { messages } from '../messages/index.ts';
import {
  heardFromChoices,
  resumeByteLimit,
  statementWordLimit,
  workSampleLimit,
} from '../model.ts';
import type { FormView } from './form-view.ts';
import { problemTexts } from './problem-texts.ts';

/** Name of the field that only robots fill in. Not "url" or "phone", which browsers would fill. */
export const trapField = 'fax_extension';

/** Extensions offered by the file picker; the server decides by content. */
const accepted = '.pdf,.docx,.doc,.odt,.rtf,.txt';

/** The application form: one page, fresh or as it came back, with everything that was typed. */
export function formPage(view: FormView): Page {
  const { lang, posting, typed } = view;
  const t = messages(lang);
  const said = problemTexts(lang, view);
  const problems = fieldNames.flatMap((field) => {
    const message = said[field];
    return message ? [{ field, message }] : [];
  });
  const title = t('form.title', { title: posting.title });
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, title, problems.length),
    alternates: posting.formPaths,
    islands: ['word-counter'],
    body: (
      <>
        <Breadcrumbs items={[{ href: posting.paths[lang], label: posting.title }]} />
        {view.notice && (
          <Notice kind="warning" outcome>
            <p>{t(`notice.${view.notice}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={posting.title} kicker={t('form.heading')}>
          <p>
            <Deadline view={view} />
          </p>
        </PageHeading>
        <p class="lead">{t('form.encourage')}</p>
        <p>{t('optional.fields')}</p>
        <Form action={posting.formPaths[lang]} multipart>
          <input type="hidden" name="token" value={view.token} />
          <Honeypot name={trapField} />
          <Fieldset legend={t('form.section.you')}>
            <TextField
              name="name"
              label={t('field.name')}
              hint={t('field.name.hint')}
              value={typed['name']}
              problem={said.name}
              autocomplete="name"
              spellcheck={false}
              required
            />
            <TextField
              name="email"
              type="email"
              inputmode="email"
              label={t('field.email')}
              hint={t('field.email.hint')}
              value={typed['email']}
              problem={said.email}
              autocomplete="email"
              spellcheck={false}
              required
            />
            <TextField
              name="phone"
              type="tel"
              inputmode="tel"
              width="medium"
              label={t('field.phone')}
              hint={t('field.phone.hint')}
              value={typed['phone']}
              problem={said.phone}
              autocomplete="tel"
              required={false}
            />
          </Fieldset>
          <Fieldset legend={t('form.section.work')}>
            <FileField
              name="resume"
              label={t('field.resume')}
              hint={t('field.resume.hint', { size: formatBytes(resumeByteLimit, lang) })}
              problem={said.resume}
              accept={accepted}
              kept={
                view.keptResume
                  ? {
                      filename: view.keptResume.name,
                      size: formatBytes(view.keptResume.sizeBytes, lang),
                    }
                  : undefined
              }
              required
            />
            <TextArea
              name="statement"
              label={t('field.statement')}
              hint={t('field.statement.hint', { limit: statementWordLimit })}
              value={typed['statement']}
              problem={said.statement}
              wordLimit={statementWordLimit}
              rows={12}
              required
            />
            <TextArea
              name="samples"
              label={t('field.samples')}
              hint={t('field.samples.hint', { limit: workSampleLimit })}
              value={typed['samples']}
              problem={said.samples}
              rows={3}
              required={false}
            />
          </Fieldset>
          <Fieldset legend={t('form.section.us')}>
            <RadioGroup
              name="correspondence"
              label={t('field.correspondence')}
              value={typed['correspondence']}
              problem={said.correspondence}
              options={[
                { value: 'en', label: t('field.correspondence.en') },
                { value: 'fr', label: t('field.correspondence.fr') },
              ]}
              inline
              required
            />
            <Select
              name="heard"
              label={t('field.heard')}
              hint={t('field.heard.hint')}
              value={typed['heard']}
              problem={said.heard}
              options={heardFromChoices.map((value) => ({ value, label: t(`heard.${value}`) }))}
              required={false}
            />
          </Fieldset>
          <PrivacyNotice view={view} />
          <Checkbox
            name="consent"
            label={t('field.consent')}
            checked={typed['consent'] === 'yes'}
            problem={said.consent}
            required
          />
          <Accommodation view={view} />
          <p>
            <strong>{t('form.notSubmitted')}</strong>
          </p>
          <Actions>
            <Button>{t('form.send')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

function Deadline({ view }: { view: FormView }) {
  const { lang, posting } = view;
  const t = messages(lang);
  const { closesAt, timeZone } = posting;
  if (!closesAt) return <>{t('form.noDeadline')}</>;
  return (
    <>
      {t('form.deadline', {
        date: formatDate(closesAt, lang, timeZone),
        time: formatTime(closesAt, lang, timeZone),
        zone: formatTimeZone(closesAt, lang, timeZone),
      })}
    </>
  );
}

function PrivacyNotice({ view: { lang } }: { view: FormView }) {
  const t = messages(lang);
  return (
    <section aria-labelledby="privacy-notice">
      <h2 id="privacy-notice">{t('privacy.title')}</h2>
      <p>{t('privacy.purpose')}</p>
      <p>{t('privacy.keep')}</p>
      <p>{t('privacy.rights')}</p>
      <p>
        {t.rich('privacy.more', {
          link: (text) => <a href={href('site.privacy', lang)}>{text}</a>,
        })}
      </p>
    </section>
  );
}

function Accommodation({ view: { lang, posting } }: { view: FormView }) {
  const t = messages(lang);
  const path = `${href('accommodation.ask', lang)}?posting=${posting.id}`;
  return (
    <Notice kind="info" title={t('accommodation.title')}>
      <p>{t('accommodation.body')}</p>
      <p>{t.rich('accommodation.ask', { link: (text) => <a href={path}>{text}</a> })}</p>
    </Notice>
  );
}
