const light = new Set(
  `a an and are as at be been by can for from has have how in into is it its of on or our that the
  their them they this to who will with you your you’re you'll strong ability able experience
  knowledge experienced excellent great other others including such well using work working`.split(
    /\s+/,
  ),
);

/** A name for what is described: its first words of content, joined by hyphens, unlike any other. */
export function idFrom(text: string, taken: Set<string>): string {
  const words =
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+(?:['’][a-z]+)?/g) ?? [];
  const telling = words
    .filter((word) => !light.has(word) && !/['’]/.test(word) && word.length > 1)
    .slice(0, 3);
  const base = (telling.length > 0 ? telling : ['criterion']).join('-').slice(0, 60);
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
