import { isFolder } from "../plugin/files/is-file.ts";
import { EXIT } from "./command.ts";
import { failure } from "./failure.ts";
import { main, needsProject, processTerminal } from "./main.ts";
import { readProject } from "./project.ts";

/** The folder that is the command's argument. */
function folderIn([, ...rest]: readonly string[]): string | undefined {
  const [word] = rest.filter((one) => !one.startsWith("-"));
  return word !== undefined && isFolder(word) ? word : undefined;
}

/**
 * Runs the command line of this process: the site's settings are those in the Eleventy configuration of its folder, where
 * there is one.
 */
export async function runCommandLine(): Promise<void> {
  const args = process.argv.slice(2);
  const terminal = processTerminal();
  // Whoever reads may have read enough: “check | head”, an editor that is gone. What is under way is brought to its end.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    const project = needsProject(args) ? await readProject(terminal.folder, folderIn(args)) : undefined;
    process.exitCode = await main(args, { ...terminal, project });
  } catch (error) {
    terminal.error(failure(error, terminal.folder));
    process.exitCode = EXIT.found;
  }
}
