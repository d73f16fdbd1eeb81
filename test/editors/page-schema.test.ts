/** The schema that editors read says what the plugin's own reading says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { pageSchema } from "../../src/editors/page-schema.ts";
import { table } from "../../src/plugin/dialect/fields.ts";
import { NUMBERED_NAMES } from "../../src/plugin/dialect/numbered.ts";
import { readFields } from "../../src/plugin/fields/read-fields.ts";
import { readHeader } from "../../src/plugin/header/read-header.ts";
import { project } from "../build-tree.ts";
import { SEED } from "../hostile/seed.ts";
import { codesOf, fieldsOf } from "../make.ts";

// Editors know words of their own: errorMessage, markdownDescription.
const validate = new Ajv({ strict: false, allErrors: true }).compile(pageSchema());
const accepts = (header: object) => validate(header);

const FIELDS = Object.values(table);
const NAMES = [...FIELDS.map(({ name }) => name), ...NUMBERED_NAMES.map((name) => name.replace("_N", "_1"))];

const schema = suite("editors: the schema of headers");

schema("every header of the site's content is right", () => {
  const content = join(project, "src/content");
  const paths = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  assert.ok(paths.length > 40);
  for (const path of paths) {
    const { header } = readHeader({ path, text: readFileSync(join(content, path), "utf8") });
    assert.ok(header.lines.length > 0, path);
    const values = Object.fromEntries(header.lines.map(({ key, value }) => [key, value]));
    assert.ok(accepts(values), `${path}: ${JSON.stringify(validate.errors?.[0])}`);
  }
});

schema("every field of the table is in it, with words and an example that its reading takes, too", () => {
  const properties = pageSchema().properties as Record<string, { description: string; markdownDescription: string }>;
  assert.equal(Object.keys(properties), [...FIELDS.map(({ name }) => name), "menu", "eleventyNavigation"]);
  for (const { name, description, example } of FIELDS) {
    assert.is(properties[name]?.description, description);
    assert.match(properties[name]?.markdownDescription ?? "", `\`${name}: ${example}\``);
    assert.ok(accepts({ [name]: example }), name);
    const others = name === "Date" || name === "Title" ? [] : ["Title: A"];
    const { findings } = fieldsOf(...others, `${name}: ${example}`);
    assert.equal(codesOf(findings), name.endsWith("_size") ? ["menu-size"] : [], name);
  }
});

for (const [header, isRight] of [
  ["Title: Sponsors", true],
  ["Title: 2024", true],
  ["title: In lower case", true],
  ["Software: client", true],
  ["Date: 2010-10-04 07:44", true],
  ["Date: 2010-10-04", true],
  ["Date: soon", false],
  ["Top_menu_show: true", true],
  ["top_menu_show: False", true],
  ['Top_menu_show: " TRUE "', true],
  ["Top_menu_show: yes", false],
  ["top_menu_show: on", false],
  ["Top_menu_order: 3", true],
  ["Top_menu_order: -1", true],
  ["Top_menu_order: first", false],
  ["Content_layout: Wide", true],
  ["Content_layout: wdie", false],
  ["Footer_show: false", true],
  ["Footer_show: top", false],
  ["Inherit_sidebar: about", true],
  ["Inherit_sidebar: true", true],
  ["Lang: pt_BR", true],
  ["Lang: Brazilian Portuguese", false],
  ["tags: [one, two]", true],
  ["Tags: one, two", true],
  ["Dropdown_menu_size: 8", true],
  ["Dropdown_menu_size: eight", false],
  ["Dropdown_menu_elem_name_12: History", true],
  ["dropdown_menu_elem_url_1: history", true],
  ["Dropdown_menu_elem_nmae_1: History", false],
  ["Dropdown_menu_elem_name1: History", false],
  ["Dropdown_menu_elem_name_one: History", false],
  ["Sidebar_menu_elm_url_2: about/history", false],
  ["dropdown_menu_shwo: true", false],
  ["Titel: A", false],
  ["Satus: draft", false],
  ["Parent-id: about", false],
  ["layout: layouts/wide.njk", true],
  ["menu: { dropdown: [{ name: History, url: history }] }", true],
  ["menu: { dropdown: [{ nmae: History, url: history }] }", false],
  ["menu: { dropdown: [History] }", false],
  ["menu: { dropdwon: [] }", false],
  ["menu: []", false],
  ["eleventyNavigation: { key: about, order: 3 }", true],
  ["eleventyNavigation: [{ parent: top/about, title: B, url: b, order: 1 }]", true],
  ["eleventyNavigation: [{ parent: top/about, order: first }]", false],
] as const) {
  schema(`${header}: ${isRight ? "right" : "refused"}`, () => assert.is(accepts(parse(header)), isRight));
}

schema("a misspelt name is refused with the name that is meant", () => {
  assert.not.ok(accepts({ Dropdown_menu_elem_nmae_1: "History" }));
  const patterns = Object.entries(pageSchema().patternProperties as Record<string, { errorMessage?: string }>);
  const [, rule] = patterns.find(([pattern]) => new RegExp(pattern).test("Dropdown_menu_elem_nmae_1")) ?? [];
  assert.is(rule?.errorMessage, "Did you mean Dropdown_menu_elem_name_N?");
});

/** A name with a letter left out, put in, replaced, or swapped with the next. */
const slips = fc
  .record({
    name: fc.constantFrom(...NAMES),
    at: fc.nat(40),
    letter: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz_"),
    kind: fc.constantFrom("left out", "put in", "replaced", "swapped"),
  })
  .map(({ name, at, letter, kind }) => {
    const place = at % name.replace(/_1$/, "").length;
    const [before, here, after] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)];
    if (kind === "left out") return before + after;
    if (kind === "put in") return before + letter + here + after;
    return kind === "replaced" ? before + letter + after : before + after.charAt(0) + here + after.slice(1);
  });

schema("whatever name it refuses, the reading of headers calls misspelt; no right name is refused", () => {
  fc.assert(
    fc.property(slips, (name) => {
      if (accepts({ [name]: "1" })) return;
      const { reports } = readFields([{ key: name, value: "1", line: 2, column: 1, valueColumn: 1 }], "a.md", true);
      const codes = codesOf(reports);
      assert.ok(
        ["field-misspelt", "field-value", "date-value"].some((code) => codes.some((one) => one === code)),
        name,
      );
    }),
    { seed: SEED, numRuns: 2000 },
  );
  for (const name of NAMES) {
    for (const key of [name, name.toLowerCase(), name.toUpperCase()]) {
      const field = FIELDS.find((one) => one.name === name);
      assert.ok(accepts({ [key]: field?.example ?? "x" }), key);
    }
  }
});

schema("most slips of one letter are refused, but in short names, where they may make another word", () => {
  const seen = fc
    .sample(slips, { numRuns: 1000, seed: 1 })
    .filter((name) => name.length > 5 && !NAMES.some((one) => one === name));
  const refused = seen.filter((name) => !accepts({ [name]: "1" }));
  assert.ok(refused.length > seen.length * 0.9, `${refused.length} of ${seen.length}`);
});

schema.run();
