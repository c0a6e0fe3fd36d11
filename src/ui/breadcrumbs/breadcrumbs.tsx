import { useUi } from '#ui/language';

/** The pages above this one. The page itself is not repeated: its title is right below. */
export function Breadcrumbs({ items }: { items: readonly { href: string; label: string }[] }) {
  const t = useUi();
  return (
    <nav class="breadcrumbs" aria-label={t('breadcrumbs.label')}>
      <ol>
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
