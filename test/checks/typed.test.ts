/**
 * What a finding says to write is written, in many small sites with a mistake: the finding must be gone, and no other
 * have come.
 */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import { applyEdits } from "../../src/plugin/fix/apply-edits.ts";
import { countBy } from "../../src/plugin/maps/group-by.ts";
import { RUN, SEED, times } from "../hostile/seed.ts";
import { site } from "../make.ts";

type Files = Readonly<Record<string, string>>;

const ASSETS = ["images/lamp.png", "posts/drum.png", "tower/bell.png"];

function findingsOf(files: Files): readonly Finding[] {
  return site(files, { siteUrl: "https://example.org" }, [], ASSETS).findings;
}

const keyOf = ({ file, code, message }: Finding) => `${file} ${code}: ${message}`;

/** Those that come on top of others; where a page is may be in the words of a finding that was there before. */
function added(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const kindOf = ({ file, code }: Finding) => `${file} ${code}`;
  const left = countBy(before.map(kindOf));
  return after.filter((one) => {
    const count = left.get(kindOf(one)) ?? 0;
    left.set(kindOf(one), count - 1);
    return count <= 0;
  });
}

/** The file with the finding's advice followed to the letter; undefined where it leaves the choice to the author. */
function followed(text: string, { line, column, fix, edits }: Finding): string | undefined {
  if (edits.length > 0) return applyEdits(text, edits);
  const lines = text.split("\n");
  const at = lines[line - 1] ?? "";
  const field = /^Write “([A-Za-z_0-9]+: [^”]*)”/.exec(fix)?.[1];
  const more = /^Add “([A-Za-z_0-9]+: [^”…]*)”/.exec(fix)?.[1];
  const address = /^(?:Did you mean|Write) “([^”]*)”/.exec(fix)?.[1];
  if (more !== undefined) lines.splice(line, 0, more);
  else if (field !== undefined) lines[line - 1] = field;
  else if (address !== undefined && !address.includes("…")) {
    const old = /^[^\s)"]+/.exec(at.slice(column - 1))?.[0] ?? "";
    lines[line - 1] = at.slice(0, column - 1) + address + at.slice(column - 1 + old.length);
  } else return undefined;
  return lines.join("\n");
}

/** @param seen how often advice of each kind was followed */
function checkAll(files: Files, seen: Map<FindingCode, number>): void {
  const before = findingsOf(files);
  for (const finding of before) {
    const text = followed(files[finding.file] ?? "", finding);
    if (text === undefined) continue;
    seen.set(finding.code, (seen.get(finding.code) ?? 0) + 1);
    const after = findingsOf({ ...files, [finding.file]: text });
    const told = `${finding.file}:${finding.line} ${keyOf(finding)} → ${finding.fix}\n${text}`;
    const count = (all: readonly Finding[]) => all.filter((one) => keyOf(one) === keyOf(finding)).length;
    assert.ok(count(after) < count(before), `is there still: ${told}`);
    // What is below such a line is read again, and may have mistakes of its own.
    if (finding.code === "field-form") continue;
    const fresh = added(before, after);
    assert.equal(
      fresh.map((one) => `${keyOf(one)} → ${one.fix}`),
      [],
      `came by: ${told}`,
    );
  }
}

const PLACES = ["road", "road/mill", "tower/gable", "tower/bell-frame", "harbour", "shop/wicks/cotton"] as const;
const place = fc.constantFrom(...PLACES);

/** An address as one who types it gets it wrong: a letter more, fewer, or at another place; a folder that is not it. */
const slip = fc
  .tuple(place, fc.constantFrom("swap", "drop", "double", "folder", "name"), fc.nat(40))
  .map(([url, how, at]) => {
    const index = at % Math.max(1, url.length - 1);
    if (how === "swap") return url.slice(0, index) + (url[index + 1] ?? "") + url[index] + url.slice(index + 2);
    if (how === "drop") return url.slice(0, index) + url.slice(index + 1);
    if (how === "double") return url.slice(0, index) + url[index] + url.slice(index);
    return how === "folder" ? `old/${url.split("/").at(-1)}` : (url.split("/").at(-1) ?? "");
  });

const label = fc.constantFrom("Road", "Gable", "Cotton wicks", "Something", "Mill");
const entry = fc.tuple(
  label,
  fc.oneof(
    slip,
    place.map((url) => `/${url}`),
  ),
);

