/** Every finding has an example of wrong and right, and they are what they say. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findingGroups } from "../../src/docs/findings/groups.ts";
import { runExample } from "../../src/docs/findings/run-example.ts";
import { codes } from "../../src/plugin/findings/codes.ts";
import { codesOf } from "../make.ts";

const findings = suite("docs: examples of findings");
const examples = findingGroups.flatMap((group) => group.examples);

findings("every code has one", () => {
  assert.equal(examples.map(({ code }) => code).sort(), Object.keys(codes).sort());
});

for (const example of examples) {
  findings(`${example.code}: the wrong form has this finding alone, the right form none`, () => {
    assert.equal(codesOf(runExample(example, "wrong")), [example.code]);
    assert.equal(codesOf(runExample(example, "right")), []);
  });
}

findings.run();
