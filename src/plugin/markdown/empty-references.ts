import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** `[]: address "title"`, on a line of its own. */
const DEFINITION = /^ {0,3}\[\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|\(([^()\n]*)\)))?[ \t]*$/m;

function takeDefinition(state: StateCore): void {
  const match = state.src.includes("[]:") ? DEFINITION.exec(state.src) : null;
  if (match === null) return;
  const [line, address = "", a, b, c] = match;
  state.env.emptyReference = { address, title: a ?? b ?? c ?? "" };
  // The lines below keep their numbers.
  state.src = state.src.slice(0, match.index) + state.src.slice(match.index + line.length);
}

function emptyReference(state: StateInline, silent: boolean): boolean {
  const { emptyReference: target } = state.env ?? {};
  const isImage = state.src.startsWith("![][]", state.pos);
  if (!target || !isImage) return false;
  const address = state.md.normalizeLink(target.address);
  if (!state.md.validateLink(address)) return false;
  state.pos += "![][]".length;
  if (silent) return true;
  const image = state.push("image", "img", 0);
  image.children = [];
  image.attrs = [
    ["src", address],
    ["alt", ""],
  ];
  if (target.title !== "") image.attrs.push(["title", target.title]);
  return true;
}

/** `![][]` with `[]: address`: what pandoc makes of WordPress's images, and Python-Markdown's references may be without a name. */
export function emptyReferences(md: MarkdownIt): void {
  md.core.ruler.after("normalize", "empty_definition", takeDefinition);
  md.inline.ruler.before("image", "empty_reference", emptyReference);
}
