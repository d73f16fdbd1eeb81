import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { PassThrough, Writable } from "node:stream";
import type { Message } from "vscode-jsonrpc/node";
import { ALL_CONFIGS } from "../plugin/files/project-files.ts";
import { relativePath } from "../plugin/findings/relative-path.ts";
import { command, EXIT, type Terminal } from "./command.ts";
import { inWords } from "./failure.ts";
import { contentFolder, loadSite } from "./load.ts";
import type { LoadedSite } from "./loaded-site.ts";
import { filesBeside, stampsOf } from "./lsp/disk.ts";
import { createEditedSite, type EditedSite } from "./lsp/edited-site.ts";
import { forgetModules, readProject } from "./project.ts";

const HELP = `Usage: eleventy-pelican lsp

Serves an editor by the Language Server Protocol, over standard input and output: findings while you type, with what fix
would do about each as a quick fix, and completion and hover text in headers. An editor starts it; docs/editors.md says how.

Exits with 0 when the editor has ended it, with 1 if it is gone.
`;

/** Findings, quick fixes and help in any editor. */
export const lsp = command({
  summary: "Serve an editor: findings while you type, quick fixes, completion.",
  help: HELP,
  // Editors say by which way they speak; there is this one.
  options: { stdio: { type: "boolean", default: true } },
  most: 0,
  run: async (_, terminal) => {
    const [{ createMessageConnection, StreamMessageReader, StreamMessageWriter }, { serve }] = await Promise.all([
      import("vscode-jsonrpc/node"),
      import("./lsp/server.ts"),
    ]);
    // A pipe that ends is closed; a file, or nothing, as input is not, and would be waited for.
    const input = process.stdin.pipe(new PassThrough());
    const [reader, writer] = [new StreamMessageReader(input), new StreamMessageWriter(ownOutput())];
    const turns = createTurns();
    const connection = createMessageConnection(reader, writer, undefined, { messageStrategy: turns });
    const open = (asked: string | undefined) => {
      const project = asked !== undefined && isProject(asked) ? resolve(asked) : terminal.folder;
      process.chdir(project);
      return { project, load: () => loadEdited(project, terminal) };
    };
    const code = await serve(connection, open, turns.untilIdle);
    connection.dispose();
    process.stdin.destroy();
    return code;
  },
});

/** Messages are read at once and handled one in a turn: where the input ends, “exit” may still be waiting. */
function createTurns() {
  let isBusy = false;
  return {
    handleMessage: (message: Message, handle: (message: Message) => void) => {
      isBusy = true;
      return handle(message);
    },
    untilIdle: () =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isBusy) return resolve();
          isBusy = false;
          setImmediate(look);
        };
        isBusy = true;
        setImmediate(look);
      }),
  };
}

/** What a configuration prints must not get among the messages: it goes where errors go. */
function ownOutput(): Writable {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return new Writable({ write: (chunk, _, done) => void write(chunk, (error) => done(error)) });
}

function isProject(folder: string): boolean {
  return ALL_CONFIGS.some((file) => existsSync(resolve(folder, file)));
}

/** Loads the site as `check` sees it, anew each time: with what the configuration says by then. */
async function loadEdited(folder: string, terminal: Terminal): Promise<EditedSite> {
  const modules = filesBeside(folder).filter((file) => /\.[cm]?[jt]s$/.test(file));
  if (isProject(folder)) await forgetModules(modules.map((file) => relativePath(folder, file)));
  const at = { ...terminal, folder, project: await readProject(folder, undefined).catch(failInWords) };
  const content = contentFolder(undefined, at);
  // What is written while it is loaded counts as changed after it.
  const stamps = stampsOf(content, folder);
  const loaded: LoadedSite[] = [];
  await loadSite(content, at, (one) => {
    loaded.push(one);
    return EXIT.ok;
  });
  const [site] = loaded;
  if (!site) throw new Error("The site could not be loaded.");
  return createEditedSite(site, content, folder, stamps);
}

/** An editor shows one line. */
function failInWords(error: unknown): never {
  throw new Error(inWords(error));
}
