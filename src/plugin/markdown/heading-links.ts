import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { MarkdownSetting } from "../settings/markdown.ts";

type Links = Pick<
  MarkdownSetting["toc"],
  "anchorlink" | "anchorlink_class" | "permalink" | "permalink_class" | "permalink_title"
>;

/** A link to the heading, in the form of its tags. */
function linkTo(state: StateCore, id: string, attributes: [string, string][]): [open: Token, close: Token] {
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [["href", `#${id}`], ...attributes.filter(([, value]) => value !== "")];
  return [open, new state.Token("link_close", "a", -1)];
}

function withLinks(state: StateCore, id: string, content: readonly Token[], setting: Links): Token[] {
  const hasLink = content.some(({ type }) => type === "link_open");
  const [open, close] = linkTo(state, id, [["class", setting.anchorlink_class]]);
  // A link in a link is none.
  const text = setting.anchorlink && !hasLink ? [open, ...content, close] : [...content];
  if (setting.permalink === false) return text;
  const [start, end] = linkTo(state, id, [
    ["class", setting.permalink_class],
    ["title", setting.permalink_title],
  ]);
  const sign = new state.Token("text", "", 0);
  sign.content = setting.permalink === true ? "¶" : setting.permalink;
  return [...text, start, sign, end];
}

/**
 * Headings that are links to themselves (`anchorlink`), or that end with one (`permalink`):
 * https://python-markdown.github.io/extensions/toc/
 */
export function headingLinks(md: MarkdownIt, setting: Links): void {
  if (!setting.anchorlink && setting.permalink === false) return;
  md.core.ruler.after("toc", "heading_links", (state) => {
    state.tokens.forEach((open, index) => {
      const inline = state.tokens[index + 1];
      if (open.type !== "heading_open" || !inline) return;
      inline.children = withLinks(state, open.attrGet("id") ?? "", inline.children ?? [], setting);
    });
  });
}
