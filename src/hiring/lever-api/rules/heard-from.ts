/** What other systems call the places where people hear of postings, by our choice for them. */
const places: readonly (readonly [RegExp, string])[] = [
  [/linked ?in|facebook|twitter|^x$|instagram|mastodon|bluesky|reddit|youtube|tiktok|social/, 'social-network'],
  [/refer|colleague|friend|employee|word of mouth|collegue|ami/, 'colleague-or-friend'],
  [/newsletter|mailing|infolettre/, 'newsletter'],
  [/event|meetup|conference|fair|evenement|salon/, 'event'],
  [/school|universit|college|campus|ecole/, 'school'],
  [/canada\.ca|gc\.ca|government|gouvernement/, 'government-site'],
]; // prettier-ignore

const own =
  /^(not-said|this-site|government-site|social-network|colleague-or-friend|newsletter|event|school|other)$/;

/** Our choice for a `source`: its code where it is one, else the nearest, else "other". */
export function heardFrom(source: string): string {
  const said = source.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  if (said === '') return 'not-said';
  if (own.test(said)) return said;
  return places.find(([words]) => words.test(said))?.[1] ?? 'other';
}
