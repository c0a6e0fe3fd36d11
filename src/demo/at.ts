/** The item at a place of a list that starts again at its end. */
export function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place % list.length];
  if (item === undefined) throw new Error('An empty list of samples');
  return item;
}
