/** What a part of a page is. */
export type Landmark = "navigation" | "banner" | "contentinfo" | "main";

export const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary " +
    "table tbody tfoot thead title tr ul"
  ).split(" "),
);
const SKIPPED = new Set("script style template noscript button select iframe object map audio video".split(" "));
const LISTS = new Set(["ul", "ol", "dl", "menu", "dir"]);
const ROLES: Readonly<Record<string, Landmark>> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  banner: "banner",
  contentinfo: "contentinfo",
  main: "main",
};
export type Attributes = Readonly<Record<string, string>>;

/** An open element, and what holds for everything in it. */
export interface Frame {
  readonly name: string;
  readonly part: string;
  readonly landmark: Landmark | undefined;
  readonly isSkipped: boolean;
  readonly isCode: boolean;
  readonly listDepth: number;
  readonly menu: number;
  readonly isInSection: boolean;
  /** It has a date for machines, which is read instead of its text. */
  readonly isDate: boolean;
}

/** Outside of all elements. */
export const ROOT: Frame = {
  name: "",
  part: "",
  landmark: undefined,
  isSkipped: false,
  isCode: false,
  listDepth: 0,
  menu: 0,
  isInSection: false,
  isDate: false,
};

/** What is known of an element by itself and by those that it is in. */
export function frameOf(name: string, attributes: Attributes, above: Frame, nextMenu: number): Frame {
  const role = (attributes.role ?? "").toLowerCase();
  const isInSection = above.isInSection || /^(?:article|aside|main|nav|section)$/.test(name);
  const landmark = ROLES[role] ?? landmarkOf(name, above.isInSection);
  const isDate = above.isDate || dateOf(name, attributes) !== undefined;
  const isMenu = LISTS.has(name) || landmark === "navigation";
  const isHidden = attributes["aria-hidden"] === "true" || /^(?:lineno|linenos|gutter)$/.test(attributes.class ?? "");
  return {
    name,
    part: partOf(name, attributes),
    // Everything in the navigation belongs to it; a menu in the banner is navigation.
    landmark: above.landmark === "navigation" ? "navigation" : (landmark ?? above.landmark),
    isSkipped: above.isSkipped || SKIPPED.has(name) || isHidden,
    isCode: above.isCode || name === "pre",
    listDepth: above.listDepth + (LISTS.has(name) ? 1 : 0),
    menu: above.menu === 0 && isMenu ? nextMenu : above.menu,
    isInSection,
    isDate,
  };
}

function landmarkOf(name: string, isInSection: boolean): Landmark | undefined {
  if (name === "nav") return "navigation";
  if (name === "main") return "main";
  if (name === "header" && !isInSection) return "banner";
  return name === "footer" && !isInSection ? "contentinfo" : undefined;
}

/** How many elements a place names: enough to tell a byline from a paragraph. */
const PATH = 7;

/** The innermost open elements, with their classes: where on a page something is. */
export function elementParts(frames: readonly Frame[]): string {
  return Array.from(frames.slice(-PATH), ({ part }) => part).join(">");
}

/** An element's name and its classes, without those that differ from page to page. */
function partOf(name: string, attributes: Attributes): string {
  // Many themes write there which page it is.
  if (name === "body" || name === "html") return name;
  const classes = (attributes.class ?? "")
    .split(/\s+/)
    .filter((one) => one !== "" && !/\d|active|current|selected|open|first|last|odd|even/i.test(one))
    .slice(0, 3);
  return [name, ...classes].join(".");
}

/** The date that an element has for machines: that of `<time>`, or of Pelican's `<abbr>`. */
export function dateOf(name: string, { datetime, title, class: classes }: Attributes): string | undefined {
  const value =
    name === "time" ? datetime : /\b(?:published|modified|date|updated)\b/.test(classes ?? "") ? title : undefined;
  const date = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value ?? "");
  return date ? `${date[1]}-${date[2]}-${date[3]}` : undefined;
}
