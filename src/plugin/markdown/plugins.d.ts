/** These ship no types. */
declare module "markdown-it-abbr" {
  const abbr: import("markdown-it").PluginSimple;
  export default abbr;
}
declare module "markdown-it-footnote" {
  const footnote: import("markdown-it").PluginSimple;
  export default footnote;
}
