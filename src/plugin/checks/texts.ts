import { decodeAddress } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import { FORMATTING, SWALLOWING } from "../html/open-elements.ts";
import { type Asked, missingFrom, policyOf } from "../netlify/policy.ts";
import type { Fault } from "../pages/report-in-body.ts";
import { brokenLinks } from "./broken-links.ts";
import { both, IMAGE, image, pageAt, text } from "./examples.ts";
import { inTexts } from "./in-texts.ts";
import { listsAsText } from "./list-lines.ts";
import type { CheckedSite, Rules } from "./rule.ts";
import { loneTags, openCode, openQuotes } from "./unclosed.ts";
import { didYouMean, shorten } from "./words.ts";

const HISTORY = { "history.md": pageAt("history") };
const TAGS = { markdown: { liquid_tags: true } };
/** A cell that is shown, and one that is for another format. */
const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  cells: [
    { cell_type: "markdown", source: "Oil." },
    { cell_type: "raw", metadata: { format: "text/latex" }, source: "\\oil" },
  ],
});
const HARBOUR = { "images/harbour.png": IMAGE };

const NO_IMAGE = "Put the file into the folder images of the content and write its address there, or remove the image";

export const texts = {
  "link-broken": {
    severity: "warning",
    about: "A link of the text leads to a page that is not there, or an image is not.",
    message: ({ link, isImage, draft, ofTheme }) => {
      if (ofTheme !== undefined) return `“${link}” is a file of Pelican's theme, which is not here.`;
      if (draft !== undefined) return `The link leads to a draft, ${draft}.`;
      return isImage ? `There is no “${link}” on this site.` : `The link “${link}” leads to nothing on this site.`;
    },
    consequence: ({ isImage, draft, ofTheme }) => {
      if (ofTheme !== undefined) return "Browsers find nothing there.";
      if (draft !== undefined) return "Whoever follows it reads what is not yet meant for the public.";
      return isImage ? "Visitors see no image." : "A visitor who follows it finds no page.";
    },
    fix: ({ link, folder, near, file, isImage, draft, ofTheme }) => {
      if (ofTheme !== undefined)
        return `Copy it from the folder static of the theme into the content, to ${ofTheme.slice(1)}, and write "theme" into staticPaths.`;
      if (draft !== undefined) return "Publish that page first, or remove the link.";
      // Whoever writes the host may mean another site on it.
      const isOfHost = folder !== undefined && /^(?:https?:)?\/\//i.test(link);
      const elsewhere = isOfHost
        ? `; where another program publishes it, write elsewhere: ["${folder}*"] in the settings`
        : "";
      const nothing = isImage ? NO_IMAGE : "Write the address of a page, or remove the link";
      return file === undefined
        ? didYouMean(near, `${nothing}${elsewhere}.`)
        : `Write “${near}”: ${file} is there in the content folder, and elsewhere on the site.`;
    },
    target: ({ folder }) => folder,
    many: (folder) => ({
      message: `links lead to ${folder}…, which this site does not have`,
      fix: `If another program publishes them, write elsewhere: ["${folder}*"] in the settings; else mend or remove them.`,
    }),
    look: brokenLinks,
    example: text("See the [history](/histroy.html).", "See the [history](/history.html).", HISTORY),
  },
  /** Found by the walk that finds broken links, too. */
  "anchor-broken": {
    severity: "warning",
    about: "A link names a heading that is not there.",
    message: ({ link, id, targetFile }) =>
      `The link “${link}” leads to the anchor “#${id}”, which ${targetFile ?? "this page"} does not have.`,
    consequence: "It leads to the top of the page.",
    fix: ({ near }) => didYouMean(near, "Write the id of a heading there.", (id) => `#${id}`),
    example: text("See [below](#peopel).\n\n## People\n\nAnn.", "See [below](#people).\n\n## People\n\nAnn."),
  },
  /** Found by the same walk. */
  "link-local": {
    severity: "warning",
    about: "A link or an image leads to a file on the author's own computer.",
    message: ({ link }) => `“${shorten(link)}” is a file on your own computer.`,
    consequence: "Only you can see it; visitors get nothing.",
    fix: ({ link, isImage }) => {
      const name = decodeAddress(link).split(/[\\/]/).at(-1) ?? "";
      return isImage
        ? `Put it into the folder images of the content, and write “{static}/images/${name}”.`
        : `Put it into the content folder, and write “{static}/” with its path there.`;
    },
    example: text("![A harbour](file:///home/ann/harbour.png)", "![A harbour](/images/harbour.png)", HARBOUR),
  },
  "link-unsafe": {
    severity: "error",
    about: "A link would run a script.",
    message: ({ link }) => `The link “${shorten(link)}” runs a script in the visitor's browser.`,
    consequence: "It is a way in for attackers, and does nothing where scripts are blocked.",
    fix: "Write an address, or remove the link.",
    look: unsafeLinks,
    example: text('<a href="javascript:alert(1)">Greet</a>', "[Greet](mailto:ann@example.org)"),
  },
  "source-missing": {
    severity: "error",
    about: "A link to a source file names one that is not there.",
    message: ({ kind, path, isUnread, isLeftOut }) => {
      if (isLeftOut) return `{${kind}}${path} leads to a file that no page is made of.`;
      return isUnread
        ? `{${kind}}${path} leads to a source that is not read: no page is made of it.`
        : `{${kind}}${path} leads to no file in the content folder.`;
    },
    consequence: "The link leads nowhere.",
    fix: ({ kind, path, near, isUnread, isLeftOut }) => {
      if (isLeftOut)
        return "Mend that file first, where a finding names it; with “Status: skip” or a date to come it has no page, and the link must go.";
      if (isUnread && /\.(?:md|markdown|mkd|mdown)$/i.test(path))
        return "Move it into a folder of articlePaths or pagePaths, or write {static} where visitors are to have the source.";
      if (isUnread && /\.(?:rst|ipynb)$/i.test(path)) return "Make a page of the file: npx eleventy-pelican convert.";
      if (isUnread) return "Make Markdown of the file, and write its new name.";
      const otherwise = "Write the path of a file, from the content folder with a slash before it.";
      return didYouMean(near, otherwise, (file) => `{${kind}}/${file}`);
    },
    example: text("See the [history]({filename}histroy.md).", "See the [history]({filename}history.md).", HISTORY),
  },
  "markup-unread": {
    severity: "warning",
    about:
      "A tag of a template engine, a list of attributes, or Markdown that is nearly right, is where it is not read.",
    message: ({ text }) => `“${shorten(text)}” is not read as markup, and visitors see it.`,
    consequence: ({ text }) => (text.startsWith("{") ? "It is text, with its braces." : "It is text, as it stands."),
    fix: ({ text }) => markupMeant(text),
    look: unreadMarkup,
    example: text("An apple. {: .lead }", "An apple.\n{: .lead }"),
  },
  "code-open": {
    severity: "warning",
    about: "A block of code begins and never ends.",
    message: ({ mark }) => `The code that “${mark}” begins here is never ended.`,
    consequence: "All below it is taken for code, or the mark for text.",
    fix: ({ mark }) => `Write a line “${mark}” below the code.`,
    look: openCode,
    example: text("```\noil = 1\n\nFill it in.", "```\noil = 1\n```\n\nFill it in."),
  },
  "quote-open": {
    severity: "warning",
    about: "A tag opens the value of an attribute with a quotation mark, and does not close it.",
    message: ({ tag }) => `A quotation mark in “${shorten(tag)}” is never closed.`,
    consequence: "Browsers take what follows, up to the next one, for a part of the tag, and do not show it.",
    fix: ({ tag }) => `Write “${shorten(closed(tag))}”.`,
    look: openQuotes,
    example: text(
      'See <a href="/history.html>the history</a>.',
      'See <a href="/history.html">the history</a>.',
      HISTORY,
    ),
  },
  "element-open": {
    severity: "warning",
    about: "A text opens an element of HTML that it does not close, or closes one that it did not open.",
    message: ({ name, isOpen }) => (isOpen ? `<${name}> is never closed.` : `</${name}> closes nothing of this text.`),
    consequence: ({ name, isOpen }) => {
      if (!isOpen) return "It ends what the layout has around the text.";
      if (SWALLOWING.has(name)) return "Browsers take what follows on the page for a part of it, and may not show it.";
      return FORMATTING.has(name)
        ? "What follows on the page may look like it."
        : "What follows in the text is within it.";
    },
    fix: ({ name, isOpen }) =>
      isOpen ? `Write “</${name}>” where it ends.` : `Remove it, or write “<${name}>” where it begins.`,
    look: loneTags,
    example: text('<div class="note">\n\nBring oil.', '<div class="note">\n\nBring oil.\n\n</div>'),
  },
  "list-as-text": {
    severity: "advice",
    about:
      "Lines begin like a list, straight after a line of text, where the site reads lists as Python-Markdown does.",
    message: ({ text }) => `“${shorten(text)}” begins like a list, but stands straight after a paragraph.`,
    consequence: "It is text of the paragraph, as it was in Pelican.",
    fix: "If it is a list, write a blank line before it.",
    edits: ({ isSure }, { line }) => (isSure ? [{ line, column: 1, old: "", text: "\n" }] : []),
    look: listsAsText,
    example: {
      ...text("We bring:\n- oil\n- wicks", "We bring:\n\n- oil\n- wicks"),
      settings: { wrong: { markdown: { exact: true } }, right: { markdown: { exact: true } } },
    },
  },
  "formula-broken": {
    severity: "warning",
    about: "A formula is not TeX that can be typeset.",
    message: ({ text, reason }) => `The formula “${shorten(text)}” cannot be typeset: ${reason}.`,
    consequence: "Visitors see it as it is written.",
    fix: "Correct it, or put it between backticks where it is code.",
    look: brokenFormulas,
    example: {
      ...text("The root is $\\sqrt{2$.", "The root is $\\sqrt{2}$."),
      settings: { wrong: { math: true }, right: { math: true } },
    },
  },
  "notebook-unread": {
    severity: "error",
    about: "A tag names a notebook that is not there, or that is not one.",
    message: ({ tag, reason }) => `“${shorten(tag)}” shows nothing: ${reason}.`,
    consequence: "Visitors see nothing in its place.",
    fix: "Write the path of a notebook, from the folder that the option notebookDir names or from the content folder.",
    example: {
      ...text("{% notebook peas.ipynb %}", "{% notebook oil.ipynb cells[:1] %}", { "notebooks/oil.ipynb": NOTEBOOK }),
      settings: { wrong: TAGS, right: TAGS },
    },
  },
  "notebook-partly": {
    severity: "warning",
    about:
      "A cell of a notebook that a text shows, or a part of it, is not shown: a widget, a script, a broken picture.",
    message: ({ tag, note }) => `“${shorten(tag)}”: ${note}`,
    consequence: "The rest of the notebook is shown.",
    fix: "Let the cell show a picture, a table or text, and save the notebook; or leave the cell out, by cells[2:8].",
    example: {
      ...text("{% notebook oil.ipynb %}", "{% notebook oil.ipynb cells[:1] %}", { "notebooks/oil.ipynb": NOTEBOOK }),
      settings: { wrong: TAGS, right: TAGS },
    },
  },
  "image-alt-missing": {
    severity: "advice",
    about: "An image has no alt text for those who do not see it.",
    message: ({ src }) => `Image “${src}” has no alt text; screen readers cannot describe it.`,
    consequence: "Visitors who cannot see it miss what it shows.",
    fix: 'Write what it shows: ![A lighthouse at night](…). For a decorative image, write <img alt="" role="presentation" src="…">.',
    look: imagesWithoutAlt,
    example: text("![](/images/harbour.png)", "![A lighthouse at night](/images/harbour.png)", HARBOUR),
  },
  "frame-title-missing": {
    severity: "advice",
    about: "A frame, such as a film of another site, has no title.",
    message: ({ src }) => `The frame “${shorten(src)}” has no title.`,
    consequence: "Screen readers cannot say what it is, or read out its address.",
    fix: 'Say what it holds: <iframe title="Film of the harbour" …>.',
    look: framesWithoutTitle,
    example: text(
      '<iframe src="https://films.example/1"></iframe>',
      '<iframe src="https://films.example/1" title="Film of the harbour"></iframe>',
    ),
  },
  "csp-blocked": {
    severity: "warning",
    about:
      "A text holds what the site's own `Content-Security-Policy` forbids. The policy is sent where `headersSaveAs` is set.",
    message: ({ element, attribute, directive, source }) => {
      const what = attribute === "" ? `<${element}>` : `The attribute ${attribute} of <${element}>`;
      return source.startsWith("'")
        ? `${what} is forbidden by the site's policy.`
        : `<${element}> ${blockedVerb(directive)} “${shorten(source)}”, which the site's policy forbids.`;
    },
    consequence: ({ directive, source }) =>
      source.startsWith("'") || directive === "base-uri"
        ? "Browsers leave it out, as if it were not there."
        : directive === "form-action"
          ? "Browsers do not send it."
          : "Browsers do not load it.",
    fix: ({ attribute, directive, needed, source }) => {
      const write = `"contentSecurityPolicy": { "${directive}": "${needed}" } in the site's settings`;
      if (!source.startsWith("'")) return `Write ${write}, or leave it out.`;
      return attribute === ""
        ? `Put it into a file of _includes/assets, or write ${write}: that allows this text alone.`
        : "Put it into a file of _includes/assets, or leave it out: whoever allows it in texts allows it to attackers, too.";
    },
    look: forbidden,
    example: {
      ...text('<iframe src="https://films.example/1" title="A film"></iframe>', "[A film](https://films.example/1)"),
      settings: both((headersSaveAs) => ({ headersSaveAs }), "_headers", "_headers"),
    },
  },
  "image-damaged": {
    severity: "warning",
    about:
      "An image file is not an image, or only part of one: an interrupted upload, a page saved as an image. Or smaller pictures could not be drawn of it within a minute.",
    message: ({ image, damage }) => `The image ${image} ${damage}.`,
    consequence: "Visitors see nothing in its place, or only part of it. It was copied as it is.",
    fix: "Open it in a program that can repair it, or replace it with an intact copy.",
    example: image(IMAGE.subarray(0, -12), "the first half of a picture", IMAGE, "all of it"),
  },
  "image-large": {
    severity: "warning",
    about: "An image has more than 100 million pixels.",
    message: ({ image, width, height }) => `The image ${image} has ${width} × ${height} pixels.`,
    consequence: "It was copied as it is; a phone may not have the memory to show it.",
    fix: "Make it smaller: 3000 pixels are enough for any screen.",
    example: image(imageOf(20_000, 10_000), "20000 × 10000", imageOf(3000, 1500), "3000 × 1500"),
  },
} satisfies Rules;

