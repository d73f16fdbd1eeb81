/** What draws may hang, fall over or be missing: it is ended, and the build goes on. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputFolder } from "../../src/plugin/files/output-folder.ts";
import { drawImages } from "../../src/plugin/images/draw-images.ts";
import { type DrawingProcess, startDrawing } from "../../src/plugin/images/drawing-process.ts";
import { readImage } from "../../src/plugin/images/image-file.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { image } from "./make-images.ts";

const drawing = suite("images: what draws is a process of its own");

const REQUEST = { path: "a.jpg", options: { widths: [100] }, isInTurn: false };
/** Time enough to start a program, not to wait for one. */
const LIMIT = 5;

const answering = (code: string) => `process.on("message", ({ path }) => { ${code} });`;
const drawn = answering('process.send({ pictures: [{ format: "webp", width: 100, buffer: Buffer.from(path) }] });');

for (const [name, program, seconds, expected] of [
  ["it answers", drawn, LIMIT, { pictures: [{ format: "webp", width: 100, buffer: Buffer.from("a.jpg") }] }],
  [
    "it never has enough",
    answering("for (;;) {}"),
    0.5,
    { damage: "takes more than 0.5 seconds to be drawn, and was given up", isSlow: true },
  ],
  [
    "it falls over",
    answering('process.kill(process.pid, "SIGSEGV");'),
    LIMIT,
    { damage: "is damaged: it ends what draws it (SIGSEGV)" },
  ],
  ["it ends", answering("process.exit(3);"), LIMIT, { damage: "is damaged: it ends what draws it (3)" }],
  [
    "it tells what is wrong, in several lines",
    answering('process.send({ damage: "no end\\nof it" });'),
    LIMIT,
    { damage: "is damaged (no end)" },
  ],
  ["it has no library", answering('process.send({ fault: "no sharp" });'), LIMIT, { fault: "no sharp" }],
] as const) {
  drawing(name, async () => {
    const { draw, end } = startDrawing(program, seconds);
    assert.equal(await draw(REQUEST), expected);
    end();
  });
}

drawing("after one that falls over, the next is drawn", async () => {
  const { draw, end } = startDrawing(answering('path === "a.jpg" ? process.exit(1) : process.send({ pictures: [] });'));
  assert.equal(await draw(REQUEST), { damage: "is damaged: it ends what draws it (1)" });
  assert.equal(await draw({ ...REQUEST, path: "b.jpg" }), { pictures: [] });
  end();
});

drawing("where somebody ends it, the image is drawn by another", async () => {
  const folder = temporaryFolder();
  const mark = JSON.stringify(join(folder, "ended"));
  const endsOnce = (how: string) =>
    answering(
      `const fs = require("node:fs"); if (!fs.existsSync(${mark})) { fs.writeFileSync(${mark}, ""); ${how} } else process.send({ pictures: [] });`,
    );
  for (const how of ["process.kill(process.pid, 'SIGKILL')", "process.exit(0)", "process.disconnect()"]) {
    const { draw, end } = startDrawing(endsOnce(how));
    assert.equal(await draw(REQUEST), { pictures: [] }, how);
    end();
    rmSync(join(folder, "ended"));
  }
  rmSync(folder, { recursive: true });
});

drawing("where it ends between two images, the second is drawn by another", async () => {
  const { draw, end } = startDrawing(answering("process.send({ damage: String(process.pid) });"));
  const pidOf = async () => {
    const answer = await draw(REQUEST);
    return "damage" in answer ? Number(/\d+/.exec(answer.damage)?.[0]) : 0;
  };
  const first = await pidOf();
  process.kill(first, "SIGKILL");
  const second = await pidOf();
  assert.ok(second > 0 && second !== first);
  end();
});

const photo = await image(300, 200);
const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function siteOf(tree: Tree): (start: () => DrawingProcess) => ReturnType<typeof drawImages> {
  const folder = temporaryFolder();
  folders.push(folder);
  writeTree(folder, tree);
  const files = Object.keys(tree).map((name) => {
    const found = readImage(join(folder, name));
    if (!found || "damage" in found) throw new Error(name);
    return [name, found] as const;
  });
  const { images } = readSettings({ images: { minBytes: 0, widths: [100] } });
  const at = { input: folder, cache: join(folder, "cache"), output: outputFolder(join(folder, "site")) };
  return (start) => drawImages(new Map(files), images, at, start);
}

const SLOW = "takes more than 0 seconds to be drawn, and was given up";

drawing("what is not ready in time is not waited for again", async () => {
  const drawAll = siteOf({ "a.jpg": photo });
  const first = await drawAll(() => startDrawing(undefined, 0));
  assert.equal([...first.damages], [["a.jpg", SLOW]]);
  const again = await drawAll(() => startDrawing(answering('process.send({ fault: "It is asked for." });')));
  assert.equal([...again.damages], [["a.jpg", SLOW]]);
});

drawing("many that are not ready in time are not waited for one by one", async () => {
  const tree = Object.fromEntries(
    await Promise.all([201, 202, 203, 204, 205, 206, 207, 208].map(async (w) => [`${w}.jpg`, await image(w, 100)])),
  );
  let asked = 0;
  const never: DrawingProcess = {
    draw: async () => {
      asked++;
      return { damage: "takes long", isSlow: true };
    },
    end: () => {},
  };
  const { damages, fault } = await siteOf(tree)(() => never);
  assert.ok(asked < 8 && damages.size === asked, `${asked} were asked for`);
  assert.is(fault, "3 of them take too long");
});

drawing.run();
