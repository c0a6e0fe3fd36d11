import { type Localized, otherLang } from '#platform/i18n';
import { Notice } from '#ui/notice';
import type { Words } from '../messages/index.ts';

/** The public pages in frames of their own, so that they look as they do there. Nothing runs in them. */
export function Preview({ preview, t }: { preview: Localized | 'unreadable'; t: Words }) {
  if (preview === 'unreadable') {
    return (
      <Notice kind="warning" outcome>
        <p>{t('preview.unreadable')}</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" tabindex={-1} autofocus>
        {t('preview.title')}
      </h2>
      <p>{t('preview.lead')}</p>
      <div class="editor-split">
        {[t.lang, otherLang(t.lang)].map((of) => (
          <iframe
            key={of}
            class="preview-frame"
            title={t(`preview.frame.${of}`)}
            srcdoc={preview[of]}
            sandbox="allow-same-origin"
          />
        ))}
      </div>
    </section>
  );
}