function entriesOf(menu: string, entries: readonly (readonly [string, string])[]): string[] {
  return entries.flatMap(([name, url], index) => [
    `${menu}_menu_elem_name_${index + 1}: ${name}`,
    `${menu}_menu_elem_url_${index + 1}: ${url}`,
  ]);
}

const mistake = fc.constantFrom(
  "Sumary: A page.",
  "Titel: Road",
  "Menu_name : Road",
  "Menu name: Road",
  "**Menu_name:** Road",
  "Menu_name = Road",
  "Lang: “en”",
  "    Menu_name: Road",
  "\tFooter_show: left",
  "Dropdown_menu_size: 9",
  "Dropdown_menu_name_9: Web\nDropdown_menu_elem_url_9: https://example.net/",
  "Sidebar_menu_elem_nam_9: Web\nSidebar_menu_elem_url_9: https://example.net/",
  "Sidebar_menu_size: 4",
);

const link = fc.oneof(
  slip.map((url) => `[x](/${url})`),
  slip.map((url) => `[x](/${url}.html)`),
  fc.constantFrom(
    "![x](bell.png)",
    "![x](../images/lamp.png)",
    "![x](images/lamp.png)",
    "[x](gable.md)",
    "[x](../road.md)",
  ),
  fc.constantFrom("![x](/content/images/lamp.png)", "[x]({filename}gabel.md)", "![x]({static}/images/lmap.png)"),
);

const page = fc
  .record({
    url: place,
    extra: fc.option(mistake, { nil: undefined }),
    parent: fc.option(slip, { nil: undefined }),
    inherit: fc.option(slip, { nil: undefined }),
    dropdown: fc.array(entry, { maxLength: 3 }),
    sidebar: fc.array(entry, { maxLength: 3 }),
    links: fc.uniqueArray(link, { maxLength: 2 }),
    saveAs: fc.boolean(),
  })
  .map(({ url, extra, parent, inherit, dropdown, sidebar, links, saveAs }): readonly [string, string] => [
    url,
    [
      "---",
      `Title: ${url.split("/").at(-1)}`,
      // Above what decides of menus: a mistake there hides what is wrong in them.
      ...(extra === undefined ? [] : [extra]),
      `Url: ${url}`,
      ...(saveAs ? [`Save_as: ${url}.html`] : []),
      "Top_menu_show: true",
      "Dropdown_menu_show: true",
      ...entriesOf("Dropdown", dropdown),
      ...(parent === undefined ? [] : [`Parent_id: ${parent}`]),
      "Content_layout: multiple-columns",
      ...(inherit === undefined ? [] : [`Inherit_sidebar: ${inherit}`]),
      ...(inherit === undefined && sidebar.length === 0 ? [] : ["Sidebar_menu_show: true"]),
      ...entriesOf("Sidebar", sidebar),
      "---",
      "",
      // Where a page without Save_as gets one, its links lead elsewhere.
      ...(saveAs ? links : []).flatMap((one) => [one, ""]),
    ].join("\n"),
  ]);

const files: fc.Arbitrary<Files> = fc
  .uniqueArray(page, { minLength: 3, maxLength: 6, selector: ([url]) => url })
  .map((pages) => Object.fromEntries(pages.map(([url, text]) => [`${url}.md`, text])));

/** A sidebar that is named wrongly, and one that can be meant: few of the random sites have both. */
const MISNAMED: Files = {
  "tower/gable.md": `---
Title: Gable
Url: tower/gable
Content_layout: multiple-columns
Sidebar_menu_show: true
Sidebar_menu_elem_name_1: Road
Sidebar_menu_elem_url_1: /road
---
`,
  "road.md": `---
Title: Road
Url: road
Content_layout: multiple-columns
Inherit_sidebar: tower/gabel
Sidebar_menu_show: true
---
`,
};

const typed = suite(`advice, typed as it stands (seed ${SEED})`);
const seen = new Map<FindingCode, number>();

typed("the finding is gone, and no other has come", () => {
  fc.assert(
    fc.property(files, (all) => checkAll(all, seen)),
    { ...RUN, numRuns: 1 + times(50), examples: [[MISNAMED]], includeErrorInReport: true },
  );
});

for (const code of [
  "menu-link-broken",
  "link-broken",
  "source-missing",
  "parent-missing",
  "sidebar-source-missing",
  "field-misspelt",
  "field-form",
  "field-indented",
  "value-quoted",
  "menu-size",
  "url-differs",
] as const) {
  typed(`advice of ${code} was typed`, () => assert.ok((seen.get(code) ?? 0) > 0));
}

typed.run();
