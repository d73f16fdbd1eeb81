/**
 * Headers and file names of which each part is there to get out of where it is printed, in a real build: what parsers and a
 * browser make of what was written.
 */
import { join } from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchChromium } from "../browser/chromium.ts";
import { serveAsNetlify } from "../browser/server.ts";
import { filesIn } from "../build-tree.ts";
import { assertInside, assertPrototypes } from "../hostile/invariants.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { attribute, type Element, readHtml, select } from "../html.ts";
import { buildSite, type SmallSite } from "../small-site.ts";

const hostile = suite(`hostile texts (PELICAN_SEED=${SEED})`);

/** What ends the place that a text is printed in: a tag, an attribute, a script, a comment, a line, a block of a template. */
const WAYS_OUT = [
  "",
  '"',
  "'",
  "`",
  "\\",
  ">",
  '">',
  "'/>",
  "</title>",
  "</textarea>",
  "</style>",
  "</script>",
  "</noscript>",
  "-->",
  "]]>",
  "?>",
  "&#34;&#62;",
  "&quot;&gt;",
  "\\u0022\\u003e",
  "%22%3E",
  "\u2028",
  "\u2029",
  "\u0085",
  "}}",
  "%}",
  "#}",
  "*/",
  ";",
  "$&$`$'",
] as const;

/** What would be done there: `zz` is called, an element of that name made, or something asked of zz.invalid. */
const DEEDS = [
  "<zz-made>",
  "<script>zz()</script>",
  "<svg><script>zz()</script></svg>",
  "<svg onload=zz()>",
  "<math><mtext><zz-made></mtext></math>",
  "<img src=x onerror=zz()>",
  '<img srcset="//zz.invalid/a 1x">',
  "<details open ontoggle=zz()>",
  "<body onpageshow=zz()>",
  "<iframe srcdoc='<script>parent.zz()</script>'>",
  "<object data=//zz.invalid/>",
  "<base href=//zz.invalid/>",
  "<link rel=stylesheet href=//zz.invalid/a.css>",
  "<meta http-equiv=refresh content=0;url=//zz.invalid/>",
  "<form action=//zz.invalid/><input autofocus onfocus=zz()>",
  " onmouseover=zz() x=",
  " style=background:url(//zz.invalid/a.png) x=",
  " autofocus onfocus=zz() tabindex=1 x=",
  "javascript:zz()",
  " javascript:zz()",
  "JaVaScRiPt:zz()",
  "java\tscript:zz()",
  "javascript&colon;zz()",
  "&#106;avascript:zz()",
  "\u0001javascript:zz()",
  "data:text/html,<script>zz()</script>",
  "vbscript:zz()",
  "blob:zz",
  "//zz.invalid/a",
  "\\\\zz.invalid/a",
  "{{ 6 * 7 }}",
  "{{ collections.all | dump | safe }}",
  "{% include '../package.json' %}",
  "{{ range.constructor('return zz()')() }}",
  '{"@type": "zz"}',
  "/* /zz 200",
  "  X-Zz: zz",
  "<!ENTITY zz 'zz'>&zz;",
  "\u202ezz\u2066",
  "../../zz",
] as const;

const FIELDS = [
  "Title",
  "Author",
  "Category",
  "Tags",
  "Lang",
  "Slug",
  "Aliases",
  "Template",
  "Parent_id",
  "Menu_name",
  "Sidebar_menu_title",
  "Sidebar_menu_elem_name_1",
  "Sidebar_menu_elem_url_1",
  "Sidebar_menu_elem_name_2",
  "Sidebar_menu_elem_url_2",
  "Dropdown_menu_elem_name_1",
  "Dropdown_menu_elem_url_1",
  "Dropdown_menu_elem_name_2",
  "Dropdown_menu_elem_url_2",
  "Inherit_sidebar",
  "Translation",
  "Own_field",
] as const;

const SHOWN =
  "Top_menu_show: true\nDropdown_menu_show: true\nSidebar_menu_show: true\nContent_layout: multiple-columns\nFooter_show: right\n";

const random = randomFrom(SEED);
const anyOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const payload = () => `${anyOf(["a", "b c", ""])}${anyOf(WAYS_OUT)}${anyOf(DEEDS)}`;

/** A name as a file may have it on every system. */
const fileName = () =>
  payload()
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")
    .trim()
    .slice(0, 60);

function tree(): Record<string, string> {
  const files: Record<string, string> = { "content/index.md": `Title: Home\nSave_as: index.html\n${SHOWN}\nText.\n` };
  for (let index = 0; index < times(300); index++) {
    const fields = FIELDS.filter(() => random() < 0.7).map((field) => `${field}: ${payload()}\n`);
    const named = random() < 0.3 ? fileName() : "";
    if (index % 2 === 0)
      files[`content/p${index}${named}.md`] = `Save_as: p${index}.html\n${SHOWN}${fields.join("")}\nText.\n`;
    else
      files[`content/posts/${index}${named}.md`] =
        `Save_as: q${index}.html\nDate: 2020-01-01\n${fields.join("")}\nText.\n`;
  }
  return files;
}

