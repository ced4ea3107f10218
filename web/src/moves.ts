/** Puts elements in an order by as few moves as there can be: what is moved is styled and laid out again. */

/** Of different numbers, the longest run that already rises. Pure. */
export function rising(numbers: readonly number[]): Set<number> {
  /** Of every length, where the run with the least last number ends. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(numbers[at] ?? 0);
  return run;
}

/** These stand in this order within a list; its other elements, which do not show, stand anywhere between. */
export function inOrder(list: Element, wanted: readonly Element[]): void {
  const places = new Map([...list.children].map((child, at) => [child, at]));
  const stand = rising(wanted.flatMap((element) => places.get(element) ?? []));
  let next: Element | null = null;
  for (const element of [...wanted].reverse()) {
    if (!stand.has(places.get(element) ?? -1)) list.insertBefore(element, next);
    next = element;
  }
}
