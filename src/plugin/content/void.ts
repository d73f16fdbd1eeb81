import { namesOf } from "../names-of.ts";

/** Elements that hold nothing and have no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
export const VOID = namesOf("area base br col embed hr img input link meta param source track wbr");
