import { reasonInWords } from '#hiring/desk';
import type { Lang, Localized } from '#platform/i18n';
import { messages } from './messages/index.ts';
import type { Addressee, Draft, Letter, Process } from './model.ts';

/** What every letter of an organization says in the same way. */
export type Sender = {
  organization: Localized;
  /** Address of the page on which anybody asks for an accommodation. */
  accommodationUrl: Localized;
};

/** Longest part of a title in a subject: a mail program shows the beginning. */
const longestTitle = 120;

/**
 * Writes the letter to one applicant, in their language. Nothing but what is given is in it, so that
 * the preview and what is sent cannot differ.
 */
export function writeLetter(
  to: Addressee,
  { template, words }: Pick<Draft, 'template' | 'words'>,
  { title }: Pick<Process, 'title'>,
  { organization, accommodationUrl }: Sender,
): Letter {
  const { lang, reference, decision } = to;
  const t = messages(lang);
  const told = template === 'update' ? null : decision;
  const facts = { title: title[lang], organization: organization[lang], reference };
  const paragraphs = [
    t('letter.greeting', { name: to.name }),
    t(`letter.${template}.opening`, facts),
    ...(template === 'update' ? [] : [t(`letter.${template}.decision`)]),
    ...(told ? whyOf(told, lang) : []),
    ...(template === 'screened-in' ? [t('letter.screened-in.next')] : []),
    words[lang],
    t(`letter.${template}.page`),
    t('letter.accommodation', { url: accommodationUrl[lang] }),
    ...(template === 'screened-out' ? [t('letter.screened-out.again')] : []),
    t('letter.signature', facts),
  ];
  return {
    applicationId: to.id,
    decisionId: told?.id ?? null,
    lang,
    subject: oneLine(
      t(`letter.${template}.subject`, {
        title: facts.title.slice(0, longestTitle).toWellFormed(),
        reference,
      }),
    ),
    body: paragraphs.flatMap(paragraphsOf).join('\n\n'),
  };
}

/** The reason in words, and what was written to this candidate with the decision. */
function whyOf({ outcome, reason, words }: NonNullable<Addressee['decision']>, lang: Lang) {
  const t = messages(lang);
  const why = t(`letter.${outcome}.reason`, { reason: reasonInWords(lang, reason) });
  return words.trim() === '' ? [why] : [why, t('letter.said'), words];
}

/** A text as its paragraphs, without those that are empty. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\0]+\s*/g, ' ').trim();
}
