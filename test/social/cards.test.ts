import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputFolder } from "../../src/plugin/files/output-folder.ts";
import { CARD_SIZE, cardHref, cardsOf, drawCard, wrapTitle } from "../../src/plugin/social/card.ts";
import { cardName, reasonAgainstDrawing, writeCards } from "../../src/plugin/social/write-cards.ts";
import { drawable, undrawable } from "../../src/plugin/typography/drawable.ts";
import { temporaryFolder } from "../build-tree.ts";
import { siteOf } from "../site-helpers.ts";

const titles = suite("titles on cards");

const [WIDTH, HEIGHT] = [940, 250];

for (const [name, title, lines] of [
  ["a short one is on one line", "About", ["About"]],
  ["blanks of any sort part words", "About \n us", ["About us"]],
  ["nothing", "", []],
  ["a long one is on several", "How a standard becomes stable", ["How a standard", "becomes stable"]],
] as const) {
  titles(name, () => assert.equal(wrapTitle(title, WIDTH, HEIGHT).lines, lines));
}

titles("the longer, the smaller", () => {
  const sizes = [1, 5, 10, 15].map((count) => wrapTitle("Extensible ".repeat(count), WIDTH, HEIGHT).size);
  assert.equal(
    sizes,
    sizes.toSorted((a, b) => b - a),
  );
  assert.ok((sizes.at(-1) ?? 0) < (sizes[0] ?? 0));
});

for (const title of ["word ".repeat(200), "w".repeat(500), "字".repeat(300)]) {
  titles(`one that has no room is cut: ${title.slice(0, 9)}`, () => {
    const { lines, size } = wrapTitle(title, WIDTH, HEIGHT);
    assert.ok(lines.length * size * 1.2 <= HEIGHT);
    assert.match(lines.at(-1) ?? "", /…$/);
  });
}
titles.run();

const cards = suite("pictures for those who show a link");

const font = {
  fontFiles: [createRequire(import.meta.url).resolve("@expo-google-fonts/roboto-slab/700Bold/RobotoSlab_700Bold.ttf")],
  loadSystemFonts: false,
};

for (const title of [
  "About",
  "MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW",
  "A standard for messaging and presence that anyone may run, use and build on",
  "Die Erweiterbarkeit des Nachrichtenprotokolls",
  "Расширяемый протокол обмена сообщениями",
  "w".repeat(200),
]) {
  cards(`no line is wider than its bubble: ${title.slice(0, 30)}`, () => {
    const { lines, size } = wrapTitle(title, WIDTH, HEIGHT);
    for (const line of lines) {
      const text = `<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="200"><text y="100" font-family="Roboto Slab" font-weight="700" font-size="${size}">${line}</text></svg>`;
      const box = new Resvg(text, { font }).getBBox();
      assert.ok(box && box.width > 0 && box.width <= WIDTH, `${line}: ${box?.width}`);
    }
  });
}

cards("what the font cannot draw is known, letter by letter", () => {
  const bytes = readFileSync(font.fontFiles[0] ?? "");
  const draws = lettersOf(bytes);
  for (let code = 0x20; code < 0x3000; code++) {
    const letter = String.fromCodePoint(code);
    // The shapes of letters that are written in two ways are looked for in the first.
    if (letter.normalize("NFC") !== letter || /[\p{C}\s]|[\u2010-\u2012]/u.test(letter)) continue;
    assert.is(drawable(letter) !== "", draws.has(code), `U+${code.toString(16)}`);
  }
  assert.equal(undrawable("Grüße, мир: e\u0301, 5 € — “a”…"), []);
  assert.equal(undrawable("שלום ש 世界"), ["ש", "ל", "ו", "ם", "世", "界"]);
  // Signs are left out, and words are as they were.
  assert.equal(undrawable("Hello 👍🏽 ❤️ → 1️⃣"), []);
  assert.is(drawable("a\u2011b 👍🏽→"), "a-b ");
});

cards("a page whose title would be boxes has no picture, and its address none that is not there", () => {
  const settings = { siteName: "שלום", siteUrl: "https://a.example", socialImages: true };
  const mixed = siteOf({ "a.md": { Title: "שלום" }, "b.md": { Title: "B" }, "c.md": { Title: "مرحبا" } }, { settings });
  assert.equal(cardsOf(mixed), [{ title: "B", section: "", siteName: "" }]);
});

cards("an author's text is text", () => {
  const svg = drawCard({ title: "<a> & “b”", section: "</text>", siteName: "'" });
  assert.match(svg, "&lt;a&gt; &amp; “b”");
  assert.match(svg, "&lt;/text&gt;");
});

cards("what an author wrote is drawn, whatever it is and however long", async () => {
  const folder = temporaryFolder();
  const long = ["w".repeat(100_000), `a${"\u0301".repeat(100_000)}`, "\u202e".repeat(100_000), " \n".repeat(100_000)];
  const titles = ["a\x01b", "a\0b", "a\ufffe", "a\ud800", ...long];
  const all = titles.flatMap((title) => [
    { title, section: "", siteName: "" },
    { title: "A", section: title, siteName: title },
  ]);
  assert.is(await writeCards(all, outputFolder(join(folder, "site")), join(folder, "cache")), all.length);
  for (const card of all) assert.ok(drawCard(card).length < 5000);
  rmSync(folder, { recursive: true });
});

