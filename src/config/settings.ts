import type { Localized } from '#platform/i18n';

/** One setting that `tandem` reads from the environment: the single list, printed by `tandem help`. */
export type Setting = {
  name: string;
  /** Shown in help; the value itself is given in `parse.ts`. */
  fallback: Localized;
  meaning: Localized;
};

/** Every environment variable, in the order in which help prints them. */
export const settings = [
  {
    name: 'HOST',
    fallback: { en: '127.0.0.1', fr: '127.0.0.1' },
    meaning: { en: 'address to listen on', fr: 'adresse d’écoute' },
  },
  {
    name: 'PORT',
    fallback: { en: '3000', fr: '3000' },
    meaning: {
      en: 'port to listen on; 0 takes a free one',
      fr: 'port d’écoute; 0 pour prendre un port libre',
    },
  },
  {
    name: 'TANDEM_DATA',
    fallback: { en: 'data', fr: 'data' },
    meaning: {
      en: 'folder of the embedded database, the uploaded files and the secret key',
      fr: 'dossier de la base de données intégrée, des fichiers téléversés et de la clé secrète',
    },
  },
  {
    name: 'TANDEM_CONTENT',
    fallback: { en: 'content', fr: 'content' },
    meaning: {
      en: 'folder of the postings, or a Git repository: https://…, ssh://…, git@…, file://… (also --content)',
      fr: 'dossier des affiches d’emploi, ou dépôt Git\u00A0: https://…, ssh://…, git@…, file://… (aussi --content)',
    },
  },
  {
    name: 'TANDEM_CONTENT_BRANCH',
    fallback: { en: 'the repository’s main branch', fr: 'la branche principale du dépôt' },
    meaning: {
      en: 'branch of the repository to follow (also #branch behind its address)',
      fr: 'branche du dépôt à suivre (aussi #branche à la suite de l’adresse)',
    },
  },
  {
    name: 'TANDEM_CONTENT_PATH',
    fallback: {
      en: 'content if the repository has it, else its top',
      fr: 'content si le dépôt en a un, sinon sa racine',
    },
    meaning: {
      en: 'folder in TANDEM_CONTENT that holds en and fr',
      fr: 'dossier de TANDEM_CONTENT qui contient en et fr',
    },
  },
  {
    name: 'TANDEM_CONTENT_POLL',
    fallback: { en: '60', fr: '60' },
    meaning: {
      en: 'seconds between looks for new commits; 0 for webhooks only',
      fr: 'nombre de secondes entre deux recherches de nouveaux commits; 0 pour s’en tenir aux webhooks',
    },
  },
  {
    name: 'TANDEM_CONTENT_WEBHOOK_SECRET',
    fallback: {
      en: 'none: no webhook is accepted',
      fr: 'aucun\u00A0: aucun webhook n’est accepté',
    },
    meaning: {
      en: 'secret that GitHub, GitLab or Gitea sends to /hooks/content, 16 characters or more',
      fr: 'secret que GitHub, GitLab ou Gitea envoie à /hooks/content, 16 caractères ou plus',
    },
  },
  {
    name: 'DATABASE_URL',
    fallback: {
      en: 'the embedded PostgreSQL',
      fr: 'la base PostgreSQL intégrée',
    },
    meaning: {
      en: 'PostgreSQL 15 or later to use instead: postgres://user:password@host/database',
      fr: 'base PostgreSQL 15 ou plus récente à utiliser à la place\u00A0: postgres://utilisateur:motdepasse@hôte/base',
    },
  },
  {
    name: 'TANDEM_EQUITY_DATABASE_URL',
    fallback: {
      en: 'a role of its own in the embedded PostgreSQL; DATABASE_URL where that is given',
      fr: 'un rôle distinct dans la base intégrée; DATABASE_URL, si elle est donnée',
    },
    meaning: {
      en: 'the same database for a role that alone may use the schema equity, with self-declarations',
      fr: 'la même base, pour un rôle qui a seul accès au schéma equity, celui des autodéclarations',
    },
  },
  {
    name: 'TANDEM_EQUITY_KEY',
    fallback: {
      en: 'made at first start and kept in TANDEM_DATA/equity-key',
      fr: 'créée au premier démarrage et gardée dans TANDEM_DATA/equity-key',
    },
    meaning: {
      en: 'key that seals self-declarations, 32 characters or more; to be kept apart from backups of the database',
      fr: 'clé qui scelle les autodéclarations, 32 caractères ou plus; à garder à l’écart des copies de sauvegarde de la base',
    },
  },
  {
    name: 'TANDEM_ENV',
    fallback: { en: 'development', fr: 'development' },
    meaning: {
      en: 'development, or production (no e-mail outbox on the desk; TANDEM_URL and TANDEM_SMTP_URL required)',
      fr: 'development ou production (sans boîte d’envoi au bureau de dotation; TANDEM_URL et TANDEM_SMTP_URL obligatoires)',
    },
  },
  {
    name: 'TANDEM_URL',
    fallback: { en: 'http://HOST:PORT', fr: 'http://HOST:PORT' },
    meaning: {
      en: 'public address of the site, both languages on one domain',
      fr: 'adresse publique du site, les deux langues sur un même domaine',
    },
  },
  {
    name: 'TANDEM_URL_EN',
    fallback: { en: 'TANDEM_URL', fr: 'TANDEM_URL' },
    meaning: {
      en: 'public address of the English site, where each language has its domain',
      fr: 'adresse publique du site anglais, quand chaque langue a son domaine',
    },
  },
  {
    name: 'TANDEM_URL_FR',
    fallback: { en: 'TANDEM_URL', fr: 'TANDEM_URL' },
    meaning: {
      en: 'public address of the French site, where each language has its domain',
      fr: 'adresse publique du site français, quand chaque langue a son domaine',
    },
  },
  {
    name: 'TANDEM_SECRET',
    fallback: {
      en: 'made at first start and kept in TANDEM_DATA/secret',
      fr: 'créée au premier démarrage et gardée dans TANDEM_DATA/secret',
    },
    meaning: {
      en: 'key that signs forms and sessions, 32 characters or more',
      fr: 'clé qui signe les formulaires et les sessions, 32 caractères ou plus',
    },
  },
  {
    name: 'TANDEM_SMTP_URL',
    fallback: {
      en: 'none: e-mails stay in the outbox on the desk',
      fr: 'aucun\u00A0: les courriels restent dans la boîte d’envoi du bureau de dotation',
    },
    meaning: {
      en: 'mail server: smtp://user:password@host:587 or smtps://…',
      fr: 'serveur de courriel\u00A0: smtp://utilisateur:motdepasse@hôte:587 ou smtps://…',
    },
  },
  {
    name: 'TANDEM_MAIL_FROM',
    fallback: { en: 'careers@localhost', fr: 'careers@localhost' },
    meaning: { en: 'sender of every e-mail', fr: 'expéditeur de tous les courriels' },
  },
  {
    name: 'TANDEM_CLAMD',
    fallback: {
      en: 'none: files are recorded as not scanned',
      fr: 'aucun\u00A0: les fichiers sont notés comme non analysés',
    },
    meaning: {
      en: 'malware scanner: host:port, or the path of clamd’s socket',
      fr: 'antivirus\u00A0: hôte:port, ou chemin de la prise (socket) de clamd',
    },
  },
  {
    name: 'TANDEM_CLOSING_GRACE_MINUTES',
    fallback: { en: '15', fr: '15' },
    meaning: {
      en: 'an application form opened before closing is accepted for so many minutes after it',
      fr: 'un formulaire ouvert avant la clôture est accepté pendant ce nombre de minutes après celle-ci',
    },
  },
  {
    name: 'TANDEM_CLOSING_SOON_DAYS',
    fallback: { en: '7', fr: '7' },
    meaning: {
      en: 'days before closing in which a posting is shown as closing soon',
      fr: 'nombre de jours avant la clôture pendant lesquels l’offre est présentée comme se terminant bientôt',
    },
  },
  {
    name: 'TANDEM_REMINDER_HOURS',
    fallback: { en: '48', fr: '48' },
    meaning: {
      en: 'hours before closing at which people are reminded of a draft that they have not submitted; 0 for never',
      fr: 'nombre d’heures avant la clôture où l’on rappelle aux gens un brouillon qu’ils n’ont pas envoyé; 0 pour jamais',
    },
  },
  {
    name: 'TANDEM_NOTICE_UNDO_MINUTES',
    fallback: { en: '10', fr: '10' },
    meaning: {
      en: 'minutes between confirming notices to candidates and their leaving, in which they can be stopped; 0 for none',
      fr: 'nombre de minutes entre la confirmation des avis et leur envoi, pendant lesquelles on peut les annuler; 0 pour aucune',
    },
  },
  {
    name: 'TANDEM_DISCUSSION_DAYS',
    fallback: { en: '15', fr: '15' },
    meaning: {
      en: 'calendar days after a notice of elimination in which a candidate may ask for an informal discussion; 0 for never',
      fr: 'nombre de jours civils suivant un avis d’élimination pendant lesquels on peut demander une discussion informelle; 0 pour jamais',
    },
  },
  {
    name: 'TANDEM_SESSION_HOURS',
    fallback: { en: '12', fr: '12' },
    meaning: {
      en: 'hours without activity after which staff must sign in again',
      fr: 'nombre d’heures d’inactivité après lesquelles le personnel doit se reconnecter',
    },
  },
  {
    name: 'TANDEM_ACCOMMODATION_REPLY_HOURS',
    fallback: { en: '48', fr: '48' },
    meaning: {
      en: 'hours in which accommodation custodians should answer; after that, it is escalated',
      fr: 'nombre d’heures dans lesquelles les responsables des mesures d’adaptation doivent répondre; passé ce délai, un rappel est envoyé plus haut',
    },
  },
  {
    name: 'TANDEM_ACCOMMODATION_ESCALATE_TO',
    fallback: { en: 'the admins', fr: 'les admins' },
    meaning: {
      en: 'e-mail addresses, separated by commas, that are told how many answers are overdue',
      fr: 'adresses de courriel, séparées par des virgules, avisées du nombre de réponses en retard',
    },
  },
  {
    name: 'TANDEM_PROXIES',
    fallback: { en: '0', fr: '0' },
    meaning: {
      en: 'reverse proxies in front, whose X-Forwarded-For is believed for rate limits',
      fr: 'serveurs mandataires inverses placés devant Tandem, dont l’en-tête X-Forwarded-For sert à limiter le débit',
    },
  },
  {
    name: 'TANDEM_LEVER_SITE',
    fallback: {
      en: 'made from the organization’s English name',
      fr: 'tiré du nom anglais de l’organisation',
    },
    meaning: {
      en: 'name of the board in the Lever-compatible API: lower-case letters, digits and hyphens',
      fr: 'nom du tableau d’affichage dans l’API compatible avec Lever\u00A0: minuscules, chiffres et traits d’union',
    },
  },
  {
    name: 'TANDEM_API_ORIGINS',
    fallback: { en: 'none', fr: 'aucune' },
    meaning: {
      en: 'addresses of your other sites, separated by commas, that may call the API from a browser, show the list in a frame and send their own form here',
      fr: 'adresses de vos autres sites, séparées par des virgules, qui peuvent appeler l’API depuis un navigateur, afficher la liste dans un cadre et envoyer ici leur propre formulaire',
    },
  },
  {
    name: 'TANDEM_LOG',
    fallback: { en: 'warn; info in production', fr: 'warn; info en production' },
    meaning: {
      en: 'debug, info, warn, error or silent',
      fr: 'debug, info, warn, error ou silent',
    },
  },
  {
    name: 'TANDEM_LANG',
    fallback: { en: 'from LANG', fr: 'selon LANG' },
    meaning: {
      en: 'language of the command line: en or fr (also --lang)',
      fr: 'langue de la ligne de commande\u00A0: en ou fr (aussi --lang)',
    },
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];
