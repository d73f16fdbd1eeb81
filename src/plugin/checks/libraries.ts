import type { Library } from "../files/libraries.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { planDrawing } from "../images/plan-drawing.ts";
import { page } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";

const IN_SETTINGS = placeIn("the site's settings");

/** What a library that is not installed does not do, by the option that asks for it. */
const LEFT_UNDONE = {
  images: ["No smaller copies of the site's images are made", "Visitors get each image as it is, however large."],
  theme: ["Stylesheets are as they were written", "They are larger, and older browsers may not read all of them."],
  math: ["Formulas are as they were written", "Visitors see TeX."],
  minify: ["Not everything is made small", "Pages or scripts are larger than they need to be."],
} as const;

export const libraries = {
  "library-needed": {
    severity: "error",
    stopsBuild: true,
    about: "An option needs a library that is not installed.",
    message: ({ option }) => `The option ${option} needs a library that is not installed.`,
    consequence: "The site would lack what was asked for, so the build stops.",
    fix: ({ option, libraries }) => `Run “npm install ${libraries.join(" ")}”, or write “${option}: false”.`,
    look: needed,
    example: {
      file: "_data/site.json",
      settings: { wrong: { search: true }, right: { search: false } },
      lacking: ["pagefind"],
    },
  },
  "library-missing": {
    severity: "advice",
    about:
      "A library that makes pages smaller, copies of images, or formulas of TeX is not installed. The site is built without it.",
    message: ({ option }) => `${LEFT_UNDONE[option][0]}, because a library is not installed.`,
    consequence: ({ option }) => LEFT_UNDONE[option][1],
    fix: ({ option, libraries }) =>
      option === "theme"
        ? `Run “npm install ${libraries.join(" ")}”.`
        : `Run “npm install ${libraries.join(" ")}”, or write “${option}: false”.`,
    look: missing,
    example: {
      file: "_data/site.json",
      beside: { "about.md": page("Title: About") },
      settings: { wrong: { minify: true }, right: { minify: false } },
      lacking: ["terser"],
    },
  },
} satisfies Rules;

const CARDS: readonly Library[] = ["@resvg/resvg-js", "@expo-google-fonts/roboto-slab"];

function needed({ settings, isInstalled }: CheckedSite): Report[] {
  const asked: [option: "search" | "socialImages", libraries: readonly Library[]][] = [
    ...(settings.searchSaveAs === "" ? [] : [["search", ["pagefind"]] as ["search", Library[]]]),
    ...(settings.socialImages ? [["socialImages", CARDS] as ["socialImages", Library[]]] : []),
  ];
  return asked.flatMap(([option, all]) => {
    const libraries = all.filter((library) => !isInstalled(library));
    return libraries.length === 0 ? [] : [report("library-needed", IN_SETTINGS, { option, libraries })];
  });
}

function missing({ settings, images, isInstalled }: CheckedSite): Report[] {
  const isDrawn = [...images.files.values()].some((image) => planDrawing(image, settings.images) !== undefined);
  const isThemes = settings.theme && !settings.unasked?.includes("theme");
  const wanted: [option: keyof typeof LEFT_UNDONE, library: Library, isWanted: boolean][] = [
    ["images", "@11ty/eleventy-img", isDrawn],
    ["theme", "lightningcss", isThemes],
    ["math", "temml", settings.math],
    ["minify", "terser", isThemes && settings.minify],
  ];
  return wanted.flatMap(([option, library, isWanted]) =>
    isWanted && !isInstalled(library) ? [libraryMissing(option, library)] : [],
  );
}

export function libraryMissing(option: keyof typeof LEFT_UNDONE, library: Library): Report {
  return report("library-missing", IN_SETTINGS, { option, libraries: [library] });
}
