import type { Library } from "../files/libraries.ts";
import { IN_SETTINGS } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { planDrawing } from "../images/plan-drawing.ts";
import { undrawable } from "../typography/drawable.ts";
import { page } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";

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
  "card-letters": {
    severity: "advice",
    about: "The font of the pictures for social networks lacks letters of a page's title, or of the site's name.",
    message: ({ text, letters, others }) => {
      const more = others === 0 ? "" : `, and some of the titles of ${others} more ${others === 1 ? "page" : "pages"}`;
      return `The font of the pictures for social networks lacks letters of “${text}”${more}: ${letters.slice(0, MOST_LETTERS).join(" ")}.`;
    },
    consequence: ({ isSiteName, others }) =>
      isSiteName
        ? "The pictures are made without it, so that none shows boxes in its place."
        : `No picture is made for ${others === 0 ? "it" : "them"}: it would show boxes in place of words. Links are shown without one.`,
    fix: "Say that it is well by allowFindings, or write “socialImages: false” in the settings.",
    look: undrawn,
    example: {
      file: "about.md",
      wrong: page("Title: שלום"),
      right: page("Title: Shalom"),
      settings: { wrong: { socialImages: true }, right: { socialImages: true } },
    },
  },
} satisfies Rules;

/** So many letters are enough to see which alphabet is meant. */
const MOST_LETTERS = 5;

/** The first page whose title the font cannot draw stands for all. */
function undrawn({ pages, settings }: CheckedSite): Report[] {
  if (!settings.socialImages) return [];
  const ofName = undrawable(settings.siteName);
  const all = pages.filter(({ title, status }) => status !== "draft" && undrawable(title).length > 0);
  const [first] = all;
  const ofSite = { text: settings.siteName, letters: ofName, others: 0, isSiteName: true };
  return [
    ...(first
      ? [
          report("card-letters", first.place("title"), {
            text: first.title,
            letters: undrawable(first.title),
            others: all.length - 1,
          }),
        ]
      : []),
    ...(ofName.length > 0 ? [report("card-letters", IN_SETTINGS, ofSite)] : []),
  ];
}

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

/** The report of a library that an option could use, and that is not installed. */
export function libraryMissing(option: keyof typeof LEFT_UNDONE, library: Library): Report {
  return report("library-missing", IN_SETTINGS, { option, libraries: [library] });
}
