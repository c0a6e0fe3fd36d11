import { defaultTimeZone as timeZone } from '#hiring/postings';
import { type Lang, formatIsoDate } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type Problem,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { DisclosureProblems, Typed } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import type { Annotation } from '../model.ts';
import { Written } from './written.tsx';

export type BesideView = {
  lang: Lang;
  csrf: string;
  applicationId: string;
  reference: string;
  annotations: readonly Annotation[];
  disclosures: readonly { id: string; recipient: string; email: string; what: string; at: Date }[];
  typed: Typed;
  problems: DisclosureProblems;
  told: 'recorded' | 'kept' | null;
};

/** What stands beside an application: corrections, notations, and to whom it was given. */
export function besidePage(view: BesideView): Page {
  const { lang, applicationId: id, reference, told, typed } = view;
  const t = messages(lang);
  const problems = disclosureProblems(view, t);
  const found = new Map(problems.map(({ field, message }) => [field, message]));
  const title = t('beside.title', { reference });
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, title, problems.length),
    alternates: hrefs('desk.beside', { id }),
    body: (
      <>
        <Breadcrumbs
          items={[
            {
              href: href('desk.application', lang, { id }),
              label: t('beside.back', { reference }),
            },
          ]}
        />
        {told && (
          <Notice kind={told === 'recorded' ? 'success' : 'warning'} outcome>
            <p>{told === 'kept' ? t('told.kept') : t(`deskTold.${told}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={title} />
        <h2>{t('beside.annotations')}</h2>
        {view.annotations.length === 0 && <p>{t('beside.none')}</p>}
        <AnnotationList annotations={view.annotations} lang={lang} level={3} />
        <h2>{t('beside.disclosures')}</h2>
        <p>{t('beside.disclosuresLead')}</p>
        {view.disclosures.map(({ id: key, recipient, email, what, at }) => (
          <section key={key}>
            <h3>{recipient}</h3>
            <p>
              {formatIsoDate(at, timeZone)}, {email}
            </p>
            <Written text={what} />
          </section>
        ))}
        <Form action={href('desk.beside', lang, { id })} csrf={view.csrf}>
          <TextField
            name="recipient"
            label={t('beside.recipient')}
            value={typed['recipient']}
            problem={found.get('recipient')}
            required
          />
          <TextField
            name="email"
            type="email"
            label={t('beside.recipientEmail')}
            value={typed['email']}
            problem={found.get('email')}
            spellcheck={false}
            required
          />
          <TextArea
            name="what"
            rows={3}
            label={t('beside.what')}
            value={typed['what']}
            problem={found.get('what')}
            required
          />
          <Actions>
            <Button>{t('beside.do')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

/** Corrections and notations, for whoever reads the application. */
export function AnnotationList({
  annotations,
  lang,
  level,
}: {
  annotations: readonly Annotation[];
  lang: Lang;
  level: 2 | 3;
}) {
  const t = messages(lang);
  return (
    <>
      {annotations.map(({ id, kind, item, body, attachedAt }) => (
        <Notice
          key={id}
          kind={kind === 'correction' ? 'info' : 'warning'}
          title={`${t(`beside.${kind}`, { item: t(`item.${item}`) })} (${formatIsoDate(attachedAt, timeZone)})`}
          level={level}
        >
          <Written text={body} />
        </Notice>
      ))}
    </>
  );
}

function disclosureProblems({ problems }: BesideView, t: Words): Problem[] {
  return [
    ...(problems.recipient ? [{ field: 'recipient', message: t('problem.recipient') }] : []),
    ...(problems.email ? [{ field: 'email', message: t('problem.recipientEmail') }] : []),
    ...(problems.what ? [{ field: 'what', message: t('problem.what') }] : []),
  ];
}
