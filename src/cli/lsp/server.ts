import { fileURLToPath } from "node:url";
import type { MessageConnection } from "vscode-jsonrpc/node";
import type { CodeAction, CompletionItem, Hover } from "vscode-languageserver-types";
import { z } from "zod";
import { completions, hover, type Known } from "../../editors/header-help.ts";
import type { Page } from "../../plugin/pages/page.ts";
import type { Site } from "../../plugin/site.ts";
import { quickFixes } from "./answers.ts";
import type { EditedSite } from "./edited-site.ts";
import { createSession, type Session } from "./session.ts";

/** What of the protocol's messages is read; those that are otherwise are passed over. */
const position = z.object({ line: z.number(), character: z.number() });
const textDocument = z.object({ uri: z.string() });
const messages = {
  initialize: z.object({
    workspaceFolders: z.array(z.object({ uri: z.string() })).nullish(),
    rootUri: z.string().nullish(),
    capabilities: z
      .object({
        workspace: z
          .object({ didChangeWatchedFiles: z.object({ dynamicRegistration: z.boolean().optional() }).optional() })
          .optional(),
      })
      .optional(),
  }),
  opened: z.object({ textDocument: z.object({ uri: z.string(), text: z.string() }) }),
  changed: z.object({ textDocument, contentChanges: z.array(z.object({ text: z.string() })) }),
  named: z.object({ textDocument }),
  at: z.object({ textDocument, position }),
  range: z.object({ textDocument, range: z.object({ start: position, end: position }) }),
};

const CAPABILITIES = {
  // Whole texts: they are pages, and to put one together from its changes would be more than to read it.
  textDocumentSync: { openClose: true, change: 1, save: true },
  completionProvider: { triggerCharacters: [":", " "] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: ["quickfix"] },
};

/**
 * Answers an editor: findings while somebody writes, what `fix` would do about them, and help in headers.
 * Source: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 *
 * @param open prepares the loading of the site of a project's folder, where the editor names one
 * @param untilIdle waits until all messages that were read are handled
 * @returns the exit code, when the editor has said good-bye or is gone
 */
export function serve(
  connection: MessageConnection,
  open: (folder: string | undefined) => { readonly project: string; readonly load: () => Promise<EditedSite> },
  untilIdle: () => Promise<void>,
): Promise<number> {
  let session: Session | undefined;
  let [isWatched, isShutDown] = [false, false];
  const notice = <Message>(method: string, message: z.ZodType<Message>, act: (at: Session, message: Message) => void) =>
    connection.onNotification(method, (given: unknown) => {
      const read = message.safeParse(given);
      if (session && read.success) act(session, read.data);
    });
  const answer = <Message>(
    method: string,
    message: z.ZodType<Message>,
    make: (at: Session, message: Message) => object | undefined,
  ) =>
    connection.onRequest(method, (given: unknown) => {
      const read = message.safeParse(given);
      return (session && read.success && make(session, read.data)) || null;
    });

  connection.onRequest("initialize", (given: unknown) => {
    const { data } = messages.initialize.safeParse(given);
    const { project, load } = open(folderOf(data?.workspaceFolders?.[0]?.uri ?? data?.rootUri ?? undefined));
    isWatched = data?.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    session = createSession(load, project, {
      show: (uri, diagnostics) => connection.sendNotification("textDocument/publishDiagnostics", { uri, diagnostics }),
      tell: (message) => connection.sendNotification("window/showMessage", { type: 1, message }),
    });
    return { capabilities: CAPABILITIES, serverInfo: { name: "eleventy-pelican" } };
  });
  notice("initialized", z.unknown(), (at) => {
    at.lookAtDisk();
    if (isWatched) connection.sendRequest("client/registerCapability", { registrations: [WATCHED] }).catch(() => {});
  });
  notice("textDocument/didOpen", messages.opened, (at, { textDocument: { uri, text } }) => {
    at.setText(uri, text);
    at.lookAtDisk();
  });
  notice("textDocument/didChange", messages.changed, (at, { textDocument: { uri }, contentChanges }) => {
    const last = contentChanges.at(-1);
    if (last) at.setText(uri, last.text);
  });
  notice("textDocument/didClose", messages.named, (at, { textDocument: { uri } }) => at.close(uri));
  // Not every editor tells of other files that were written: then is when it is looked for them.
  notice("textDocument/didSave", z.unknown(), (at) => at.lookAtDisk());
  notice("workspace/didChangeWatchedFiles", z.unknown(), (at) => at.lookAtDisk());
  answer("textDocument/completion", messages.at, offers);
  answer("textDocument/hover", messages.at, words);
  answer("textDocument/codeAction", messages.range, fixes);
  connection.onRequest("shutdown", () => {
    isShutDown = true;
    return null;
  });
  return new Promise((resolve) => {
    connection.onNotification("exit", () => resolve(isShutDown ? 0 : 1));
    connection.onClose(() => untilIdle().then(() => resolve(isShutDown ? 0 : 1)));
    connection.listen();
  });
}

/** Of most of these files that change nothing follows, but to look at them costs little. */
const WATCHED = {
  id: "files",
  method: "workspace/didChangeWatchedFiles",
  registerOptions: { watchers: [{ globPattern: "**/*.{md,markdown,mkd,mdown,html,htm,njk,json,js,mjs,cjs,ts}" }] },
};

type At = z.output<typeof messages.at>;

function offers(session: Session, { textDocument: { uri }, position: { line, character } }: At): CompletionItem[] {
  const lines = session.document(uri)?.lines ?? [];
  const site = session.site()?.now().site;
  const known = site ? knownOf(site) : { addresses: [] };
  return completions(lines, { line, column: character }, known).map(({ label, insert, kind, words: said, from }) => ({
    label,
    kind: kind === "value" ? 12 : 5,
    ...(said === "" ? {} : { documentation: { kind: "markdown", value: said } as const }),
    textEdit: { range: { start: { line, character: from }, end: { line, character } }, newText: insert },
  }));
}

/** What is written in the headers of a site's pages; languages that have a part of it, too. */
function knownOf({ gathered: { pages }, settings }: Site): Known {
  const each = (of: (page: Page) => readonly (string | undefined)[]) =>
    [...new Set(pages.flatMap(of))].filter(isText).sort();
  const languages = [settings.defaultLang, ...Object.keys(settings.i18nSubsites), ...each(({ lang }) => [lang])];
  const authors = each((page) => page.authors);
  return {
    addresses: each(({ kind, url }) => [kind === "page" ? url : ""]),
    values: new Map([
      ["lang", [...new Set(languages)]],
      ["category", each(({ category }) => [category])],
      ["tags", each(({ tags }) => tags)],
      ["author", authors],
      ["authors", authors],
      ["template", each(({ template }) => [template])],
    ]),
  };
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

function words(session: Session, { textDocument: { uri }, position: { line, character } }: At): Hover | undefined {
  const value = hover(session.document(uri)?.lines ?? [], { line, column: character });
  return value === undefined ? undefined : { contents: { kind: "markdown", value } };
}

function fixes(
  session: Session,
  { textDocument: { uri }, range }: z.output<typeof messages.range>,
): CodeAction[] | undefined {
  const [site, document] = [session.site(), session.document(uri)];
  if (!site || !document) return undefined;
  return quickFixes(site.now(), { path: document.path, range }, site.remake, site, session.nameOf);
}

function folderOf(uri: string | undefined): string | undefined {
  try {
    return uri === undefined ? undefined : fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
