import type { Figures } from "./measure.ts";

/** What the builds of one peer came to, at one size. */
export interface Row {
  readonly peer: string;
  readonly runs: readonly Figures[];
}

/** All rows of one number of pages. */
export interface Result {
  readonly pages: number;
  readonly rows: readonly Row[];
}

/** What cannot be known. */
const UNKNOWN = "–";

/** The middle value, of an even number of them the mean of the two in the middle; undefined where one is not known. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  if (known.length < values.length) return undefined;
  const [low, high] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The peer that others are compared with: Hugo, else Eleventy by hand, else the first. */
export function basePeer(peers: readonly string[]): string | undefined {
  return ["hugo", "eleventy"].find((peer) => peers.includes(peer)) ?? peers[0];
}

/** The medians of one size. */
export function formatResult({ pages, rows }: Result): string {
  const base = basePeer(rows.map(({ peer }) => peer));
  const wallOf = (row: Row | undefined) => median(row?.runs.map(({ wall }) => wall) ?? []);
  const baseWall = wallOf(rows.find(({ peer }) => peer === base));
  return formatTable([
    [`${pages} pages`, "wall s", "CPU s", "peak MB", "ms/page", `× ${base}`],
    ...rows.map((row) => {
      const wall = wallOf(row);
      return [
        row.peer,
        rounded(wall, 2),
        rounded(median(row.runs.map(({ cpu }) => cpu)), 2),
        rounded(median(row.runs.map(({ memory }) => memory)), 0),
        rounded(wall && (1000 * wall) / pages, 2),
        rounded(wall && baseWall && wall / baseWall, 2),
      ];
    }),
  ]);
}

/**
 * What each further page costs, from each size to the next larger one: where the number grows from column to column, a
 * build takes more than its share of time as a site grows. Empty for a single size.
 */
export function formatGrowth(results: readonly Result[]): string {
  const sorted = [...results].sort((one, other) => one.pages - other.pages);
  const steps = sorted.slice(1).map((to, index) => ({ from: sorted[index] ?? to, to }));
  if (steps.length === 0) return "";
  const wallOf = ({ rows }: Result, peer: string) =>
    median(rows.find((row) => row.peer === peer)?.runs.map(({ wall }) => wall) ?? []);
  return formatTable([
    ["ms for each further page", ...steps.map(({ from, to }) => `${from.pages}–${to.pages}`)],
    ...(sorted[0]?.rows ?? []).map(({ peer }) => [
      peer,
      ...steps.map(({ from, to }) => {
        const [before, after] = [wallOf(from, peer), wallOf(to, peer)];
        const isKnown = before !== undefined && after !== undefined;
        return rounded(isKnown ? (1000 * (after - before)) / (to.pages - from.pages) : undefined, 2);
      }),
    ]),
  ]);
}

function rounded(value: number | undefined, digits: number): string {
  return value === undefined ? UNKNOWN : value.toFixed(digits);
}

/** The first column on the left, numbers on the right. */
function formatTable(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const aligned = lines.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return `${aligned.map((cells) => cells.join("   ")).join("\n")}\n`;
}
