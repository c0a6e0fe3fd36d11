import type { Lang, Localized } from '#platform/i18n';

/**
 * Every address of Tandem, in both languages: lower-case ASCII words of the page's language.
 * Handlers are mounted from this table and links are made from it, so neither can drift.
 */
export const routes = {
  'postings.index': { en: '/en/jobs/', fr: '/fr/emplois/' },
  'postings.show': { en: '/en/jobs/:slug', fr: '/fr/emplois/:slug' },
  'postings.changes': {
    en: '/en/jobs/changes/:from/:to',
    fr: '/fr/emplois/modifications/:from/:to',
  },
  // Of a site of files, which has no queries; a server leads from them to its own list.
  'postings.page': { en: '/en/jobs/page/:page', fr: '/fr/emplois/page/:page' },
  'postings.closed': { en: '/en/jobs/closed/', fr: '/fr/emplois/closes/' },
  'postings.closedPage': { en: '/en/jobs/closed/page/:page', fr: '/fr/emplois/closes/page/:page' },
  'apply.form': { en: '/en/jobs/:slug/apply', fr: '/fr/emplois/:slug/postuler' },
  'apply.draft': {
    en: '/en/jobs/:slug/apply/draft/:key',
    fr: '/fr/emplois/:slug/postuler/brouillon/:key',
  },
  'apply.check': {
    en: '/en/jobs/:slug/apply/draft/:key/check',
    fr: '/fr/emplois/:slug/postuler/brouillon/:key/verification',
  },
  'apply.discard': {
    en: '/en/jobs/:slug/apply/draft/:key/discard',
    fr: '/fr/emplois/:slug/postuler/brouillon/:key/suppression',
  },
  'apply.draftFile': {
    en: '/en/jobs/:slug/apply/draft/:key/files/:upload',
    fr: '/fr/emplois/:slug/postuler/brouillon/:key/fichiers/:upload',
  },
  'apply.step': {
    en: '/en/jobs/:slug/apply/draft/:key/:step',
    fr: '/fr/emplois/:slug/postuler/brouillon/:key/:step',
  },
  'apply.receipt': {
    en: '/en/jobs/:slug/apply/receipt/:key',
    fr: '/fr/emplois/:slug/postuler/accuse-de-reception/:key',
  },
  'my.application': {
    en: '/en/my/applications/:reference',
    fr: '/fr/moi/candidatures/:reference',
  },
  'my.withdraw': {
    en: '/en/my/applications/:reference/withdrawal',
    fr: '/fr/moi/candidatures/:reference/desistement',
  },
  'my.questions': {
    en: '/en/my/applications/:reference/questions',
    fr: '/fr/moi/candidatures/:reference/questions',
  },
  'declare.page': { en: '/en/my/self-declaration', fr: '/fr/moi/autodeclaration' },
  'declare.open': { en: '/en/my/self-declaration/open', fr: '/fr/moi/autodeclaration/ouvrir' },
  'declare.withdraw': {
    en: '/en/my/self-declaration/withdraw',
    fr: '/fr/moi/autodeclaration/retrait',
  },
  'declare.leave': { en: '/en/my/self-declaration/close', fr: '/fr/moi/autodeclaration/fermer' },
  'apply.change': {
    en: '/en/jobs/:slug/apply/receipt/:key/change',
    fr: '/fr/emplois/:slug/postuler/accuse-de-reception/:key/modification',
  },
  'apply.record': {
    en: '/en/jobs/:slug/apply/receipt/:key/record/:version',
    fr: '/fr/emplois/:slug/postuler/accuse-de-reception/:key/copie/:version',
  },
  'apply.sentFile': {
    en: '/en/jobs/:slug/apply/receipt/:key/files/:version/:document',
    fr: '/fr/emplois/:slug/postuler/accuse-de-reception/:key/fichiers/:version/:document',
  },
  'feeds.atom': { en: '/en/feeds/jobs.atom', fr: '/fr/fils/emplois.atom' },
  'feeds.json': { en: '/en/feeds/jobs.json', fr: '/fr/fils/emplois.json' },
  'feeds.calendar': { en: '/en/feeds/closing-dates.ics', fr: '/fr/fils/dates-de-cloture.ics' },
  'feeds.indeed': { en: '/en/feeds/indeed.xml', fr: '/fr/fils/indeed.xml' },
  'alerts.ask': { en: '/en/job-alerts', fr: '/fr/alertes-emploi' },
  'alerts.sent': { en: '/en/job-alerts/sent', fr: '/fr/alertes-emploi/envoi' },
  'alerts.confirm': {
    en: '/en/job-alerts/confirm/:token',
    fr: '/fr/alertes-emploi/confirmation/:token',
  },
  'alerts.stop': { en: '/en/job-alerts/stop/:token', fr: '/fr/alertes-emploi/arret/:token' },
  'accommodation.ask': { en: '/en/accommodation', fr: '/fr/mesures-adaptation' },
  'accommodation.cases': { en: '/en/my/cases', fr: '/fr/moi/dossiers' },
  'accommodation.case': { en: '/en/my/cases/:id', fr: '/fr/moi/dossiers/:id' },
  'accommodation.do': {
    en: '/en/my/cases/:id/do',
    fr: '/fr/moi/dossiers/:id/faire',
  },
  'accommodation.copy': {
    en: '/en/my/cases/:id/copy',
    fr: '/fr/moi/dossiers/:id/copie',
  },
  'accommodation.readmit': {
    en: '/en/my/cases/:id/readmission',
    fr: '/fr/moi/dossiers/:id/readmission',
  },
  'site.privacy': { en: '/en/privacy', fr: '/fr/confidentialite' },
  'site.accessibility': { en: '/en/accessibility', fr: '/fr/accessibilite' },
  'my.signIn': { en: '/en/my/sign-in', fr: '/fr/moi/connexion' },
  'my.signInSent': { en: '/en/my/sign-in/sent', fr: '/fr/moi/connexion/envoi' },
  'my.signInConfirm': { en: '/en/my/sign-in/confirm', fr: '/fr/moi/connexion/confirmation' },
  'my.passkeySignIn': { en: '/en/my/sign-in/passkey', fr: '/fr/moi/connexion/cle-d-acces' },
  'my.passkeySignInOptions': {
    en: '/en/my/sign-in/passkey/options',
    fr: '/fr/moi/connexion/cle-d-acces/options',
  },
  'my.signOut': { en: '/en/my/sign-out', fr: '/fr/moi/deconnexion' },
  'my.applications': { en: '/en/my/applications', fr: '/fr/moi/candidatures' },
  'my.account': { en: '/en/my/account', fr: '/fr/moi/compte' },
  'my.privacy': { en: '/en/my/privacy', fr: '/fr/moi/confidentialite' },
  'my.privacyExport': { en: '/en/my/privacy/copy', fr: '/fr/moi/confidentialite/copie' },
  'my.privacyAccess': { en: '/en/my/privacy/access', fr: '/fr/moi/confidentialite/acces' },
  'my.privacyCorrection': {
    en: '/en/my/privacy/correction',
    fr: '/fr/moi/confidentialite/correction',
  },
  'my.privacyDeletion': {
    en: '/en/my/privacy/deletion',
    fr: '/fr/moi/confidentialite/suppression',
  },
  'my.privacyRequest': {
    en: '/en/my/privacy/requests/:id',
    fr: '/fr/moi/confidentialite/demandes/:id',
  },
  'my.privacyWithdraw': {
    en: '/en/my/privacy/requests/:id/withdrawal',
    fr: '/fr/moi/confidentialite/demandes/:id/retrait',
  },
  'my.language': { en: '/en/my/account/language', fr: '/fr/moi/compte/langue' },
  'my.passkeyAdd': { en: '/en/my/account/passkeys', fr: '/fr/moi/compte/cles-d-acces' },
  'my.passkeyAddOptions': {
    en: '/en/my/account/passkeys/options',
    fr: '/fr/moi/compte/cles-d-acces/options',
  },
  'my.passkeyRemove': {
    en: '/en/my/account/passkeys/remove',
    fr: '/fr/moi/compte/cles-d-acces/retrait',
  },
  'my.signOutEverywhere': {
    en: '/en/my/account/sign-out-everywhere',
    fr: '/fr/moi/compte/deconnexion-partout',
  },
  'staff.signIn': { en: '/en/staff/sign-in', fr: '/fr/personnel/connexion' },
  'staff.signInSent': { en: '/en/staff/sign-in/sent', fr: '/fr/personnel/connexion/envoi' },
  'staff.signInConfirm': {
    en: '/en/staff/sign-in/confirm',
    fr: '/fr/personnel/connexion/confirmation',
  },
  'staff.signOut': { en: '/en/staff/sign-out', fr: '/fr/personnel/deconnexion' },
  'desk.processes': { en: '/en/staff/processes', fr: '/fr/personnel/processus' },
  'desk.applications': {
    en: '/en/staff/processes/:posting/applications',
    fr: '/fr/personnel/processus/:posting/candidatures',
  },
  'desk.application': {
    en: '/en/staff/applications/:id',
    fr: '/fr/personnel/candidatures/:id',
  },
  'desk.screen': {
    en: '/en/staff/applications/:id/screening',
    fr: '/fr/personnel/candidatures/:id/preselection',
  },
  'desk.note': {
    en: '/en/staff/applications/:id/notes',
    fr: '/fr/personnel/candidatures/:id/notes',
  },
  'desk.notices': {
    en: '/en/staff/processes/:posting/notices',
    fr: '/fr/personnel/processus/:posting/avis',
  },
  'desk.notice': {
    en: '/en/staff/processes/:posting/notices/:batch',
    fr: '/fr/personnel/processus/:posting/avis/:batch',
  },
  'desk.questions': {
    en: '/en/staff/applications/:id/questions',
    fr: '/fr/personnel/candidatures/:id/questions',
  },
  'desk.waiting': { en: '/en/staff/questions', fr: '/fr/personnel/questions' },
  'desk.resume': {
    en: '/en/staff/applications/:id/resume',
    fr: '/fr/personnel/candidatures/:id/cv',
  },
  'desk.resumeDownload': {
    en: '/en/staff/applications/:id/resume/download',
    fr: '/fr/personnel/candidatures/:id/cv/telechargement',
  },
  'desk.document': {
    en: '/en/staff/applications/:id/documents/:document',
    fr: '/fr/personnel/candidatures/:id/documents/:document',
  },
  'desk.advertised': {
    en: '/en/staff/applications/:id/posting',
    fr: '/fr/personnel/candidatures/:id/affiche',
  },
  'desk.postings': { en: '/en/staff/postings', fr: '/fr/personnel/affiches' },
  'desk.postingHistory': {
    en: '/en/staff/postings/:posting',
    fr: '/fr/personnel/affiches/:posting',
  },
  'desk.postingChanges': {
    en: '/en/staff/postings/:posting/changes',
    fr: '/fr/personnel/affiches/:posting/modifications',
  },
  'desk.postingOverride': {
    en: '/en/staff/postings/:posting/override',
    fr: '/fr/personnel/affiches/:posting/derogation',
  },
  'desk.postingEdit': {
    en: '/en/staff/postings/:posting/edit',
    fr: '/fr/personnel/affiches/:posting/edition',
  },
  'desk.postingNew': { en: '/en/staff/new-posting', fr: '/fr/personnel/nouvelle-affiche' },
  'desk.status': { en: '/en/staff/status', fr: '/fr/personnel/etat' },
  'desk.webhooks': { en: '/en/staff/webhooks', fr: '/fr/personnel/avis-automatises' },
  'desk.webhook': { en: '/en/staff/webhooks/:id', fr: '/fr/personnel/avis-automatises/:id' },
  'desk.webhookDo': {
    en: '/en/staff/webhooks/:id/do',
    fr: '/fr/personnel/avis-automatises/:id/faire',
  },
  'desk.privacy': { en: '/en/staff/privacy', fr: '/fr/personnel/vie-privee' },
  'desk.privacyRequest': {
    en: '/en/staff/privacy/requests/:id',
    fr: '/fr/personnel/vie-privee/demandes/:id',
  },
  'desk.privacyAnswer': {
    en: '/en/staff/privacy/requests/:id/answer',
    fr: '/fr/personnel/vie-privee/demandes/:id/reponse',
  },
  'desk.privacyExtend': {
    en: '/en/staff/privacy/requests/:id/extension',
    fr: '/fr/personnel/vie-privee/demandes/:id/prolongation',
  },
  'desk.holds': {
    en: '/en/staff/privacy/legal-holds',
    fr: '/fr/personnel/vie-privee/ordres-de-conservation',
  },
  'desk.holdLift': {
    en: '/en/staff/privacy/legal-holds/:id/lift',
    fr: '/fr/personnel/vie-privee/ordres-de-conservation/:id/levee',
  },
  'desk.disposals': {
    en: '/en/staff/privacy/disposal',
    fr: '/fr/personnel/vie-privee/elimination',
  },
  'desk.beside': {
    en: '/en/staff/applications/:id/corrections',
    fr: '/fr/personnel/candidatures/:id/corrections',
  },
  'desk.accommodation': { en: '/en/staff/accommodation', fr: '/fr/personnel/mesures-adaptation' },
  'desk.accommodationKeys': {
    en: '/en/staff/accommodation/keys',
    fr: '/fr/personnel/mesures-adaptation/cles',
  },
  'desk.accommodationCase': {
    en: '/en/staff/accommodation/cases/:id',
    fr: '/fr/personnel/mesures-adaptation/dossiers/:id',
  },
  'desk.accommodationDo': {
    en: '/en/staff/accommodation/cases/:id/do',
    fr: '/fr/personnel/mesures-adaptation/dossiers/:id/faire',
  },
  'desk.outbox': { en: '/en/staff/outbox', fr: '/fr/personnel/boite-d-envoi' },
  'desk.outboxEmail': { en: '/en/staff/outbox/:id', fr: '/fr/personnel/boite-d-envoi/:id' },
} as const satisfies Record<string, Localized>;

export type RouteName = keyof typeof routes;

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** Pages whose address has no parameters. */
export type PlainRoute = {
  [Name in RouteName]: [Params<Name>] extends [never] ? Name : never;
}[RouteName];

type Params<Name extends RouteName> = ParamNames<(typeof routes)[Name]['en']>;

type ParamArgs<Name extends RouteName> = [Params<Name>] extends [never]
  ? []
  : [params: Record<Params<Name>, string>];

/** The path of a page in a language: `href('postings.show', 'fr', { slug })`. */
export function href<Name extends RouteName>(
  name: Name,
  lang: Lang,
  ...[params]: ParamArgs<Name>
): string {
  return routes[name][lang].replaceAll(/:([a-z]+)/gi, (_, key: string) =>
    encodeURIComponent((params as Record<string, string>)[key] ?? ''),
  );
}

/** The same page in both languages, where its parameters do not depend on the language. */
export function hrefs<Name extends RouteName>(name: Name, ...params: ParamArgs<Name>): Localized {
  return { en: href(name, 'en', ...params), fr: href(name, 'fr', ...params) };
}
