import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { ImageFile } from "../../src/plugin/images/image-file.ts";
import { planDrawing } from "../../src/plugin/images/plan-drawing.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";

const planning = suite("images: what is drawn");

const PHOTO: ImageFile = { type: "jpg", width: 4000, height: 3000, bytes: 2_000_000, isAnimated: false };

for (const [name, image, settings, expected] of [
  ["a large one, at all widths", {}, {}, [480, 960, 1440]],
  ["a smaller one, never wider than it is", { width: 1000 }, {}, [480, 1000]],
  ["one that is hardly wider than a width", { width: 1100, type: "webp" }, {}, [480, 1100]],
  ["one that is wider by a quarter", { width: 1200, type: "png" }, {}, [480, 960, 1200]],
  ["a narrow one, as wide as it is", { width: 200 }, {}, [200]],
  ["widths in any order, each once", {}, { widths: [900, 300, 900] }, [300, 900]],
  ["a small file", { bytes: 9999 }, {}, undefined],
  ["a small file, by the settings", { bytes: 40_000 }, { minBytes: 50_000 }, undefined],
  ["a drawing", { type: "svg" }, {}, undefined],
  ["a moving image", { type: "webp", isAnimated: true }, {}, undefined],
  ["GIF", { type: "gif" }, {}, undefined],
  ["AVIF, which is small already", { type: "avif" }, {}, undefined],
  ["another type", { type: "tiff" }, {}, undefined],
  ["more pixels than there is memory for", { width: 20_000, height: 20_000 }, {}, undefined],
  ["where nothing is to be drawn", {}, { formats: [] }, undefined],
] as readonly [string, Partial<ImageFile>, SettingsInput["images"], readonly number[] | undefined][]) {
  planning(name, () => {
    const drawing = planDrawing({ ...PHOTO, ...image }, readSettings({ images: settings }).images);
    assert.equal(drawing?.widths, expected);
  });
}

planning("the formats, the better first", () => {
  const { images } = readSettings({ images: { formats: ["avif", "webp"] } });
  assert.equal(planDrawing(PHOTO, images)?.formats, ["avif", "webp"]);
});

planning("a wrong setting is named", () => {
  const wrong = { images: { formats: ["gif"], width: [1] } } as unknown as SettingsInput;
  assert.throws(
    () => readSettings(wrong),
    /images\.formats\[0\]: (?:.|\n)*images\.width: there is no such setting; did you mean widths\?/,
  );
});

planning.run();
