import { type DefaultTreeAdapterMap, parse } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
export type Element = DefaultTreeAdapterMap["element"];

/** An item of a menu, as visitors see it. */
export interface MenuRead {
  readonly label: string;
  readonly href: string;
  /** It leads to the page that it is on. */
  readonly current: boolean;
  /** It is marked as the section of the page that it is on. */
  readonly section: boolean;
  readonly children: readonly MenuRead[];
}

/** A whole page, as its root element. */
export function readHtml(html: string): Element {
  const root = childrenOf(parse(html))[0];
  if (!root) throw new Error("parse5 makes an <html> element of any text");
  return root;
}

/** All elements below `root`, in their order, that have this name (`*` is any) and these attributes (`true` is any value). */
export function select(
  root: Element,
  name: string,
  attributes: Readonly<Record<string, string | true>> = {},
): Element[] {
  return childrenOf(root).flatMap((child) => [
    ...(isLike(child, name, attributes) ? [child] : []),
    ...select(child, name, attributes),
  ]);
}

/** The first such element. @throws where there is none */
export function one(root: Element, name: string, attributes: Readonly<Record<string, string | true>> = {}): Element {
  const found = select(root, name, attributes)[0];
  if (!found) throw new Error(`there is no <${name}> ${JSON.stringify(attributes)}`);
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text in an element, with blanks as a browser shows them. */
export function textOf(element: Element): string {
  return rawText(element).replace(/\s+/g, " ").trim();
}

/** The menu whose root has this `data-menu`, without the items that come from the settings; empty where there is none. */
export function readMenu(root: Element, name: string): MenuRead[] {
  return select(root, "*", { "data-menu": name }).flatMap(itemsIn);
}

/** Label and address of each item, and of each child. */
export function outline(items: readonly MenuRead[]): unknown[] {
  return items.map(({ label, href, children }) =>
    children.length > 0 ? [label, href, outline(children)] : [label, href],
  );
}

/** The items of a list anywhere below an element. */
export function itemsIn(root: Element): MenuRead[] {
  return topmost(root, "li")
    .filter((item) => attribute(item, "data-source") !== "site")
    .map(readItem);
}

function readItem(item: Element): MenuRead {
  const link = topmost(item, "a")[0];
  if (!link) throw new Error(`an item has no link: ${textOf(item)}`);
  const current = attribute(link, "aria-current");
  return {
    label: textOf(link),
    href: attribute(link, "href") ?? "",
    current: current === "page",
    section: attribute(item, "data-active") !== undefined || current !== undefined,
    children: topmost(item, "ul").flatMap(itemsIn),
  };
}

/** The elements of this name below `root` that are in no other of their kind. */
function topmost(root: Element, name: string): Element[] {
  return childrenOf(root).flatMap((child) => (child.tagName === name ? [child] : topmost(child, name)));
}

function isLike(element: Element, name: string, attributes: Readonly<Record<string, string | true>>): boolean {
  if (name !== "*" && element.tagName !== name) return false;
  return Object.entries(attributes).every(([key, wanted]) => {
    const value = attribute(element, key);
    return value !== undefined && (wanted === true || value === wanted);
  });
}

function childrenOf(node: Node): Element[] {
  return "childNodes" in node ? node.childNodes.filter((child): child is Element => "tagName" in child) : [];
}

function rawText(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(rawText).join("") : "";
}
