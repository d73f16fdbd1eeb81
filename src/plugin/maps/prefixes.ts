/** A text, and the longest of the others that it begins with. */
interface Link {
  readonly text: string;
  readonly shorter: Link | undefined;
}

/**
 * Finds which of some texts stand at a place of another one, the longest first: a search in their order, so that it does not
 * matter how many there are.
 */
export function prefixFinder(texts: Iterable<string>): (source: string, at: number) => string[] {
  const links: Link[] = [];
  for (const text of [...new Set(texts)].sort()) {
    let shorter = links.at(-1);
    while (shorter && !text.startsWith(shorter.text)) shorter = shorter.shorter;
    links.push({ text, shorter });
  }
  return (source, at) => {
    const rest = source.slice(at);
    const found: string[] = [];
    // What the place begins with, the last text that is not behind it begins with, too.
    for (let link = links[countUntil(links.length, (index) => (links[index]?.text ?? "") <= rest) - 1]; link; ) {
      if (rest.startsWith(link.text)) found.push(link.text);
      link = link.shorter;
    }
    return found;
  };
}

/** Tells whether one of some texts begins so. */
export function prefixTest(texts: Iterable<string>): (prefix: string) => boolean {
  const sorted = [...texts].sort();
  return (prefix) => {
    const first = sorted[countUntil(sorted.length, (index) => (sorted[index] ?? "") < prefix)];
    return first?.startsWith(prefix) ?? false;
  };
}

/** How many of some things are so, where those that are so come first. */
export function countUntil(length: number, isSo: (index: number) => boolean): number {
  let [first, end] = [0, length];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (isSo(middle)) first = middle + 1;
    else end = middle;
  }
  return first;
}
