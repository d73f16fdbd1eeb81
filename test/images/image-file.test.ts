import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { imageReader, readImage } from "../../src/plugin/images/image-file.ts";
import { temporaryFolder } from "../build-tree.ts";
import { image, SVG } from "./make-images.ts";

const reading = suite("images: what a file says of itself");
const folder = temporaryFolder();
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readImage(path);
}

/** A PNG that moves has this chunk before its data. */
function moving(png: Buffer): Buffer {
  const at = png.indexOf("IDAT") - 4;
  return Buffer.concat([
    png.subarray(0, at),
    Buffer.from("\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0"),
    png.subarray(at),
  ]);
}

for (const [name, content, expected] of [
  ["a.jpg", await image(40, 30), ["jpg", 40, 30, false]],
  ["held upright.jpg", await image(40, 30, { orientation: 6 }), ["jpg", 30, 40, false]],
  ["upside down.jpg", await image(40, 30, { orientation: 3 }), ["jpg", 40, 30, false]],
  ["a.png", await image(40, 30, { format: "png" }), ["png", 40, 30, false]],
  ["a.webp", await image(40, 30, { format: "webp" }), ["webp", 40, 30, false]],
  ["a.gif", await image(40, 30, { format: "gif" }), ["gif", 40, 30, true]],
  ["a.avif", await image(40, 30, { format: "avif" }), ["avif", 40, 30, false]],
  ["moves.png", moving(await image(40, 30, { format: "png" })), ["png", 40, 30, true]],
  ["another ending.jpg", await image(40, 30, { format: "png" }), ["png", 40, 30, false]],
  ["a.svg", SVG, ["svg", 30, 20, false]],
] as const) {
  reading(name, () => {
    const found = read(name, content);
    assert.ok(found && "type" in found);
    assert.equal([found.type, found.width, found.height, found.isAnimated], [...expected]);
    assert.is(found.bytes, Buffer.byteLength(content));
  });
}

const jpeg = await image(40, 30);
const remark = Buffer.from([0xff, 0xfe, 0xff, 0xff, ...new Uint8Array(0xfffd)]);

reading("photographs with remarks as long as a book have their size behind them", () => {
  const long = Buffer.concat([jpeg.subarray(0, 2), remark, remark, remark, remark, jpeg.subarray(2)]);
  const found = read("long.jpg", long);
  assert.ok(found && "type" in found);
  assert.equal([found.width, found.height], [40, 30]);
});

const png = await image(40, 30, { format: "png" });
const webp = await image(40, 30, { format: "webp" });
const avif = await image(40, 30, { format: "avif" });

for (const [name, content, damage] of [
  ["empty.png", "", "is an empty file"],
  ["text.png", "version https://git-lfs.github.com/spec/v1\n", "is damaged, or is not an image"],
  ["page.JPG", "<!doctype html>", "is damaged, or is not an image"],
  ["head.png", png.subarray(0, 12), "is damaged, or is not an image"],
  [
    "no size.png",
    Buffer.concat([png.subarray(0, 16), Buffer.alloc(8), png.subarray(24)]),
    "is damaged, or is not an image",
  ],
  ["cut.png", png.subarray(0, -20), "is damaged: its end is missing"],
  ["cut.webp", webp.subarray(0, -1), "is damaged: its end is missing"],
  ["cut.avif", avif.subarray(0, -1), "is damaged: its end is missing"],
] as const) {
  reading(`damaged: ${name}`, () => assert.equal(read(name, content), { damage }));
}

/** A box of AVIF, HEIF and JPEG XL: its length, its name, what is in it. */
function box(name: string, ...inside: readonly Buffer[]): Buffer {
  const body = Buffer.concat(inside);
  const head = Buffer.from(`\0\0\0\0${name}`, "latin1");
  head.writeUInt32BE(head.length + body.length);
  return Buffer.concat([head, body]);
}

/** The head of an AVIF that has these boxes where its size should stand. */
function avifOf(properties: Buffer): Buffer {
  const meta = box("meta", Buffer.alloc(4), box("iprp", box("ipco", properties)));
  return Buffer.concat([box("ftyp", Buffer.from("avif\0\0\0\0avif")), meta]);
}

const size = box("ispe", Buffer.from([0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 30]));

