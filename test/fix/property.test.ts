/** Of any tree of pages: repairs change no menu, nothing a second time, and no line that no edit concerns. */
import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SourceTree } from "../../src/plugin/files/source-file.ts";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import { fixTree } from "../../src/plugin/fix/fix-tree.ts";
import { RUN, SEED, times } from "../hostile/seed.ts";
import { type Files, mend, shownMenus, siteOfTree, treeOf } from "./fixing.ts";

const URLS = ["", "a", "a/b", "a/b/c", "a/c", "d", "d/e", "x y", "ü/1"];

/** Addresses of pages, of nothing, of elsewhere, in many forms. */
const address = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...URLS),
      fc.constantFrom("", "/"),
      fc.constantFrom("", "/", ".html", "/index.html", "#x", "?y#x"),
    )
    .map(([url, before, behind]) => `${before}${url}${behind}`),
  fc.constantFrom(
    "../d",
    "./a",
    "../../a/b/",
    "https://example.org/",
    "mailto:a@example.org",
    "#",
    "nowhere",
    "javascript:x",
    "",
  ),
);
const label = fc.constantFrom("One", "Two", "Three & four", "");
const number = fc.constantFrom("1", "2", "3", "4", "7", "10", "02");

const entries = fc.array(fc.tuple(number, label, address, fc.constantFrom("both", "both", "both", "name", "url")), {
  maxLength: 4,
});
/** Few, so that pages have copies of one another's. */
const SIDEBARS = fc.sample(fc.tuple(fc.constantFrom("About", "", undefined), entries), { seed: SEED, numRuns: 5 });

function entryLines(
  menu: "Dropdown" | "Sidebar",
  all: typeof entries extends fc.Arbitrary<infer Type> ? Type : never,
): string[] {
  return all.flatMap(([at, name, to, which]) => [
    ...(which === "url" ? [] : [`${menu}_menu_elem_name_${at}: ${name}`]),
    ...(which === "name" ? [] : [`${menu}_menu_elem_url_${at}: ${to}`]),
  ]);
}

const flag = fc.constantFrom("true", "true", "True", "false", "perhaps");
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });

/** The lines of a header; the order in which they are written is any. */
const header = fc
  .record({
    url: fc.constantFrom(...URLS),
    slash: fc.constantFrom("", "", "/"),
    hasSaveAs: fc.constantFrom(true, true, true, false),
    status: maybe(fc.constantFrom("draft", "hidden", "published")),
    parent: maybe(address),
    top: maybe(flag),
    order: maybe(fc.constantFrom("Top_Menu_order: 2", "top_menu_order: 1", "Top_menu_order: -1")),
    footer: maybe(fc.constantFrom("left", "right", "middle")),
    dropdown: maybe(fc.tuple(flag, entries)),
    dropdownSize: maybe(fc.constantFrom("0", "1", "2", "99", "many")),
    sidebar: maybe(fc.constantFrom(...SIDEBARS)),
    sidebarSize: maybe(fc.constantFrom("0", "1", "2", "99")),
    shown: maybe(flag),
    layout: maybe(fc.constantFrom("multiple-columns", "multiple-columns", "wide")),
    inherit: maybe(fc.oneof(address, fc.constantFrom("true", "false", ""))),
    other: maybe(fc.constantFrom("Sumary: What\n    it is", "LANG: en", "Catgory: x", "TAGS: a, b", "Own_field: 1")),
  })
  .map((page) => [
    `Title: The page ${page.url}`,
    `Url: ${page.slash}${page.url}${page.slash}`,
    ...(page.hasSaveAs ? [`Save_as: ${page.url === "" ? "index" : page.url}.html`] : []),
    ...(page.status ? [`Status: ${page.status}`] : []),
    ...(page.parent === undefined ? [] : [`Parent_id: ${page.parent}`]),
    ...(page.top ? [`Top_menu_show: ${page.top}`] : []),
    ...(page.order ? [page.order] : []),
    ...(page.footer ? [`Footer_show: ${page.footer}`] : []),
    ...(page.dropdown ? [`Dropdown_menu_show: ${page.dropdown[0]}`, ...entryLines("Dropdown", page.dropdown[1])] : []),
    ...(page.dropdownSize ? [`Dropdown_menu_size: ${page.dropdownSize}`] : []),
    ...(page.sidebar?.[0] === undefined ? [] : [`Sidebar_menu_title: ${page.sidebar[0]}`]),
    ...(page.sidebar ? entryLines("Sidebar", page.sidebar[1]) : []),
    ...(page.sidebarSize ? [`Sidebar_menu_size: ${page.sidebarSize}`] : []),
    ...(page.shown ? [`Sidebar_menu_show: ${page.shown}`] : []),
    ...(page.layout ? [`Content_layout: ${page.layout}`] : []),
    ...(page.inherit === undefined ? [] : [`Inherit_sidebar: ${page.inherit}`]),
    ...(page.other ? [page.other] : []),
  ]);

