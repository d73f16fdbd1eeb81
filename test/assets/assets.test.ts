import { suite } from "uvu";
import * as assert from "uvu/assert";
import { makeAssets } from "../../src/plugin/assets/assets.ts";
import { manifest } from "../../src/plugin/assets/manifest.ts";
import { createStore } from "../../src/plugin/cache/store.ts";
import { textFiles } from "../../src/plugin/output/text-files.ts";
import { type SettingsInput, settingsSchema } from "../../src/plugin/settings.ts";
import { site } from "../make.ts";

const assets = suite("assets");

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

function made(sources: Readonly<Record<string, string>>, isFinal = true) {
  return makeAssets(
    new Map(Object.entries(sources).map(([path, text]) => [path, bytes(text)])),
    { isFinal, isSmall: isFinal },
    createStore(),
  );
}

async function only(sources: Readonly<Record<string, string>>, isFinal = true): Promise<readonly [string, string]> {
  const [[path, content] = ["", bytes("")]] = (await made(sources, isFinal)).files;
  return [path, Buffer.from(content).toString()];
}

assets("a published file has a hash in its name, and its address leads there", async () => {
  const { files, hrefOf } = await made({ "menu.js": "a()", "deep/icon.svg": "<svg/>" });
  for (const [source, form] of [
    ["/assets/menu.js", /^\/assets\/menu\.[0-9a-f]{8}\.js$/],
    ["/assets/deep/icon.svg", /^\/assets\/deep\/icon\.[0-9a-f]{8}\.svg$/],
  ] as const) {
    assert.match(hrefOf(source), form);
    assert.ok(files.has(hrefOf(source).slice(1)));
  }
});

assets("the hash changes with what is in the file, and only with it", async () => {
  const all = await Promise.all(["a()", "a()", "b()"].map((text) => made({ "menu.js": text })));
  const hrefs = all.map(({ hrefOf }) => hrefOf("/assets/menu.js"));
  assert.is(hrefs[0], hrefs[1]);
  assert.is.not(hrefs[0], hrefs[2]);
});

assets(
  "where lightningcss cannot be loaded, a stylesheet is as it was written, and nothing of it is kept",
  async () => {
    const sources = new Map([
      ["style.css", bytes("a { background: url(b.svg) }")],
      ["b.svg", bytes("<svg/>")],
    ]);
    const form = { isFinal: false, isSmall: false };
    const store = createStore();
    const unloadable = (code: string) => () =>
      Promise.reject(Object.assign(new Error("no binary\nRequire stack:"), { code }));
    for (const code of ["MODULE_NOT_FOUND", "ERR_DLOPEN_FAILED"]) {
      const { files, fault } = await makeAssets(sources, form, store, undefined, unloadable(code));
      assert.is(Buffer.from(files.get("assets/style.css") ?? []).toString(), 'a { background: url("/assets/b.svg") }');
      assert.is(fault, "no binary");
    }
    assert.equal(store.entries(), []);
  },
);

assets("a stylesheet of megabytes is as it was written, and named with the limit", async () => {
  const css = `a { & b { background: url(b.svg) } }\n${"/* */".repeat(500_000)}`;
  const { files, fault } = await made({ "style.css": css, "b.svg": "<svg/>" }, false);
  assert.is(fault, "style.css has 2.5 MB, more than the 2 MB that are read");
  const written = Buffer.from(files.get("assets/style.css") ?? []).toString();
  assert.is(written.slice(0, 48), 'a { & b { background: url("/assets/b.svg") } }\n/');
});

assets("while somebody writes, names stay", async () => {
  const { files, hrefOf } = await made({ "style.css": "a { b: c }", "menu.js": "a()" }, false);
  assert.is(hrefOf("/assets/style.css"), "/assets/style.css");
  assert.equal([...files.keys()].sort(), ["assets/menu.js", "assets/style.css"]);
});

