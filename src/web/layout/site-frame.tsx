import { Button, Form } from '#ui/form';
import { TandemMark } from '#ui/mark';
import type { Page, ShellCandidate } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { type FrameProps, Main, SkipLink, TopBar } from './frame-parts.tsx';
import { layoutCatalog } from './layout-catalog.ts';

/** Frame of the public careers site. */
export function SiteFrame({ page, shell, children }: FrameProps) {
  const t = layoutCatalog(page.lang);
  const jobs = href('postings.index', page.lang);
  const own = href('my.applications', page.lang);
  const server = shell.server === null ? null : (shell.server?.[page.lang] ?? '');
  return (
    <>
      <SkipLink page={page} />
      <header class="site-header">
        <TopBar page={page} shell={shell} />
        <div class="container site-header-row">
          <a class="site-name" href={jobs}>
            <TandemMark />
            <span>{shell.site.organization[page.lang]}</span>
          </a>
          <nav class="site-nav" aria-label={t('nav.site')}>
            <a href={jobs} aria-current={page.alternates[page.lang] === jobs ? 'page' : undefined}>
              {t('jobs')}
            </a>
            {/* The same for all, signed in or not: pages that anyone may read are kept and shared. */}
            {server !== null && (
              <a
                href={server + own}
                aria-current={page.alternates[page.lang] === own ? 'page' : undefined}
              >
                {t('applications')}
              </a>
            )}
          </nav>
        </div>
        {shell.candidate && <Account candidate={shell.candidate} page={page} />}
      </header>
      <Main>{children}</Main>
      <SiteFooter page={page} shell={shell} />
    </>
  );
}

/** Who is signed in, and the way out. */
function Account({ candidate, page }: { candidate: ShellCandidate; page: Page }) {
  const t = layoutCatalog(page.lang);
  const account = href('my.account', page.lang);
  return (
    <div class="container site-account">
      <p>
        {t('account.signedIn')} <strong>{candidate.email}</strong>
      </p>
      <a href={account} aria-current={page.alternates[page.lang] === account ? 'page' : undefined}>
        {t('account.link')}
      </a>
      <Form action={href('my.signOut', page.lang)}>
        <Button variant="quiet" small>
          {t('account.signOut')}
        </Button>
      </Form>
    </div>
  );
}

function SiteFooter({ page, shell }: Omit<FrameProps, 'children'>) {
  const t = layoutCatalog(page.lang);
  const { organization, tagline, contactEmail } = shell.site;
  return (
    <footer class="site-footer">
      <div class="container site-footer-row">
        <div>
          <p class="site-footer-name">{organization[page.lang]}</p>
          {tagline && <p>{tagline[page.lang]}</p>}
        </div>
        <nav aria-label={t('nav.footer')}>
          <ul>
            <li>
              <a href={href('site.privacy', page.lang)}>{t('footer.privacy')}</a>
            </li>
            <li>
              <a href={href('site.accessibility', page.lang)}>{t('footer.accessibility')}</a>
            </li>
            {contactEmail && (
              <li>
                <a href={`mailto:${contactEmail}`}>{t('footer.contact')}</a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