// Each of them kept a version of image-size busy for ever, or for as long as somebody had patience to write it.
for (const [name, content] of [
  ["icns of an empty entry", Buffer.concat([Buffer.from("icns\0\0\0\xc8ic07", "latin1"), Buffer.alloc(188)])],
  [
    "jxl of an empty box",
    Buffer.concat([
      box("JXL ", Buffer.from("\r\n\x87\n", "latin1")),
      box("ftyp", Buffer.from("jxl ")),
      Buffer.alloc(54),
    ]),
  ],
  ["jxl of empty parts", Buffer.concat([box("JXL "), box("ftyp", Buffer.from("jxl ")), Buffer.from("\0\0\0\0jxlp")])],
  ["pam", Buffer.from(`P7\n${"WIDTH 1\n".repeat(50_000)}`)],
  ["avif of an empty box", avifOf(Buffer.from("\0\0\0\0ispe\0\0\0\0"))],
  ["jpeg of nothing", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40_000_000)])],
  ["svg without an end", Buffer.from(`<svg ${"a='<svg ".repeat(60_000)}`)],
  ["tiff", Buffer.from("II*\0\x08\0\0\0\0\0\0\0\0\0")],
] as const) {
  reading(`it comes to an end: ${name}`, () => {
    assert.equal(read("busy.png", content), { damage: "is damaged, or is not an image" });
  });
}

reading("it comes to an end: avif of as many sizes as there is room for", () => {
  const content = avifOf(Buffer.concat(Array.from({ length: 400_000 }, () => size)));
  assert.ok(read("busy.avif", content));
});

reading("a file of a kind that browsers do not show, or not all, is not read", () => {
  const bitmap = Buffer.alloc(64);
  bitmap.write("BM");
  bitmap.writeUInt32LE(40, 18);
  bitmap.writeInt32LE(30, 22);
  assert.is(read("a.bmp", bitmap), undefined);
  assert.equal(read("bitmap.png", bitmap), { damage: "is damaged, or is not an image" });
});

for (const format of ["jpeg", "png", "webp", "gif", "avif"] as const) {
  const whole = await image(40, 30, { format });
  reading(`${format}: cut anywhere, it is read or damaged`, () => {
    for (let length = 0; length < Math.min(whole.length, 700); length++) {
      const found = read(`cut.${format}`, whole.subarray(0, length));
      assert.ok(found && ("damage" in found || (found.width === 40 && found.height === 30)), `after ${length} bytes`);
    }
  });
  reading(`${format}: with any of its first bytes gone, it is read or damaged`, () => {
    for (let at = 0; at < Math.min(whole.length, 700); at++) {
      const content = Buffer.from(whole);
      content[at] = 0;
      assert.ok(read(`hole.${format}`, content), `without byte ${at}`);
    }
  });
}

for (const [name, content] of [
  ["film.mp4", "a film in an <img>, as Safari shows it"],
  ["strange.svg", "<svg xmlns='http://www.w3.org/2000/svg'></svg>"],
  ["empty.svg", ""],
] as const) {
  reading(`not judged: ${name}`, () => assert.is(read(name, content), undefined));
}

reading("a file that is not there, and a folder", () => {
  assert.is(readImage(join(folder, "none.png")), undefined);
  assert.is(readImage(folder), undefined);
});

reading("each file is read once", () => {
  writeFileSync(join(folder, "once.png"), png);
  const read = imageReader(folder);
  const first = read("once.png");
  rmSync(join(folder, "once.png"));
  assert.is(read("once.png"), first);
});

reading("no content makes it throw or hang", () => {
  const heads = [
    jpeg,
    png,
    ...["RIFF\0\0\0\0WEBPVP8X", "GIF89a", "\0\0\0\x20ftypavif", "\0\0\0\x0cJXL ", "II*\0", "<svg "].map((head) =>
      Buffer.from(head, "latin1"),
    ),
  ];
  for (const head of heads) {
    for (let seed = 1; seed <= 200; seed++) {
      const content = Buffer.concat([head, Buffer.alloc(64)]);
      for (let step = 1; step <= 12; step++) content[(seed * 7919 * step) % content.length] = (seed * 31 * step) % 256;
      read("fuzz.png", content);
    }
  }
});

reading.run();
