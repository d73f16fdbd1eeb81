declare module "@11ty/eleventy-navigation/eleventy-navigation.js" {
  export function toHtml(this: unknown, entries: readonly object[], options?: object): string;
  export function toMarkdown(this: unknown, entries: readonly object[], options?: object): string;
  export function findNavigationEntries(nodes: readonly object[], key?: string): readonly object[];
  export function findBreadcrumbEntries(nodes: readonly object[], key: string, options?: object): readonly object[];
}
