/** Elements that hold nothing and have no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
export const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
