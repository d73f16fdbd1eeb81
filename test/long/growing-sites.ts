/** What is made of a site as a whole, and what tools beside the build read: the rules of `growing-rules.ts` are about texts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DateTime } from "luxon";
import { compareSites } from "../../src/migrate/compare/compare.ts";
import { parseRedirects, ruleFinder } from "../../src/migrate/compare/redirects.ts";
import { readSite } from "../../src/migrate/compare/site.ts";
import { adocFields, writtenTitle } from "../../src/migrate/convert/adoc-fields.ts";
import { differenceFrom } from "../../src/migrate/convert/prove-rst.ts";
import { renewed } from "../../src/migrate/init/deprecated.ts";
import { convert } from "../../src/migrate/init/options.ts";
import { readPython } from "../../src/migrate/init/python/read.ts";
import { tellSettings } from "../../src/migrate/init/tell.ts";
import { configFile, gitignoreLines } from "../../src/migrate/init/written-files.ts";
import { asWritten } from "../../src/plugin/assets/stylesheet.ts";
import { vanished } from "../../src/plugin/checks/check-ledger.ts";
import { rules } from "../../src/plugin/checks/index.ts";
import { addressMatcher } from "../../src/plugin/dialect/address.ts";
import { dateParts } from "../../src/plugin/dialect/date-parts.ts";
import { pythonRegExp, pythonReplacement } from "../../src/plugin/dialect/python-regexp.ts";
import { pureLayoutFinder } from "../../src/plugin/fast-pages/layouts.ts";
import { fnmatch } from "../../src/plugin/files/fnmatch.ts";
import { baselineOf, compareBaseline } from "../../src/plugin/findings/baseline.ts";
import { placeIn } from "../../src/plugin/findings/finding.ts";
import { formatGithub, formatJson } from "../../src/plugin/findings/format.ts";
import { printSummary } from "../../src/plugin/findings/print-summary.ts";
import { formatSarif } from "../../src/plugin/findings/sarif.ts";
import { cmsConfig } from "../../src/plugin/form/config.ts";
import { formSite } from "../../src/plugin/form/form-site.ts";
import { isCostly } from "../../src/plugin/html/minify/cost.ts";
import { compareMenus } from "../../src/plugin/menus/compare-menus.ts";
import { nodesBelow, treeOf } from "../../src/plugin/menus/entry.ts";
import { textFiles } from "../../src/plugin/output/text-files.ts";
import { expandPattern } from "../../src/plugin/pages/pattern.ts";
import { slugify } from "../../src/plugin/pages/slug.ts";
import { extendLedger } from "../../src/plugin/redirects/ledger.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";
import type { Site } from "../../src/plugin/site.ts";
import { planStaticFiles } from "../../src/plugin/static/static-files.ts";
import { makeTemplatePages } from "../../src/plugin/static/template-pages.ts";
import { allParts } from "../../src/plugin/structure.ts";
import { NO_ASSETS, site } from "../make.ts";
import type { Rule } from "./growing.ts";

const words = (text: string) => text.split("␣");

/** Half of them end a page. */
const FIELDS = words(
  "␣Parent_id: p§␣Aliases: a§␣Aliases: a§/b␣Slug: a␣Title: A␣Title: A§␣Tags: a§␣Tags: a§, b␣Date: 2020-01-01␣Date: 2020-01-01 10:§␣Category: a§␣Author: a§␣Lang: de␣Lang: de-x-a§␣Status: draft␣Save_as: a/§/index.html␣Url: a␣Top_menu_show: true␣Top_menu_order: §␣Footer_show: left␣Sidebar_menu_show: true␣Content_layout: multiple-columns␣Inherit_sidebar: p1␣Sidebar_menu_elem_name_1: a␣Sidebar_menu_elem_url_1: p§␣Dropdown_menu_show: true␣Dropdown_menu_elem_name_1: a␣Dropdown_menu_elem_url_1: b§␣Sidebar_menu_elem_name_§: a§␣Sidebar_menu_elem_url_§: p§",
).flatMap((field) => [`${field}|`, `${field}\n`]);

