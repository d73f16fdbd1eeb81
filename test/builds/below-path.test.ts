/** A site below a path of its host. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, readHtml, select } from "../html.ts";
import { buildSite, type SmallSite, type SmallSiteOptions } from "../small-site.ts";

const FILES = {
  "content/pages/lamp.md":
    "Title: Lamp\nAliases: old-lamp\nTop_menu_show: true\nDropdown_menu_show: true\nDropdown_menu_elem_name_1: Wick\n" +
    "Dropdown_menu_elem_url_1: /garden/pages/wick.html\nDropdown_menu_elem_name_2: Blog\nDropdown_menu_elem_url_2: /garden/\n" +
    "Sidebar_menu_show: true\nSidebar_menu_elem_name_1: Wick\nSidebar_menu_elem_url_1: garden/pages/wick\n\n[post]({filename}../posts/oil.md) [root](/pages/lamp.html) [whole](/garden/pages/lamp.html#x) " +
    "[full](https://ann.example/garden/pages/lamp.html) [beside](https://ann.example/other/) ![](/images/a.svg)\n\n# x\n",
  "content/pages/wick.md": "Title: Wick\nParent_id: /garden/pages/lamp\n\nText.\n",
  "content/posts/oil.md": "Title: Oil\nDate: 2020-01-02\n\nSee [lamp](/pages/lamp.html).\n",
  "content/images/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
};
const SETTINGS = {
  siteUrl: "https://ann.example/garden",
  headersSaveAs: "_headers",
  manifestSaveAs: "site.webmanifest",
  redirectPages: true,
};

/** All addresses of a page that begin at the host's root. */
function fromRoot(html: string): string[] {
  return select(readHtml(html), "*").flatMap((element) =>
    ["href", "src", "action", "srcset"].flatMap(
      (name) => (attribute(element, name) ?? "").match(/^\/[^/].*|^\/$/) ?? [],
    ),
  );
}

const path = suite("below a path");
let built: SmallSite;

path.before(async () => {
  built = await buildSite(FILES, { settings: SETTINGS });
});
path.after(() => built.dispose());

path("every address of every page is below it, once", () => {
  const pages = built.written.filter((file) => file.endsWith(".html"));
  assert.ok(pages.length > 6);
  for (const file of pages) {
    const wrong = fromRoot(built.read(file)).filter((url) => !/^\/garden\/(?!garden)/.test(url));
    assert.equal(wrong, [], file);
  }
});

path("the author's own words for a place lead there, and what is beside the path stays", () => {
  const main = built.read("pages/lamp.html").replace(/^.*<main/s, "");
  const links = select(readHtml(main), "a").map((link) => attribute(link, "href"));
  for (const link of ["/garden/oil.html", "/garden/pages/lamp.html", "/garden/pages/lamp.html#x"]) {
    assert.ok(links.includes(link), link);
  }
  assert.ok(links.includes("https://ann.example/other/"));
  assert.not.match(built.printed, /link-broken/);
});

path("a menu that has the path already has it once", () => {
  assert.not.match(built.printed, /menu-link-broken|parent-missing/);
  const [dropdown = ""] = /<details class="dropdown".*?<\/details>/s.exec(built.read("pages/lamp.html")) ?? [];
  assert.equal(
    select(readHtml(dropdown), "a").map((link) => attribute(link, "href")),
    ["/garden/pages/wick.html", "/garden/"],
  );
});

path("files for hosts, phones and readers have it", () => {
  assert.match(built.read("_redirects"), /^\/garden\/old-lamp \/garden\/pages\/lamp.html 301$/m);
  assert.match(built.read("_headers"), /^\/garden\/\*$/m);
  assert.match(built.read("site.webmanifest"), /"start_url":"\/garden\/"/);
  assert.match(built.read("old-lamp.html"), /url=\/garden\/pages\/lamp.html"/);
  assert.match(built.read("feeds/all.atom.xml"), /href=&quot;https:\/\/ann.example\/garden\/pages\/lamp.html&quot;/);
  assert.match(built.read("sitemap.xml"), /<loc>https:\/\/ann.example\/garden\/oil.html<\/loc>/);
  assert.match(built.read("robots.txt"), /Disallow: \/garden\/drafts\//);
});

path.run();

const prefix = suite("below a path: Eleventy's pathPrefix");

async function builtWith(options: SmallSiteOptions, check: (built: SmallSite) => void): Promise<void> {
  const made = await buildSite(FILES, options);
  try {
    check(made);
  } finally {
    made.dispose();
  }
}

prefix("it holds, and a siteUrl that differs is told", () =>
  builtWith({ settings: { siteUrl: "https://ann.example" }, returned: 'pathPrefix: "/park/"' }, (made) => {
    assert.ok(fromRoot(made.read("oil.html")).every((url) => url.startsWith("/park/")));
    assert.match(made.read("sitemap.xml"), /<loc>https:\/\/ann.example\/park\/oil.html<\/loc>/);
    assert.match(made.printed, /siteUrl is https:\/\/ann.example, and pathPrefix is \/park\/\./);
  }),
);

for (const returned of ['pathPrefix: "/garden/"', ""]) {
  prefix(`where Eleventy's own plugin puts it before addresses, it is there once: { ${returned} }`, () => {
    const eleventy = JSON.stringify(import.meta.resolve("@11ty/eleventy"));
    const config = `config.addPlugin((await import(${eleventy})).EleventyHtmlBasePlugin);`;
    return builtWith({ settings: SETTINGS, config, returned }, (made) => {
      const urls = fromRoot(made.read("oil.html"));
      assert.ok(urls.length > 3);
      for (const url of urls) assert.match(url, /^\/garden\/(?!garden)/);
    });
  });
}

prefix("fast pages are the same", () =>
  builtWith({ settings: { ...SETTINGS, fastPages: true } }, (made) => {
    assert.is(made.read("pages/lamp.html"), built.read("pages/lamp.html"));
  }),
);

prefix.before(async () => {
  built = await buildSite(FILES, { settings: SETTINGS });
});
prefix.after(() => built.dispose());
prefix.run();
