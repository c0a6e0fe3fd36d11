import type { Localized } from '#platform/i18n';

/** A sample person. Surnames, or what follows the name, say that they are samples. */
export type Person = {
  name: string;
  /** Part before the @ of an address at sample.example. */
  mailbox: string;
};

const surnames: Localized<readonly string[]> = {
  en: ['Sample', 'Specimen', 'Example', 'Exemplar'],
  fr: ['Exemple', 'Modèle', 'Spécimen', 'Échantillon'],
};

const firstNames: Localized<readonly string[]> = {
  en: [
    'Amara',
    'Tomasz',
    'Priya',
    'Liam',
    'Hye-jin',
    'Chidi',
    'Rosalind',
    'Gurpreet',
    'Yusuf',
    'Mei-Ling',
    'Cormac',
    'Xiomara',
    'Noor',
    'Elias',
    'Kaiya',
    'Viktor',
    'Dipika',
    'Benedict',
    'Farah',
    'Joaquín',
    'Blessing',
    'Anders',
    'Siobhán',
    'Ravi',
    'Leilani',
    'Goran',
    'Imogen',
    'Kwame',
    'Oksana',
    'Quinn',
    'Ibrahim',
    'Hana',
    'Emeka',
    'Zofia',
    'Wren',
    'Daria',
    'Vinh',
    'Fiona',
    'Manaia',
    'Jasmeet',
    'Pádraig',
    'Soraya',
    'Oluwaseun',
    'Uma',
  ],
  fr: [
    'Éloïse',
    'Mamadou',
    'Anaïs',
    'Jean-Baptiste',
    'Thuy',
    'Gaétan',
    'Maïka',
    'Zacharie',
    'Yasmine',
    'Océane',
    'Benoît',
    'Aïssatou',
    'Clémence',
    'Dieudonné',
    'Marie-Ève',
    'Ismaël',
    'Joséphine',
    'Hervé',
    'Kenza',
    'Loïc',
    'Fabiola',
    'Émile',
    'Guylaine',
    'Tenzin',
    'Ophélie',
    'Sébastien',
    'Rim',
    'Ulysse',
    'Inès',
    'Pascal',
    'Nadège',
    'Véronique',
  ],
};

/** Names that systems stumble over, by their place among the people of their language. */
const unusual: Localized<Readonly<Record<number, Person>>> = {
  en: {
    7: { name: 'نور مثال (sample)', mailbox: 'noor.mithal' },
    12: {
      name: 'Maria Aurora Esperanza del Carmen Guadalupe Concepción Soledad Teresa de los Ángeles Francisca Javiera Fernanda Isabel Catalina Beatriz Leonor Victoria Eugenia Sample y Specimen de la Example y Exemplar',
      mailbox: 'maria.aurora',
    },
    18: { name: 'Farah O’Sample-D’Example', mailbox: 'farah.osample' },
    23: { name: '李明 (sample)', mailbox: 'li.ming' },
    34: { name: 'Wren Sample 🌱', mailbox: 'wren' },
  },
  fr: {
    8: { name: 'נועה דוגמה (exemple)', mailbox: 'noa.dugma' },
    13: { name: 'ᓄᓇ (exemple)', mailbox: 'nuna' },
    19: { name: 'D’Arcy L’Exemple de l’Échantillon-Modèle', mailbox: 'darcy.lexemple' },
  },
};

/** The sample person of a language at a place, the same at every run. */
export function personAt(lang: 'en' | 'fr', place: number): Person {
  const names = firstNames[lang];
  const first = names[place % names.length] ?? '';
  const round = Math.floor(place / names.length);
  const last = surnames[lang][(place + round) % surnames[lang].length] ?? '';
  return unusual[lang][place] ?? { name: `${first} ${last}`, mailbox: ascii(`${first}.${last}`) };
}

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z.-]/g, '');
}
