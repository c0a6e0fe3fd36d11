import type { Lang } from '#platform/i18n';
import { agree, claimsIn, inBoth } from '../claims.ts';
import type { Proposal } from '../model.ts';
import { factsIn } from '#hiring/prose';
import type { PairReading, Sentence } from '../reading.ts';

type Words = Readonly<Record<Lang, RegExp>>;

/** A name that is followed by its letters: "The Sample Digital Service (SDS)". */
const withLetters: Words = {
  en: /(?:^|\b(?:[Tt]he|[Aa]t|[Aa]bout) (?:the )?)(\p{Lu}[\p{L}’'-]+(?: (?:of|and|the|for|&|\p{Lu}[\p{L}’'-]+)){1,7}) \((\p{Lu}{2,6})\)/u,
  fr: /(?:^|(?:^|\s)(?:[Ll][ea] |[Ll]['’]|[Aa]u |[Dd]u |des ))(\p{Lu}[\p{L}’'-]+(?: [\p{L}’'-]+){1,7}) \((\p{Lu}{2,6})\)/u,
};
/** A name that says by its words that it is one of an organization. */
const body: Words = {
  en: /\b(?:[Tt]he|[Aa]t) ((?:\p{Lu}[\p{L}’'-]+ )+(?:Service|Agency|Department|Board|Commission|Office|Council|Secretariat|Centre|Institute|Museum|Corporation))\b(?! (?:group|Unit|of))/u,
  fr: /(?:^|\s)(?:[Ll]e |[Ll]['’]|[Ll]a |[Aa]u |[Dd]u )((?:Service|Agence|Ministère|Commission|Bureau|Conseil|Secrétariat|Centre|Institut|Musée|Société) (?:(?:de |du |des |d['’]|pour |et )?\p{L}{4,})(?: canadienn?e?s?)?)(?!\p{L})/u,
};

/** Without the article, which sentences need and lists do not. */
function nameIn(pattern: Words, text: string, lang: Lang): string | null {
  const name = pattern[lang].exec(text)?.[1];
  return name?.replace(/^(?:The|Le|La|L['’])\s?(?=\p{Lu})/u, '').trim() ?? null;
}

export function organization(pair: PairReading): Proposal[] {
  const named = inBoth(['organization'], pair, ({ text, lang, block }) =>
    block.kind === 'item' ? null : nameIn(withLetters, text, lang),
  );
  const found =
    named ??
    inBoth(['organization'], pair, ({ text, lang, block }) =>
      block.kind === 'item' || block.kind === 'title'
        ? null
        : (nameIn(withLetters, text, lang) ?? nameIn(body, text, lang)),
    );
  return found ? [{ ...found, confidence: named ? 'high' : 'medium' }] : [];
}

const units: Words = {
  en: /(?:\b(?:the|our|in|join|within|about the|['’]s) )((?:\p{Lu}[\p{L}’'&-]* )(?:(?:and|of|&|\p{Lu}[\p{L}’'&-]*) )*(?:[Bb]usiness )?(?:[Uu]nit|Branch|Directorate|Division))\b|\b((?:partnerships?|platform|operations|consulting) business unit)\b/u,
  fr: /(?:unité opérationnelle|unité|direction|division) (?:chargée )?(?:de la |des |du |de l['’]|de |d['’]|responsable d[eu] )(\p{L}[\p{L} ’'-]{2,40}?)(?=[.,;(:]| qui| du SNC| afin| dont| où| et | au | a |$)/iu,
};

function unitIn({ text, lang, block }: Sentence): string | null {
  if (block.kind === 'item' || block.kind === 'title') return null;
  const found = units[lang].exec(text);
  if (!found) return null;
  const name = lang === 'fr' ? found[0].trim() : (found[1] ?? found[2] ?? '').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function unit(pair: PairReading): Proposal[] {
  const found = inBoth(['unit'], pair, unitIn);
  return found ? [{ ...found, confidence: 'medium' }] : [];
}

const adaptation: Words = {
  en: /accommodat/iu,
  fr: /adaptation|accommodement/iu,
};

export function contacts(pair: PairReading): Proposal[] {
  const find =
    (ofAdaptation: boolean) =>
    ({ text, lang }: Sentence) => {
      if (adaptation[lang].test(text) !== ofAdaptation) return null;
      const email = factsIn(text, lang).find(({ kind }) => kind === 'email');
      return email ? { value: email.value } : null;
    };
  const linked = (ofAdaptation: boolean, lang: Lang) => {
    const { document } = pair[lang];
    return document.blocks.flatMap((block) =>
      block.marks
        .filter(({ href }) => href?.startsWith('mailto:'))
        .filter(() => adaptation[lang].test(block.text) === ofAdaptation)
        .map(({ href, span }) => ({
          value: decodeURIComponent(href!.slice('mailto:'.length).split('?')[0]!).toLowerCase(),
          from: { file: document.file, line: document.positionOf(span.start).line },
        })),
    );
  };
  return (['general', 'accommodation'] as const).flatMap((name) => {
    const ofAdaptation = name === 'accommodation';
    return agree(
      ['contacts', name, 'email'],
      {
        en: [...claimsIn(pair.en, find(ofAdaptation)), ...linked(ofAdaptation, 'en')],
        fr: [...claimsIn(pair.fr, find(ofAdaptation)), ...linked(ofAdaptation, 'fr')],
      },
      String,
    );
  });
}

const applicants: Words = {
  en: /open to (?:all|any|people|persons|employees|canadian|members|anyone|the public)|persons? (?:residing|employed)|who can apply|(?:anyone|people|employees) (?:living|residing|who (?:live|work)) [^.]{0,60}(?:can|may) apply/iu,
  fr: /ouvert\p{L}* (?:à|aux|au) (?:tou|personnes|membres|public|fonctionnaires|personnel|citoyen|employ)|personnes? (?:résidant|employée|qui résident)|qui peut postuler|peuvent postuler/iu,
};

export function whoCanApply(pair: PairReading): Proposal[] {
  const found = inBoth(['whoCanApply'], pair, ({ text, lang, block }) =>
    block.kind !== 'title' && block.kind !== 'heading' && applicants[lang].test(text)
      ? text.trim()
      : null,
  );
  return found ? [found] : [];
}
