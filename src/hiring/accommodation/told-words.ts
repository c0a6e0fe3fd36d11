import type { Lang } from '#platform/i18n';
import { formatList, langs } from '#platform/i18n';
import { messages } from './messages/index.ts';
import type { Arrangement } from './model.ts';

/**
 * What the hiring team will read of an arrangement: a line for each measure, then where they apply.
 * Empty where there is nothing for them to do, as with a later closing instant.
 */
type Measures = Pick<Arrangement, 'moreTime' | 'measures' | 'other' | 'stages'>;

export function toldWords(arrangement: Measures): Arrangement['told'] {
  const [en, fr] = langs.map((lang) => linesIn(arrangement, lang));
  return { en: en ?? [], fr: fr ?? [] };
}

function linesIn({ moreTime, measures, other, stages }: Measures, lang: Lang): string[] {
  const t = messages(lang);
  const lines = [
    ...(moreTime === null ? [] : [t('told.more-time', { percent: moreTime })]),
    ...measures.map((measure) => t(`told.${measure}`)),
    ...(other ? [other[lang]] : []),
  ];
  if (lines.length === 0 || stages.length === 0) return lines;
  const places = formatList(
    stages.map((stage) => t(`told.stage.${stage}`)),
    lang,
  );
  return [...lines, t('told.stages', { places })];
}
