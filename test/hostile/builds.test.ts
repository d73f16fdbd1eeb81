/** Real builds of hostile headers and spoilt files: what is in a header comes out as text, and nothing leaves the folder. */

import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decode } from "../../src/plugin/files/decode.ts";
import { isUnreadable } from "../../src/plugin/header/header.ts";
import { readPage } from "../../src/plugin/pages/read-page.ts";
import { settingsSchema } from "../../src/plugin/settings.ts";
import { type Built, buildTree, filesIn, snapshot, temporaryFolder } from "../build-tree.ts";
import { attribute, type Element, readHtml, select } from "../html.ts";
import { buildSite } from "../small-site.ts";
import { assertInside, assertPrototypes } from "./invariants.ts";
import { mutated, seeds } from "./mutate.ts";
import { randomFrom, SEED, times } from "./seed.ts";

const STACK = /^\s*at .*:\d+:\d+/m;
const beside = ({ input }: Built) =>
  Object.keys(snapshot(dirname(input))).filter((path) => !/^(?:content|site)\//.test(path));

const PROBES = [
  "<xss-probe>",
  '"><xss-probe x="',
  "'><xss-probe>",
  "</title><xss-probe>",
  "</script><xss-probe>",
  "--><xss-probe>",
  "]]><xss-probe>",
  "</a></li></ul></nav><xss-probe>",
  '" onxss="1',
  "' onxss='1",
  "x onxss=1",
  "&lt;xss-probe&gt;",
  "&quot;&gt;<xss-probe>",
  "{{ '<xss-probe>' | safe }}",
  "{% raw %}<xss-probe>",
  "javascript:xss()",
  "java\tscript:xss()",
  "data:text/html,<xss-probe>",
  "//xss.invalid/<xss-probe>",
  "\u202e<xss-probe>",
  "<svg/onload=xss()>",
  "\u0001<xss-probe>",
  "$&<xss-probe>$1",
];

/** Fields whose values are shown as text, or lead somewhere. Summary is Markdown, in which its author may write HTML. */
const FIELDS = [
  "Title",
  "Menu_name",
  "Sidebar_menu_title",
  "Sidebar_menu_elem_name_1",
  "Sidebar_menu_elem_url_1",
  "Sidebar_menu_elem_url_2",
  "Dropdown_menu_elem_name_1",
  "Dropdown_menu_elem_url_1",
  "Dropdown_menu_elem_url_2",
  "Author",
  "Category",
  "Tags",
  "Slug",
  "Date",
  "Parent_id",
  "Template",
  "Aliases",
  "Own_field",
  "Lang",
];

const FIXED =
  "Top_menu_show: true\nDropdown_menu_show: true\nSidebar_menu_show: true\nContent_layout: multiple-columns\nFooter_show: left";

const value = fc.array(fc.oneof(fc.constantFrom(...PROBES), fc.constantFrom("a", "x/y", " ", "; ", ", ", "<b>")), {
  minLength: 1,
  maxLength: 3,
});
const header = fc.dictionary(fc.constantFrom(...FIELDS), value, { minKeys: 5 }).map((fields) =>
  Object.entries(fields)
    .map(([key, parts]) => `${key}: ${parts.join("")}\n`)
    .join(""),
);

function textOf(index: number, fields: string): string {
  return `---\nUrl: p${index}\nSave_as: p${index}.html\n${FIXED}\n${fields}---\n\nText.\n`;
}

function assertHarmless(html: Element, path: string): void {
  assert.is(select(html, "xss-probe").length, 0, `${path}: an element came out of a header`);
  for (const element of select(html, "*")) {
    for (const { name, value: written } of element.attrs) {
      assert.not.match(name, /^on/i, `${path}: <${element.tagName} ${name}>`);
      assert.not.match(name, /xss|["'<]/, `${path}: <${element.tagName} ${name}>`);
      // The site's own icon stands in the page.
      if (["href", "src", "action"].includes(name) && element.tagName !== "link") {
        const { protocol } = new URL(written, "http://here.invalid/");
        assert.not.match(protocol, /^(?:javascript|data|vbscript):/, `${path}: ${written}`);
      }
    }
  }
}

const escaped = suite(`hostile: headers in real builds (PELICAN_SEED=${SEED})`);
const headers = fc.sample(header, { seed: SEED, numRuns: times(120) });

for (let part = 0; part < 4; part++) {
  escaped(`what is in a header is text on the page, part ${part + 1}`, async () => {
    const own = headers.filter((_, index) => index % 4 === part);
    const files = own.flatMap((fields, index) => [
      [`${index}.md`, textOf(index, fields)] as const,
      [`posts/${index}.md`, `---\nSave_as: posts/${index}.html\n${fields}Summary: A post.\n---\n\nText.\n`] as const,
    ]);
    const built = await buildTree(Object.fromEntries(files));
    try {
      assert.is(built.exitCode, 0, built.findings.slice(-500));
      assert.equal(beside(built), []);
      assert.not.match(built.findings, STACK);
      assertPrototypes();
      for (const path of built.written) {
        assertInside(path);
        const text = built.read(path);
        if (path.endsWith(".html")) assertHarmless(readHtml(text), path);
        if (path.endsWith(".xml")) {
          assert.not.match(text, /<xss-probe|[\0-\x08\x0b\x0c\x0e-\x1f]/, path);
        }
      }
      for (const index of own.keys()) assert.ok(built.has(`p${index}.html`), `p${index}.html is not there`);
    } finally {
      built.dispose();
    }
  });
}

escaped("braces in any field are text, and run nothing", async () => {
  const fields = FIELDS.filter((field) => field !== "Date").map((field) => `${field}: {{ 6 * 7 }}{% set x = 1 %}\n`);
  const built = await buildTree({ "a.md": textOf(0, fields.join("")) });
  const html = built.read("p0.html");
  built.dispose();
  assert.match(html, "{{ 6 * 7 }}");
  assert.not.match(html, />\s*42\s*</);
});

escaped("an alias below a file is told, and ends no build", async () => {
  const files = {
    "content/a.md": 'Title: A\nSave_as: dir\nAliases: dir/y; old.html; old.html/z\nLang: en"><xss-probe>\n\nText\n',
  };
  const site = await buildSite(files, { settings: { siteUrl: "https://example.org", redirectPages: true } });
  assert.is(site.exitCode, 0, site.printed.slice(-800));
  assert.equal(site.printed.match(/“[^”]*” cannot be an alias/g), [
    "“dir/y” cannot be an alias",
    "“old.html/z” cannot be an alias",
  ]);
  assert.match(site.read("old.html"), "url=/dir");
  assert.equal(site.holding("<xss-probe"), []);
  site.dispose();
});

escaped("braces in what the site's own files are called run nothing either", async () => {
  const names = ["Lang", "Category", "Tags", "Author", "Slug", "Url", "Aliases"];
  const files = Object.fromEntries(
    names.flatMap((name, index) => [
      [
        `content/posts/${index}.md`,
        `Title: A${index}\nDate: 2020-01-01\n${name}: b{{ 6 * 7 }}{% include "x" %}c\n\nText.\n`,
      ],
      [`content/${index}.md`, `Title: B${index}\n${name}: d{{ 6 * 7 }}e\n\nText.\n`],
    ]),
  );
  const alias = { "content/alias.md": "Title: C\nAliases: f{{ 6 * 7 }}g\n\nText.\n" };
  const settings = { siteUrl: "https://example.org", redirectPages: true, tagFeedAtom: "feeds/{slug}.xml" };
  const site = await buildSite(
    { ...files, ...alias },
    {
      settings,
      returned: "markdownTemplateEngine: false, htmlTemplateEngine: false",
    },
  );
  assert.is(site.exitCode, 0, site.printed.slice(-800));
  assert.ok(site.has("f{{ 6 * 7 }}g.html"), "the page of an alias is not there");
  assert.equal(
    site.written.filter((path) => /42/.test(path.replace(/[0-9a-f]{8}/, ""))),
    [],
  );
  assert.equal(site.holding("b42"), []);
  for (const ran of ["d42e", "f42g"]) assert.equal(site.holding(ran), []);
  site.dispose();
});

escaped.run();

const run = suite("hostile: headers that ask to be run");

run("nothing of them is run, and each is named", async () => {
  const folder = temporaryFolder();
  const marker = (name: string) => `require("node:fs").writeFileSync(${JSON.stringify(join(folder, name))}, "")`;
  const template = (name: string) =>
    `{{ range.constructor("return process.mainModule")().${marker(name).replaceAll('"', "'")} }}{{ 6 * 7 }}`;
  const files = {
    "js.md": `---js\n{ title: ${marker("js")} }\n---\nText\n`,
    "long.md": `\ufeff--- javascript\r\n{ title: ${marker("long")} }\r\n---\r\nText\r\n`,
    "legacy.md": `---jsLegacy\n{ title: ${marker("legacy")} }\n---\nText\n`,
    "statements.html": `---js\nconst fs = await import("node:fs"); fs.writeFileSync(${JSON.stringify(join(folder, "statements"))}, "");\n---\n`,
    "nul.md": `\0pelicanjs\n{ title: ${marker("nul")} }\n\0pelican\nText\n`,
    "engine.md": `---\ntitle: A\npermalink: engine.html\ntemplateEngineOverride: njk,md\n---\n${template("engine")}\n`,
    "json.md": `---json\n{ "title": "${"{{ 6 * 7 }}"}", "templateEngineOverride": "njk" }\n---\n${template("json")}\n`,
    ...Object.fromEntries(
      ["constructor", "toString", "valueOf", "__proto__"].map((name) => [`${name}.md`, `---${name}\na\n---\nText\n`]),
    ),
  };
  const built = await buildTree(files);
  assert.is(built.exitCode, 1);
  assert.not.match(built.findings, STACK);
  assert.equal(filesIn(folder), []);
  assert.equal(built.written, []);
  assert.match(built.findings, "6 × A header asks for something to be run");
  assert.match(built.findings, /engine\.md:4:1 .*\[header-code\]/);
  assert.match(built.findings, /nul\.md\n.*\[file-binary\]/);
  built.dispose();
  rmSync(folder, { recursive: true });
});

run.run();

const leftOut = suite("hostile: files that are left out");

// Their headers are Pelican's all the same: Eleventy must not read them as YAML.
for (const [name, files] of [
  [
    "its place is taken",
    {
      "a.md": "---\nTitle: A\nSave_as: a.html\n---\n",
      "b.md": "---\nTitle: Sponsor: ProcessOne\nSave_as: a.html\n---\n",
    },
  ],
  [
    "its day has not come",
    {
      "a.md": "---\nTitle: A\nSave_as: a.html\n---\n",
      "posts/b.md": "---\nTitle: Sponsor: ProcessOne\nDate: 2999-01-01\n---\n",
    },
  ],
] as const) {
  leftOut(`${name}, and YAML could not read its header: the others are built`, async () => {
    const built = await buildTree(files);
    built.dispose();
    assert.is(built.exitCode, 0, built.findings.slice(-600));
    assert.ok(built.written.includes("a.html"));
  });
}

leftOut.run();

const spoilt = suite(`hostile: spoilt files in real builds (PELICAN_SEED=${SEED})`);
const settings = settingsSchema.parse({});

/** Some spoilt files of which a site can be made, by their paths. */
function readable(seed: number, count: number): Record<string, Uint8Array> {
  const random = randomFrom(seed);
  const originals = seeds();
  const files: Record<string, Uint8Array> = {};
  while (Object.keys(files).length < count) {
    const { path, bytes } = mutated(originals, random);
    const result = decode(bytes, path);
    if (!("text" in result) || isUnreadable(readPage({ path, text: result.text }, settings).reports)) continue;
    files[path in files ? `${Object.keys(files).length}/${path}` : path] = bytes;
  }
  return files;
}

for (let index = 0; index < times(24); index++) {
  spoilt(`build ${index}`, async () => {
    const built = await buildTree(readable(SEED + 1_000_000 + index, 12));
    try {
      assert.is(built.exitCode, 0, built.findings.slice(-1500));
      assert.equal(beside(built), []);
      assert.not.match(built.findings, STACK);
      for (const path of built.written) assertInside(path);
      for (const path of built.written.filter((one) => one.endsWith(".html"))) {
        const menus = select(readHtml(built.read(path)), "*", { "data-menu": true }).flatMap((menu) =>
          select(menu, "a"),
        );
        for (const link of menus) {
          const { protocol } = new URL(attribute(link, "href") ?? "", "http://here.invalid/");
          assert.ok(["http:", "https:", "mailto:", "tel:", "xmpp:"].includes(protocol), `${path}: ${protocol}`);
        }
      }
      assertPrototypes();
    } finally {
      built.dispose();
    }
  });
}

spoilt.run();
