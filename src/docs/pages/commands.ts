import { main } from "../../cli/main.ts";
import { docsPage, fenced } from "./page.ts";

/** The commands that are for moving a site, or out of the numbered fields. */
const OF_MOVING: ReadonlySet<string> = new Set(["init", "compare"]);
/** Those that change the content once. */
const OF_CONTENT: ReadonlySet<string> = new Set(["convert", "modernize"]);

/** Every command with its own help, as the command line itself tells it: those of every day, and those of moving. */
export function commandsPages(): Readonly<Record<string, string>> {
  const commands = [...told("--help").matchAll(/^ {2}([a-z-]+) {2,}(.+)$/gm)].map(([, name = "", summary = ""]) => ({
    name,
    summary,
  }));
  const sections = (names: typeof commands) =>
    names.map(({ name, summary }) => `## ${name}\n\n${summary}\n\n${fenced(told(name, "--help"))}`).join("\n\n");
  const everyDay = docsPage(
    "commands",
    "Command line",
    "The commands that check, fix, show and compare a site's content and menus.",
    `The package brings along a command line. Run it in the project's folder; nothing is built, and unless a command says so, nothing is written.

${fenced("npx eleventy-pelican check", "bash")}

Each exits with 0 where all is well, with 1 where errors were found, and with 2 where the call was wrong. In a pull request, \`check --format github\` puts the findings beside the lines concerned, and the output of \`diff\` makes a comment.

[The commands for moving a site](/docs/moving-commands.html) and [its content](/docs/content-commands.html) are on pages of their own.

${sections(commands.filter(({ name }) => !OF_MOVING.has(name) && !OF_CONTENT.has(name)))}`,
  );
  const ofMoving = docsPage(
    "moving-commands",
    "Commands for moving",
    "The commands that set up a site, and prove that nothing was lost.",
    `They are run as [the other commands](/docs/commands.html) are.

${sections(commands.filter(({ name }) => OF_MOVING.has(name)))}`,
    "docs/commands",
  );
  const ofContent = docsPage(
    "content-commands",
    "Commands for moving content",
    "The commands that make pages of other sources, and leave the numbered fields behind.",
    `They are run as [the other commands](/docs/commands.html) are.

${sections(commands.filter(({ name }) => OF_CONTENT.has(name)))}`,
    "docs/commands",
  );
  return { commands: everyDay, "moving-commands": ofMoving, "content-commands": ofContent };
}

/** What the command line prints. */
function told(...args: readonly string[]): string {
  const texts: string[] = [];
  main(args, {
    out: (text) => texts.push(text),
    error: (text) => texts.push(text),
    progress: () => {},
    folder: ".",
    colors: false,
  });
  return texts.join("");
}
