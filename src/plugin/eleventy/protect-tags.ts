import { isHtmlFile } from "../html/is-html-file.ts";
import type { EleventyConfig } from "./config.ts";
import { isTag } from "./names.ts";
import type { MergedConfig, TemplateData } from "./types.ts";

/** The tags of Pelican's plugin liquid_tags: https://github.com/pelican-plugins/liquid-tags */
const PELICANS =
  /\{%-?\s*(audio|b64img|diag|flickr|generic|giphy|gist|gram|graphviz|img|include_code|mdimg|notebook|soundcloud|speakerdeck|spotify|thumbnail|tweet|video|vimeo|youtube)\b[^%]*%\}/g;

const [RAW, END] = ["{% raw %}", "{% endraw %}"];
const PROTECTED = new RegExp(`${RAW}(${PELICANS.source})${END}`, "g");

/**
 * A page's text in which Liquid or Nunjucks leaves the tags of Pelican's alone, that would end the build: neither knows
 * them, unless the site has a tag or a shortcode of the name itself.
 */
export function protectTags(
  text: string,
  { page, templateEngineOverride }: TemplateData,
  config: EleventyConfig,
  merged: MergedConfig | undefined,
): string {
  if (!text.includes("{%") || /\{%-?\s*(?:raw|verbatim)\b/.test(text)) return text;
  const isHtml = isHtmlFile(page.inputPath);
  const engine = templateEngineOverride ?? (isHtml ? merged?.htmlTemplateEngine : merged?.markdownTemplateEngine);
  if (!/\b(?:liquid|njk)\b/.test(String(engine))) return text;
  const { tags, shortcodes, pairedShortcodes } = config.liquid;
  const isOwn = (name: string) =>
    isTag(config, name) || [tags, shortcodes, pairedShortcodes].some((added) => Object.hasOwn(added, name));
  return text.replace(PELICANS, (tag, name: string) => (isOwn(name) ? tag : `${RAW}${tag}${END}`));
}

/** A text as it was before its tags were protected. */
export function withoutProtection(text: string): string {
  return text.includes(RAW) ? text.replaceAll(PROTECTED, (_all, tag: string) => tag) : text;
}
