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

for (const [name, content, damage] of [
  ["empty.png", "", "is an empty file"],
  ["text.png", "version https://git-lfs.github.com/spec/v1\n", "is damaged, or is no image"],
  ["page.JPG", "<!doctype html>", "is damaged, or is no image"],
  ["head.png", png.subarray(0, 12), "is damaged, or is no image"],
  [
    "no size.png",
    Buffer.concat([png.subarray(0, 16), Buffer.alloc(8), png.subarray(24)]),
    "is damaged, or is no image",
  ],
  ["cut.png", png.subarray(0, -20), "is damaged: its end is missing"],
] as const) {
  reading(`damaged: ${name}`, () => assert.equal(read(name, content), { damage }));
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
