/** No text that an author may write takes time that grows faster than the text: 600 made by chance, of what each rule reads. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { SEED, times } from "../hostile/seed.ts";
import { fasterThanInput, type Growing, type Rule } from "./growing.ts";
import { RULES } from "./growing-rules.ts";

const growth = suite("growth");

const INPUTS = 600;

for (const rule of RULES) {
  const { name, atoms } = rule;
  growth(name, () => {
    const atom = fc.constantFrom(...atoms);
    const text = (minLength: number, maxLength: number) =>
      fc.array(atom, { minLength, maxLength }).map((parts) => parts.join(""));
    const growing = fc.record({ before: text(0, 2), unit: text(1, 4), closing: text(0, 1), after: text(0, 2) });
    const numRuns = Math.ceil(times(INPUTS) / RULES.length);
    const faults = fc.sample(growing, { seed: SEED, numRuns }).flatMap((one) => {
      const fault = faultOf(one, rule);
      return fault === undefined ? [] : [`${JSON.stringify(one)}: ${fault}`];
    });
    assert.is(faults.join("\n"), "");
  });
}

function faultOf(one: Growing, { run, full }: Rule): string | undefined {
  try {
    return fasterThanInput(one, run, full);
  } catch (error) {
    return String(error);
  }
}

growth.run();
