/** Every finding has an example of wrong and right, and they are what they say. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { runExample } from "../../src/docs/run-example.ts";
import { rules } from "../../src/plugin/checks/index.ts";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import { codesOf } from "../make.ts";

const findings = suite("docs: examples of findings");

for (const code of Object.keys(rules) as FindingCode[]) {
  findings(`${code}: the wrong form has this finding alone, the right form none`, () => {
    assert.equal(codesOf(runExample(code, "wrong")), [code]);
    assert.equal(codesOf(runExample(code, "right")), []);
  });
}

findings.run();
