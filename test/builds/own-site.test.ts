/** The site's own content. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, fixtures, project } from "../build-tree.ts";
import { attribute, one, outline, readHtml, readMenu, select } from "../html.ts";
import { ownSite } from "../own-site.ts";

const CONTENT = join(project, "src/content");

const own = suite("build: the site's own content");
let built: Built;

own.before(async () => {
  built = await ownSite();
});

type Header = ReadonlyMap<string, string>;

/** The fields of a header as a person would read them: the plugin's own reading is what is tested. */
function headerOf(path: string): Header {
  const [, header = ""] = readFileSync(path, "utf8").split(/^---$/m);
  return new Map([...header.matchAll(/^(\w+):[ \t]*(.*)$/gm)].map(([, key = "", value = ""]) => [key, value.trim()]));
}

const headers: readonly Header[] = readdirSync(CONTENT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !path.startsWith("posts"))
  .map((path) => headerOf(join(CONTENT, path)));

function hrefOf(header: Header): string {
  return `/${(header.get("Save_as") ?? "").replace(/index\.html$/, "")}`;
}

/** Label and address of the pages that have this field, by the number in another. */
function expected(field: string, value: string, order: string): string[][] {
  return headers
    .filter((header) => header.get(field) === value && (header.get("Status") ?? "published") === "published")
    .sort((a, b) => Number(a.get(order)) - Number(b.get(order)))
    .map((header) => [header.get("Menu_name") ?? header.get("Title") ?? "", hrefOf(header)]);
}

/** The labels of a page's numbered entries, by their numbers. */
function entryNames(header: Header, menu: "Dropdown" | "Sidebar"): string[] {
  const names = [...header].filter(([key]) => key.startsWith(`${menu}_menu_elem_name_`));
  return names.sort(([a], [b]) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b))).map(([, name]) => name);
}

const html = (path: string) => readHtml(built.read(path));

own("it builds, and no finding is an error", () => {
  assert.is(built.exitCode, 0);
  assert.equal(built.findings.match(/^.* error: .*$/gm), null);
});

own("no menu leads to nothing, and no size is wrong", () => {
  assert.equal(built.findings.match(/^.*\[(?:menu|sidebar|parent)-[a-z-]+\]$/gm), null);
});

own("the top menu holds the pages that ask for it, in their order", () => {
  const top = readMenu(html("index.html"), "top");
  assert.ok(top.length >= 3);
  assert.equal(
    top.map(({ label, href }) => [label, href]),
    expected("Top_menu_show", "true", "Top_menu_order"),
  );
});

own("each dropdown holds its page's entries", () => {
  for (const item of readMenu(html("index.html"), "top")) {
    const header = headers.find((one) => hrefOf(one) === item.href);
    assert.ok(header);
    const names = header.get("Dropdown_menu_show") === "true" ? entryNames(header, "Dropdown") : [];
    assert.equal(
      item.children.map(({ label }) => label),
      names,
    );
  }
});

own("the footer", () => {
  for (const side of ["left", "right"]) {
    assert.equal(
      outline(readMenu(html("index.html"), `footer-${side}`)),
      expected("Footer_show", side, "Footer_order"),
    );
  }
});

own("each page of two columns has a sidebar that is its own or that of the page that it names", () => {
  for (const header of headers.filter((one) => one.get("Sidebar_menu_show") === "true")) {
    const source = headers.find((one) => one.get("Url") === (header.get("Inherit_sidebar") ?? header.get("Url")));
    assert.ok(source, header.get("Title"));
    const names = readMenu(html(header.get("Save_as") ?? ""), "sidebar").map(({ label }) => label);
    assert.equal(names, entryNames(source, "Sidebar"), header.get("Title"));
  }
});

own("every link of every menu leads to a file that was written", () => {
  for (const path of built.written.filter((one) => one.endsWith(".html"))) {
    const menus = select(html(path), "*", { "data-menu": true });
    const links = menus.flatMap((menu) => select(menu, "a").map((link) => attribute(link, "href") ?? ""));
    for (const href of links.filter((one) => one.startsWith("/") && !one.startsWith("//"))) {
      const file = decodeURIComponent(href.replace(/[?#].*$/, "")).slice(1);
      assert.ok(built.has(file === "" || file.endsWith("/") ? `${file}index.html` : file), `${href} on ${path}`);
    }
  }
});

own("every page marks itself in the menus that hold it, once in each", () => {
  for (const header of headers) {
    const root = html(header.get("Save_as") ?? "");
    for (const name of ["top", "sidebar", "footer-left", "footer-right"]) {
      const items = readMenu(root, name).flatMap((item) => [item, ...item.children]);
      for (const item of items)
        assert.is(item.current, item.href === hrefOf(header), `${item.href} on ${hrefOf(header)}`);
    }
  }
});

own("every page has a title, a language and one main", () => {
  for (const header of headers) {
    const root = html(header.get("Save_as") ?? "");
    assert.is(select(root, "main").length, 1);
    assert.ok(attribute(root, "lang"));
    assert.match(built.read(header.get("Save_as") ?? ""), "<title>");
    assert.ok(attribute(one(root, "body"), "data-layout"));
  }
});

own("about/index.md has the seed's header, to the letter", () => {
  const headerText = (path: string) => readFileSync(path, "utf8").split(/^---$/m)[1];
  assert.is(headerText(join(CONTENT, "about/index.md")), headerText(join(fixtures, "seed/about.md")));
});

own.run();
