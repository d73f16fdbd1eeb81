/** Input that would do harm if it could: each item gives its finding, and the build goes on. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, buildTree, page, snapshot } from "../build-tree.ts";
import { attribute, one, outline, readHtml, readMenu, select, textOf } from "../html.ts";

const SCRIPT = "<script>alert(1)</script>";

const TREE = {
  "index.md": page({ Title: "Home", Url: "", Save_as: "index.html" }),
  "escape.md": page({ Title: "Escape", Save_as: "../../escape.html" }),
  "absolute.md": page({ Title: "Absolute", Save_as: "/absolute.html" }),
  "a-first.md": page({ Title: "First", Url: "same", Save_as: "same.html" }, "The first."),
  "b-second.md": page({ Title: "Second", Url: "same", Save_as: "same.html" }, "The second."),
  "proto.md": page({
    Title: "Proto",
    Url: "proto",
    Save_as: "proto.html",
    ["__proto__"]: "polluted",
    constructor: "polluted",
  }),
  "proto-sidebar.md": page({
    Title: "Proto sidebar",
    Url: "proto-sidebar",
    Save_as: "proto-sidebar.html",
    Content_layout: "multiple-columns",
    Sidebar_menu_show: "true",
    Inherit_sidebar: "constructor",
  }),
  "menus.md": page({
    Title: `Menus ${SCRIPT}`,
    Url: "menus",
    Save_as: "menus.html",
    Menu_name: `Label ${SCRIPT} & "more"`,
    Top_menu_show: "true",
    Dropdown_menu_show: "true",
    Dropdown_menu_size: 1000000000,
    Dropdown_menu_elem_name_1: "Script",
    Dropdown_menu_elem_url_1: "javascript:alert(1)",
    Dropdown_menu_elem_name_2: "Data",
    Dropdown_menu_elem_url_2: "data:text/html,x",
    Dropdown_menu_elem_name_3: `<img src=x onerror="alert(1)">`,
    Dropdown_menu_elem_url_3: `https://example.org/"onclick="alert(1)`,
    Dropdown_menu_elem_name_999999999: "Far",
    Dropdown_menu_elem_url_999999999: "../same",
    Footer_show: "left",
    Content_layout: "multiple-columns",
    Sidebar_menu_show: "true",
    Sidebar_menu_title: `Sidebar ${SCRIPT}`,
    Sidebar_menu_size: 1000000000,
    Sidebar_menu_elem_name_1: "Java\u00adScript",
    Sidebar_menu_elem_url_1: "JAVASCRIPT:alert(1)",
    Sidebar_menu_elem_name_2: SCRIPT,
    Sidebar_menu_elem_url_2: "same",
    Summary: `"><script>alert(1)</script>`,
  }),
  "posts/terms.md": page({
    Title: "Terms",
    Date: "2020-01-02",
    Author: SCRIPT,
    Category: "../../up",
    Tags: "../../tag, <b>",
  }),
  "empty.md": "",
  "braces.md": page({
    Title: "{{ 7*7 }}",
    Url: "{{ 7*7 }}",
    Save_as: "{{ 7*7 }}.html",
    Menu_name: "{% if %}",
    Footer_show: "right",
  }),
};

const hostile = suite("build: hostile input");
let built: Built;
let around: Record<string, string>;

hostile.before(async () => {
  built = await buildTree(TREE);
  around = snapshot(dirname(built.input));
});
hostile.after(() => built.dispose());

function menusPage() {
  return readHtml(built.read("menus.html"));
}

hostile("the build goes on", () => {
  assert.is(built.exitCode, 0);
  assert.ok(built.has("index.html"));
});

for (const code of [
  "save-as-unsafe",
  "save-as-taken",
  "field-reserved",
  "menu-size",
  "menu-number",
  "menu-link-unsafe",
  "html-as-text",
  "sidebar-source-missing",
  "file-empty",
]) {
  hostile(`${code} is found`, () => assert.ok(built.findings.includes(`[${code}]`)));
}

hostile("nothing is written outside the output folder", () => {
  const others = Object.keys(around).filter((path) => !path.startsWith("content/") && !path.startsWith("site/"));
  assert.equal(others, []);
  for (const up of ["..", "../.."]) assert.not.ok(existsSync(join(dirname(built.output), up, "escape.html")));
  assert.ok(built.has("pages/escape.html"));
  assert.ok(built.has("absolute.html"));
});

hostile("of two pages with one Save_as the first is there", () => assert.match(built.read("same.html"), "The first."));

hostile("no object has got anything from __proto__", () => {
  assert.is("polluted" in {}, false);
  assert.ok(built.has("proto.html"));
});

hostile("no script of an author's header is in the page", () => {
  for (const path of built.written.filter((one) => one.endsWith(".html"))) {
    const html = readHtml(built.read(path));
    // A block of data is not run; that it is one whole JSON text says that nothing in it ended it.
    const [data, scripts] = [true, false].map((isData) =>
      select(html, "script").filter((script) => (attribute(script, "type") === "application/ld+json") === isData),
    );
    for (const block of data ?? []) assert.type(JSON.parse(textOf(block)), "object", path);
    assert.equal(
      (scripts ?? []).filter((element) => textOf(element).includes("alert")),
      [],
      path,
    );
    assert.equal(select(html, "*", { onerror: true }), [], path);
    assert.equal(select(html, "*", { onclick: true }), [], path);
    const links = select(html, "a").map((link) => attribute(link, "href") ?? "");
    assert.equal(
      links.filter((href) => /^\s*(?:javascript|data):/i.test(href)),
      [],
      path,
    );
  }
});

hostile("titles and labels are shown as they are written", () => {
  const html = menusPage();
  assert.is(textOf(one(html, "title")), `Menus ${SCRIPT} | XMPP`);
  assert.is(textOf(one(html, "h1")), `Menus ${SCRIPT}`);
  assert.equal(outline(readMenu(html, "top")), [
    [
      `Label ${SCRIPT} & "more"`,
      "/menus.html",
      [
        [`<img src=x onerror="alert(1)">`, `https://example.org/"onclick="alert(1)`],
        ["Far", "/same.html"],
      ],
    ],
  ]);
  assert.equal(outline(readMenu(html, "sidebar")), [[SCRIPT, "/same.html"]]);
  assert.equal(outline(readMenu(html, "footer-left")), [[`Label ${SCRIPT} & "more"`, "/menus.html"]]);
});

hostile("braces in a header are text", () => {
  assert.ok(built.has("{{ 7*7 }}.html"));
  const html = readHtml(built.read("{{ 7*7 }}.html"));
  assert.is(textOf(one(html, "title")), "{{ 7*7 }} | XMPP");
  assert.equal(outline(readMenu(html, "footer-right")), [["{% if %}", "/%7B%7B%207*7%20%7D%7D.html"]]);
});

hostile("a category, a tag and an author are names, not paths", () => {
  assert.ok(built.has("2020/01/terms/index.html"));
  assert.match(textOf(one(readHtml(built.read("2020/01/terms/index.html")), "main")), SCRIPT);
});

hostile.run();

const harder = suite("build: hostile input, one by one");

for (const [name, files] of [
  ["a path that no disk takes", { "long.md": page({ Title: "Long", Save_as: `${"a/".repeat(3000)}x.html` }) }],
  ["a language that is a path", { "posts/a.md": page({ Title: "A", Date: "2020-01-02", Lang: "../../../up" }) }],
  ["a language that is none", { "posts/a.md": page({ Title: "A", Date: "2020-01-02", Lang: "no such language" }) }],
  ["a folder named x.md", { "x.md/page.md": page({ Title: "Inner", Save_as: "inner.html" }) }],
  ["a file of nothing but blanks", { "blank.md": " \n\n\t\n" }],
  ["a permalink out of the folder", { "p.md": "---\ntitle: P\npermalink: ../p.html\n---\nText\n" }],
  ["no file at all but a picture", { "images/a.png": new Uint8Array([137, 80, 78, 71]) }],
  ["an alias of YAML that means nothing", { "y.md": "---\ntitle: *stars*\ntags:\n  - a\n---\nText\n" }],
] as const) {
  harder(name, async () => {
    const result = await buildTree({ "index.md": page({ Title: "Home", Url: "", Save_as: "index.html" }), ...files });
    const beside = Object.keys(snapshot(dirname(result.input))).filter((path) => !/^(content|site)\//.test(path));
    result.dispose();
    assert.equal(beside, []);
    assert.not.match(result.findings, /^\s*at .*:\d+:\d+/m);
    assert.is(result.exitCode, 0, result.findings.slice(0, 300));
    assert.ok(result.written.includes("index.html"));
  });
}

for (const [name, header] of [
  ["__proto__", "__proto__:\n  pollutedByYaml: true"],
  ["a deeper __proto__", "deep:\n  __proto__:\n    pollutedByYaml: true"],
  ["constructor.prototype", "constructor:\n  prototype:\n    pollutedByYaml: true"],
] as const) {
  harder(`${name} in YAML gives nothing to any object`, async () => {
    const result = await buildTree({ "p.md": `---\nlayout: layouts/wide.njk\ntitle: P\n${header}\n---\n\nText\n` });
    const isPolluted = "pollutedByYaml" in {};
    // It would spoil all that comes after.
    Reflect.deleteProperty(Object.prototype, "pollutedByYaml");
    result.dispose();
    assert.is(isPolluted, false);
    assert.is(result.exitCode, 0, result.findings.slice(0, 300));
  });
}

harder.run();
