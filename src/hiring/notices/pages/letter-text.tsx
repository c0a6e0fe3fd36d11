import { Fragment } from 'preact';
import type { Lang } from '#platform/i18n';
import { Facts } from '#ui/facts';
import { Prose } from '#ui/prose';
import type { Words } from '../messages/index.ts';
import { paragraphsOf } from '../write-letter.ts';

/** A letter as its reader gets it: subject, then its paragraphs with their line breaks. */
export function LetterText(props: {
  letter: { lang: Lang; subject: string; body: string };
  t: Words;
}) {
  const { letter, t } = props;
  return (
    <>
      <Facts
        items={[
          { term: t('letter.subject'), detail: <span lang={letter.lang}>{letter.subject}</span> },
        ]}
      />
      <Prose lang={letter.lang}>
        {paragraphsOf(letter.body).map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph.split('\n').map((line, at) => (
              <Fragment key={at}>
                {at > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </p>
        ))}
      </Prose>
    </>
  );
}
