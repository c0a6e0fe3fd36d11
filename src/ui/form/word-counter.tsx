import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useLang, useUi } from '#ui/language';

type WordCounterProps = { limit: number; limitId: string; children: ComponentChildren };

/** Around a text area: the limit in words, which the island turns into a live count. */
export function WordCounter({ limit, limitId, children }: WordCounterProps) {
  const t = useUi();
  const lang = useLang();
  // The island fills in the number: templates keep "{count}" as it is.
  const template = { count: '{count}', limit };
  return (
    <word-counter
      limit={limit}
      locale={lang}
      left-one={t('words.left.one', template)}
      left-other={t('words.left.other', template)}
      over-one={t('words.over.one', template)}
      over-other={t('words.over.other', template)}
    >
      {children}
      <p class="word-limit" id={limitId}>
        {t('words.limit', { limit })}
      </p>
    </word-counter>
  );
}

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'word-counter': HTMLAttributes<HTMLElement> & {
        limit: number;
        locale: string;
        'left-one': string;
        'left-other': string;
        'over-one': string;
        'over-other': string;
      };
    }
  }
}
