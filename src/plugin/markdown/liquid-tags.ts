import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { escapeHtml } from "../html/escape.ts";
import { matchAt } from "./match-at.ts";

const TAG = /\{%-?[ \t]*(\w+)(?=[ \t\n])([^%]*)%\}/y;
const WORD = /"([^"]*)"|'([^']*)'|(\S+)/g;
const ADDRESS = /^(?:https?:\/\/|\/|\{\w+\}|[\w.~-]*\/)\S+$|\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
const NUMBER = /^\d+%?$/;
const VIDEO_TYPES: Readonly<Record<string, string>> = { mp4: "mp4", m4v: "mp4", ogv: "ogg", ogg: "ogg", webm: "webm" };

const AUDIO_TYPES: Readonly<Record<string, string>> = { mp3: "mpeg", ogg: "ogg", oga: "ogg", opus: "ogg", wav: "wav" };

type Attributes = Readonly<Record<string, string | undefined>>;

/** The words of a tag; what is between quotation marks is one. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

/** An attribute that is empty is there for itself; one that is undefined is not there. */
function openTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [value === "" && key !== "alt" ? key : `${key}="${escapeHtml(value)}"`],
  );
  return `<${[name, ...written].join(" ")}>`;
}

/** `img [class …] address [width [height]] [title | "title" "alt"]` */
function image(text: string): string | undefined {
  const words = wordsOf(text);
  const at = words.findIndex((word) => ADDRESS.test(word));
  if (at < 0) return undefined;
  const classes = words.slice(0, at).join(" ") || undefined;
  const rest = words.slice(at + 1);
  const isNumber = (word = "") => NUMBER.test(word);
  const sizes = isNumber(rest[0]) ? (isNumber(rest[1]) ? 2 : 1) : 0;
  const [width, height] = rest.slice(0, sizes);
  const texts = rest.slice(sizes);
  const isQuoted = /["']\s*$/.test(text);
  const [title, alt = title] = isQuoted ? texts : [texts.join(" ") || undefined];
  return openTag("img", { class: classes, src: words[at], width, height, alt: alt ?? "", title });
}

/** `youtube id [width height]`, and Vimeo's. */
function player(text: string, base: string, site: string): string | undefined {
  const [id = "", width = "640", height = "390"] = wordsOf(text);
  if (!/^[\w-]+$/.test(id)) return undefined;
  const attributes = { width, height, src: base + id, title: `${site}: ${id}`, loading: "lazy", allowfullscreen: "" };
  return `<div class="${site.toLowerCase()}">${openTag("iframe", attributes)}</iframe></div>`;
}

/** What of a tag's words names a file that a browser plays. */
function sourcesOf(words: readonly string[], kind: string, types: Readonly<Record<string, string>>) {
  const typeOf = (word: string) => types[/\.(\w+)$/.exec(word)?.[1]?.toLowerCase() ?? ""];
  const sources = words.filter((word) => typeOf(word) !== undefined);
  const inside = sources.map((src) => openTag("source", { src, type: `${kind}/${typeOf(src)}` })).join("");
  return { sources, inside };
}

/** `audio address [address …]` */
function audio(text: string): string | undefined {
  const { inside } = sourcesOf(wordsOf(text), "audio", AUDIO_TYPES);
  return inside === "" ? undefined : `<audio controls>${inside}</audio>`;
}

/** `video address [address …] [width height] [poster]` */
function video(text: string): string | undefined {
  const words = wordsOf(text);
  const { sources, inside } = sourcesOf(words, "video", VIDEO_TYPES);
  if (sources.length === 0) return undefined;
  const [width, height] = words.filter((word) => NUMBER.test(word));
  const poster = words.find((word) => !NUMBER.test(word) && !sources.includes(word));
  return `${openTag("video", { controls: "", width, height, poster })}${inside}</video>`;
}

const TAGS: Readonly<Record<string, (text: string) => string | undefined>> = {
  audio,
  img: image,
  video,
  vimeo: (text) => player(text, "https://player.vimeo.com/video/", "Vimeo"),
  youtube: (text) => player(text, "https://www.youtube.com/embed/", "YouTube"),
};

function liquidTag(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("{%", state.pos)) return false;
  const [whole = "", name = "", text = ""] = matchAt(TAG, state) ?? [];
  const html = Object.hasOwn(TAGS, name) ? TAGS[name]?.(text.replace(/-$/, "").trim()) : undefined;
  if (html === undefined) return false;
  if (!silent) state.push("html_inline", "", 0).content = html;
  state.pos += whole.length;
  return true;
}

/** `{% img … %}` and the like, as Pelican's plugin has them: https://github.com/pelican-plugins/liquid-tags */
export function liquidTags(md: MarkdownIt): void {
  md.inline.ruler.before("emphasis", "liquid_tag", liquidTag);
}
