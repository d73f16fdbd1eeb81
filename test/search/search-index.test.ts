/** The index that real builds make. */
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ConfigData, formatterFactory, HtmlValidate, StaticConfigLoader } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { snapshot, temporaryFolder, writeTree } from "../build-tree.ts";
import { attribute, one, readHtml, select } from "../html.ts";
import { type BlogBuilt, buildBlog, type Posts } from "../site-helpers.ts";

const index = suite("search: the index");
const SETTINGS: SettingsInput = { searchSaveAs: "search/index.html", headersSaveAs: "_headers" };
const POSTS: Posts = {
  "index.md": { Title: "Home", Url: "", Save_as: "index.html", body: "Welcome to the zebra." },
  "about/b.md": { Title: "About", Url: "about/b", Save_as: "about/b.html", body: "A giraffe &lt;img src=x&gt;." },
  "de.md": { Title: "Über", Lang: "de", body: "Ein Pferd." },
  "outside.md": { Title: "Odd", Lang: "../../outside", body: "A tapir." },
  "posts/old.md": { Title: "Old", Date: "2020-01-01", body: "An antelope." },
  "draft.md": { Title: "Draft", Status: "draft", body: "A lion." },
  "hidden.md": { Title: "Hidden", Status: "hidden", body: "A tiger." },
};

function build(posts: Posts, settings: SettingsInput, folder = temporaryFolder()): Promise<BlogBuilt> {
  return buildBlog(posts, settings, { folder });
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** What the index tells of each page. */
function fragmentsOf({ output, written }: BlogBuilt): Fragment[] {
  const paths = written.filter((path) => path.startsWith("pagefind/fragment/"));
  return paths
    .map((path) => gunzipSync(Buffer.from(snapshot(output)[path] ?? "", "latin1")).toString())
    .map((text) => JSON.parse(text.replace(/^pagefind_dcd/, "")) as Fragment)
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

index("without the setting there is no index, no page, no form, and no WebAssembly", async () => {
  const built = await build(POSTS, { ...SETTINGS, searchSaveAs: "" });
  assert.equal(
    built.written.filter((path) => /pagefind|^search/.test(path)),
    [],
  );
  assert.equal(select(readHtml(built.read("index.html")), "form"), []);
  assert.not.match(built.read("_headers"), /wasm|pagefind/);
  built.dispose();
});

index("it holds the texts of what is published, and nothing around them", async () => {
  const built = await build(POSTS, SETTINGS);
  assert.is(built.exitCode, 0, built.printed);
  const fragments = fragmentsOf(built);
  assert.equal(
    fragments.map(({ url, meta }) => [url, meta.title]),
    [
      ["/", "Home"],
      ["/about/b.html", "About"],
      ["/old.html", "Old"],
      ["/pages/odd.html", "Odd"],
      ["/pages/uber-de.html", "Über"],
    ],
  );
  const [home, about] = fragments;
  assert.is(home?.content, "Home. Welcome to the zebra.");
  assert.is(about?.content, "About. A giraffe <img src=x>.");
  assert.equal(Object.keys(JSON.parse(built.read("pagefind/pagefind-entry.json")).languages), ["de", "en"]);
  assert.not.match(built.written.join(" "), /outside_|ui|highlight/);
  built.dispose();
});

index("every page has a form that leads to the list of all pages", async () => {
  const built = await build(POSTS, SETTINGS);
  for (const path of ["index.html", "about/b.html", "404.html", "archives.html"]) {
    const form = one(readHtml(built.read(path)), "form");
    assert.is(attribute(form, "action"), "/search/", path);
    assert.is(attribute(form, "role"), "search", path);
    assert.equal(
      select(form, "input").map((input) => attribute(input, "name")),
      ["q"],
      path,
    );
  }
  const german = one(readHtml(built.read("pages/uber-de.html")), "form");
  assert.equal(
    select(german, "input").map((input) => attribute(input, "value")),
    ["de", undefined],
  );
  const main = one(readHtml(built.read("search/index.html")), "main");
  const links = select(main, "a").map((link) => attribute(link, "href"));
  assert.equal(links.sort(), ["/", "/about/b.html", "/old.html", "/pages/odd.html", "/pages/uber-de.html"]);
  assert.not.match(built.read("search/index.html"), /Draft|Hidden/);
  // As the minifier writes it: a doctype has no case.
  const config: ConfigData = { extends: ["html-validate:recommended"], rules: { "doctype-style": "off" } };
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  for (const path of ["index.html", "search/index.html", "pages/uber-de.html"]) {
    const report = await validator.validateString(built.read(path));
    assert.ok(report.valid, formatterFactory("text")(report.results));
  }
  built.dispose();
});

index(
  "the same site has the same index, to the byte; what is left of another is removed, and nothing else",
  async () => {
    const first = await build(POSTS, SETTINGS);
    const before = snapshot(first.output);
    const second = await build(POSTS, SETTINGS);
    const other = snapshot(second.output);
    assert.equal(Object.keys(before), Object.keys(other));
    for (const [path, bytes] of Object.entries(before)) assert.ok(bytes === other[path], path);
    second.dispose();

    writeTree(first.output, { "pagefind/notes.html": "mine" });
    const changed = { ...POSTS, "index.md": { Title: "Home", Url: "", Save_as: "index.html", body: "An okapi." } };
    const again = await build(changed, SETTINGS, first.folder);
    assert.equal(
      fragmentsOf(again).map(({ url }) => url),
      ["/", "/about/b.html", "/old.html", "/pages/odd.html", "/pages/uber-de.html"],
    );
    assert.is(fragmentsOf(again)[0]?.content, "Home. An okapi.");
    assert.is(again.read("pagefind/notes.html"), "mine");
    again.dispose();
  },
);

index("where Pagefind cannot work the site is built, without an index, and says so", async () => {
  const first = await build(POSTS, SETTINGS);
  assert.ok(first.has("pagefind/pagefind.js"));
  const before = process.env.PAGEFIND_EXTENDED_BINARY_PATH;
  process.env.PAGEFIND_EXTENDED_BINARY_PATH = join(first.folder, "no-such-program");
  try {
    const built = await build(POSTS, SETTINGS, first.folder);
    assert.is(built.exitCode, 0);
    assert.match(
      built.printed,
      /The site was built without its search index: .+\. The search page lists all pages instead\./,
    );
    assert.equal(
      built.written.filter((path) => path.startsWith("pagefind/")),
      [],
    );
    assert.ok(built.has("search/index.html"));
    built.dispose();
  } finally {
    if (before === undefined) delete process.env.PAGEFIND_EXTENDED_BINARY_PATH;
    else process.env.PAGEFIND_EXTENDED_BINARY_PATH = before;
  }
});

index.run();
