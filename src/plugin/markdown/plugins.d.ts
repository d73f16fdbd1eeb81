/** These ship no types. */
declare module "markdown-it-abbr" {
  const abbr: import("markdown-it").PluginSimple;
  export default abbr;
}
declare module "markdown-it-footnote" {
  const footnote: import("markdown-it").PluginSimple;
  export default footnote;
}
declare module "markdown-it/lib/rules_block/blockquote.mjs" {
  const rule: import("markdown-it/lib/parser_block.mjs").RuleBlock;
  export default rule;
}
declare module "markdown-it/lib/rules_block/reference.mjs" {
  const rule: import("markdown-it/lib/parser_block.mjs").RuleBlock;
  export default rule;
}
declare module "markdown-it/lib/rules_inline/html_inline.mjs" {
  const rule: import("markdown-it/lib/parser_inline.mjs").RuleInline;
  export default rule;
}
declare module "markdown-it/lib/rules_block/fence.mjs" {
  const rule: import("markdown-it/lib/parser_block.mjs").RuleBlock;
  export default rule;
}
declare module "markdown-it/lib/rules_inline/backticks.mjs" {
  const rule: import("markdown-it/lib/parser_inline.mjs").RuleInline;
  export default rule;
}
declare module "markdown-it/lib/rules_inline/entity.mjs" {
  const rule: import("markdown-it/lib/parser_inline.mjs").RuleInline;
  export default rule;
}
