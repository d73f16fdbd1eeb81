/** How many words, from a place in them on, a text has in a row. */
export type LongestRun = (words: readonly string[], start: number) => number;

/** What may follow in a text: most often one word. */
interface Ways {
  word: string;
  to: State;
  more: Map<string, State> | undefined;
}

/** All runs of words that end at the same places of a text. */
interface State {
  readonly length: number;
  /** The longest of their ends that is found in more places. */
  shorter: State | undefined;
  ways: Ways | undefined;
}

function follow({ ways }: State, word: string): State | undefined {
  return ways?.word === word ? ways.to : ways?.more?.get(word);
}

function lead(from: State, word: string, to: State): void {
  const { ways } = from;
  if (!ways) from.ways = { word, to, more: undefined };
  else if (ways.word === word) ways.to = to;
  else {
    ways.more ??= new Map();
    ways.more.set(word, to);
  }
}

/**
 * Prepares many searches in one text, so that each takes as long as what it finds: a suffix automaton of words
 * (Blumer et al. 1985, https://doi.org/10.1016/0304-3975(85)90157-4).
 */
export function runsOf(text: readonly string[]): LongestRun {
  const root: State = { length: 0, shorter: undefined, ways: undefined };
  let last = root;
  for (const word of text) last = addWord(last, word, root);
  return (words, start) => {
    let [state, at]: [State, number] = [root, start];
    for (; at < words.length; at++) {
      const next = follow(state, words[at] ?? "");
      if (!next) break;
      state = next;
    }
    return at - start;
  };
}

function addWord(last: State, word: string, root: State): State {
  const added: State = { length: last.length + 1, shorter: root, ways: undefined };
  let from: State | undefined = last;
  for (; from && !follow(from, word); from = from.shorter) lead(from, word, added);
  if (!from) return added;
  const there = follow(from, word) ?? root;
  added.shorter = there.length === from.length + 1 ? there : split(there, from, word);
  return added;
}

/** Of the runs that lead to a state, those that now end in one more place get one of their own. */
function split(there: State, start: State, word: string): State {
  const { ways } = there;
  const copy: State = {
    length: start.length + 1,
    shorter: there.shorter,
    ways: ways && { ...ways, more: ways.more && new Map(ways.more) },
  };
  for (let from: State | undefined = start; from && follow(from, word) === there; from = from.shorter)
    lead(from, word, copy);
  there.shorter = copy;
  return copy;
}
