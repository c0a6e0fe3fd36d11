import type { ComponentChildren } from 'preact';
import {
  type Lang,
  type Localized,
  formatBytes,
  formatDate,
  formatTime,
  formatTimeZone,
} from '#platform/i18n';
import { Facts } from '#ui/facts';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { type HeardFrom } from '../model.ts';
import type { Receipt } from '../queries.ts';

export type ReceiptView = {
  lang: Lang;
  receipt: Receipt;
  postingTitle: string;
  postingPath: string | null;
  /** Where it says what changed in the posting since; null where nothing did. */
  changesPath: string | null;
  timeZone: string;
  paths: Localized;
  /** From other features, below what comes next. */
  more: ComponentChildren;
};

/** The receipt: reference first, what comes next, then everything that was sent, to print or keep. */
export function receiptPage({
  lang,
  receipt,
  postingTitle,
  postingPath,
  changesPath,
  timeZone,
  paths,
  more,
}: ReceiptView): Page {
  const t = messages(lang);
  const moment = {
    date: formatDate(receipt.submittedAt, lang, timeZone),
    time: formatTime(receipt.submittedAt, lang, timeZone),
    zone: formatTimeZone(receipt.submittedAt, lang, timeZone),
  };
  const samples = receipt.workSamples;
  return {
    lang,
    area: 'site',
    title: t('receipt.title'),
    alternates: paths,
    body: (
      <>
        <PageHeading title={t('receipt.headline')} />
        <Notice kind="success" title={t('receipt.reference')} outcome>
          <p class="reference">{receipt.reference}</p>
          <p>{t('receipt.when', moment)}</p>
          {receipt.withinGrace && <p>{t('receipt.grace')}</p>}
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
        <p>{t.rich('receipt.email', { email: receipt.email })}</p>
        <p>{t('receipt.privateAddress')}</p>
        <h2>{t('receipt.next.title')}</h2>
        <ol>
          <li>{t('receipt.next.1')}</li>
          <li>{t('receipt.next.2')}</li>
          <li>
            {t.rich('receipt.next.3', {
              link: (text) => (
                <a href={`${href('accommodation.ask', lang)}?posting=${receipt.postingId}`}>
                  {text}
                </a>
              ),
            })}
          </li>
        </ol>
        {more}
        <h2>{t('receipt.sent')}</h2>
        <Facts
          items={[
            {
              term: t('receipt.posting'),
              detail: postingPath ? <a href={postingPath}>{postingTitle}</a> : postingTitle,
            },
            { term: t('field.name'), detail: <bdi>{receipt.name}</bdi> },
            { term: t('field.email'), detail: receipt.email },
            { term: t('field.phone'), detail: receipt.phone ?? t('receipt.none') },
            {
              term: t('field.resume'),
              detail: receipt.resume ? (
                <>
                  <bdi>{receipt.resume.name}</bdi>, {formatBytes(receipt.resume.sizeBytes, lang)}
                  <br />
                  <span class="fingerprint">
                    {t('receipt.hash', { hash: receipt.resume.sha256 })}
                  </span>
                </>
              ) : (
                t('receipt.none')
              ),
            },
            {
              term: t('field.statement'),
              detail: (
                <div class="as-typed" dir="auto">
                  {receipt.statement || t('receipt.none')}
                </div>
              ),
            },
            {
              term: t('field.samples'),
              detail:
                samples.length === 0 ? (
                  t('receipt.none')
                ) : (
                  <ul>
                    {samples.map((url) => (
                      <li key={url}>{url}</li>
                    ))}
                  </ul>
                ),
            },
            { term: t('field.heard'), detail: t(`heard.${receipt.heardFrom as HeardFrom}`) },
            {
              term: t('field.correspondence'),
              detail: t(`field.correspondence.${receipt.correspondenceLang}`),
            },
          ]}
        />
      </>
    ),
  };
}
