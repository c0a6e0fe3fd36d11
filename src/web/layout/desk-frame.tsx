import type { Lang } from '#platform/i18n';
import { Button, Form } from '#ui/form';
import { TandemMark } from '#ui/mark';
import type { ShellStaff } from '#web/page.ts';
import { href, routes } from '#web/routes.ts';
import { type FrameProps, Main, SkipLink, TopBar } from './frame-parts.tsx';
import { layoutCatalog } from './layout-catalog.ts';

type Section = ShellStaff['sections'][number];

/** Frame of the hiring team's desk: its sections, who is signed in, the way out. */
export function DeskFrame({ page, shell, children }: FrameProps) {
  const t = layoutCatalog(page.lang);
  const { staff } = shell;
  return (
    <>
      <SkipLink page={page} />
      <header>
        <TopBar page={page} shell={shell} />
        <div class="desk-header">
          <div class="container desk-header-row">
            <p class="desk-name">
              <TandemMark />
              <span>
                {shell.site.organization[page.lang]} <b>{t('desk.name')}</b>
              </span>
            </p>
            {staff && <Account staff={staff} lang={page.lang} />}
          </div>
          {staff && staff.sections.length > 0 && (
            <nav class="container desk-nav" aria-label={t('nav.desk')}>
              <ul>
                {staff.sections.map((section) => (
                  <li key={section}>
                    <a
                      href={href(`desk.${section}`, page.lang)}
                      aria-current={currency(section, page.lang, page.alternates[page.lang])}
                    >
                      {t(`desk.${section}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>{' '}
      </header>
      <Main>{children}</Main>
    </>
  );
}

function Account({ staff, lang }: { staff: ShellStaff; lang: Lang }) {
  const t = layoutCatalog(lang);
  return (
    <div class="desk-account">
      <p>
        <span class="visually-hidden">{t('desk.signedIn')} </span>
        {staff.email}
      </p>
      <Form action={href('staff.signOut', lang)} csrf={staff.csrf}>
        <Button variant="quiet" small>
          {t('desk.signOut')}
        </Button>
      </Form>
    </div>
  );
}

/** "page" on the section's own page, "true" on the pages below it. */
function currency(section: Section, lang: Lang, path: string): 'page' | 'true' | undefined {
  const own = href(`desk.${section}`, lang);
  // A list keeps its search in its address.
  if (path.split('?')[0] === own) return 'page';
  // An application has an address of its own, yet belongs to a process.
  const roots = section === 'processes' ? [own, beforeParameter('desk.application', lang)] : [own];
  return roots.some((root) => path.startsWith(`${root.replace(/\/$/, '')}/`)) ? 'true' : undefined;
}

function beforeParameter(name: keyof typeof routes, lang: Lang): string {
  return routes[name][lang].split(':')[0] ?? '';
}
