import type { Lang } from '#platform/i18n';
import { Button, Form } from '#ui/form';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

/**
 * The way to self-declaration from a receipt: a form, since an address that named the application
 * would be written down in the logs of every proxy on the way.
 */
export function DeclarationOffer({ lang, offer }: { lang: Lang; offer: string }) {
  const t = messages(lang);
  return (
    <>
      <h2>{t('offer.title')}</h2>
      <p>{t('offer.body')}</p>
      <OpenForm lang={lang} offer={offer} words={t('offer.do')} />
    </>
  );
}

/** A button that opens the page for one application. */
export function OpenForm({
  lang,
  offer,
  words,
  about,
}: {
  lang: Lang;
  offer: string;
  words: string;
  /** More of the button's name, for those who do not see what it stands beside. */
  about?: string;
}) {
  return (
    <Form action={href('declare.open', lang)}>
      <input type="hidden" name="offer" value={offer} />
      <Button variant="secondary">
        {words}
        {about && <span class="visually-hidden"> {about}</span>}
      </Button>
    </Form>
  );
}
