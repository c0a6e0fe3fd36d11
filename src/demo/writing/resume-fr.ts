import type { ResumeWriting } from './resume.ts';

/** Matière des curriculum vitæ fictifs. Every employer and school is fictional. */
export const resumeFr: ResumeWriting = {
  notice: 'CURRICULUM VITÆ FICTIF : cette personne n’existe pas.',
  headings: {
    profile: 'Profil',
    experience: 'Expérience',
    education: 'Formation',
    skills: 'Compétences',
    languages: 'Langues',
  },
  period: '{from} à {until}',
  untilNow: 'aujourd’hui',
  places: [
    'Rimouski (Québec)',
    'Moncton (Nouveau-Brunswick)',
    'Sudbury (Ontario)',
    'Saint-Boniface (Manitoba)',
    'Gatineau (Québec)',
    'Sherbrooke (Québec)',
    'Caraquet (Nouveau-Brunswick)',
    'Montréal (Québec)',
  ],
  profiles: [
    'Je cherche ce que les gens essaient de faire, et j’aide les équipes à retirer ce qui les en empêche.',
    'Dix ans entre le comptoir, le téléphone et le code. J’aime les services auxquels on n’a pas besoin de penser.',
    'Je planifie la recherche, j’écoute plus que je ne parle, et j’écris ce que nous avons appris.',
    'Généraliste : développement, formation, puis direction d’équipe, dans cet ordre et parfois en même temps.',
    'Je rends lisibles des règles compliquées, d’abord pour ceux qui les appliquent, puis pour tout le monde.',
    'Design de services, avec un faible pour les formulaires, les lettres et l’attente qui les sépare.',
  ],
  posts: [
    {
      title: 'Responsable de la recherche',
      employer: 'Bureau modèle des permis (fictif)',
      did: [
        'Direction de quatre cycles de recherche par année auprès des titulaires de permis.',
        'Formation de neuf collègues à l’entretien, en duo, jusqu’à leur autonomie.',
        'Publication de chaque constat en moins de deux semaines, même les mauvaises nouvelles.',
      ],
    },
    {
      title: 'Design de services',
      employer: 'Ville d’Exemple (fictive)',
      did: [
        'Cartographie des permis, de la première question au dernier tampon, avec neuf bureaux.',
        'Délai de réponse ramené de trente et un jours à six.',
        'Rédaction des modèles de lettres avec les personnes qui les signent.',
      ],
    },
    {
      title: 'Développement de logiciels',
      employer: 'Bourses d’études Spécimen (fictives)',
      did: [
        'Création du suivi des demandes en TypeScript et PostgreSQL, tests dans les deux langues.',
        'Vérification de l’accessibilité au clavier et au lecteur d’écran avant chaque livraison.',
        'Participation à l’horaire de garde, et rédaction de la page qui a rendu la plupart des appels inutiles.',
      ],
    },
    {
      title: 'Réponse téléphonique, puis supervision',
      employer: 'Ligne Prestations modèle (fictive)',
      did: [
        'Quelque 30 000 appels au sujet de l’assurance parentale et de l’invalidité.',
        'Création d’un relevé des appels évitables, devenu un rapport mensuel.',
        'Accompagnement des nouvelles recrues pendant leurs six premières semaines.',
      ],
    },
    {
      title: 'Gestion de produit',
      employer: 'Transport collectif Exemple (fictif)',
      did: [
        'Direction d’une équipe de sept, avec une livraison par semaine.',
        'Onze fonctionnalités refusées, chacune avec les preuves à l’appui.',
        'Compte rendu public des progrès toutes les deux semaines.',
      ],
    },
    {
      title: 'Conception de contenu',
      employer: 'Régime de retraite Échantillon (fictif)',
      did: [
        'Réécriture de 120 lettres en langage clair, en français et en anglais côte à côte.',
        'Essai des ébauches à voix haute avec les personnes qui les reçoivent.',
        'Tenue d’un glossaire commun aux juristes et au personnel du comptoir.',
      ],
    },
    {
      title: 'Enseignement aux adultes',
      employer: 'Centre de formation Modèle (fictif)',
      did: [
        'Cours de français langue seconde à des groupes de vingt personnes.',
        'Conception d’un parcours de quinze semaines, encore utilisé.',
        'Mentorat de cinq stagiaires.',
      ],
    },
    {
      title: 'Analyse des politiques',
      employer: 'Ministère des Spécimens (fictif)',
      did: [
        'Estimation du coût de chaque document exigé par un programme.',
        'Notes d’information d’une page, sur demande ou non.',
        'Coordination d’un essai régional, puis de l’abolition d’une règle.',
      ],
    },
  ],
  schools: [
    'Baccalauréat en sociologie, Université Modèle (fictive)',
    'Diplôme d’études collégiales en design, Cégep Exemple (fictif)',
    'Baccalauréat en informatique, Université Spécimen (fictive)',
    'Maîtrise en sciences de l’information, Université Modèle (fictive)',
    'Certificat en administration publique, Institut Échantillon (fictif)',
  ],
  skills: [
    'entretiens et tests d’utilisabilité',
    'cartes de parcours',
    'langage clair',
    'animation d’ateliers',
    'TypeScript et SQL',
    'vérification de l’accessibilité',
    'conception de questionnaires',
    'prototypes sur papier et en HTML',
    'règles d’approvisionnement',
    'accompagnement',
    'Git',
  ],
  languages: [
    'Français (langue maternelle), anglais (intermédiaire)',
    'Français et anglais, tous les jours au travail',
    'Français, wolof, anglais',
    'Français, créole haïtien; anglais en formation',
    'Français et vietnamien',
  ],
  fileNames: [
    'CV {name}',
    'Curriculum_vitae_{name}',
    '{name} - cv (version finale)',
    'mon cv',
    'CV_{name}_candidature',
  ],
};
