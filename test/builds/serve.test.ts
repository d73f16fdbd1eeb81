/** `eleventy --serve`: a change in one page's header shows on the others. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { command, page, plainEnvironment, project, type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { one, readHtml, readMenu, textOf } from "../html.ts";

/** Only against a wait that never ends. */
const LONGEST = 120_000;
/** The server says that it is there before it watches: a change that it missed is saved again. */
const AGAIN = 3_000;

const serve = suite("build: --serve");
let folder: string;
let server: ChildProcess | undefined;
let printed = "";

serve.before(async () => {
  folder = temporaryFolder();
  writeTree(folder, {
    "content/a.md": pageA("Old label"),
    "content/b.md": page({ Title: "B", Url: "b", Save_as: "b.html" }, "First text."),
  });
  const inOut = [`--input=${join(folder, "content")}`, `--output=${join(folder, "site")}`];
  server = spawn(process.execPath, [command, "--serve", `--port=${await freePort()}`, ...inOut], {
    cwd: project,
    env: plainEnvironment(),
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
});

serve.after(async () => {
  await stop(server);
  rmSync(folder, { recursive: true, force: true });
});

function pageA(label: string): string {
  return page({ Title: "A", Url: "a", Save_as: "a.html", Menu_name: label, Top_menu_show: "true" });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 8080));
    });
  });
}

function stop(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Asks again and again until it is so. @throws where it is not in time, with what the server printed */
async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + LONGEST; Date.now() < end; ) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not in ${LONGEST} ms. The server printed:\n${printed.slice(-1000)}`);
}

/** Saves files until it is so. */
async function untilSaved(what: string, files: Tree, isSo: () => boolean): Promise<void> {
  let saved = 0;
  await until(what, () => {
    if (isSo()) return true;
    if (Date.now() - saved > AGAIN) {
      writeTree(folder, files);
      saved = Date.now();
    }
    return false;
  });
}

function html(path: string): string {
  const file = join(folder, "site", path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function labels(path: string): string[] {
  return html(path) === "" ? [] : readMenu(readHtml(html(path)), "top").map(({ label }) => label);
}

serve("a menu entry that is renamed in one page is renamed on another", async () => {
  await until("the first build", () => labels("b.html").includes("Old label") && printed.includes("Server at"));
  await untilSaved("the new label on the other page", { "content/a.md": pageA("New label") }, () =>
    labels("b.html").includes("New label"),
  );
  assert.equal(labels("b.html"), ["New label"]);
  assert.equal(labels("a.html"), ["New label"]);
});

serve("a text that is changed is there", async () => {
  const changed = page({ Title: "B", Url: "b", Save_as: "b.html" }, "Second text.");
  await untilSaved("the new text", { "content/b.md": changed }, () => html("b.html").includes("Second text."));
  assert.not.match(textOf(one(readHtml(html("b.html")), "article")), "First text.");
});

serve("a file that cannot be read stops nothing for good", async () => {
  const unreadable = Buffer.from([0x54, 0xff]);
  await untilSaved("the finding", { "content/b.md": unreadable }, () => printed.includes("[file-not-utf8]"));
  const mended = page({ Title: "B", Url: "b", Save_as: "b.html" }, "Third text.");
  await untilSaved("the text after it", { "content/b.md": mended }, () => html("b.html").includes("Third text."));
});

serve.run();