/** A site that has a page for each line, with the fields between its bars. */
function siteOf(text: string, settings: SettingsInput = {}): Site {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const pages = lines.map((line, index) => {
    return [
      `${index % 7}/${index}.md`,
      `---\nTitle: A${index}\nSave_as: p${index}.html\n${line.replaceAll("|", "\n")}\n---\nText.\n`,
    ];
  });
  return site(Object.fromEntries(pages), { siteUrl: "https://example.org", ...settings });
}

const HOSTS = ["nginx", "apache", "caddy", "netlify"] as const;
/** Of lines that are pages. */
const FULL = 20_000;

/** A site whose top menu has an entry for each line. */
function menuOf(lines: readonly string[]): Parameters<typeof compareMenus>[0] {
  const [page, field, place] = [undefined, "a", placeIn("a.md")];
  const nodes = nodesBelow(
    "top",
    lines.map((url) => ({ title: "A", url, origin: { page, field, place } })),
  );
  const none = { nodes: [], footerLeft: [], footerRight: [], byLang: new Map(), sidebars: new Map() };
  return { menus: { ...none, top: treeOf(nodes, "top") }, settings: {}, subsites: [] };
}

/** Feeds, the sitemap, redirects and what servers are told. */
function writeFiles(text: string): unknown {
  const made = siteOf(text, { redirectPages: true, categoryFeedAtom: "{slug}.xml" });
  return HOSTS.map((host) =>
    textFiles({ ...made, settings: { ...made.settings, host } }).map((file) => file.text(made, NO_ASSETS)),
  );
}

function formats(text: string): unknown {
  const { findings } = siteOf(text, { strict: true, allowFindings: {} });
  const some = findings.filter((_, index) => index % 2 === 0);
  return [
    printSummary(findings, { kinds: rules }),
    formatSarif(findings, {}),
    formatGithub(findings),
    formatJson(findings),
    compareBaseline(findings, baselineOf(some)),
  ];
}

/** What `init` makes of settings, and says of them. */
function initOf(text: string): unknown {
  const world = { list: () => undefined, isInside: () => true, folder: "/a" };
  const read = readPython("/a/pelicanconf.py", { ...world, read: () => text });
  const conf = { ...read, settings: renewed(read.settings), main: undefined, content: undefined };
  const converted = convert(conf.settings);
  return [
    tellSettings(conf, converted, { posts: 1, pages: 1 }),
    configFile("content", converted.options, "pelicanconf.py", "module", []),
  ];
}

/** Built sites with a page for each line, and what the new one lost of the old. */
function comparePages(text: string): unknown {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const siteOf = (some: readonly string[]) => {
    const files = new Map(some.map((line, index) => [`p${index}.html`, `<title>A${index}</title><body>${line}`]));
    return readSite({ files: [...files.keys()], unread: [], read: (path) => ({ text: files.get(path) ?? "" }) });
  };
  return compareSites(siteOf(lines), siteOf(lines.map((line) => line.slice(line.length / 2))));
}

function readLayout(text: string): unknown {
  const folder = join(tmpdir(), "pelican-growing");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "a.njk"), text);
  return pureLayoutFinder([folder], () => false)("a.njk");
}

const slugs = readSettings({});
const IMAGE = { type: "png", width: 10, height: 10, bytes: 100, isAnimated: false };

function showImages(text: string): unknown {
  const files = { "a.md": `Title: A\n\n${text}`, "b.md": "Title: B" };
  const made = site(files, {}, [], ["images/a.png"], { "images/a.png": IMAGE });
  return made.pages.map((page) => made.textOf(page));
}

function noError(run: (text: string) => unknown): Rule["run"] {
  return (text) => {
    try {
      return run(text);
    } catch {
      return undefined;
    }
  };
}

