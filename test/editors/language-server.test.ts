/** The real server, as an editor starts it and speaks to it. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import type { CodeAction, CompletionItem, Diagnostic, Hover } from "vscode-languageserver-types";
import { diagnosticsOf } from "../../src/cli/lsp/answers.ts";
import { forgetModules, readProject } from "../../src/cli/project.ts";
import { plainEnvironment, project, temporaryFolder } from "../build-tree.ts";
import { header, projectOf, run } from "../cli/project.ts";
import { writeProject } from "../small-site.ts";

const ABOUT = ["Title: About", "Url: about", "Save_as: about.html", "Top_menu_show: true"];
const MENU = ["Dropdown_menu_show: true", "Dropdown_menu_elem_name_1: Past", "Dropdown_menu_elem_url_1: past"];
const about = header(...ABOUT, ...MENU);
const past = header("Title: Past", "Url: about/past", "Save_as: about/past.html", "Dropdown_menu_elem_nmae_1: B");

const server = suite("editors: the language server");

server("what it finds is what check finds, while one types and after; fixes are those of fix", async () => {
  const folder = projectOf({ "about.md": about, "past.md": past, "empty.md": "" });
  const editor = startEditor(folder);
  const pastUri = editor.uri("past.md");
  await editor.connection.sendRequest("initialize", { rootUri: pathToFileURL(folder).href, capabilities: {} });
  editor.tell("initialized", {});
  const byCheck = () => JSON.parse(run(folder, ["check", "--format", "json"]).out).findings as Told[];

  await editor.until(() => editor.codes("past.md").length > 0);
  assert.equal(editor.all(), byCheck().map(placed).sort());
  const [misspelt] = editor.shown.get(pastUri) ?? [];
  assert.equal(misspelt?.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 25 } });
  assert.is(
    misspelt?.message,
    "There is no field Dropdown_menu_elem_nmae_1: did you mean Dropdown_menu_elem_name_1? The line has no effect.\n→ Write “Dropdown_menu_elem_name_1: B”.",
  );

  // What is not saved counts, and other files hear of it: the entry of about.md leads to where past.md was.
  editor.open("past.md", past);
  editor.type("past.md", past.replaceAll("about/past", "about/history"));
  await editor.until(() => editor.codes("about.md").length > 0);
  assert.ok(editor.codes("about.md").includes("menu-link-broken"), editor.codes("about.md").join());
  editor.type("past.md", past);
  await editor.until(() => editor.codes("about.md").length === 0);

  // Half a header, none, and a merge conflict: whatever is typed is answered.
  for (const text of ["---\nTitle", ":", "---\n<<<<<<< a\n", "\ufeff---\r\nUrl: \u2028\0", "", past]) {
    editor.type("past.md", text);
    await editor.ask<CompletionItem[] | null>("textDocument/completion", "past.md", { line: 1, character: 0 });
  }
  await editor.until(() => editor.codes("past.md").includes("field-misspelt"));

  const actions = await editor.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: pastUri },
    range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
    context: { diagnostics: [] },
  });
  assert.equal(
    actions.map(({ title }) => title),
    ["Write “Dropdown_menu_elem_name_1: B”."],
  );
  const fixed = past.replace("nmae", "name");
  const [edit] = actions[0]?.edit?.changes?.[pastUri] ?? [];
  assert.is(edit?.newText, `${fixed.split("\n")[4]}\n`);
  assert.match(run(folder, ["fix", "--dry-run"]).out, "+Dropdown_menu_elem_name_1: B");

  const hover = await editor.ask<Hover>("textDocument/hover", "past.md", { line: 1, character: 2 });
  assert.match(JSON.stringify(hover.contents), "The page's title");
  editor.type("past.md", past.replace("Url:", "Parent_id: \nUrl:"));
  const offers = await editor.ask<CompletionItem[]>("textDocument/completion", "past.md", { line: 2, character: 11 });
  assert.equal(
    offers.map(({ label }) => label),
    ["about", "about/past"],
  );

  // What is no page of this site, and what is no message, is passed over.
  editor.tell("textDocument/didOpen", {
    textDocument: { uri: pathToFileURL(join(folder, "README.md")).href, text: "" },
  });
  editor.tell("textDocument/didOpen", { textDocument: { uri: "untitled:1", text: past } });
  editor.tell("textDocument/didChange", { textDocument: { uri: pastUri } });
  editor.tell("textDocument/didChange", "text");
  for (const uri of ["untitled:1", "file:///%", "nonsense"]) {
    const textDocument = { uri };
    assert.is(await editor.connection.sendRequest("textDocument/hover", { textDocument, position: { line: 0 } }), null);
  }
  assert.equal(
    [...editor.shown.keys()].filter((uri) => !uri.includes("/src/content/")),
    [],
  );

  // Closed without being saved, it is as on the disk; there it is mended, another file goes, one comes, and one is new.
  editor.tell("textDocument/didClose", { textDocument: { uri: pastUri } });
  writeFileSync(join(folder, "src/content/past.md"), fixed);
  rmSync(join(folder, "src/content/empty.md"));
  writeFileSync(join(folder, "src/content/more.md"), header("Title: More", "Url: more", "Titel: B"));
  editor.tell("workspace/didChangeWatchedFiles", { changes: [] });
  editor.open("new.md", header("Title: New", "Save_as: new.html", "Url: new", "Inherit_sidebar: nowhere"));
  await editor.until(() => editor.codes("more.md").length > 0 && editor.codes("new.md").length > 0);
  assert.equal(editor.codes("empty.md"), []);
  editor.tell("textDocument/didClose", { textDocument: { uri: editor.uri("new.md") } });
  await editor.until(() => editor.codes("new.md").length === 0);
  assert.equal(editor.all(), byCheck().map(placed).sort());

  await editor.connection.sendRequest("shutdown");
  editor.tell("exit", undefined);
  assert.equal(await editor.exited, [0, null]);
});

server("it ends with its input, wherever that is from, and without a word", () => {
  const ended = (input: string) => {
    // None at all is no pipe, which nothing closes.
    const stdio = [input === "" ? "ignore" : "pipe", "pipe", "pipe"] as const;
    const options = { cwd: temporaryFolder(), env: plainEnvironment(), input, stdio: [...stdio], timeout: 20_000 };
    const { status, stderr } = spawnSync(process.execPath, [join(project, "src/cli/bin.js"), "lsp"], options);
    rmSync(options.cwd, { recursive: true });
    return [status, String(stderr)];
  };
  const framed = (message: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    return `Content-Length: ${text.length}\r\n\r\n${text}`;
  };
  assert.equal(ended(""), [1, ""]);
  assert.equal(ended(framed({ id: 1, method: "shutdown" }) + framed({ method: "exit" })), [0, ""]);
});

server("what is wrong with the settings is shown where they are", () => {
  const folder = projectOf({ "a.md": header("Title: A", "Url: a") }, { "_data/site.json": "{}" });
  const at = { file: "the site's settings", line: 1, column: 1, field: "", code: "feed-site-url" } as const;
  const words = { severity: "warning", message: "M.", consequence: "C.", fix: "F.", edits: [] } as const;
  const made = { site: { findings: [{ ...at, ...words }] }, tree: { files: [], assets: [], reports: [] } };
  const folders = { content: join(folder, "src/content"), project: folder };
  assert.equal([...diagnosticsOf(made, folders).keys()], [join(folder, "_data/site.json")]);
  renameSync(join(folder, "_data/site.json"), join(folder, "eleventy.config.ts"));
  assert.equal([...diagnosticsOf(made, folders).keys()], [join(folder, "eleventy.config.ts")]);
});

server("a configuration that changed is read anew, one that had a fault, too", async () => {
  const folder = temporaryFolder();
  const [before, page] = [process.cwd(), { "content/a.md": header("Title: A", "Url: a") }];
  process.chdir(folder);
  try {
    writeProject(folder, page, { settings: { siteName: "Before" }, by: "command" });
    const config = readFileSync("eleventy.config.js", "utf8");
    writeFileSync("eleventy.config.js", "export default (");
    await readProject(folder, undefined).then(unexpected, () => {});
    writeFileSync("eleventy.config.js", config.replace("Before", "After"));
    await forgetModules(["eleventy.config.js"]);
    const mended = await readProject(folder, undefined);
    const loaded = await mended?.gather(join(folder, "content"));
    assert.is(loaded?.settings.siteName, "After");
    assert.equal(loaded?.remake(loaded.tree).findings, loaded?.site.findings);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
});

server.run();

function unexpected(): never {
  throw new Error("a configuration that is no JavaScript was read");
}

interface Told {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly consequence: string;
  readonly fix: string;
}

function placed({ file, line, column, code, message, consequence, fix }: Told): string {
  return `${file}:${line}:${column} ${code} ${message} ${consequence}\n→ ${fix}`;
}

function startEditor(folder: string) {
  const child: ChildProcess = spawn(process.execPath, [join(project, "src/cli/bin.js"), "lsp", "--stdio"], {
    cwd: folder,
    env: { ...plainEnvironment(), TSX_DISABLE_CACHE: "1" },
    stdio: ["pipe", "pipe", "inherit"],
    timeout: 20_000,
  });
  if (!child.stdout || !child.stdin) throw new Error("no pipes");
  const [reader, writer] = [new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)];
  const connection = createMessageConnection(reader, writer);
  const shown = new Map<string, readonly Diagnostic[]>();
  let look = () => {};
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
    shown.set(uri, diagnostics);
    look();
  });
  connection.listen();
  const uri = (path: string) => pathToFileURL(join(folder, "src/content", path)).href;
  const tell = (method: string, params: unknown) => connection.sendNotification(method, params);
  return {
    connection,
    shown,
    uri,
    tell,
    exited: once(child, "exit"),
    codes: (path: string) => (shown.get(uri(path)) ?? []).map(({ code }) => String(code)),
    all: () =>
      [...shown]
        .flatMap(([at, all]) =>
          all.map(({ range: { start }, code, message }) => {
            return `${at.slice(uri("").length + 1)}:${start.line + 1}:${start.character + 1} ${code} ${message}`;
          }),
        )
        .sort(),
    /** Waits for what will be found. */
    until: (isSo: () => boolean) =>
      new Promise<void>((resolve, reject) => {
        connection.onClose(() => reject(new Error(`The server is gone, having shown ${JSON.stringify([...shown])}`)));
        look = () => isSo() && resolve();
        look();
      }),
    open: (path: string, text: string) => tell("textDocument/didOpen", { textDocument: { uri: uri(path), text } }),
    type: (path: string, text: string) =>
      tell("textDocument/didChange", { textDocument: { uri: uri(path) }, contentChanges: [{ text }] }),
    ask: <Answer>(method: string, path: string, position: object) =>
      connection.sendRequest<Answer>(method, { textDocument: { uri: uri(path) }, position }),
  };
}
