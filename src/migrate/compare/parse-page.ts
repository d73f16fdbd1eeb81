import { Parser } from "htmlparser2";
import { elementOf } from "../../plugin/html/elements.ts";
import { type Block, blockOf, type RawLink, type Run, type WordsOf } from "./blocks.ts";
import { type Attributes, BLOCKS, dateOf, type Frame, frameOf, ROOT } from "./frames.ts";
import { mediaOf, type RawMedia } from "./media.ts";
import { shown, wordsOf } from "./words.ts";

/** What is read from one page. */
export interface RawPage {
  readonly title: string;
  readonly base: string | undefined;
  /** Where the page redirects to, if it does. */
  readonly refresh: string | undefined;
  readonly canonical: string | undefined;
  readonly blocks: readonly Block[];
  /** What the page shows beside its text. */
  readonly media: readonly RawMedia[];
  /** Feeds and other forms of the page that its head names. */
  readonly alternates: readonly string[];
  /** Stylesheets, scripts and icons. */
  readonly assets: readonly string[];
}

/** Nobody nests elements deeper than this. */
const MOST_DEEP = 2000;

const STEPS = /\b(?:prev|next|first|last)\b/i;

interface OpenLink {
  readonly href: string;
  readonly name: string;
  readonly depth: number;
  readonly isStep: boolean;
  readonly index: number;
  text: string;
  alt: string;
}

class TooDeep extends Error {}

/**
 * Reads a page as blocks of text and the links in them. It is read as a stream, so that deep nesting does no harm.
 *
 * @param words finds the words of a text, and may remember them: most texts of a site are on many pages
 * @returns undefined where the page is nested deeper than anybody writes
 */
export function parsePage(html: string, words: WordsOf = wordsOf): RawPage | undefined {
  const reader = new PageReader(words);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  try {
    // Text may come after these, and belongs to what was open.
    parser.end(html.replace(/<\/(?:body|html)\s*>/gi, ""));
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
  return reader.result();
}

class PageReader {
  readonly #words: WordsOf;
  readonly #frames: Frame[] = [ROOT];
  readonly #blocks: Block[] = [];
  readonly #media: RawMedia[] = [];
  readonly #alternates: string[] = [];
  readonly #assets: string[] = [];
  #title: string | undefined;
  #isInTitle = false;
  #base: string | undefined;
  #refresh: string | undefined;
  #canonical: string | undefined;
  #menus = 0;
  #runs: Run[] = [];
  #links: RawLink[] = [];
  #link: OpenLink | undefined;

  constructor(words: WordsOf) {
    this.#words = words;
  }

  onopentag(name: string, attributes: Attributes): void {
    if (this.#frames.length > MOST_DEEP) throw new TooDeep();
    const above = this.#top();
    if (name === "title" && this.#title === undefined && !above.part.includes("svg")) {
      this.#isInTitle = true;
      this.#title = "";
    }
    this.#readHead(name, attributes);
    const frame = frameOf(name, attributes, above, this.#menus + 1);
    this.#menus = Math.max(this.#menus, frame.menu);
    if (BLOCKS.has(name)) this.#endBlock();
    else this.#runs.push({ text: name === "br" || name === "td" || name === "th" ? " " : "", link: undefined });
    // A skipped element may be closed late or never, and so may what is in it.
    this.#frames.push(frame);
    const media = mediaOf(name, attributes, this.#frames);
    if (media) this.#media.push(media);
    if (frame.isSkipped) return;
    if (name === "a" && attributes.href !== undefined) this.#openLink(attributes, frame);
    if (name === "img" && attributes.alt && this.#link) this.#link.alt += ` ${attributes.alt} `;
    if (frame.isDate && !above.isDate) this.#addText(` ${dateOf(name, attributes) ?? ""} `);
  }

  ontext(text: string): void {
    if (this.#isInTitle) this.#title += text;
    const top = this.#top();
    if (top.isSkipped || top.isDate || this.#isInTitle) return;
    this.#addText(text);
  }

  onclosetag(name: string): void {
    if (name === "title") this.#isInTitle = false;
    const top = this.#top();
    if (BLOCKS.has(name)) this.#endBlock();
    if (name === "a") this.#closeLink();
    if (top.name === name && this.#frames.length > 1) this.#frames.pop();
    if (name === "td" || name === "th") this.#runs.push({ text: " ", link: undefined });
    else if (!elementOf(name).isVoid) this.#runs.push({ text: "", link: undefined });
  }

  onend(): void {
    this.#endBlock();
  }

  result(): RawPage {
    return {
      // Some themes write the tags of a heading into the title, where they are text.
      title: shown((this.#title ?? "").replace(/<\/?[a-z][^<>]*>/gi, "")),
      base: this.#base,
      refresh: this.#refresh,
      canonical: this.#canonical,
      blocks: this.#blocks,
      media: this.#media,
      alternates: this.#alternates,
      assets: this.#assets,
    };
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? ROOT;
  }

  #readHead(name: string, attributes: Attributes): void {
    if (name === "base" && attributes.href) this.#base ??= attributes.href;
    const isAsset = name === "link" && /\b(?:stylesheet|icon|manifest|preload)\b/i.test(attributes.rel ?? "");
    const asset = name === "script" ? attributes.src : isAsset ? attributes.href : undefined;
    if (asset) this.#assets.push(asset);
    if (name === "link" && attributes.href && /\balternate\b/i.test(attributes.rel ?? "")) {
      this.#alternates.push(attributes.href);
    }
    if (name === "link" && /\bcanonical\b/i.test(attributes.rel ?? "")) this.#canonical ??= attributes.href;
    if (name === "meta" && /^refresh$/i.test(attributes["http-equiv"] ?? "")) {
      this.#refresh ??= /^\s*\d{0,2}(?:\.\d+)?\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(
        attributes.content ?? "",
      )?.[1];
    }
  }

  #openLink(attributes: Attributes, frame: Frame): void {
    this.#closeLink();
    this.#link = {
      href: attributes.href ?? "",
      name: attributes["aria-label"] ?? attributes.title ?? "",
      depth: frame.listDepth,
      isStep: STEPS.test(attributes.rel ?? ""),
      index: this.#links.length,
      text: "",
      alt: "",
    };
    // This reserves its place: the label is known at its end.
    this.#links.push(rawLink(this.#link, ""));
  }

  #closeLink(): void {
    const link = this.#link;
    if (!link) return;
    this.#link = undefined;
    const label = shown(link.text) || shown(link.alt) || shown(link.name);
    this.#links[link.index] = rawLink(link, label);
  }

  #addText(text: string): void {
    if (this.#link) this.#link.text += text;
    this.#runs.push({ text, link: this.#link?.index });
  }

  #endBlock(): void {
    const open = this.#link;
    this.#closeLink();
    const [runs, links] = [this.#runs, this.#links];
    this.#runs = [];
    this.#links = [];
    // A link may contain blocks: it continues in the next one.
    if (open && this.#frames.some(({ name }) => name === "a")) {
      this.#link = { ...open, index: 0, text: "", alt: "" };
      this.#links.push(rawLink(open, ""));
    }
    const block = blockOf(runs, links, this.#frames, this.#words);
    if (block) this.#blocks.push(block);
  }
}

function rawLink({ href, depth, isStep }: OpenLink, label: string): RawLink {
  return { href, label, depth, isStep };
}
