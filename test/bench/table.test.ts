import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readTimes } from "../../bench/measure.ts";
import { basePeer, formatGrowth, formatResult, median, type Row } from "../../bench/table.ts";

const table = suite("bench: table");

/** A peer's builds, of which nothing is known but how long they took. */
function walls(peer: string, ...seconds: readonly number[]): Row {
  return { peer, runs: seconds.map((wall) => ({ wall, cpu: undefined, memory: undefined })) };
}

for (const [values, expected] of [
  [[], undefined],
  [[3], 3],
  [[9, 1, 5], 5],
  [[10, 2, 4, 1], 3],
  [[1, undefined, 3], undefined],
] as const) {
  table(`the median of ${JSON.stringify(values)} is ${expected}`, () => assert.is(median(values), expected));
}

for (const [peers, expected] of [
  [["this", "eleventy", "hugo"], "hugo"],
  [["this", "eleventy-min", "eleventy"], "eleventy"],
  [["this-warm", "this"], "this-warm"],
  [[], undefined],
] as const) {
  table(`of ${peers.join(", ") || "none"}, ${expected} is compared with`, () => assert.is(basePeer(peers), expected));
}

table("medians, and a dash for what is not known", () => {
  const runs = [
    { wall: 2, cpu: 2.5, memory: 180.4 },
    { wall: 1.5, cpu: 2, memory: 170 },
    { wall: 9, cpu: 9, memory: 190 },
  ];
  const text = formatResult({ pages: 200, rows: [{ peer: "this", runs }, walls("eleventy", 1, 4)] });
  assert.equal(text.split("\n"), [
    "200 pages   wall s   CPU s   peak MB   ms/page   × eleventy",
    "this          2.00    2.50       180     10.00         0.80",
    "eleventy      2.50       –         –     12.50         1.00",
    "",
  ]);
});

table("what each further page costs, between sizes in their order", () => {
  const results = [
    { pages: 400, rows: [walls("hugo", 0.5), walls("this", 4)] },
    { pages: 200, rows: [walls("hugo", 0.3), walls("this", 2)] },
    { pages: 1000, rows: [walls("hugo", 1.1), walls("this", 13)] },
  ];
  assert.equal(formatGrowth(results).split("\n"), [
    "ms for each further page   200–400   400–1000",
    "hugo                          1.00       1.00",
    "this                         10.00      15.00",
    "",
  ]);
});

table("a single size says nothing of growth", () =>
  assert.is(formatGrowth([{ pages: 200, rows: [walls("this", 1)] }]), ""),
);

for (const [printed, expected] of [
  ["77\n0m0.00s 0m0.00s\n0m1.25s 0m0.50s\n", 1.75],
  ["77\n0m0.001s 0m0.002s\n2m1.500s 1m0.250s\n", 181.75],
  ["77\n0m0,001s 0m0,002s\n0m1,500s 0m0,250s\n", 1.75],
  ["77\n", undefined],
  ["", undefined],
] as const) {
  table(`what a shell says of times: ${JSON.stringify(printed)}`, () => assert.is(readTimes(printed), expected));
}
table.run();
