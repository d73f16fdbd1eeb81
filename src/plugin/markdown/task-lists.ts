import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

const BOX = /^\[([ xX])\][ \t]+/;

function takeBox(state: StateCore, item: Token, children: Token[]): void {
  const [text] = children;
  const box = text?.type === "text" ? BOX.exec(text.content) : null;
  if (box === null || text === undefined) return;
  item.attrJoin("class", "task-list-item");
  text.content = text.content.slice(box[0].length);
  const [open, close] = [new state.Token("html_inline", "", 0), new state.Token("html_inline", "", 0)];
  // The text is the box's name, for those who do not see it.
  open.content = `<label><input type="checkbox" disabled${box[1] === " " ? "" : " checked"}> `;
  close.content = "</label>";
  children.unshift(open);
  children.push(close);
}

function takeBoxes(state: StateCore): void {
  const { tokens } = state;
  tokens.forEach((item, index) => {
    const inline = tokens[index + 2];
    if (item.type === "list_item_open" && inline?.type === "inline") takeBox(state, item, inline.children ?? []);
  });
}

/** `- [x] done`: https://facelessuser.github.io/pymdown-extensions/extensions/tasklist/ */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after("inline", "task_lists", takeBoxes);
}
