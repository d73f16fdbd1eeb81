/** Whether a page's file is HTML, by its name; else it is Markdown. */
export function isHtmlFile(path: string): boolean {
  return /\.html?$/i.test(path);
}
