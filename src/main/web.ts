import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import {
  accommodationSection,
  accommodationWeb,
  countWaiting,
  toldOfApplication,
} from '#hiring/accommodation';
import { describePosting } from '#hiring/announcements';
import { type MadeApplication, applicationSections, applicationsWeb } from '#hiring/applications';
import {
  type Candidate,
  type SectionsOf,
  candidatesWeb,
  createCandidates,
} from '#hiring/candidates';
import { contentSourceWeb } from '#hiring/content-source';
import { deskWeb, sectionsFor } from '#hiring/desk';
import { editorWeb } from '#hiring/editor';
import { noticesWeb } from '#hiring/notices';
import { feedsWeb } from '#hiring/feeds';
import { jobAlertsWeb } from '#hiring/job-alerts';
import { leverApi, listAddress } from '#hiring/lever-api';
import {
  type Posting,
  advertisedPosting,
  changedSince,
  changesWeb,
  contentPage,
  postingsWeb,
} from '#hiring/postings';
import { noticePage, privacySection, privacyWeb, requestsOf } from '#hiring/privacy';
import { restApiWeb } from '#hiring/rest-api';
import { sitePagesWeb } from '#hiring/site-pages';
import { declarationSection, offerDeclaration, selfDeclarationWeb } from '#hiring/self-declaration';
import { type SignedInStaff, createStaff } from '#hiring/staff';
import { standingWeb } from '#hiring/standing';
import { webhooksWeb } from '#hiring/webhooks';
import type { Config } from '#config';
import { type Tx, isDatabaseOutage } from '#platform/database';
import type { Lang, Localized } from '#platform/i18n';
import type { Log } from '#platform/log';
import { createApp } from '#web/app.ts';
import { loadAssets } from '#web/assets.ts';
import { clientAddress } from '#web/client-address.ts';
import { renderPage } from '#web/layout/index.ts';
import type { Page, Shell } from '#web/page.ts';
import { loadPublicFiles } from '#web/public-files.ts';
import type { Render } from '#web/render.ts';
import { createProcesses } from './privacy.ts';
import { ownApplications } from './own-applications.ts';
import { projectRoot } from './project-root.ts';
import type { Services } from './services.ts';
import { programVersion } from './program-version.ts';
import { gatherStatus } from './status.ts';

