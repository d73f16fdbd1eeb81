import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createStopwatch, unmeasured } from "../../src/plugin/times/stopwatch.ts";

const stopwatch = suite("stopwatch");

/** A clock that somebody else turns. */
function clock() {
  let time = 0;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

stopwatch("what each part takes, what a part within another takes, and what is left", () => {
  const { now, pass } = clock();
  const { measure, table } = createStopwatch("the rest", now);
  measure("read", () => pass(100));
  pass(50);
  const result = measure("checks", () => {
    pass(20);
    measure("read", () => pass(10));
    pass(20);
    return "done";
  });
  assert.is(result, "done");
  assert.equal(table().split("\n"), [
    "read         110 ms   55 %",
    "checks        40 ms   20 %",
    "the rest      50 ms   25 %",
    "together     200 ms  100 %",
  ]);
});

stopwatch("a part that throws counts, and its error goes on", () => {
  const { now, pass } = clock();
  const { measure, table } = createStopwatch("rest", now);
  assert.throws(
    () =>
      measure("read", () => {
        pass(5);
        throw new Error("no");
      }),
    "no",
  );
  assert.match(table(), /^read +5 ms +100 %/);
});

stopwatch("where nobody asks, the work is done", () =>
  assert.is(
    unmeasured("read", () => 1),
    1,
  ),
);
stopwatch.run();
