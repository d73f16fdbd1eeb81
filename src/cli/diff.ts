import { printable } from "../plugin/findings/printable.ts";
import type { Site } from "../plugin/site.ts";
import { type Command, EXIT, parseCommand, type Terminal, UsageError } from "./command.ts";
import { type Change, compareMenus } from "./compare-menus.ts";
import { treeOfRevision } from "./git-tree.ts";
import { contentFolder, loadSite, loadTree, projectSettings, tellUnreadable } from "./load.ts";

const HELP = `Usage: eleventy-pelican diff OLD NEW [--dir DIR] [--json]

Compares the menus of two content folders, or of two git revisions (main, HEAD~1): what was added, removed, moved,
renamed. The text is Markdown, fit for the comment of a pull request.

  --dir DIR  the content folder within the revisions; the site's by default
  --json     the same for other programs

Exits with 0, whether there are differences or not, and with 2 where the call is wrong.
`;

/** Two trees compared as menus. */
export const diff: Command = {
  summary: "Compare the menus of two content folders or git revisions.",
  help: HELP,
  run: (args, terminal) => {
    const { values, positionals } = parseCommand(
      args,
      { dir: { type: "string" }, json: { type: "boolean", default: false } },
      2,
    );
    const [old, now] = positionals;
    if (!old || !now) throw new UsageError(`Compare what with what?\n\n${HELP}`);
    const [before, after] = [old, now].map((name) => siteOf(name, values.dir, terminal));
    const changes = before && after ? compareMenus(before, after) : [];
    terminal.out(values.json ? `${JSON.stringify({ changes }, null, 2)}\n` : printable(asMarkdown(changes)));
    return EXIT.ok;
  },
};

function siteOf(name: string, dir: string | undefined, terminal: Terminal): Site {
  const settings = { ...projectSettings(terminal, ""), ledger: "" };
  const tree =
    treeOfRevision(name, dir, terminal.folder, settings) ?? loadTree(contentFolder(name, terminal), settings);
  const site = loadSite(tree, settings, terminal);
  tellUnreadable(site, terminal);
  return site;
}

function asMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return "The menus are the same.\n";
  const lines = changes.map(({ kind, menu, pages, label, href, before }) => {
    const entry = `“${escaped(label)}” (${escaped(href)})`;
    const names = menu.split(" > ").map(escaped).join(" > ");
    const where = pages.length === 0 ? names : `the ${names} of ${escaped(some(pages))}`;
    if (kind === "renamed") return `- **renamed** in ${where}: “${escaped(before ?? "")}” is now ${entry}`;
    if (kind === "moved") return `- **moved** in ${where}: ${entry}, from ${escaped(before ?? "")}`;
    return `- **${kind}** ${kind === "added" ? "to" : "from"} ${where}: ${entry}`;
  });
  return `${lines.join("\n")}\n`;
}

function some(pages: readonly string[]): string {
  const rest = pages.length - 3;
  return rest > 0 ? `${pages.slice(0, 3).join(", ")} and ${rest} more` : pages.join(", ");
}

/** A label is text, and in Markdown some letters are not. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~#@]/g, "\\$&");
}
