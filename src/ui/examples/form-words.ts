import type { Localized } from '#platform/i18n';
import type { Option } from '#ui/form';

export type FormWords = {
  title: string;
  lead: string;
  notice: string;
  contact: string;
  name: string;
  nameHint: string;
  email: string;
  phone: string;
  language: string;
  languageHint: string;
  languages: Option[];
  answers: string;
  resume: string;
  resumeHint: string;
  size: string;
  statement: string;
  statementHint: string;
  skills: string;
  skillOptions: Option[];
  source: string;
  sources: Option[];
  privacy: string;
  privacyText: string;
  consent: string;
  send: string;
  back: string;
  problems: Record<'email' | 'statement' | 'language' | 'consent', string>;
};

/** Words of the sample application form. */
export const formWords: Localized<FormWords> = {
  en: {
    title: 'Apply',
    lead: 'It takes about 15 minutes. You need your résumé as a file.',
    notice: 'This job closes on July 31, 2026 at 11:59 pm, Pacific Daylight Time.',
    contact: 'How to reach you',
    name: 'Your name',
    nameHint: 'As you want us to call you.',
    email: 'E-mail address',
    phone: 'Telephone',
    language: 'Language of correspondence',
    languageHint: 'We will write to you in this language.',
    languages: [
      { value: 'en', label: 'English' },
      { value: 'fr', label: 'French' },
    ],
    answers: 'Your application',
    resume: 'Résumé',
    resumeHint: 'PDF, DOCX, DOC, ODT, RTF or TXT, 10 MB at most.',
    size: '240 KB',
    statement: 'Why is this job for you?',
    statementHint: 'In English or in French. Plain words are best.',
    skills: 'What have you done before?',
    skillOptions: [
      { value: 'research', label: 'Research with people' },
      { value: 'prototype', label: 'Prototypes', hint: 'On paper or in code.' },
      { value: 'coach', label: 'Coaching' },
    ],
    source: 'How did you hear about this job?',
    sources: [
      { value: 'friend', label: 'From someone I know' },
      { value: 'web', label: 'On the web' },
    ],
    privacy: 'What we do with your information',
    privacyText: 'Only the team that hires for this job reads it. You can withdraw at any time.',
    consent: 'I have read how my information is used',
    send: 'Send my application',
    back: 'Back to the job',
    problems: {
      email: 'Enter your whole e-mail address, such as name@example.org',
      statement: 'Shorten your answer to 300 words; it now has 312',
      language: 'Choose the language in which we should write to you',
      consent: 'Confirm that you have read how your information is used',
    },
  },
  fr: {
    title: 'Postuler',
    lead: 'Il faut environ 15 minutes. Ayez votre curriculum vitæ sous la main, dans un fichier.',
    notice: 'Date limite : 31 juillet 2026 à 23 h 59, heure avancée du Pacifique.',
    contact: 'Comment vous joindre',
    name: 'Votre nom',
    nameHint: 'Tel que vous souhaitez le voir employé.',
    email: 'Adresse courriel',
    phone: 'Téléphone',
    language: 'Langue de correspondance',
    languageHint: 'Nous vous écrirons dans cette langue.',
    languages: [
      { value: 'fr', label: 'Français' },
      { value: 'en', label: 'Anglais' },
    ],
    answers: 'Votre candidature',
    resume: 'Curriculum vitæ',
    resumeHint: 'PDF, DOCX, DOC, ODT, RTF ou TXT, 10 Mo au plus.',
    size: '240 ko',
    statement: 'Pourquoi ce poste est-il pour vous?',
    statementHint: 'En français ou en anglais. Les mots simples sont les meilleurs.',
    skills: 'Qu’avez-vous déjà fait?',
    skillOptions: [
      { value: 'research', label: 'Recherche auprès de personnes' },
      { value: 'prototype', label: 'Prototypes', hint: 'Sur papier ou en code.' },
      { value: 'coach', label: 'Accompagnement' },
    ],
    source: 'Comment avez-vous entendu parler de cet emploi?',
    sources: [
      { value: 'friend', label: 'Par une personne que je connais' },
      { value: 'web', label: 'Sur le Web' },
    ],
    privacy: 'Ce que nous faisons de vos renseignements',
    privacyText:
      'Seule l’équipe qui pourvoit ce poste les lit. Vous pouvez retirer votre candidature en tout temps.',
    consent: 'J’ai lu comment mes renseignements sont utilisés',
    send: 'Envoyer ma candidature',
    back: 'Retour à l’offre d’emploi',
    problems: {
      email: 'Inscrivez votre adresse courriel au complet, par exemple nom@exemple.org',
      statement: 'Raccourcissez votre réponse à 300 mots; elle en compte 312',
      language: 'Choisissez la langue dans laquelle nous vous écrirons',
      consent: 'Confirmez que vous avez lu comment vos renseignements sont utilisés',
    },
  },
};
