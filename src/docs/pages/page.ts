import { fenceFor } from "../../plugin/markdown/fence-for.ts";

/** A page of the section /docs/, as its authors would write it. */
export function docsPage(slug: string, title: string, summary: string, body: string, parent = "docs"): string {
  const header = [
    `Title: ${title}`,
    `Url: docs/${slug}`,
    `Save_as: docs/${slug}.html`,
    `Summary: ${summary}`,
    `Parent_id: ${parent}`,
    "Sidebar_menu_show: true",
    "Inherit_sidebar: docs",
    "Content_layout: multiple-columns",
  ];
  return `---\n${header.join("\n")}\n---\n\n${body.trim()}\n`;
}

/** A table in Markdown. Cells are Markdown; what would end one is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Code in Markdown, in a language if one is named. */
export function fenced(text: string, language = ""): string {
  const fence = fenceFor(text);
  return `${fence}${language}\n${text.replace(/\n+$/, "")}\n${fence}`;
}

/** Text that is shown as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&#]/g, "\\$&");
}
