/** A page of the site's `/docs/`, as a file of Markdown that reads well by itself. */
export function packagedDoc(page: string): string {
  const [, header = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
  const title = /^Title: *(.*)$/m.exec(header)?.[1] ?? "";
  const links = body.replace(
    /\]\(\/docs\/([\w-]*?)(?:\.html)?(#[\w-]+)?\)/g,
    (_link, name: string, place = "") => `](${name || "index"}.md${place})`,
  );
  return `# ${title}\n${links}`;
}
