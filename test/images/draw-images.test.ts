import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputFolder } from "../../src/plugin/files/output-folder.ts";
import { drawImages, pictureHref, writePictures } from "../../src/plugin/images/draw-images.ts";
import { type ImageFile, imageReader } from "../../src/plugin/images/image-file.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";
import { snapshot, type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { colourAt, image, sharp } from "./make-images.ts";

const drawing = suite("images: pictures are drawn");

const temporary: string[] = [];
process.once("exit", () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

interface Folders {
  readonly input: string;
  readonly cache: string;
}

function folders(tree: Tree): Folders {
  const made = temporaryFolder();
  temporary.push(made);
  writeTree(join(made, "content"), tree);
  return { input: join(made, "content"), cache: join(made, "cache/images") };
}

function draw({ input, cache }: Folders, settings: SettingsInput["images"] = {}) {
  const read = imageReader(input);
  const names = readdirSync(input, { recursive: true, encoding: "utf8" });
  const files = new Map(
    names.flatMap((name): [string, ImageFile][] => {
      const found = read(name);
      return found && "type" in found ? [[name, found]] : [];
    }),
  );
  const output = outputFolder(join(input, "../site"));
  return drawImages(files, readSettings({ images: settings }).images, { input, cache, output });
}

const SMALL = { widths: [100, 200, 400], minBytes: 1000 };
const photo = await image(300, 200);

drawing("at each width, in the right form", async () => {
  const at = folders({ "a.jpg": photo });
  const { pictures, damages, fault } = await draw(at, SMALL);
  assert.equal([fault, damages.size], [undefined, 0]);
  const drawn = pictures.get("a.jpg") ?? [];
  assert.equal(
    drawn.map(({ format, width }) => [format, width]),
    [
      ["webp", 100],
      ["webp", 200],
      ["webp", 300],
    ],
  );
  for (const { name, width, bytes } of drawn) {
    const content = readFileSync(join(at.cache, name)).subarray(0, bytes);
    const { format, width: real, height } = await sharp(content).metadata();
    assert.equal([format, real, height], ["webp", width, Math.round((width * 200) / 300)]);
    assert.equal([await colourAt(content, 0.1, 0.5), await colourAt(content, 0.9, 0.5)], ["red", "blue"]);
  }
});

for (const [orientation, width, height, top, left] of [
  [3, 300, 200, "blue", "blue"],
  [6, 200, 300, "red", "red"],
  [8, 200, 300, "blue", "blue"],
] as const) {
  drawing(`a camera that was held as ${orientation} is turned`, async () => {
    const at = folders({ "a.jpg": await image(300, 200, { orientation }) });
    const { pictures } = await draw(at, SMALL);
    const widest = pictures.get("a.jpg")?.at(-1);
    const content = readFileSync(join(at.cache, widest?.name ?? ""));
    const real = await sharp(content).metadata();
    assert.equal([real.width, real.height], [width, height]);
    if (width < height) assert.is(await colourAt(content, 0.5, 0.1), top);
    else assert.is(await colourAt(content, 0.1, 0.5), left);
  });
}

drawing("names with blanks and signs", async () => {
  const { pictures } = await draw(folders({ "ü & 100% 'b'.png": await image(300, 200, { format: "png" }) }), SMALL);
  const drawn = pictures.get("ü & 100% 'b'.png") ?? [];
  assert.is(drawn.length, 3);
  for (const picture of drawn) assert.match(pictureHref(picture), /^\/assets\/images\/[0-9a-f]{16}-\d00\.webp$/);
});

drawing("twice the same bytes under the same names, and others for another image", async () => {
  const [a, b, c] = [{ "a.jpg": photo }, { "b.jpg": photo }, { "c.jpg": await image(300, 210) }].map(folders);
  if (!a || !b || !c) throw new Error("three folders");
  for (const at of [a, b, c]) await draw(at, SMALL);
  assert.equal(snapshot(a.cache), snapshot(b.cache));
  const shared = Object.keys(snapshot(c.cache)).filter((name) => name in snapshot(a.cache));
  assert.equal(shared, []);
});

drawing("what was drawn is not drawn again, and nothing else lies there", async () => {
  const at = folders({ "a.jpg": photo });
  const first = await draw(at, SMALL);
  const times = () => readdirSync(at.cache).map((name) => [name, statSync(join(at.cache, name)).mtimeMs]);
  const before = times();
  const second = await draw(at, SMALL);
  assert.equal(second, first);
  assert.equal(times(), before);
  assert.ok(before.every(([name]) => String(name).endsWith(".webp")));
});

drawing("what a killed build left is not used", async () => {
  const at = folders({ "a.jpg": photo });
  const { pictures } = await draw(at, SMALL);
  const whole = snapshot(at.cache);
  const name = pictures.get("a.jpg")?.[0]?.name ?? "";
  rmSync(join(at.cache, name));
  writeFileSync(join(at.cache, `${name}.1.new`), "RIFF half");
  const again = await draw(at, SMALL);
  assert.is(again.pictures.get("a.jpg")?.[0]?.name, name);
  assert.is(snapshot(at.cache)[name], whole[name]);
});

drawing("one that was cut short in the cache is drawn anew", async () => {
  const at = folders({ "a.jpg": photo });
  const { pictures } = await draw(at, SMALL);
  const whole = snapshot(at.cache);
  truncateSync(join(at.cache, pictures.get("a.jpg")?.[1]?.name ?? ""), 50);
  assert.equal((await draw(at, SMALL)).pictures, pictures);
  assert.equal(snapshot(at.cache), whole);
});

drawing("one that has another's place in the cache is not taken for it", async () => {
  const at = folders({ "a.jpg": photo, "b.jpg": await image(300, 200, { orientation: 3 }) });
  const { pictures } = await draw(at, SMALL);
  const whole = snapshot(at.cache);
  const [a, b] = ["a.jpg", "b.jpg"].map((name) => join(at.cache, pictures.get(name)?.[0]?.name ?? ""));
  copyFileSync(a ?? "", b ?? "");
  assert.equal((await draw(at, SMALL)).pictures.get("b.jpg"), pictures.get("b.jpg"));
  assert.equal(snapshot(at.cache), whole);
});

drawing("several builds at once", async () => {
  const at = folders({ "a.jpg": photo, "b.png": await image(300, 150, { format: "png" }) });
  const [a, ...others] = await Promise.all([draw(at, SMALL), draw(at, SMALL), draw(at, SMALL)]);
  for (const other of others)
    assert.equal(new Map([...other.pictures].sort()), new Map([...(a?.pictures ?? [])].sort()));
  assert.is(Object.keys(snapshot(at.cache)).length, 6);
});

drawing("only what is smaller than the image is shown", async () => {
  const best = await sharp(photo).toFormat("webp", { quality: 5 }).toBuffer();
  const { pictures } = await draw(folders({ "a.webp": best }), SMALL);
  assert.equal(pictures.get("a.webp"), []);
});

drawing("the better format first", async () => {
  const { pictures } = await draw(folders({ "a.jpg": photo }), { ...SMALL, widths: [200], formats: ["avif", "webp"] });
  assert.equal(
    pictures.get("a.jpg")?.map(({ format }) => format),
    ["avif", "webp"],
  );
});

drawing("a damaged image is told, and the others are drawn", async () => {
  const at = folders({ "cut.jpg": photo.subarray(0, photo.length / 2), "good.jpg": photo });
  const { pictures, damages, fault } = await draw(at, SMALL);
  assert.is(fault, undefined);
  assert.equal([...pictures.keys()], ["good.jpg"]);
  assert.match(damages.get("cut.jpg") ?? "", /^is damaged \(.+\)$/);
  assert.not.match(damages.get("cut.jpg") ?? "", /\n/);
});

drawing("what cannot be kept is in the output at once, the same as ever, and it is told", async () => {
  const kept = folders({ "a.jpg": photo });
  const { pictures: usual } = await draw(kept, SMALL);
  writePictures(usual.values(), kept.cache, outputFolder(join(kept.input, "../site")));
  const at = folders({ "a.jpg": photo, "../cache": "a file where the folder should be" });
  const { pictures, damages, fault, unkept } = await draw(at, SMALL);
  assert.equal([damages.size, fault], [0, undefined]);
  assert.match(unkept ?? "", /ENOTDIR|EEXIST/);
  const output = join(at.input, "../site");
  writePictures(pictures.values(), at.cache, outputFolder(output));
  assert.equal(snapshot(output), snapshot(join(kept.input, "../site")));
});

drawing("into the output folder go whole files", async () => {
  const at = folders({ "a.jpg": photo });
  const output = join(at.input, "../site");
  const { pictures } = await draw(at, SMALL);
  writePictures(pictures.values(), at.cache, outputFolder(output));
  const whole = snapshot(output);
  assert.equal(Object.keys(whole).length, 3);
  const cut = join(output, Object.keys(whole)[0] ?? "");
  truncateSync(cut, 10);
  writePictures(pictures.values(), at.cache, outputFolder(output));
  assert.equal(snapshot(output), whole);
});

drawing.run();
