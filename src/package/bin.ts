#!/usr/bin/env node
/** The command line of an installed package: the site's settings are those in its Eleventy configuration. */
import { EXIT } from "../cli/command.ts";
import { failure, main, needsProject, processTerminal } from "../cli/main.ts";
import { causeOf, readProject } from "../cli/project.ts";

const args = process.argv.slice(2);
const terminal = processTerminal();
try {
  const project = needsProject(args) ? await readProject(terminal.folder) : undefined;
  process.exitCode = main(args, { ...terminal, project });
} catch (error) {
  terminal.error(failure(causeOf(error)));
  process.exitCode = EXIT.found;
}
