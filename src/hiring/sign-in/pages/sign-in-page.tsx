import type { Lang, Localized } from '#platform/i18n';
import { Actions, Button, ErrorSummary, Form, TextField, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import type { DoorWords } from '../door.ts';
import { messages } from '../messages/index.ts';

export type SignInView = {
  lang: Lang;
  area: Page['area'];
  words: DoorWords;
  /** Another way in, below the form. */
  more?: Pick<Page, 'body' | 'islands'> | undefined;
  alternates: Localized;
  /** Address to send the form to, without a query. */
  action: string;
  /** The page wanted, sent on as a hidden field. */
  next: string | null;
  /** The address as typed. */
  email: string;
  told:
    | { kind: 'nothing' | 'kept' | 'signed-out' | 'bad-email' | 'other-way' }
    | { kind: 'too-many'; minutes: number };
};

/** Asks for the address to send a link to. */
export function signInPage(view: SignInView): Page {
  const { lang, told, words } = view;
  const t = messages(lang);
  const problem = told.kind === 'bad-email' ? words.emailProblem : undefined;
  const problems = problem ? [{ field: 'email', message: problem }] : [];
  return {
    lang,
    area: view.area,
    title: titleWithProblems(lang, words.title, problems.length),
    alternates: view.alternates,
    ...(view.more?.islands && { islands: view.more.islands }),
    body: (
      <>
        <Told told={told} lang={lang} words={words} />
        <ErrorSummary problems={problems} />
        <PageHeading title={words.title} lead={words.lead} />
        <Form action={view.action}>
          {view.next && <input type="hidden" name="next" value={view.next} />}
          <TextField
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            problem={problem}
            value={view.email}
            autocomplete="email"
            inputmode="email"
            width="medium"
            spellcheck={false}
            required
          />
          <Actions>
            <Button>{t('signIn.send')}</Button>
          </Actions>
        </Form>
        {view.more?.body}
      </>
    ),
  };
}

function Told({ told, lang, words }: Pick<SignInView, 'told' | 'lang' | 'words'>) {
  const t = messages(lang);
  if (told.kind === 'kept') {
    return (
      <Notice kind="info" title={t('signIn.kept.title')} outcome>
        <p>{words.kept}</p>
      </Notice>
    );
  }
  if (told.kind === 'signed-out') {
    return (
      <Notice kind="success" outcome>
        <p>{t('signIn.signedOut')}</p>
      </Notice>
    );
  }
  if (told.kind === 'other-way' && words.otherWayFailed) {
    return (
      <Notice kind="warning" outcome>
        <p>{words.otherWayFailed}</p>
      </Notice>
    );
  }
  if (told.kind === 'too-many') {
    return (
      <Notice kind="warning" outcome>
        <p>{t('signIn.wait', { minutes: told.minutes })}</p>
      </Notice>
    );
  }
  return null;
}
