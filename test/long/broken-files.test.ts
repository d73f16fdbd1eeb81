/** Broken files of every format in a real build: it ends in time and in words, names those that are shown, and is whole. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { brokenFiles, SOUND } from "../hostile/broken-files.ts";
import { image } from "../images/make-images.ts";
import { buildSite, runPelican } from "../small-site.ts";

const broken = suite("broken files of every format");

const PICTURES = ["jpeg", "png", "webp", "gif", "avif"] as const;
const drawn = await Promise.all(PICTURES.map(async (format) => [format, await image(700, 400, { format })] as const));
const TITLE = "Title: Sound\nSave_as: sound.html\n\nText of a sound page.\n";

broken("a build and a check end, and tell of each image that is none", async () => {
  const files = [...drawn, ...Object.entries(SOUND)].flatMap(([ending, sound]) =>
    brokenFiles(ending, sound).map(
      ([way, content]) => [`images/${way.replaceAll(" ", "-").replace("^", "")}.${ending}`, content] as const,
    ),
  );
  assert.ok(files.length > 22 * 19);
  const shown = files.map(([path]) => `![${path}](/${path})`).join("\n");
  const tree = {
    ...Object.fromEntries(files.map(([path, content]) => [`content/${path}`, content])),
    "content/sound.md": TITLE,
    "content/all.md": `Title: All\nSave_as: all.html\n\n${shown}\n`,
  };
  const settings = { socialImages: true, siteUrl: "https://example.org", images: { minBytes: 0 } };
  const site = await buildSite(tree, { settings, by: "command" });
  assert.is(site.exitCode, 0, site.printed.slice(-2000));
  assert.not.match(site.printed, /^\s*at .*:\d+:\d+/m);
  assert.match(site.read("sound.html"), "Text of a sound page.");
  for (const [path] of files) assert.ok(site.has(path), `${path} is not copied`);
  const { printed } = await runPelican(site.folder, ["check"]);
  assert.not.match(printed, /^\s*at .*:\d+:\d+/m);
  for (const way of ["empty", "zeros", "ones", "its-first-bytes"]) {
    for (const format of ["png", "webp", "avif"]) {
      assert.match(printed, `The image images/${way}.${format} `, `${way}.${format}`);
    }
  }
  site.dispose();
});

broken.run();
