import { type FindingGroup, PICTURE, pageAt, pageWith, pictureOf } from "./example.ts";

const about = (body: string) => ({ "about.md": pageWith(["Title: About"], body) });

export const texts: FindingGroup = {
  slug: "findings-texts",
  title: "Findings of texts",
  summary: "What can be wrong with the links and pictures of a text, with examples of wrong and right.",
  examples: [
    {
      code: "link-broken",
      about: "A link of the text leads to a page that is not there.",
      file: "about.md",
      wrong: about("See the [history](/histroy.html)."),
      right: about("See the [history](/history.html)."),
      beside: { "history.md": pageAt("history") },
    },
    {
      code: "anchor-broken",
      about: "A link names a heading that is not there.",
      file: "about.md",
      wrong: about("See [below](#peopel).\n\n## People\n\nAnn."),
      right: about("See [below](#people).\n\n## People\n\nAnn."),
    },
    {
      code: "link-unsafe",
      about: "A link would run a program.",
      file: "about.md",
      wrong: about('<a href="javascript:alert(1)">Greet</a>'),
      right: about("[Greet](mailto:ann@example.org)"),
    },
    {
      code: "source-missing",
      about: "A link to a source file names one that is not there.",
      file: "about.md",
      wrong: about("See the [history]({filename}histroy.md)."),
      right: about("See the [history]({filename}history.md)."),
      beside: { "history.md": pageAt("history") },
    },
    {
      code: "image-text-missing",
      about: "A picture has no text for those who do not see it.",
      file: "about.md",
      wrong: about("![](/images/harbour.png)"),
      right: about("![A lighthouse at night](/images/harbour.png)"),
      beside: { "images/harbour.png": PICTURE },
    },
    {
      code: "image-damaged",
      about:
        "The file of a picture is no picture, or only a part of one: an upload that broke off, a page saved as a picture.",
      file: "images/harbour.png",
      wrong: { "images/harbour.png": PICTURE.subarray(0, -12) },
      right: { "images/harbour.png": PICTURE },
      beside: about("![A lighthouse at night](/images/harbour.png)"),
      shown: { wrong: "images/harbour.png   (the first half of a picture)", right: "images/harbour.png   (all of it)" },
    },
    {
      code: "image-large",
      about: "A picture has more than 100 million pixels.",
      file: "images/harbour.png",
      wrong: { "images/harbour.png": pictureOf(20_000, 10_000) },
      right: { "images/harbour.png": pictureOf(3000, 1500) },
      beside: about("![A lighthouse at night](/images/harbour.png)"),
      shown: { wrong: "images/harbour.png   (20000 × 10000)", right: "images/harbour.png   (3000 × 1500)" },
    },
  ],
};
