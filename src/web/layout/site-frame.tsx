import { TandemMark } from '#ui/mark';
import { href } from '#web/routes.ts';
import { type FrameProps, Main, SkipLink, TopBar } from './frame-parts.tsx';
import { layoutCatalog } from './layout-catalog.ts';

/** Frame of the public careers site. */
export function SiteFrame({ page, shell, children }: FrameProps) {
  const t = layoutCatalog(page.lang);
  const jobs = href('postings.index', page.lang);
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
          </nav>
        </div>
      </header>
      <Main>{children}</Main>
      <SiteFooter page={page} shell={shell} />
    </>
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