/** Puts the web application together from the services and the features. */
export function createWeb(
  config: Config,
  services: Services,
  { log, origins }: { log: Log; origins: Localized },
): Hono {
  const publicFolder = join(projectRoot, 'dist/public');
  const asset = loadAssets(publicFolder);
  const { selfDeclaration, ...shared } = services;
  const { db, postings } = shared;

  const publicShell = (): Shell => ({
    site: postings.snapshot().site,
    origins,
    asset,
    staff: null,
  });
  const shellOf = (c: Context): Shell => {
    const staff = c.get('staff') as SignedInStaff | undefined;
    const candidate = c.get('candidate') as Candidate | undefined;
    if (!staff) return { ...publicShell(), candidate };
    const sections = sectionsFor(staff.can, { outbox: hasOutbox });
    return { ...publicShell(), staff: { email: staff.email, sections, csrf: staff.csrf } };
  };
  const render: Render = (c, page, status = 200) => c.html(renderPage(page, shellOf(c)), status);
  const hasOutbox = !config.production && config.smtpUrl === null;

  const renderHtml = (page: Page): string => renderPage(page, publicShell());
  const common = {
    ...shared,
    log,
    origins,
    render,
    clientAddress: (c: Context) => clientAddress(c, config.proxies),
    closingSoonDays: config.closingSoonDays,
    closingGraceMinutes: config.closingGraceMinutes,
    privacyNoticeVersion: services.privacyNotice.version,
    otherSites: config.apiOrigins,
    advertised: (hash: string) => advertisedPosting(db, hash),
    allowPrivate: !config.production,
    afterReceipt: (lang: Lang, receipt: { applicationId: string; postingId: string }) =>
      offerDeclaration(selfDeclaration, lang, receipt),
    onApplication: async (tx: Tx, posting: Posting, made: MadeApplication) => {
      await services.accommodation.arrangements.onApplication(tx, posting.id, made.id);
      await services.webhooks.onApplication(tx, { ...made, posting: describePosting(posting) });
    },
    extensions: services.accommodation.arrangements,
    changedSince: (hash: string) => changedSince(db, hash, services.clock()),
  };
  const candidates = createCandidates({
    ...common,
    organization: () => postings.snapshot().site.organization,
  });
  const applicationsOf = (email: string) => ownApplications(shared, email);
  const declarations: SectionsOf = async ({ email }, lang) =>
    declarationSection(lang, await applicationsOf(email));
  const privacyRequests: SectionsOf = async ({ id }, lang) => [
    privacySection(lang, await requestsOf(db, id)),
  ];
  const staff = createStaff({ ...common, sessionHours: config.sessionHours });
  return createApp({
    features: [
      postingsWeb({ ...common, renderHtml }),
      feedsWeb(common),
      restApiWeb({ ...common, version: programVersion() }),
      jobAlertsWeb(common),
      changesWeb(common),
      applicationsWeb({ ...common, currentCandidate: candidates.current }),
      selfDeclarationWeb(selfDeclaration, {
        origins,
        render,
        candidates,
        applicationsOf,
        titleOf: (postingId, lang) => postings.snapshot().byId(postingId)?.text[lang].title ?? null,
      }),
      contentSourceWeb({
        ...common,
        webhook:
          config.contentRepository && config.contentWebhookSecret
            ? { secret: config.contentWebhookSecret, refresh: services.contentSource.refresh }
            : null,
      }),
      leverApi({ ...common, siteName: config.leverSite }),
      sitePagesWeb({
        render,
        site: () => postings.snapshot().site,
        privacyPage: (lang, site) => noticePage(lang, services.privacyNotice, site),
      }),
      candidatesWeb({
        candidates,
        render,
        sections: [
          applicationSections(common),
          accommodationSection,
          declarations,
          privacyRequests,
        ],
      }),
      privacyWeb(
        { ...services.privacy, ...candidates, render },
        {
          ...services.privacy,
          ...staff,
          candidateOf: candidates.candidateOf,
          render,
          processes: createProcesses(services),
        },
      ),
      standingWeb({ ...common, ...staff, candidates, discussionDays: config.discussionDays }),
      noticesWeb({ ...common, ...staff, noticeUndoMinutes: config.noticeUndoMinutes }),
      staff.web,
      accommodationWeb({
        ...common,
        ...staff,
        candidates,
        replyHours: config.accommodationReplyHours,
        escalateTo: config.accommodationEscalateTo,
      }),
      webhooksWeb({ ...common, ...staff }),
      editorWeb({ ...common, ...staff, contentFolder: config.contentFolder, renderHtml }),
      deskWeb({
        ...common,
        ...staff,
        hasOutbox,
        contentPage: (lang, can) =>
          contentPage(lang, postings.snapshot(), postings.stateOf, {
            mayEdit: can('edit-postings'),
          }),
        arrangementsOf: (id) => toldOfApplication(db, id),
        accommodation: () =>
          countWaiting(db, {
            now: services.clock(),
            replyHours: config.accommodationReplyHours,
          }),
        status: () =>
          gatherStatus(
            config,
            services.contentSource,
            listAddress({ ...common, siteName: config.leverSite }),
          ),
      }),
    ],
    publicFile: loadPublicFiles(publicFolder),
    shell: publicShell,
    render,
    origins,
    isOutage: isDatabaseOutage,
    isReady: async () => {
      try {
        await db.selectFrom('postings').select('id').limit(1).execute();
        return true;
      } catch {
        return false;
      }
    },
    ids: services.ids,
    log,
  });
}
