import { type FindingGroup, pageAt, pageWith } from "./example.ts";

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
      beside: { "images/harbour.png": png(600, 400) },
    },
    {
      code: "image-damaged",
      about: "A picture of the text cannot be read.",
      file: "images/harbour.png",
      wrong: { "images/harbour.png": "<html>Not found</html>" },
      right: { "images/harbour.png": png(600, 400) },
      shown: { wrong: "<html>Not found</html>   (saved as harbour.png)", right: "a whole picture" },
      beside: about("![A lighthouse at night](/images/harbour.png)"),
    },
    {
      code: "image-large",
      about: "A picture of the text has more pixels than a phone can hold.",
      file: "images/harbour.png",
      wrong: { "images/harbour.png": png(30_000, 20_000) },
      right: { "images/harbour.png": png(1500, 1000) },
      shown: { wrong: "30000 × 20000 pixels", right: "1500 × 1000 pixels" },
      beside: about("![A lighthouse at night](/images/harbour.png)"),
    },
  ],
};

/** The beginning and the end of a PNG picture of a size: https://www.w3.org/TR/png-3/#11IHDR */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000000000000008020000000000000000000049454e44ae426082",
    "hex",
  );
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}
