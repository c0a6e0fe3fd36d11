import type { Localized } from '#platform/i18n';
import type { BadgeTone } from '#ui/badge';
import type { Option } from '#ui/form';
import type { TimelineEntry } from '#ui/timeline';

export type SampleApplication = {
  id: string;
  name: string;
  received: string;
  language: string;
  words: number;
  tone: BadgeTone;
  state: string;
};

export type DeskWords = {
  applications: string;
  processes: string;
  posting: string;
  columns: Record<'name' | 'received' | 'language' | 'words' | 'state', string>;
  rows: SampleApplication[];
  filters: string;
  search: string;
  state: string;
  states: string[];
  all: string;
  page: string;
  factsOf: { term: string; detail: string }[];
  resume: string;
  download: string;
  resumeText: string[];
  statement: string;
  statementText: string;
  decision: string;
  outcome: string;
  outcomes: Option[];
  reason: string;
  reasons: Option[];
  words: string;
  wordsHint: string;
  record: string;
  history: string;
  events: TimelineEntry[];
};

/** Words of the sample desk pages. Made-up people, marked so by their names. */
export const deskWords: Localized<DeskWords> = {
  en: {
    applications: 'Applications',
    processes: 'Processes',
    posting: 'Service designer and design researcher – public counters',
    columns: {
      name: 'Candidate',
      received: 'Received',
      language: 'Language',
      words: 'Words',
      state: 'Screening',
    },
    rows: [
      row('1', 'Sample Candidate One', '2026-07-02 09:14', 'English', 287, 'neutral', 'To screen'),
      row('2', 'Sample Candidate Two', '2026-07-02 11:40', 'French', 300, 'success', 'Screened in'),
      row(
        '3',
        'Sample Candidate Three',
        '2026-07-03 23:58',
        'French',
        95,
        'danger',
        'Screened out',
      ),
    ],
    filters: 'Search and filter applications',
    search: 'Name, e-mail or reference',
    state: 'Screening',
    states: ['To screen', 'Screened in', 'Screened out'],
    all: 'All',
    page: '1 to 3 of 3 applications',
    factsOf: [
      { term: 'Reference', detail: 'T-7K2M-94' },
      { term: 'Received', detail: '2026-07-02 11:40' },
      { term: 'Language', detail: 'French' },
      { term: 'E-mail', detail: 'two@example.org' },
    ],
    resume: 'Résumé',
    download: 'Download (PDF, 240 KB)',
    resumeText: [
      'Sample Candidate Two',
      'Experience. 2019 to today: design of counters and of what surrounds them.',
      'Education. Diploma in industrial design.',
    ],
    statement: 'Why is this job for you?',
    statementText: 'I have run a counter for six years, and I have redesigned one.',
    decision: 'Screening',
    outcome: 'Decision',
    outcomes: [
      { value: 'in', label: 'Screen in' },
      { value: 'out', label: 'Screen out' },
    ],
    reason: 'Reason',
    reasons: [
      { value: 'met', label: 'Meets every essential criterion' },
      { value: 'not-met', label: 'An essential criterion is not met' },
    ],
    words: 'In words the candidate can read',
    wordsHint: 'In French, the language this person chose.',
    record: 'Record the decision',
    history: 'History',
    events: [
      {
        id: 'b',
        title: 'Screened in',
        when: '2026-07-06 10:02',
        dateTime: '2026-07-06T14:02:00Z',
        by: 'manager@example.org',
        tone: 'success',
        content: 'Meets every essential criterion.',
      },
      {
        id: 'a',
        title: 'Application received',
        when: '2026-07-02 11:40',
        dateTime: '2026-07-02T15:40:00Z',
      },
    ],
  },
  fr: {
    applications: 'Candidatures',
    processes: 'Processus',
    posting:
      'Conceptrice ou concepteur de services et responsable de la recherche en conception – comptoirs publics',
    columns: {
      name: 'Candidate ou candidat',
      received: 'Reçue le',
      language: 'Langue',
      words: 'Mots',
      state: 'Présélection',
    },
    rows: [
      row(
        '1',
        'Candidature d’exemple un',
        '2026-07-02 09:14',
        'Anglais',
        287,
        'neutral',
        'À traiter',
      ),
      row(
        '2',
        'Candidature d’exemple deux',
        '2026-07-02 11:40',
        'Français',
        300,
        'success',
        'Retenue',
      ),
      row(
        '3',
        'Candidature d’exemple trois',
        '2026-07-03 23:58',
        'Français',
        95,
        'danger',
        'Non retenue',
      ),
    ],
    filters: 'Rechercher et filtrer les candidatures',
    search: 'Nom, adresse courriel ou numéro de référence',
    state: 'Présélection',
    states: ['À traiter', 'Retenue', 'Non retenue'],
    all: 'Toutes',
    page: '1 à 3 de 3 candidatures',
    factsOf: [
      { term: 'Numéro de référence', detail: 'T-7K2M-94' },
      { term: 'Reçue le', detail: '2026-07-02 11:40' },
      { term: 'Langue', detail: 'Français' },
      { term: 'Adresse courriel', detail: 'deux@example.org' },
    ],
    resume: 'Curriculum vitæ',
    download: 'Télécharger (PDF, 240 ko)',
    resumeText: [
      'Candidature d’exemple deux',
      'Expérience. De 2019 à aujourd’hui : conception de comptoirs et de ce qui les entoure.',
      'Formation. Diplôme en design industriel.',
    ],
    statement: 'Pourquoi ce poste est-il pour vous?',
    statementText: 'J’ai tenu un comptoir pendant six ans, et j’en ai repensé un.',
    decision: 'Présélection',
    outcome: 'Décision',
    outcomes: [
      { value: 'in', label: 'Retenir' },
      { value: 'out', label: 'Ne pas retenir' },
    ],
    reason: 'Motif',
    reasons: [
      { value: 'met', label: 'Satisfait à chaque critère essentiel' },
      { value: 'not-met', label: 'Un critère essentiel n’est pas satisfait' },
    ],
    words: 'En mots que la personne pourra lire',
    wordsHint: 'En français, la langue que cette personne a choisie.',
    record: 'Consigner la décision',
    history: 'Historique',
    events: [
      {
        id: 'b',
        title: 'Candidature retenue',
        when: '2026-07-06 10:02',
        dateTime: '2026-07-06T14:02:00Z',
        by: 'gestion@example.org',
        tone: 'success',
        content: 'Satisfait à chaque critère essentiel.',
      },
      {
        id: 'a',
        title: 'Candidature reçue',
        when: '2026-07-02 11:40',
        dateTime: '2026-07-02T15:40:00Z',
      },
    ],
  },
};

function row(
  id: string,
  name: string,
  received: string,
  language: string,
  words: number,
  tone: BadgeTone,
  state: string,
): SampleApplication {
  return { id, name, received, language, words, tone, state };
}