const file = fc
  .tuple(
    header.chain((lines) => fc.oneof(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
    fc.boolean(),
    fc.constantFrom("", "Text.\n", "Sidebar_menu_size: 4\nURL: x", "\n\n---\nUrl: /z/\n"),
  )
  .map(([lines, end, isFenced, body]) => {
    const all = isFenced ? ["---", ...lines, "---", body] : [...lines, "", body];
    return all.join("\n").replaceAll("\n", end);
  });

const tree: fc.Arbitrary<Files> = fc
  .array(file, { minLength: 1, maxLength: 6 })
  .map((texts) => Object.fromEntries(texts.map((text, index) => [`${index}.md`, text])));

const PROPERTY = { ...RUN, numRuns: times(400) };

const property = suite(`fix: any tree (seed ${SEED})`);

property("every page's menus are as they were", () => {
  fc.assert(
    fc.property(tree, (files) => assert.equal(shownMenus(mend(files).after), shownMenus(files))),
    PROPERTY,
  );
});

property("a second time, nothing changes", () => {
  fc.assert(
    fc.property(tree, (files) => assert.equal([...mend(mend(files).after).texts], [])),
    PROPERTY,
  );
});

property(
  "what has one right answer is mended: no size and no number is wrong, no key odd, no address in another form",
  () => {
    fc.assert(
      fc.property(tree, (files) => {
        const left = mend(files).left.filter(({ edits, code }) => edits.length > 0 || code === "menu-number");
        assert.equal(
          left.map(({ file: path, line, code }) => `${path}:${line} ${code}`),
          [],
        );
      }),
      PROPERTY,
    );
  },
);

property("lines that no edit concerns are the same, byte for byte, in their order", () => {
  fc.assert(
    fc.property(tree, (files) => {
      const rounds: (readonly Finding[])[] = [];
      const make = (at: SourceTree) => {
        const site = siteOfTree(at);
        rounds.push(site.findings);
        return site;
      };
      const fixed = fixTree(treeOf(files), make(treeOf(files)), make);
      // Line numbers hold for the first round; the last one only sees that nothing is left.
      fc.pre(rounds.length <= 2);
      for (const [path, after] of fixed.texts) {
        const concerned = (rounds[0] ?? []).flatMap((one) =>
          one.edits.filter((edit) => (edit.file ?? one.file) === path),
        );
        const lines = new Set(concerned.map(({ line }) => line));
        const removed = new Set(concerned.flatMap((edit) => ("remove" in edit ? [edit.line] : [])));
        const before = linesOf(files[path] ?? "");
        const kept = linesOf(after);
        const expected = before
          .map((text, index) => ({ text, line: index + 1 }))
          .filter(({ line }) => !removed.has(line));
        assert.is(kept.length, expected.length, path);
        for (const [index, { text, line }] of expected.entries()) if (!lines.has(line)) assert.is(kept[index], text);
      }
    }),
    PROPERTY,
  );
});

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g) ?? [];
}

property.run();
