/** No text that an author may write takes time that grows faster than the text: 600 made by chance, of what each rule reads. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { SEED, times } from "../hostile/seed.ts";
import { fasterThanInput } from "./growing.ts";
import { RULES } from "./growing-rules.ts";

const growth = suite("growth");

const INPUTS = 600;

for (const { name, atoms, run } of RULES) {
  growth(name, () => {
    const atom = fc.constantFrom(...atoms);
    const text = (minLength: number, maxLength: number) =>
      fc.array(atom, { minLength, maxLength }).map((parts) => parts.join(""));
    const growing = fc.record({ before: text(0, 2), unit: text(1, 4), closing: text(0, 1), after: text(0, 2) });
    const numRuns = Math.ceil(times(INPUTS) / RULES.length);
    const faults = fc.sample(growing, { seed: SEED, numRuns }).flatMap((one) => {
      const fault = fasterThanInput(one, run);
      return fault === undefined ? [] : [`${JSON.stringify(one)}: ${fault}`];
    });
    assert.is(faults.join("\n"), "");
  });
}

growth.run();
