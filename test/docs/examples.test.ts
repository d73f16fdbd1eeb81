/** The examples of the section /docs/ are what its pages say: files are built, commands are there, settings are settings. */
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readSettings } from "../../src/plugin/settings.ts";
import { command, pluginElsewhere, project, runNode, temporaryFolder, writeTree } from "../build-tree.ts";
import { run } from "../cli/project.ts";
import { itemsIn, one, outline, readHtml, readMenu, select, textOf } from "../html.ts";

const DOCS = join(project, "src/content/docs");
/** Commands that pages may speak of before they are there. */
const TO_COME: readonly string[] = [];

interface Code {
  readonly page: string;
  readonly language: string;
  readonly text: string;
  /** The file that the paragraph above says it is. */
  readonly file: string | undefined;
}

const codes: readonly Code[] = readdirSync(DOCS).flatMap((page) => {
  const text = readFileSync(join(DOCS, page), "utf8");
  return [...text.matchAll(/([^\n]*)\n\n```([a-z]*)\n([\s\S]*?)\n```\n/g)].map(
    ([, above = "", language = "", code = ""]) => ({
      page,
      language,
      text: `${code}\n`,
      file: /`([\w./-]+\.\w+)`:$/.exec(above)?.[1],
    }),
  );
});
const filesOf = (...pages: readonly string[]) =>
  Object.fromEntries(
    codes.flatMap(({ page, file, text }) => (file !== undefined && pages.includes(page) ? [[file, text]] : [])),
  );

const examples = suite("docs: examples that are built");
const folder = temporaryFolder();
let printed = "";
let exitCode = -1;
const html = (path: string) => readHtml(readFileSync(join(folder, "_site", path), "utf8"));

examples.before(async () => {
  const files = filesOf("get-started.md", "templates.md", "moving.md");
  writeTree(folder, files);
  cpSync(join(project, "_includes"), join(folder, "_includes"), { recursive: true });
  // The package as it is here, without an installation.
  const config = readFileSync(join(folder, "eleventy.config.mjs"), "utf8");
  assert.match(config, 'from "eleventy-plugin-pelican"');
  writeTree(folder, {
    "eleventy.config.mjs": config.replace('"eleventy-plugin-pelican"', JSON.stringify(pluginElsewhere)),
  });
  ({ exitCode, printed } = await runNode([command, "--quiet"], { cwd: folder }));
});
examples.after(() => rmSync(folder, { recursive: true, force: true }));

examples("the build is well, and nothing is found but that nothing leads to the example of a moved page", () => {
  assert.is(exitCode, 0, printed);
  const found = [...printed.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code);
  assert.equal(found, ["page-unreached"], printed);
  assert.match(printed, "about/history.md");
});

examples("get started: the page, the section with its menus, the post", () => {
  assert.equal(outline(readMenu(html("index.html"), "top")), [["Club", "/club/", [["Join us", "/club/join.html"]]]]);
  assert.equal(outline(readMenu(html("club/join.html"), "sidebar")), [["Join us", "/club/join.html"]]);
  assert.match(textOf(one(html("first-frost-cover-your-beans.html"), "h1")), "First frost: cover your beans");
});

examples("menus in templates: the stock filters print the menus that the pages show", () => {
  const [top, section] = select(html("menus.html"), "nav").filter((nav) =>
    nav.attrs.some(({ name, value }) => name === "aria-label" && ["Top", "In this section"].includes(value)),
  );
  assert.ok(top && section);
  assert.equal(outline(itemsIn(top)), outline(readMenu(html("index.html"), "top")));
  assert.equal(outline(itemsIn(section)), outline(readMenu(html("club/join.html"), "sidebar")));
});

examples("menus in templates: what every template has prints them, too", () => {
  const links = select(html("menu.html"), "a").map((link) => [
    textOf(link),
    link.attrs.find(({ name }) => name === "href")?.value,
  ]);
  assert.equal(links, [
    ["Club", "/club/"],
    ["Join us", "/club/join.html"],
  ]);
});

examples("moving: the aliases lead on", () => {
  const redirects = readFileSync(join(folder, "_site/_redirects"), "utf8");
  assert.match(redirects, /^\/about\/past \/about\/history\.html 301$/m);
  assert.match(redirects, /^\/history \/about\/history\.html 301$/m);
});

examples.run();

const commands = suite("docs: commands and settings");
const help = (...args: readonly string[]) => run(project, [...args, "--help"]).out;
const names = [...help().matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name = ""]) => name);

commands("every command is on the page of the command line, with its own help", () => {
  const page = ["commands.md", "moving-commands.md", "content-commands.md"]
    .map((file) => readFileSync(join(DOCS, file), "utf8"))
    .join("\n");
  assert.ok(names.length >= 5);
  for (const name of names) {
    assert.ok(page.includes(`\n## ${name}\n`), name);
    assert.ok(page.includes(help(name).trimEnd()), name);
  }
});

const lines = codes
  .filter(({ language }) => language === "bash")
  .flatMap(({ page, text }) =>
    text
      .trim()
      .split("\n")
      .map((line) => ({ page, line: line.replace(/^[A-Z_]+=\S+ /, "") })),
  );

for (const { page, line } of lines) {
  commands(`${page}: ${line}`, () => {
    const [program, first = "", name = ""] = line.split(" ");
    if (program === "npm" && first === "run") {
      const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
      assert.ok(name in scripts, name);
    } else if (program === "npm") assert.ok(["init", "install", "ci"].includes(first));
    else if (first === "eleventy-pelican") {
      assert.ok(names.includes(name) || TO_COME.includes(name), `there is no command ${name}`);
      const options = line.match(/--[a-z-]+/g) ?? [];
      if (names.includes(name)) for (const option of options) assert.match(help(name), option);
    } else assert.match(line, /^npx eleventy( --serve)?$/);
  });
}

for (const { page, text } of codes.filter(({ language }) => language === "json")) {
  if (page.startsWith("findings-")) continue;
  commands(`${page}: settings are settings: ${text.replace(/\s+/g, " ").slice(0, 40)}`, () => {
    assert.ok(readSettings(JSON.parse(text)));
  });
}

commands("netlify: netlify.toml says what this site's own says", () => {
  const shown = codes.find(({ page, language }) => page === "host-netlify.md" && language === "toml");
  const own = parseToml(readFileSync(join(project, "netlify.toml"), "utf8")) as Record<string, Record<string, unknown>>;
  const { environment, ...build } = parseToml(shown?.text ?? "").build as Record<string, unknown>;
  assert.equal(build, { command: own.build?.command, publish: own.build?.publish });
  assert.is(
    (environment as { NODE_VERSION: string }).NODE_VERSION,
    (own.build?.environment as { NODE_VERSION: string } | undefined)?.NODE_VERSION,
  );
});

commands("what pages say of files of the project is so", () => {
  const editors = ["editors.md", "form.md"].map((file) => readFileSync(join(DOCS, file), "utf8")).join("\n");
  for (const path of [".vscode/extensions", "schema/page.schema.json", "admin/pelican-format.js"]) {
    assert.ok(editors.includes(`\`${path}\``), path);
    assert.ok(readdirSync(join(project, path, "..")).includes(path.split("/").at(-1) ?? ""), path);
  }
});

commands.run();