cards("one that has another's place in the cache is not taken for it", async () => {
  const folder = temporaryFolder();
  const [output, cache] = [join(folder, "site"), join(folder, "cache")];
  const [one, other] = cardsOf(site);
  assert.ok(one && other);
  await writeCards([one, other], outputFolder(output), cache);
  const whole = readFileSync(join(output, cardHref(one)));
  copyFileSync(join(cache, cardName(other)), join(cache, cardName(one)));
  assert.is(await writeCards([one], outputFolder(output), cache), 1);
  assert.ok(readFileSync(join(output, cardHref(one))).equals(whole));
  rmSync(folder, { recursive: true });
});

const site = siteOf(
  {
    "pages/a.md": { Title: "A" },
    "pages/b.md": { Title: "B" },
    "pages/same.md": { Title: "B" },
    "pages/draft.md": { Title: "Draft", Status: "draft" },
    "posts/c.md": { Title: "C", Date: "2020-01-01", Category: "News" },
  },
  { settings: { siteName: "XMPP", blogTitle: "The Blog" } },
);

cards("one for each title and section, one for all lists, none for drafts", () => {
  const made = cardsOf(site).map(({ section, title }) => [section, title]);
  assert.equal(made, [
    ["", "A"],
    ["", "B"],
    ["News", "C"],
    ["", "The Blog"],
  ]);
});

cards("are drawn once, at their size, and not too heavy", async () => {
  const folder = temporaryFolder();
  const [output, cache] = [join(folder, "site"), join(folder, "cache")];
  const all = cardsOf(site);
  assert.is(await writeCards(all, outputFolder(output), cache), all.length);
  for (const card of all) {
    const file = join(output, cardHref(card));
    const png = readFileSync(file);
    assert.equal([png.readUInt32BE(16), png.readUInt32BE(20)], [CARD_SIZE.width, CARD_SIZE.height]);
    assert.ok(statSync(file).size < 40_000);
  }
  assert.equal(
    readdirSync(cache).filter((name) => !name.endsWith(".png")),
    [],
  );
  rmSync(output, { recursive: true });
  const broken = () => Promise.reject(new Error("invalid ELF header\nRequire stack:"));
  assert.is(await reasonAgainstDrawing(all, cache, broken), undefined);
  assert.is(await reasonAgainstDrawing(all, join(folder, "none"), broken), "invalid ELF header");
  assert.is(await reasonAgainstDrawing(all, join(folder, "none")), undefined);
  assert.is(await writeCards(all, outputFolder(output), cache), 0);
  assert.ok(all.every((card) => existsSync(join(output, cardHref(card)))));
  rmSync(folder, { recursive: true });
});

cards("one that was cut short, in the cache or in the output, is made anew", async () => {
  const folder = temporaryFolder();
  const [output, cache] = [join(folder, "site"), join(folder, "cache")];
  const [card] = cardsOf(site);
  assert.ok(card);
  const file = join(output, cardHref(card));
  await writeCards([card], outputFolder(output), cache);
  const whole = readFileSync(file);
  truncateSync(file, 50);
  assert.is(await writeCards([card], outputFolder(output), cache), 0);
  assert.ok(readFileSync(file).equals(whole));
  truncateSync(join(cache, cardName(card)), 50);
  assert.is(await writeCards([card], outputFolder(output), cache), 1);
  assert.ok(readFileSync(file).equals(whole));
  rmSync(folder, { recursive: true });
});

cards("where nothing can be kept, they are drawn all the same", async () => {
  const folder = temporaryFolder();
  const [output, cache] = [join(folder, "site"), join(folder, "cache")];
  writeFileSync(cache, "a file");
  const all = cardsOf(site);
  for (let build = 0; build < 2; build++) {
    assert.is(await writeCards(all, outputFolder(output), cache), all.length);
    assert.ok(all.every((card) => existsSync(join(output, cardHref(card)))));
  }
  rmSync(folder, { recursive: true });
});

cards("another title is another address", () => {
  const card = { title: "A", section: "", siteName: "XMPP" };
  assert.is(cardHref(card), cardHref({ ...card }));
  assert.is.not(cardHref(card), cardHref({ ...card, title: "B" }));
});
cards.run();

/** The characters of a font, by its table “cmap” in format 4 (OpenType). */
function lettersOf(bytes: Buffer): Set<number> {
  const at = bytes.indexOf("cmap", 0, "latin1");
  const table = bytes.readUInt32BE(at + 8);
  const map = table + bytes.readUInt32BE(table + 8);
  const count = bytes.readUInt16BE(map + 6) / 2;
  const letters = new Set<number>();
  for (let index = 0; index < count; index++) {
    const last = bytes.readUInt16BE(map + 14 + index * 2);
    const first = bytes.readUInt16BE(map + 16 + (count + index) * 2);
    for (let code = first; code <= last; code++) letters.add(code);
  }
  return letters;
}
