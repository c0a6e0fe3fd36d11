import { useUi } from '#ui/language';

/**
 * A box that people never meet and simple robots fill in: out of sight, out of the tab order and
 * out of the accessibility tree, yet labelled for whoever reads the page without styles.
 */
export function Honeypot({ name }: { name: string }) {
  const t = useUi();
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label htmlFor={name}>{t('form.honeypot')}</label>
      <input type="text" id={name} name={name} value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}