assets("an icon can stand in the page, with nothing in it that an attribute would end at", async () => {
  const svg = '<svg a="#b"><g c="100%"/></svg>';
  const uri = (await made({ "icon.svg": svg })).dataUriOf("/assets/icon.svg");
  assert.match(uri, /^data:image\/svg\+xml,[^<>"#&]+$/);
  assert.is(decodeURIComponent(uri.slice(uri.indexOf(",") + 1)), svg);
});

assets("one that is not there is named, with the nearest", async () => {
  const { hrefOf } = await made({ "style.css": "" });
  assert.throws(
    () => hrefOf("/assets/styel.css"),
    /no asset \/assets\/styel\.css\. Did you mean \/assets\/style\.css\?/,
  );
});

for (const [name, css, expected] of [
  ["is minified", "a {\n  color: red;\n}\n", "a{color:red}"],
  ["without its comments", "/* a */ a { color: red }", "a{color:red}"],
  ["nesting is written out", "a { &:hover { color: red } }", "a:hover{color:red}"],
  ["with prefixes", "a { user-select: none }", "a{-webkit-user-select:none;user-select:none}"],
  ["an address elsewhere stays", "a{background:url(https://a.example/b.png)}", "https://a.example/b.png"],
  ["an address of no asset stays", "a{background:url(none.png)}", "none.png"],
] as const) {
  assets(`a stylesheet: ${name}`, async () => {
    const [, text] = await only({ "a.css": css });
    assert.match(text, expected);
  });
}

assets("a stylesheet: light-dark() is written for browsers that do not know it", async () => {
  const [, css] = await only({ "a.css": ":root { color-scheme: light dark; --a: light-dark(#fff, #000) }" });
  assert.not.match(css, "light-dark(");
  assert.match(css, "prefers-color-scheme:dark");
});

assets("a stylesheet: a font that it names is at its new address", async () => {
  const { files, hrefOf } = await made({ "a.css": "a{background:url(b.svg)}", "b.svg": "<svg/>", "c/d.css": "" });
  assert.match(
    Buffer.from(files.get(hrefOf("/assets/a.css").slice(1)) ?? bytes("")).toString(),
    hrefOf("/assets/b.svg"),
  );
});

assets(
  "a stylesheet: what it names is named from where it is, where the site is below a path or read from a disk",
  async () => {
    const sources = new Map(
      Object.entries({
        "b.svg": "<svg/>",
        "c/a.css": "a{background:url(/images/d.png)}b{background:url(/assets/b.svg)}c{background:url(/park/e.png)}",
      }).map(([path, text]) => [path, bytes(text)]),
    );
    const css = async (form: object) => {
      const { files } = await makeAssets(sources, { isFinal: false, isSmall: true, ...form }, createStore());
      return [
        ...Buffer.from(files.get("assets/c/a.css") ?? [])
          .toString()
          .matchAll(/url\("?([^")]+)/g),
      ].map(([, url]) => url);
    };
    assert.equal(await css({}), ["/images/d.png", "/assets/b.svg", "/park/e.png"]);
    assert.equal(await css({ pathPrefix: "/park" }), ["../../images/d.png", "../b.svg", "../../e.png"]);
    assert.equal(await css({ isRelative: true }), ["../../images/d.png", "../b.svg", "../../park/e.png"]);
  },
);

assets("a stylesheet with a fault is no stylesheet", async () => {
  const [result] = await Promise.allSettled([made({ "a.css": "a { color: red; } }" })]);
  assert.is(result?.status, "rejected");
});

assets("what was made before is the same", async () => {
  const sources = new Map([
    ["a.css", bytes("a{background:url(b.svg)}")],
    ["b.svg", bytes("<svg/>")],
    ["c.js", bytes("a ( )")],
  ]);
  const store = createStore();
  const form = { isFinal: true, isSmall: true };
  const [first, second] = [await makeAssets(sources, form, store), await makeAssets(sources, form, store)];
  assert.equal([...first.files], [...second.files]);
});

assets("the manifest holds the icons that are named for their sizes", async () => {
  const settings = settingsSchema.parse({ siteName: "XMPP", manifestSaveAs: "site.webmanifest" });
  const all = await made({ "icon-192.png": "a", "icon.svg": "b", "icon-x.png": "c" });
  const content = JSON.parse(manifest(settings, all));
  assert.is(content.name, "XMPP");
  assert.equal(content.icons, [{ src: all.hrefOf("/assets/icon-192.png"), sizes: "192x192", type: "image/png" }]);
  assert.not.ok("theme_color" in content);
});

assets("the manifest is at the place that the settings name; where they name none, there is none", () => {
  const at = (settings: SettingsInput) => textFiles(site({}, settings)).map(({ saveAs }) => saveAs);
  assert.equal(at({ manifestSaveAs: "site.webmanifest" }), ["robots.txt", "site.webmanifest"]);
  assert.equal(at({}), ["robots.txt"]);
});

assets.run();
