import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import abbr from "markdown-it-abbr";

type Rule = (state: StateCore) => void;

/** So many parts of a text are handed to the rule at once: it copies all that it has for each in which it finds something. */
const PIECE = 100;

/** `*[HTML]: Hypertext Markup Language`: https://python-markdown.github.io/extensions/abbreviations/ */
export function abbreviations(md: MarkdownIt): void {
  const others = md.core.ruler.getRules("");
  md.use(abbr);
  const replace = md.core.ruler.getRules("").find((rule) => !others.includes(rule));
  if (replace) md.core.ruler.at("abbr_replace", (state) => inPieces(state, replace));
}

function inPieces(state: StateCore, rule: Rule): void {
  const { tokens } = state;
  if (!state.env.abbreviations) return;
  const all = tokens.map((token) => {
    const children = token.children ?? [];
    const pieces = Array.from({ length: Math.ceil(children.length / PIECE) }, (_, index) => {
      const piece = new state.Token(token.type, token.tag, token.nesting);
      piece.children = children.slice(index * PIECE, (index + 1) * PIECE);
      return piece;
    });
    return { token, pieces };
  });
  state.tokens = all.flatMap(({ pieces }) => pieces);
  rule(state);
  for (const { token, pieces } of all) {
    if (token.children) token.children = pieces.flatMap(({ children }) => children ?? []);
  }
  state.tokens = tokens;
}