function unsafeLinks(site: CheckedSite): Report[] {
  return inTexts(site, ({ links }) =>
    links.filter(isUnsafe).map((link) => ({
      code: "link-unsafe",
      shown: link,
      at: (place) => report("link-unsafe", place, { link }),
    })),
  );
}

/** As a browser reads it: whitespace and control characters within a scheme do not count. */
function isUnsafe(link: string): boolean {
  return /^(?:javascript:|vbscript:|data:text\/html)/i.test(link.replace(/[\0-\x20]/g, ""));
}

/** What browsers would not load or run. */
function forbidden(site: CheckedSite): Report[] {
  const { settings } = site;
  if (settings.headersSaveAs === "") return [];
  const policy = policyOf(settings);
  return inTexts(site, ({ guarded, isBalanced }) =>
    guarded.flatMap(({ element, attribute, source, shown, style, directive, ...one }): Fault[] => {
      // An unbalanced text is not minified.
      const asked = { directive, hashes: settings.minify && isBalanced ? one.smallHashes : one.hashes };
      const lacks = (some: Asked) => missingFrom(policy, some, settings.siteUrl);
      const missing = lacks({ ...asked, source });
      // What stands in a style that is forbidden nobody asks for.
      if (!missing || (style !== "" && lacks({ ...asked, directive: style, source: "'unsafe-inline'" }))) return [];
      const values = { element, attribute, source, ...missing };
      return [{ code: "csp-blocked", shown, at: (place) => report("csp-blocked", place, values) }];
    }),
  );
}

