import type { ComponentChildren } from 'preact';
import { type Lang, type Localized } from '#platform/i18n';
import { Facts } from '#ui/facts';
import { Actions, Button, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';
import type { Receipt, SentVersion } from '../queries.ts';
import { AnswerList, type ShownFile } from './answer-list.tsx';

export type ReceiptView = {
  lang: Lang;
  receipt: Receipt;
  slugs: Localized;
  postingTitle: string;
  postingPath: string | null;
  /** Where it says what changed in the posting since; null where nothing did. */
  changesPath: string | null;
  timeZone: string;
  /** From other features, below what comes next. */
  more: ComponentChildren;
  /** Path of a new application, where this one was withdrawn and the posting is open; else null. */
  againPath: string | null;
  /** Whether another version may be sent. */
  mayChange: boolean;
  /** Path of a change that was begun and not sent; null where there is none. */
  changeUnderWay: string | null;
};

/** The receipt: reference first, what comes next, then everything that was sent, to print or keep. */
export function receiptPage(view: ReceiptView): Page {
  const { lang, receipt, slugs, timeZone, postingTitle, postingPath, changesPath } = view;
  const t = messages(lang);
  const [latest, ...before] = receipt.versions;
  const { key } = receipt;
  return {
    lang,
    area: 'site',
    title: t('receipt.title'),
    alternates: {
      en: href('apply.receipt', 'en', { slug: slugs.en, key }),
      fr: href('apply.receipt', 'fr', { slug: slugs.fr, key }),
    },
    body: (
      <>
        <PageHeading title={t('receipt.headline')} />
        {receipt.status === 'withdrawn' && <Withdrawn view={view} />}
        <Notice kind="success" title={t('receipt.reference')} outcome>
          <p class="reference">{receipt.reference}</p>
          <p>{t('receipt.when', moment(latest.submittedAt, lang, timeZone))}</p>
          {latest.withinGrace && <p>{t('receipt.grace')}</p>}
        </Notice>
        {changesPath && (
          <Notice kind="info">
            <p>
              {t.rich('receipt.changed', {
                link: (children) => <a href={changesPath}>{children}</a>,
              })}
            </p>
          </Notice>
        )}
        <p>{t.rich('receipt.email', { email: String(latest.answers['email']) })}</p>
        <p>{t('receipt.privateAddress')}</p>
        {receipt.status !== 'withdrawn' && <Next view={view} />}
        {view.more}
        <ChangeIt view={view} />
        <h2>{t('receipt.sent')}</h2>
        <Facts
          items={[
            {
              term: t('receipt.posting'),
              detail: postingPath ? <a href={postingPath}>{postingTitle}</a> : postingTitle,
            },
          ]}
        />
        <AnswerList
          lang={lang}
          questions={latest.questions}
          answered={{ answers: latest.answers, files: filesOf(view, latest) }}
          fingerprints
        />
        <Proof view={view} />
        {before.length > 0 && (
          <>
            <h2>{t('receipt.before')}</h2>
            <ul>
              {before.map((version) => (
                <li key={version.number}>
                  <a href={recordPath(view, version)}>
                    {t('receipt.version', {
                      number: version.number,
                      ...moment(version.submittedAt, lang, timeZone),
                    })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
}

/** That it is out of the process, and how to come back while the posting is open. */
function Withdrawn({ view: { lang, againPath } }: { view: ReceiptView }) {
  const t = messages(lang);
  return (
    <Notice kind="info" title={t('receipt.withdrawn.title')}>
      <p>{t('receipt.withdrawn')}</p>
      {againPath && (
        <p>
          {t.rich('receipt.withdrawn.again', {
            link: (text) => <a href={againPath}>{text}</a>,
          })}
        </p>
      )}
    </Notice>
  );
}

function Next({ view: { lang, receipt } }: { view: ReceiptView }) {
  const t = messages(lang);
  const ask = `${href('accommodation.ask', lang)}?posting=${receipt.postingId}`;
  const own = href('my.application', lang, { reference: receipt.reference });
  return (
    <>
      <h2>{t('receipt.next.title')}</h2>
      <ol>
        <li>{t('receipt.next.1')}</li>
        <li>{t('receipt.next.2')}</li>
        <li>{t.rich('receipt.next.3', { link: (text) => <a href={ask}>{text}</a> })}</li>
        <li>{t.rich('receipt.next.4', { link: (text) => <a href={own}>{text}</a> })}</li>
      </ol>
    </>
  );
}

/** That it can be replaced until closing, or what is under way. */
function ChangeIt({ view }: { view: ReceiptView }) {
  const { lang, receipt, slugs, mayChange, changeUnderWay } = view;
  const t = messages(lang);
  if (receipt.status === 'withdrawn') return null;
  if (changeUnderWay) {
    return (
      <Notice kind="warning" title={t('change.underWay.title')}>
        <p>
          {t.rich('change.underWay', {
            link: (text) => <a href={changeUnderWay}>{text}</a>,
          })}
        </p>
      </Notice>
    );
  }
  if (!mayChange) return null;
  return (
    <section class="screen-only" aria-labelledby="change-title">
      <h2 id="change-title">{t('change.title')}</h2>
      <p>{t('change.body')}</p>
      <Form action={href('apply.change', lang, { slug: slugs[lang], key: receipt.key })}>
        <Actions>
          <Button variant="secondary">{t('change.do')}</Button>
        </Actions>
      </Form>
    </section>
  );
}

/** The SHA-256 of what was sent, and the bytes from which anybody can compute it again. */
function Proof({ view }: { view: ReceiptView }) {
  const { lang, receipt } = view;
  const [latest] = receipt.versions;
  const t = messages(lang);
  if (!latest.sha256) return null;
  return (
    <section aria-labelledby="proof-title">
      <h2 id="proof-title">{t('proof.title')}</h2>
      <p class="fingerprint">{latest.sha256}</p>
      <p>
        {t.rich('proof.body', {
          link: (text) => (
            <a href={recordPath(view, latest)} download={`${receipt.reference}.json`}>
              {text}
            </a>
          ),
        })}
      </p>
    </section>
  );
}

function recordPath({ lang, receipt, slugs }: ReceiptView, { number }: SentVersion): string {
  const { key } = receipt;
  return href('apply.record', lang, { slug: slugs[lang], key, version: String(number) });
}

function filesOf(view: ReceiptView, version: SentVersion): Record<string, ShownFile> {
  const { lang, receipt, slugs } = view;
  return Object.fromEntries(
    version.files.map((file) => {
      const path = href('apply.sentFile', lang, {
        slug: slugs[lang],
        key: receipt.key,
        version: String(version.number),
        document: file.document,
      });
      return [file.document, { ...file, href: path }];
    }),
  );
}