export const SITE_RULES: readonly Rule[] = [
  { name: "pages: files for servers and readers", atoms: FIELDS, full: FULL, run: writeFiles },
  {
    name: "menus: two versions",
    atoms: words("\n␣\n␣\n␣a␣a§␣b␣/"),
    full: FULL,
    run: (text) => {
      const lines = text.split("\n");
      return [lines.toReversed(), lines.slice(lines.length / 2)].map((now) => compareMenus(menuOf(lines), menuOf(now)));
    },
  },
  {
    name: "settings: fields by paths",
    atoms: words("\n␣\n␣\n␣a§␣a/␣b␣../␣./␣/␣.png"),
    full: FULL,
    run: (text) => {
      // No disk has longer paths.
      const lines = text.split("\n").map((line) => line.slice(0, 200));
      const files = [...new Set(lines.filter((line) => line !== ""))];
      const settings = readSettings({
        extraPathMetadata: Object.fromEntries(files.map((file) => [file, { path: file }])),
      });
      return planStaticFiles(files, settings, () => false);
    },
  },
  { name: "pages: findings", atoms: FIELDS, full: FULL, run: formats },
  {
    name: "pages: the form",
    atoms: FIELDS,
    full: FULL,
    run: (text) => {
      const { gathered, settings } = siteOf(text);
      return cmsConfig(formSite("/a", "content", gathered, settings));
    },
  },
  {
    name: "pages: parts in other languages",
    atoms: FIELDS,
    full: FULL,
    run: (text) => {
      const made = siteOf(text, { i18nSubsites: { de: {}, fr: {} } });
      return allParts(made).map(({ pages, lists }) => [pages.length, lists.length]);
    },
  },
  {
    name: "settings: what init makes of them",
    atoms: words(
      "\n␣A§ = 1␣A§ = B()␣SITENAME = 'a'␣PLUGINS = [␣LINKS = (␣('a', 'b'), ␣)␣]␣MENUITEMS = (␣MARKDOWN = {␣}␣'a§', ␣'extension_configs': {␣'markdown.extensions.a§': {}, ␣EXTRA_PATH_METADATA = {␣'a§': {'path': 'b§'}, ␣ARTICLE_EXCLUDES = [␣TEMPLATE_PAGES = {␣'a§': 'b', ␣DIRECT_TEMPLATES = [␣I18N_SUBSITES = {␣SLUG_SUBSTITUTIONS = (␣ ␣# a\n␣THEME = ␣'",
    ),
    run: initOf,
  },
  {
    name: "settings: patterns of addresses",
    atoms: words("{␣}␣{{␣}}␣{slug}␣{date:%Y}␣{date:␣%␣%-d␣%B␣:␣.␣a␣/␣{a.b}␣!r␣02d"),
    run: (text) => expandPattern(text, { slug: "a" }, DateTime.utc(2020), "en"),
  },
  {
    name: "settings: expressions of Python",
    atoms: words("(␣)␣(?P<a§>␣(?:␣(?i)␣[␣]␣[^␣\\␣\\w␣\\d␣\\1␣\\g<a>␣a␣-␣+␣*␣{1,␣}␣|␣.␣ ␣(?#␣$␣^"),
    run: noError((text) => [pythonReplacement(text), pythonRegExp(text)]),
  },
  {
    name: "settings: patterns of paths",
    atoms: words("*␣**␣?␣[␣]␣!␣a␣b␣/␣/**␣**/␣.␣{␣,␣}␣*a"),
    run: (text) => {
      const path = "a/b".repeat(30);
      return [noError((one) => fnmatch(one).test(path))(text), noError((one) => addressMatcher([one])(path))(text)];
    },
  },
  {
    name: "settings: patterns of paths, long paths",
    atoms: words("a␣b␣/␣.␣-␣ab␣ba/"),
    run: (text) => [fnmatch("*a*b*ab*ba*b.md").test(text), addressMatcher(["*a*b*ab*ba*b.md"])(text)],
  },
  {
    name: "settings: .gitignore",
    atoms: words("\n␣/␣a␣_site␣ ␣#"),
    run: gitignoreLines,
  },
  {
    name: "dates",
    atoms: words("1␣12␣2020␣-␣/␣:␣.␣,␣ ␣T␣Z␣+␣am␣p␣.m␣h␣m␣s␣jan␣May␣(␣)␣at␣UTC␣é"),
    run: (text) => dateParts(text, 2026),
  },
  {
    name: "slugs",
    atoms: words("a␣-␣_␣ ␣  ␣<␣>␣<!--␣-->␣&␣&amp;␣;␣é␣字␣.␣/␣\u0301␣\n␣\u00a0"),
    run: (text) => slugify(text, slugs),
  },
  {
    name: "stylesheets: as they are written",
    atoms: words("url(␣url( ␣)␣\"␣'␣ ␣  ␣a␣/b␣\n␣{␣}␣;␣:␣/*␣*/"),
    run: asWritten,
  },
  {
    name: "templates: layouts",
    atoms: words(
      "{#␣#}␣{%␣%}␣{%-␣-%}␣{{␣}}␣{{-␣ a ␣|␣| upper␣(␣)␣a(␣.␣.a␣\"␣'␣ ␣\n␣if ␣include ␣'a.njk'␣\\␣---\n␣a: b\n",
    ),
    run: readLayout,
  },
  {
    name: "templates: Pelican's",
    atoms: words("{#␣#}␣{%␣%}␣{{␣}}␣{{ SITENAME }}␣{{ SITENAME | e␣-␣ ␣  ␣\n␣a␣|"),
    run: (text) => makeTemplatePages(readSettings({ templatePages: { a: "b.html" } }), () => text),
  },
  {
    name: "images",
    atoms: words(
      '<img src="/images/a.png">␣<img src=/images/a.png ␣<picture>␣</picture>␣![a](/images/a.png)␣ alt="a"␣ srcset="a␣"␣>␣ width=1␣a ␣\n␣<p>␣</p>␣{static}/images/a.png',
    ),
    run: showImages,
  },
  {
    name: "convert: fields of AsciiDoc",
    atoms: words(":a: ␣:a§: ␣:␣ ␣  ␣\\␣ \\\n␣\n␣= a␣=␣==\n␣----\n␣....\n␣a␣a\n␣`␣///␣+"),
    run: (text) => [adocFields(text), writtenTitle(text)],
  },
  {
    name: "convert: what is compared",
    atoms: words("<p>␣</p>␣<a href=a§>␣</a>␣a ␣b§. ␣<img src=a§>␣<table>␣<li>␣<h2>␣<pre>␣</pre>␣<!--␣-->␣\n"),
    run: (text) => {
      const page = `<html><head><title>A</title></head><body>${text}</body></html>`;
      return [text, text.slice(text.length / 2)].map((body) => differenceFrom({ fields: { title: text }, body }, page));
    },
  },
  {
    name: "compare: rules of redirects",
    atoms: words("\n␣/a§␣/a§/:b␣/*␣ ␣  ␣/b␣301␣404␣!␣a=:b␣#␣https://a.b␣:b␣%␣."),
    run: (text) => {
      const find = ruleFinder(parseRedirects(text));
      return ["a1", "a1/b", "b"].map((key) => find(key, false));
    },
  },
  {
    name: "compare: many pages",
    atoms: words(
      '\n␣\n␣\n␣\n␣\n␣\n␣\n␣<nav>␣</nav>␣<ul>␣</ul>␣<li>␣<p>␣<h1>␣<a href="p§.html">␣<a href="p1.html">␣<a href="/a§">␣</a>␣a§ ␣a b c d. ␣<img src="a§.png">␣<footer>␣</footer>␣<article>␣</article>␣<meta name=a content=b>',
    ),
    full: FULL,
    run: comparePages,
  },
  {
    name: "ledger: what is added and gone",
    atoms: words("\n␣a§␣a␣/␣b§␣.html"),
    run: (text) => {
      const entries = Object.fromEntries(text.split("\n").map((line) => [line, "a.md"]));
      const ledger = extendLedger(entries, { "/b": "b.md" });
      return vanished(entries, () => false, "addresses.json", ledger);
    },
  },
  {
    name: "HTML: what a minifier would take",
    atoms: words(
      '<div>␣</div>␣<b>␣</b>␣<p>␣<li>␣<td>␣<svg>␣</svg>␣<a ␣ a="b"␣ a=\'␣>␣<!--␣-->␣<![␣<%␣%>␣<?␣?>␣<picture>␣<script>␣</script␣<style>␣ ␣  ␣\n␣a␣<␣<!doctype␣<br>',
    ),
    run: isCostly,
  },
];
