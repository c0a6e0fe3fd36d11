import { Disclosure } from '#ui/disclosure';
import { Actions, Button, Form } from '#ui/form';
import { Notice } from '#ui/notice';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { CaseView } from './case-page.tsx';

/** The code of a case: what it is for, how to keep it, and how to forget it on this device. */
export function CodePart({ view, t, open = false }: { view: CaseView; t: Words; open?: boolean }) {
  const content = <Content view={view} t={t} />;
  return open ? (
    <Notice kind="info" title={t('code.keep')}>
      {content}
    </Notice>
  ) : (
    <Disclosure summary={t('code.title')}>{content}</Disclosure>
  );
}

function Content({ view, t }: { view: CaseView; t: Words }) {
  const { lang, opened, code, url } = view;
  const mail = new URLSearchParams({
    subject: t('code.mail.subject'),
    body: `${url}\n\n${code}\n`,
  });
  return (
    <>
      <p class="reference case-code">{code}</p>
      <p>{t('code.says')}</p>
      <p>
        <a href={`mailto:?${mail.toString().replaceAll('+', '%20')}`}>{t('code.mail')}</a>
      </p>
      <p>{t('code.device')}</p>
      <Form action={href('accommodation.do', lang, { id: opened.id })} label={t('code.forget')}>
        <input type="hidden" name="token" value={view.token} />
        <Actions>
          <Button name="deed" value="forget" variant="secondary" small>
            {t('code.forget')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