function blockedVerb(directive: string): string {
  return directive === "form-action" ? "sends to" : directive === "base-uri" ? "leads to" : "loads";
}

/** A tag with its last quotation mark closed. */
function closed(tag: string): string {
  return tag.replace(/(?:\s+\/)?>$/, (end) => `${/(["'])[^"']*$/.exec(tag)?.[1] ?? ""}${end}`);
}

/** What to write for markup that nothing reads, by how it begins. */
function markupMeant(text: string): string {
  if (text.startsWith("<!--")) return "Write “-->” where the comment ends.";
  if (text.startsWith("**")) return boldMeant(text);
  const near = /^!?\[(.*?)\][ \t]*\((.*?)\)?$/.exec(text) ?? /^!?\[([^\]]*?)\((.*)\)$/.exec(text);
  const mark = /^\[(.*?)\](\{[a-z]+\}.*)$/i.exec(text);
  const [, meant = "", to = ""] = near ?? mark ?? [];
  if (meant !== "") {
    const isImage = text.startsWith("!");
    const link = `${isImage ? "!" : ""}[${meant.trim()}](${to})`;
    const element = isImage ? `<img src="${to}" alt="${meant}">` : `<a href="${to}">${meant}</a>`;
    return link === text ? `Write “${element}”: Markdown is not read within HTML.` : `Write “${link}”.`;
  }
  const [, label, address] = /^\((.*)\)\[(.*)\]$/.exec(text) ?? [];
  if (label !== undefined && address !== undefined) return `Write “[${label}](${address})”.`;
  const [, name] = /\]\[(.*)\]$/.exec(text) ?? [];
  if (name !== undefined)
    return `Write a line “[${name}]: https://…” with the address below the text, or the address in place of [${name}]: (https://…).`;
  if (text.startsWith("[^")) return `Write a line “${text}: …” with the note below the text, or remove it.`;
  if (text.startsWith("`")) return `Write a line “${text.replace(/[^`].*$/, "")}” below the code, where it ends.`;
  if (text.startsWith("#")) return "If it is a heading, remove the spaces before it; if not, put it between backticks.";
  if (text.startsWith("|"))
    return `Write a line of dashes below it, one for each column: “|${" --- |".repeat(columnsOf(text))}”.`;
  const [, tag] = /^\{%-?\s*(include_code|notebook)\b/.exec(text) ?? [];
  if (tag !== undefined) {
    const option = tag === "notebook" ? "notebookDir" : "codeDir";
    return `Let the option markdown.liquid_tags be on, and write the path of a file from the folder that the option ${option} names, on a line of its own.`;
  }
  return text.startsWith("{{") || text.startsWith("{%")
    ? "Remove it, or write what it stands for; the option markdown.liquid_tags reads audio, img, include_code, notebook, video, vimeo and youtube."
    : "Write it straight behind a link, an image or emphasis, or as the last line of a paragraph; or remove it.";
}

function boldMeant(text: string): string {
  const inner = text.replace(/^\*\*\s*|\s*\*\*$/g, "");
  return text.endsWith("**")
    ? `Write “${shorten(`**${inner}**`)}”, without a space inside.`
    : "Write “**” where the bold text ends.";
}

function columnsOf(row: string): number {
  return row.trim().split("|").length - 2;
}

function unreadMarkup(site: CheckedSite): Report[] {
  return inTexts(site, ({ unread }) =>
    unread.map((text) => ({
      code: "markup-unread",
      shown: text,
      at: (place) => report("markup-unread", place, { text }),
    })),
  );
}

function brokenFormulas(site: CheckedSite): Report[] {
  return inTexts(site, ({ brokenFormulas }) =>
    brokenFormulas.map((formula) => ({
      code: "formula-broken",
      shown: formula.text,
      at: (place) => report("formula-broken", place, formula),
    })),
  );
}

function framesWithoutTitle(site: CheckedSite): Report[] {
  return inTexts(site, ({ framesWithoutTitle }) =>
    [...new Set(framesWithoutTitle)].map((src) => ({
      code: "frame-title-missing",
      shown: src,
      at: (place) => report("frame-title-missing", place, { src }),
    })),
  );
}

function imagesWithoutAlt(site: CheckedSite): Report[] {
  return inTexts(site, ({ imagesWithoutAlt }) =>
    [...new Set(imagesWithoutAlt)].map((src) => ({
      code: "image-alt-missing",
      shown: src,
      at: (place) => report("image-alt-missing", place, { src }),
    })),
  );
}

/** The smallest image, with another size in its header: https://www.w3.org/TR/png-3/#11IHDR */
function imageOf(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(IMAGE);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
