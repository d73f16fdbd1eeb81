/** The findings for other programs. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rules, stopsBuild } from "../../src/plugin/checks/index.ts";
import { type Finding, isFailure } from "../../src/plugin/findings/finding.ts";
import { formatGithub, formatJson } from "../../src/plugin/findings/format.ts";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import { formatSarif } from "../../src/plugin/findings/sarif.ts";
import { codesOf, finding, site } from "../make.ts";

const PLACE = { file: "about/index.md", line: 8, column: 21 };

function found(more: Partial<Finding> = {}): Finding {
  return finding("menu-size", PLACE, { field: "Dropdown_menu_size", ...more });
}

const json = suite("formatJson");

json("exactly these names, in this order", () => {
  const edits = [{ line: 8, column: 21, old: "3", text: "2" }];
  assert.is(
    formatJson([found({ edits })]),
    `{
  "findings": [
    {
      "file": "about/index.md",
      "line": 8,
      "column": 21,
      "field": "Dropdown_menu_size",
      "code": "menu-size",
      "severity": "warning",
      "message": "M.",
      "consequence": "C.",
      "fix": "F."
    }
  ]
}
`,
  );
});

json("no findings", () => assert.equal(JSON.parse(formatJson([])), { findings: [] }));

json("the field is a text where there is none", () => {
  const [first] = JSON.parse(formatJson([finding("file-empty", PLACE)])).findings;
  assert.is(first.field, "");
});

json("whatever a file holds, it can be read back", () => {
  const message = 'quote " backslash \\ newline \n escape \u001b separator \u2028 half \ud800';
  assert.is(JSON.parse(formatJson([found({ message })])).findings[0].message, message);
});

json.run();

const github = suite("formatGithub");

github("a workflow command for each", () => {
  assert.is(
    formatGithub([found(), found({ severity: "error", line: 1 }), found({ severity: "advice", code: "field-case" })]),
    [
      "::warning file=about/index.md,line=8,col=21,title=menu-size::M. C. F.",
      "::error file=about/index.md,line=1,col=21,title=menu-size::M. C. F.",
      "::notice file=about/index.md,line=8,col=21,title=field-case::M. C. F.",
      "",
    ].join("\n"),
  );
});

github("nothing for no findings", () => assert.is(formatGithub([]), ""));

github("in a file's name: percent, newline, comma and colon", () => {
  assert.match(formatGithub([found({ file: "a%b,c:d\ne\rf.md" })]), "file=a%25b%2Cc%3Ad%0Ae%0Df.md,line=");
});

github("in a message: percent and newlines only", () => {
  const text = formatGithub([found({ message: "50% of it: a, b\r\n::error::forged" })]);
  assert.match(text, "::50%25 of it: a, b%0D%0A::error::forged C. F.\n");
  assert.is(text.split("\n").length, 2);
});

github("what is escaped already is escaped again", () => {
  assert.match(formatGithub([found({ message: "%0A" })]), "::%250A C.");
});

github.run();

const sarif = suite("formatSarif");

sarif("a result for each, with its rule", () => {
  const all = [
    found(),
    found({ severity: "error", file: "a b/ö#1.md" }),
    found({ code: "field-case", severity: "advice" }),
  ];
  const log = JSON.parse(formatSarif(all, rules));
  assert.equal(Object.keys(log), ["$schema", "version", "runs"]);
  assert.is(log.version, "2.1.0");
  const [{ tool, columnKind, results }] = log.runs;
  assert.is(columnKind, "utf16CodeUnits");
  assert.is(tool.driver.name, "eleventy-pelican");
  assert.equal(
    tool.driver.rules.map((rule: Record<string, unknown>) => [rule.id, rule.defaultConfiguration]),
    [
      ["field-case", { level: "note" }],
      ["menu-size", { level: "warning" }],
    ],
  );
  assert.is(tool.driver.rules[1].shortDescription.text, rules["menu-size"].about.replaceAll("`", ""));
  assert.equal(
    results.map((one: Record<string, unknown>) => [one.ruleId, one.ruleIndex, one.level]),
    [
      ["menu-size", 1, "warning"],
      ["menu-size", 1, "error"],
      ["field-case", 0, "note"],
    ],
  );
  assert.equal(results[0].message, { text: "M. C. F." });
  assert.equal(results[1].locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: "a%20b/%C3%B6%231.md" },
        region: { startLine: 8, startColumn: 21 },
      },
    },
  ]);
});

sarif("it is the same finding where its line has moved", () => {
  const prints = [found({ message: "See line 3." }), found({ line: 80, message: "See line 75." })].map(
    (one) => JSON.parse(formatSarif([one], rules)).runs[0].results[0].partialFingerprints,
  );
  assert.equal(prints[0], prints[1]);
});

sarif("what authors wrote is no link and stands for nothing", () => {
  const text = formatSarif([found({ message: "[x](http://evil.example) {0} \\ ##[a] \u009b" })], rules);
  assert.is(
    JSON.parse(text).runs[0].results[0].message.text,
    "\\[x\\](http://evil.example) {{0}} \\\\ ##\\[a\\] \u009b C. F.",
  );
  assert.not.match(text, "##");
  assert.not.match(text, "\u009b");
});

sarif("half a character in a file's name", () => assert.ok(formatSarif([found({ file: "a\ud800.md" })], rules)));

sarif("no findings", () => {
  assert.equal(JSON.parse(formatSarif([], rules)).runs[0].results, []);
});

sarif.run();

const failures = suite("what makes a check fail");

for (const [severity, isStrict, expected] of [
  ["error", false, true],
  ["error", true, true],
  ["warning", false, false],
  ["warning", true, true],
  ["advice", false, false],
  ["advice", true, false],
] as const) {
  failures(`${severity}${isStrict ? ", strictly" : ""}: ${expected ? "fails" : "passes"}`, () => {
    assert.is(isFailure({ severity }, isStrict), expected);
  });
}

failures.run();

const allowed = suite("findings that a site does not want");
const WRONG = { "a.md": { Url: "a", Save_as: "a.html", Dropdown_menu_size: 3, Titel: "A", Menu_name: "<b>" } };

allowed("each is found where none is switched off", () => {
  assert.equal(codesOf(site(WRONG, { allowFindings: {} }).findings).sort(), [
    "field-misspelt",
    "html-as-text",
    "menu-size",
    "page-unreached",
  ]);
});

allowed("one that is switched off by its name is not told, the others are", () => {
  const { findings } = site(WRONG, { allowFindings: { "menu-size": "we count from 0", "page-unreached": "small" } });
  assert.equal(codesOf(findings).sort(), ["field-misspelt", "html-as-text"]);
});

allowed("it takes a reason", () => {
  assert.throws(() => site({}, { allowFindings: { "menu-size": "" } }), /say why/);
});

allowed("there must be such a code", () => {
  const wrong = JSON.parse('{ "menu-sise": "why" }');
  assert.throws(() => site({}, { allowFindings: wrong }), /menu-sise/);
});

// Without the file no site can be made, whatever the settings say.
const codes = Object.keys(rules) as FindingCode[];
for (const code of codes.filter((one) => stopsBuild({ code: one }))) {
  allowed(`${code} cannot be switched off`, () => {
    const settings = {
      allowFindings: Object.fromEntries(codes.map((one) => [one, "why"])),
    };
    const made = site({ "a.md": "---\nlayout: x\nlist:\n  - [one\n---\n" }, settings);
    assert.equal(codesOf(made.findings), ["header-yaml"]);
  });
}

allowed.run();
