import type { Lang, Localized } from '#platform/i18n';
import { Actions, ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import type { DoorWords } from '../door.ts';
import { messages } from '../messages/index.ts';

export type UnsentReason = 'foreign' | 'stale' | 'tooLong' | 'otherPerson' | 'tooLarge';

export type UnsentView = {
  lang: Lang;
  area: Page['area'];
  words: DoorWords;
  alternates: Localized;
  reason: UnsentReason;
  /** What the sender wrote, shown for them to copy. */
  texts: readonly string[];
  /** The way on: the page to open again, or the sign-in page that leads to it. */
  way: { kind: 'back' | 'signIn'; path: string };
};

/** A form was not accepted: why, what to do, and the text, so that it is not lost. */
export function unsentPage({
  lang,
  area,
  words,
  alternates,
  reason,
  texts,
  way,
}: UnsentView): Page {
  const t = messages(lang);
  const why = reason === 'foreign' || reason === 'tooLarge' ? words[reason] : t(`unsent.${reason}`);
  return {
    lang,
    area,
    title: t('unsent.title'),
    alternates,
    body: (
      <>
        <PageHeading title={t('unsent.title')} lead={why} />
        {texts.length > 0 && (
          <section aria-labelledby="texts">
            <h2 id="texts">{t('unsent.texts')}</h2>
            {texts.map((text, index) => (
              <div class="field">
                <label htmlFor={`text-${index + 1}`}>
                  {t('unsent.text', { number: index + 1 })}
                </label>
                <textarea class="input" id={`text-${index + 1}`} rows={8} dir="auto" readonly>
                  {text}
                </textarea>
              </div>
            ))}
          </section>
        )}
        <Actions>
          <ButtonLink href={way.path}>{t(`unsent.${way.kind}`)}</ButtonLink>
        </Actions>
      </>
    ),
  };
}
