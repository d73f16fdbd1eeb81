/** What a command says of an error, whoever has thrown it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failure } from "../../src/cli/failure.ts";
import { plainError } from "../../src/plugin/findings/plain-error.ts";

const failures = suite("cli: failures");

const FOLDER = "/site";
const OURS = "at makeSite (file:///site/node_modules/eleventy-plugin-pelican/dist/plugin/site.js:1:2)";

function thrown(error: Error, frame: string): Error {
  return Object.assign(error, { stack: `${error.name}: ${error.message}\n    ${frame}\n    at node:internal` });
}

function wrapped(message: string, originalError: unknown): Error {
  return Object.assign(thrown(new Error(message), "at Eleventy (file:///site/node_modules/e.js:1:2)"), {
    originalError,
  });
}

const fault = new TypeError("e.nope is not a function");
const ofConfig = thrown(
  new TypeError("e.nope is not a function"),
  "at default (file:///site/eleventy.config.js?_=1:3:7)",
);
const ofData = thrown(new Error("no data"), "at /site/src/data.js:1:30");

const WORDS: readonly [unknown, string][] = [
  [plainError("The site’s settings have faults."), "The site’s settings have faults.\n"],
  [wrapped("In your config.", plainError("The settings have faults.")), "The settings have faults.\n"],
  [wrapped("In your config.", ofConfig), "eleventy.config.js:3:7: In your config: e.nope is not a function\n"],
  [wrapped("In your config.", "text"), "In your config: text\n"],
  [ofData, "src/data.js:1:30: no data\n"],
  [wrapped("In a.md", thrown(new Error("bad"), "at y (/site/node_modules/js-yaml/y.js:1:2)")), "In a.md: bad\n"],
  [
    thrown(
      new Error("String or Array expected for `tags`"),
      "at x (file:///site/node_modules/@11ty/eleventy/src/Data.js:1:2)",
    ),
    "String or Array expected for `tags`\n",
  ],
  // Nobody who writes pages can mend these: whoever fixes it needs to know where they are.
  [thrown(fault, OURS), `TypeError: e.nope is not a function\n    ${OURS}\n    at node:internal\n`],
  [
    wrapped("In an event.", thrown(fault, OURS)),
    `TypeError: e.nope is not a function\n    ${OURS}\n    at node:internal\n`,
  ],
];

WORDS.forEach(([error, words], index) => {
  failures(`${index + 1}: ${words.split("\n", 1)}`, () => assert.is(failure(error, FOLDER), words));
});

failures.run();
