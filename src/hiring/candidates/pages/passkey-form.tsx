import type { ComponentChildren, HTMLAttributes } from 'preact';
import type { Lang } from '#platform/i18n';
import { Actions, Button, Form } from '#ui/form';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

type PasskeyFormProps = {
  lang: Lang;
  mode: 'create' | 'get';
  /** Addresses: of what to sign, and of the form itself. */
  options: string;
  action: string;
  csrf?: string;
  button: string;
  variant: 'primary' | 'secondary';
  /** Instead of it, where the browser cannot. */
  without?: string;
  /** Before the form, shown with it. */
  before?: ComponentChildren;
  children?: ComponentChildren;
};

/** Around a form that needs a passkey: the island shows it where the browser can. */
export function PasskeyForm({ lang, mode, options, without, ...props }: PasskeyFormProps) {
  const t = messages(lang);
  return (
    <passkey-form
      mode={mode}
      options={options}
      cancelled={t('passkey.cancelled')}
      known={t('passkey.known')}
    >
      <div class="passkey-with" hidden>
        {props.before}
        <Form action={props.action} csrf={props.csrf}>
          <input type="hidden" name="answer" value="" />
          {props.children}
          <Actions>
            <Button variant={props.variant}>{props.button}</Button>
          </Actions>
        </Form>
      </div>
      {without && <p class="passkey-without">{without}</p>}
    </passkey-form>
  );
}

/** Below the form that asks for an address: the other way in. */
export function SignInByPasskey({ lang, next }: { lang: Lang; next: string | null }) {
  const t = messages(lang);
  return (
    <PasskeyForm
      lang={lang}
      mode="get"
      options={href('my.passkeySignInOptions', lang)}
      action={href('my.passkeySignIn', lang)}
      button={t('passkey.signIn.do')}
      variant="secondary"
      before={
        <>
          <h2>{t('passkey.signIn.title')}</h2>
          <p>{t('passkey.signIn.body')}</p>
        </>
      }
    >
      {next && <input type="hidden" name="next" value={next} />}
    </PasskeyForm>
  );
}

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'passkey-form': HTMLAttributes<HTMLElement> & {
        mode: 'create' | 'get';
        options: string;
        cancelled: string;
        known: string;
      };
    }
  }
}
