import { main } from "../../cli/main.ts";
import { docsPage, fenced } from "./page.ts";

/** Every command with its own help, as the command line itself tells it. */
export function commandsPage(): string {
  const commands = [...told("--help").matchAll(/^ {2}([a-z-]+) {2,}(.+)$/gm)].map(([, name = "", summary = ""]) => ({
    name,
    summary,
  }));
  return docsPage(
    "commands",
    "Command line",
    "The commands that check, mend, show and compare a site's content and menus.",
    `The package brings along a command line. Run it in the project's folder; nothing is built, and unless a command says so, nothing is written.

${fenced("npx eleventy-pelican check", "bash")}

Each exits with 0 where all is well, with 1 where errors were found, and with 2 where the call was wrong. In a pull request, \`check --format github\` puts the findings beside the lines concerned, and the output of \`diff\` makes a comment.

${commands.map(({ name, summary }) => `## ${name}\n\n${summary}\n\n${fenced(told(name, "--help"))}`).join("\n\n")}`,
  );
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
