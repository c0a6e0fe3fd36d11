import type { Lang, Localized } from '#platform/i18n';

/** A made-up posting as the Markdown renderer gives it: every element that prose has to carry. */
export const samplePosting: Localized<{
  title: string;
  description: string;
  closing: string;
  apply: string;
  factsLabel: string;
  jobs: string;
  facts: { term: string; detail: string }[];
  html: string;
}> = {
  en: {
    title: 'Service designer and design researcher – public counters',
    description: 'Help two teams redesign how people renew a permit, in person and online.',
    closing: 'Closes July 31, 2026 at 11:59 pm, Pacific Daylight Time',
    apply: 'Apply for this job',
    factsLabel: 'Key facts',
    jobs: 'All jobs',
    facts: [
      { term: 'Closes', detail: 'July 31, 2026 at 11:59 pm, Pacific Daylight Time' },
      { term: 'Location', detail: 'Anywhere in Canada' },
      { term: 'Classification', detail: 'IT-03' },
      { term: 'Salary', detail: '$101,343 to $125,914' },
      { term: 'Tenure', detail: 'Term of 2 years' },
      { term: 'Positions', detail: '2: one bilingual, one English or French' },
    ],
    html: `
<p>Every year, four hundred thousand people renew a permit at one of our counters. Most of them come twice. You will help us find out <strong>why</strong>, and change it.</p>
<p>We work in small teams, in the open, with the people who run the service. See <a href="https://example.org/how-we-work">how we work</a>.</p>
<h2>What you will do</h2>
<ul>
<li>Plan and run research with people who use the counters, including people who use assistive technology.</li>
<li>Turn what you learn into prototypes:
<ul><li>on paper, for the counter;</li><li>in code, for the web form.</li></ul></li>
<li>Coach colleagues in both.</li>
</ul>
<h2>What you bring</h2>
<ol>
<li>Experience in designing a service from end to end in a <em>large</em> organization.</li>
<li>Experience in research with people in vulnerable situations.</li>
<li>The ability to explain a finding in plain language, to anyone.</li>
</ol>
<blockquote><p>Nobody meets every line of a posting. Apply anyway, and tell us why it is for you.</p></blockquote>
<h3>The two positions</h3>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1"><table>
<thead><tr><th>Position</th><th>Language requirement</th><th>Start</th></tr></thead>
<tbody>
<tr><td>1</td><td>Bilingual (BBB/BBB)</td><td>September 2026</td></tr>
<tr><td>2</td><td>English or French</td><td>October 2026</td></tr>
</tbody>
</table></div>
<h2>How we choose</h2>
<p>We read every application without its name. Interviews take place in the official language of your choice. Ask for an adaptation at any step: <a href="mailto:adaptation@example.org">adaptation@example.org</a>.</p>
<hr>
<p>This job is made up.</p>`,
  },
  fr: {
    title:
      'Conceptrice ou concepteur de services et responsable de la recherche en conception – comptoirs publics',
    description:
      'Aidez deux équipes à repenser le renouvellement d’un permis, en personne comme en ligne.',
    closing: 'Date limite : 31 juillet 2026 à 23 h 59, heure avancée du Pacifique',
    apply: 'Postuler',
    factsLabel: 'L’essentiel',
    jobs: 'Toutes les offres d’emploi',
    facts: [
      { term: 'Date limite', detail: '31 juillet 2026 à 23 h 59, heure avancée du Pacifique' },
      { term: 'Lieu de travail', detail: 'Partout au Canada' },
      { term: 'Classification', detail: 'IT-03' },
      { term: 'Salaire', detail: 'De 101 343 $ à 125 914 $' },
      { term: 'Durée', detail: 'Durée déterminée de 2 ans' },
      { term: 'Postes à pourvoir', detail: '2 : un bilingue, un français ou anglais' },
    ],
    html: `
<p>Chaque année, quatre cent mille personnes renouvellent un permis à l’un de nos comptoirs. La plupart s’y rendent deux fois. Vous nous aiderez à comprendre <strong>pourquoi</strong>, et à y remédier.</p>
<p>Nous travaillons en petites équipes, ouvertement, avec celles et ceux qui offrent le service. Voyez <a href="https://example.org/comment-nous-travaillons">comment nous travaillons</a>.</p>
<h2>Ce que vous ferez</h2>
<ul>
<li>Préparer et mener des recherches auprès des personnes qui fréquentent les comptoirs, y compris celles qui utilisent des technologies d’assistance.</li>
<li>Transformer vos constats en prototypes :
<ul><li>sur papier, pour le comptoir;</li><li>en code, pour le formulaire Web.</li></ul></li>
<li>Accompagner vos collègues dans ces deux démarches.</li>
</ul>
<h2>Ce que vous apportez</h2>
<ol>
<li>Une expérience de la conception d’un service de bout en bout dans une <em>grande</em> organisation.</li>
<li>Une expérience de la recherche auprès de personnes en situation de vulnérabilité.</li>
<li>L’aptitude à expliquer un constat en langage clair, à tout le monde.</li>
</ol>
<blockquote><p>Personne ne répond à chaque ligne d’une offre d’emploi. Postulez quand même, et dites-nous pourquoi ce poste est pour vous.</p></blockquote>
<h3>Les deux postes</h3>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1"><table>
<thead><tr><th>Poste</th><th>Exigence linguistique</th><th>Entrée en fonction</th></tr></thead>
<tbody>
<tr><td>1</td><td>Bilingue (BBB/BBB)</td><td>Septembre 2026</td></tr>
<tr><td>2</td><td>Français ou anglais</td><td>Octobre 2026</td></tr>
</tbody>
</table></div>
<h2>Comment nous choisissons</h2>
<p>Nous lisons chaque candidature sans le nom de la personne. Les entrevues se déroulent dans la langue officielle de votre choix. Demandez une mesure d’adaptation à toute étape : <a href="mailto:adaptation@example.org">adaptation@example.org</a>. Écriture inclusive abrégée, pour voir les caractères : praticien·ne·s, chargé·e·s, « œuvre », Ÿ.</p>
<hr>
<p>Cette offre d’emploi est fictive.</p>`,
  },
};

/** Addresses of the sample posting. */
export const samplePaths: Record<'posting' | 'apply' | 'list', (lang: Lang) => string> = {
  list: (lang) => ({ en: '/en/jobs/', fr: '/fr/emplois/' })[lang],
  posting: (lang) =>
    ({ en: '/en/jobs/service-designer', fr: '/fr/emplois/concepteur-de-services' })[lang],
  apply: (lang) =>
    ({
      en: '/en/jobs/service-designer/apply',
      fr: '/fr/emplois/concepteur-de-services/postuler',
    })[lang],
};

/** Both addresses of a sample page. */
export function sampleAlternates(page: keyof typeof samplePaths): Localized {
  return { en: samplePaths[page]('en'), fr: samplePaths[page]('fr') };
}
