const separator = /[,;]|(?<!\p{L})(?:and|or|et|ou|ni|&)(?!\p{L})/gu;

/** Signs and conjunctions that part the members of enumerations. */
export function separatorsIn(text: string): number {
  return text.match(separator)?.length ?? 0;
}

const openingSign =
  /(?:[,;(]|(?<!\p{L})(?:and|or|et|ou|&))\s*(?:(?:de|des|du|la|le|les|à|au|aux|the|an?|in|en|to)\s+)*(?:[ld][’'])?$/iu;
const closingSign = /^\s*(?:[,;.)]|$|(?:and|or|et|ou|&)(?!\p{L}))/iu;

/** Whether a word stands alone between commas, or a comma and "and": a member of an enumeration. */
export function enumerates(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const isOpened = openingSign.test(text.slice(Math.max(0, start - 16), start));
  return isOpened && closingSign.test(text.slice(end, end + 8));
}
