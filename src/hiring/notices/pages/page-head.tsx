import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { PageHeading } from '#ui/heading';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { Draft, Process } from '../model.ts';

/** The way back to the notices of the process. */
export function CrumbToNotices({ lang, process, t }: { lang: Lang; process: Process; t: Words }) {
  const { postingId: posting, title } = process;
  const back = {
    href: href('desk.notices', lang, { posting }),
    label: t('batch.crumb', { title: title[lang] }),
  };
  return <Breadcrumbs items={[back]} />;
}

type StepProps = {
  lang: Lang;
  process: Process;
  draft: Draft;
  title: string;
  lead: string;
  t: Words;
};

/** Heading of a step of preparing notices: in which process, and which notice. */
export function StepHeading({ lang, process, draft, title, lead, t }: StepProps) {
  const template = t(`template.${draft.template}`);
  const kicker = t('who.kicker', { title: process.title[lang], template });
  return <PageHeading kicker={kicker} title={title} lead={lead} />;
}
