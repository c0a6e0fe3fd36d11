import type { ComponentChildren } from 'preact';
import { type Lang, formatBytes, formatIsoDateTime, formatList } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import { type Column, DataTable } from '#ui/data-table';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';

export type StatusView = {
  lang: Lang;
  timeZone: string;
  database: { version: string; sizeBytes: number };
  mail: { configured: boolean; unsent: number; failing: number };
  scanner: { configured: boolean; notScanned: number };
  disk: { free: number; total: number };
  source: { verdict: Verdict; says: string };
  api: { list: string; origins: readonly string[] };
  /** Things to put right in the content folder. */
  accommodation: { ready: boolean; waiting: number; late: number };
  contentProblems: number;
  program: { version: string; startedAt: Date };
};

type Verdict = 'good' | 'look' | 'bad';
type Line = { part: string; verdict: Verdict; says: ComponentChildren };

const tones: Record<Verdict, BadgeTone> = { good: 'success', look: 'warning', bad: 'danger' };

/** Free space below which the operator is warned: hundreds of applications with their résumés. */
export const lowDiskBytes = 2_000_000_000;

/** How the site is doing, part by part, each with what to do about it. */
export function statusPage(view: StatusView): Page {
  const t = messages(view.lang);
  return {
    lang: view.lang,
    area: 'desk',
    title: t('status.title'),
    alternates: hrefs('desk.status'),
    body: (
      <>
        <PageHeading title={t('status.title')} lead={t('status.lead')} />
        <DataTable
          caption={t('status.title')}
          captionHidden
          columns={columns(t)}
          rows={lines(view, t)}
          rowKey={({ part }) => part}
        />
      </>
    ),
  };
}

function columns(t: Words): Column<Line>[] {
  return [
    { key: 'part', header: t('status.part'), rowHeader: true, cell: ({ part }) => part },
    {
      key: 'verdict',
      header: t('status.verdict'),
      cell: ({ verdict }) => <Badge tone={tones[verdict]}>{t(`status.${verdict}`)}</Badge>,
    },
    { key: 'says', header: t('status.says'), cell: ({ says }) => says },
  ];
}

function lines(view: StatusView, t: Words): Line[] {
  const { lang, database, program } = view;
  const size = formatBytes(database.sizeBytes, lang);
  const when = formatIsoDateTime(program.startedAt, view.timeZone);
  return [
    {
      part: t('status.database'),
      verdict: 'good',
      says: t('status.database.says', { version: database.version, size }),
    },
    mailLine(view, t),
    scannerLine(view, t),
    diskLine(view, t),
    { part: t('status.source'), ...view.source },
    contentLine(view, t),
    accommodationLine(view, t),
    apiLine(view, t),
    {
      part: t('status.program'),
      verdict: 'good',
      says: t('status.program.says', { version: program.version, when }),
    },
  ];
}

function mailLine({ mail }: StatusView, t: Words): Line {
  const { configured, unsent, failing } = mail;
  const part = t('status.mail');
  if (!configured) return { part, verdict: 'look', says: t('status.mail.none', { unsent }) };
  if (failing > 0) return { part, verdict: 'bad', says: t('status.mail.failing', { failing }) };
  return { part, verdict: 'good', says: t('status.mail.sending', { unsent }) };
}

function scannerLine({ scanner }: StatusView, t: Words): Line {
  const { configured, notScanned } = scanner;
  return {
    part: t('status.scanner'),
    verdict: configured && notScanned === 0 ? 'good' : 'look',
    says: t(configured ? 'status.scanner.set' : 'status.scanner.none', { notScanned }),
  };
}

function diskLine({ disk }: StatusView, t: Words): Line {
  const low = disk.free < lowDiskBytes;
  const args = { free: gigabytes(disk.free), total: gigabytes(disk.total) };
  return {
    part: t('status.disk'),
    verdict: low ? 'bad' : 'good',
    says: t(low ? 'status.disk.low' : 'status.disk.says', args),
  };
}

function gigabytes(bytes: number): number {
  return Math.round(bytes / 1e8) / 10;
}

function contentLine({ lang, contentProblems: count }: StatusView, t: Words): Line {
  const part = t('status.content');
  if (count === 0) return { part, verdict: 'good', says: t('status.content.none') };
  const says = t.rich('status.content.some', {
    count,
    link: (children) => <a href={href('desk.postings', lang)}>{children}</a>,
  });
  return { part, verdict: 'look', says };
}

/** Counts alone: who asks, and for what, is not for those who look after the machine. */
function accommodationLine({ accommodation }: StatusView, t: Words): Line {
  const { ready, waiting, late } = accommodation;
  const part = t('status.accommodation');
  if (!ready) return { part, verdict: 'look', says: t('status.accommodation.none') };
  if (late > 0) return { part, verdict: 'bad', says: t('status.accommodation.late', { late }) };
  return { part, verdict: 'good', says: t('status.accommodation.says', { waiting }) };
}

function apiLine({ lang, api }: StatusView, t: Words): Line {
  const { list, origins } = api;
  const says = t.rich('status.api.says', {
    count: origins.length,
    origins: formatList([...origins], lang),
    link: () => <a href={list}>{list}</a>,
  });
  return { part: t('status.api'), verdict: 'good', says };
}
