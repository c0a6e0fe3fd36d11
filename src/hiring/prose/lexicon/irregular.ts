import type { Lang } from '#platform/i18n';

/** English forms whose beginning does not tell the verb: "base: forms". */
const english = `arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun
bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought
build built; buy bought; catch caught; choose chose chosen; come came; deal dealt; dig dug; draw drew drawn
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found
flee fled; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven
freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear heard; hide hid hidden
hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lay lain; light lit; lose lost
make made; mean meant; meet met; outgrow outgrew outgrown; oversee oversaw overseen; pay paid; prove proven; raise raised
rebuild rebuilt; redo redone; rewrite rewrote rewritten; ride rode ridden; ring rang rung; rise rose risen; run ran
say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown
sing sang sung; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen; stick stuck
strike struck; strive strove striven; swear swore sworn; sweep swept; swim swam swum; take took taken; teach taught
tear tore torn; tell told; think thought; throw threw thrown; understand understood; undertake undertook undertaken
undo undid undone; uphold upheld; wake woke woken; wear wore worn; weave wove woven; win won; withdraw withdrew withdrawn
withhold withheld; withstand withstood; write wrote written; good better best; few fewer fewest; far further furthest`;

const ofEnglish: ReadonlyMap<string, string> = new Map(
  english.split(/[;\n]/).flatMap((line) => {
    const [base, ...forms] = line.trim().split(' ');
    return forms.map((form) => [form, base!] as const);
  }),
);

const present = '(?:ez|ons|ent|ant|e|es|ait|aient)';
const future = '(?:ai|a|as|ont|ez|ons|ait|aient|iez|ions)';
const agreed = '(?:e|s|es)?';

/** French endings of a family of verbs, without accents, and the ending of the infinitive. */
const families: readonly (readonly [RegExp, string])[] = (
  [
    [
      `([tv])(?:ien(?:s|t|nent|ne|nes)|iendr${future}|enu${agreed}|en(?:ez|ons|ant|ait|aient))`,
      '$1enir',
    ],
    [`c(?:oi(?:s|t|vent|ve|ves)|ev(?:ez|ons|ant|ait|aient)|evr${future}|u${agreed})`, 'cevoir'],
    [`pr(?:enn(?:ent|e|es)|en(?:ez|ons|ant|ait|aient|ds?)|is(?:e|es)?|endr${future})`, 'prendre'],
    [`m(?:ets?|ett${present}|is(?:e|es)?|ettr${future})`, 'mettre'],
    [`(ouv|off|couv|souff)(?:r${present}|rir${future}|ert${agreed})`, '$1rir'],
    [`(^|re|pre|contre|inter)d(?:is|it${agreed}|is${present}|ites|ir${future})`, '$1dire'],
    [`(^|e|re)l(?:is|it|is${present}|ir${future}|u${agreed})`, '$1lire'],
    [`cri(?:s|t${agreed}|v${present}|r${future})`, 'crire'],
    [
      `(^|re|pre|entre)v(?:oi(?:s|t|ent)|oy(?:ez|ons|ant|ait)|err${future}|oir${future}|u${agreed})`,
      '$1voir',
    ],
    [`^v(?:eu(?:x|t|lent)|oul(?:ez|ons|u|ant|ait)|oudr${future}|euill(?:ez|e|ent))`, 'vouloir'],
    [`s(?:uit|uiv${present}|uivi${agreed}|uivr${future})`, 'suivre'],
    [`v(?:iv${present}|ecu${agreed}|ivr${future})`, 'vivre'],
    [`([oea])in(?:s|t${agreed})`, '$1indre'],
    [`([oea])ign${present}`, '$1indre'],
    [`([oea])indr${future}`, '$1indre'],
    [`ui(?:s|t${agreed}|s${present}|r${future})`, 'uire'],
    [`(conn|par)(?:ais|ait|aiss${present}|aitr${future}|u${agreed})`, '$1aitre'],
    [`quer(?:ez|ons|ant|ait)|qui(?:ers|ert|erent)|quis(?:e|es)?|querr${future}`, 'querir'],
    [`resol(?:u${agreed}|v${present})|resou(?:s|t)|resoudr${future}`, 'resoudre'],
    [`cro(?:is|it|ient|y${present}|ir${future})`, 'croire'],
    [`clu(?:s|t|e|es|se|ses|ent|ez|ons|ant|r${future})`, 'clure'],
    [`cueill(?:${present}|er${future}|i${agreed})`, 'cueillir'],
    [`cour(?:s|t|u${agreed}|${present}|r${future})`, 'courir'],
    [`satisf(?:ai(?:t|s)${agreed}|ont|ais${present}|er${future})`, 'satisfaire'],
    [`serv(?:${present}|i${agreed}|ir${future})`, 'servir'],
    [`envoi(?:e|es|ent)|enverr${future}`, 'envoyer'],
    [`oi(?:e|es|ent|er${future})`, 'oyer'],
    [`([au])i(?:e|es|ent|er${future})`, '$1yer'],
    [`nd(?:s|u${agreed}|${present}|r${future})`, 'ndre'],
    [`rd(?:s|u${agreed}|${present}|r${future})`, 'rdre'],
  ] as const
).map(([endings, infinitive]) => [new RegExp(`(?:${endings})$`), infinitive] as const);

/** Whether any of them may fit, asked once instead of one by one. */
const anyFamily = new RegExp(families.map(([endings]) => endings.source).join('|'));

const none: readonly string[] = [];

const longestForm = 20;

/**
 * What a form may be a form of, beyond what its stem tells: "wrote", "stopped", "newest", "reçoivent",
 * "offerte". Some are no words: they are in no lexicon. `folded` is as `fold` leaves it.
 */
export function basesOf(lang: Lang, folded: string): readonly string[] {
  return lang === 'en' ? englishBases(folded) : frenchBases(folded);
}

function englishBases(folded: string): readonly string[] {
  const base = ofEnglish.get(folded);
  if (base !== undefined) return [base];
  const [doubled] = /^\w{2,}(?=([bdglmnprt])\1(?:ed|ing|er|ers|est)$)/.exec(folded) ?? [];
  if (doubled !== undefined) return [`${doubled}${folded[doubled.length]}`];
  const [compared] = /^\w{3,}(?=iest$|ier$)/.exec(folded) ?? [];
  if (compared !== undefined) return [`${compared}y`];
  const [most] = /^\w{3,}(?=est$)/.exec(folded) ?? [];
  return most === undefined ? none : [most, `${most}e`];
}

function frenchBases(folded: string): readonly string[] {
  if (folded.length > longestForm || !anyFamily.test(folded)) return none;
  const bases = families.flatMap(([endings, infinitive]) =>
    endings.test(folded) ? [folded.replace(endings, infinitive)] : [],
  );
  return bases;
}