const SETTINGS = {
  siteUrl: "https://example.org",
  siteName: 'A </script><zz-made> & "b"',
  headers: true,
  manifest: true,
  redirects: true,
  tagFeedAtom: "feeds/tag/{slug}.xml",
  categoryFeedRss: "feeds/category/{slug}.rss.xml",
};

let site: SmallSite;
hostile.before(async () => {
  const returned = "markdownTemplateEngine: false, htmlTemplateEngine: false";
  site = await buildSite(tree(), { settings: SETTINGS, returned });
});
hostile.after(() => site.dispose());

const ending = (...endings: readonly string[]) =>
  site.written.filter((path) => endings.some((one) => path.endsWith(one)));

/** Where an attribute leads, or what it loads. */
const LEADING = new Set(["href", "src", "action", "formaction", "data", "poster", "ping", "background", "cite"]);

function assertTame(root: Element, path: string): void {
  for (const element of select(root, "*")) {
    const { tagName, attrs } = element;
    assert.not.match(tagName, /^(?:zz-|iframe|object|embed|base|math|textarea)/, `${path}: <${tagName}>`);
    for (const { name, value } of attrs) {
      const where = `${path}: <${tagName} ${name}="${value}">`;
      assert.not.match(name, /^on|^style$|^srcset$|^srcdoc$|["'<=`]/, where);
      assert.not.ok(name === "http-equiv" && /refresh/i.test(value), where);
      if (!LEADING.has(name) || value.startsWith("data:image/svg+xml,")) continue;
      const { protocol } = new URL(value, "http://here.invalid/");
      assert.ok(["http:", "https:", "mailto:", "tel:", "xmpp:"].includes(protocol), where);
      if (tagName !== "a") assert.not.match(value, "zz.invalid", where);
    }
    if (tagName === "script" && attribute(element, "type") === "application/ld+json") {
      JSON.parse(element.childNodes.map((node) => ("value" in node ? node.value : "")).join(""));
    } else if (tagName === "script" || tagName === "style") {
      assert.not.match(element.childNodes.map((node) => ("value" in node ? node.value : "")).join(""), "zz");
    }
  }
}

hostile("the build ends well, and inside its folder", () => {
  assert.is(site.exitCode, 0, site.printed.slice(-2000));
  assert.not.match(site.printed, /^\s*at .*:\d+:\d+/m);
  assertPrototypes();
  for (const path of site.written) assertInside(path);
  const beside = filesIn(site.folder).filter(
    (path) => !/^(?:content|_site|package\.json|eleventy\.config\.js)/.test(path),
  );
  assert.equal(beside, []);
});

hostile("no element, attribute, script or address comes out of a header", () => {
  const pages = ending(".html");
  assert.ok(pages.length > times(200));
  for (const path of pages) assertTame(readHtml(site.read(path)), path);
});

hostile("no template is run", () => {
  const ran = site.written.filter((path) => !path.startsWith("assets/") && /\b42\b/.test(site.read(path)));
  assert.equal(ran, []);
  assert.equal(site.holding('eleventy-plugin-pelican"'), []);
});

hostile("a host takes of the files for it what the site says, and nothing else", async () => {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(site.folder, "_site/_redirects")],
    configRedirects: [],
    minimal: true,
  });
  assert.equal(errors, []);
  assert.ok(redirects.length > 10);
  for (const one of redirects as { readonly status: number; readonly to: string }[]) {
    assert.is(one.status, 301);
    assert.match(one.to, /^\/(?!\/)/, JSON.stringify(one));
  }
  const { headers } = await parseAllHeaders({
    headersFiles: [join(site.folder, "_site/_headers")],
    configHeaders: [],
    minimal: true,
  });
  assert.not.match(JSON.stringify(headers), /zz/i);
  assert.is(JSON.parse(site.read("manifest.webmanifest")).name, SETTINGS.siteName);
});

hostile(
  "in a browser no script of theirs runs, and nothing is asked of others; feeds and the sitemap are XML",
  async () => {
    const server = await serveAsNetlify(join(site.folder, "_site"));
    const browser = await launchChromium();
    const asked: string[] = [];
    try {
      const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
      await page.addInitScript("window.zz = () => { window.ran = true; };");
      page.on("request", (request) => asked.push(request.url()));
      page.on("dialog", (dialog) => {
        asked.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
      });
      const pages = ending(".html");
      for (let count = 0; count < 20; count++) {
        const path = count === 0 ? "index.html" : anyOf(pages);
        await page.goto(`/${path.split("/").map(encodeURIComponent).join("/")}`);
        // What waits for the mouse or the keyboard, too.
        await page.evaluate(`for (const one of document.querySelectorAll("*"))
        for (const event of ["mouseover", "focus", "toggle", "click"])
          if (one.tagName !== "A" && one.tagName !== "BUTTON") one.dispatchEvent(new Event(event));`);
        assert.is(await page.evaluate("window.ran === true"), false, path);
      }
      const faults = await page.evaluate(
        `((texts) => texts.filter(([, text]) => new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror, zz-made, script"))
        .map(([path]) => path))(${JSON.stringify(ending(".xml").map((path) => [path, site.read(path)]))})`,
      );
      assert.equal(faults, []);
    } finally {
      await browser.close();
      await server.close();
    }
    assert.equal(
      asked.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith("data:")),
      [],
    );
  },
);

hostile.run();
