import { rmSync } from "node:fs";
import { relative } from "node:path";
import { printable, printableJson } from "../plugin/findings/printable.ts";
import { type Change, compareMenus } from "../plugin/menus/compare-menus.ts";
import type { Site } from "../plugin/site.ts";
import { type Code, command, EXIT, FLAG, type Terminal, UsageError } from "./command.ts";
import { checkOut } from "./git-tree.ts";
import { contentFolder, loadSite, tellUnreadable } from "./load.ts";

const HELP = `Usage: eleventy-pelican diff OLD NEW [--dir DIR] [--json]

Compares the menus of two content folders, or of two git revisions (main, HEAD~1): what was added, removed, moved,
renamed. The text is Markdown, ready for a comment on a pull request.

  --dir DIR  the content folder within the revisions; the site's by default
  --json     the same for other programs

Exits with 0, whether there are differences or not, and with 2 if the command was called wrongly.
`;

/** Two trees compared as menus. */
export const diff = command({
  summary: "Compare the menus of two content folders or git revisions.",
  help: HELP,
  options: { dir: { type: "string" }, json: FLAG },
  most: 2,
  run: ({ values, positionals: [old, now] }, terminal) => {
    if (!old || !now) throw new UsageError(`Compare what with what?\n\n${HELP}`);
    return siteOf(old, values.dir, terminal, (before) =>
      siteOf(now, values.dir, terminal, (after) => {
        const changes = compareMenus(before, after);
        terminal.out(values.json ? printableJson({ changes }) : printable(asMarkdown(changes)));
        return EXIT.ok;
      }),
    );
  },
});

function siteOf(name: string, dir: string | undefined, terminal: Terminal, use: (site: Site) => Code): Code {
  const { folder, project } = terminal;
  const temporary = checkOut(name, dir ?? (project && relative(folder, project.content)), folder);
  const tell = ({ site }: { readonly site: Site }) => {
    tellUnreadable(site, terminal);
    return use(site);
  };
  const done = () => {
    if (temporary !== undefined) rmSync(temporary.root, { recursive: true, force: true });
  };
  const code = loadSite(temporary?.content ?? contentFolder(name, terminal), terminal, tell, temporary?.root);
  if (code instanceof Promise) return code.finally(done);
  done();
  return code;
}

function asMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return "The menus are the same.\n";
  const lines = changes.map(({ kind, menu, pages, title, url, before }) => {
    const entry = `“${escaped(title)}” (${escaped(url)})`;
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

/** A label is text; some characters have a meaning in Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~#@]/g, "\\$&");
}
