/**
 * Behaviours of Pelican's own tests, held against what `init` and a build make of small sites. With `PELICAN=pelican` it is
 * Pelican itself that builds them: so it is known that they are right.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { project, temporaryFolder, writeTree } from "../build-tree.ts";
import { buildMoved } from "../moved-site.ts";
import { type Look, SITES, type Site } from "./sites.ts";

const URL_OF_SITE = "https://lamps.example";
const PELICAN = process.env.PELICAN;

let held = 0;

for (const site of SITES) {
  const test = suite(`conformance: ${site.name}`);
  let folder = "";
  test.before(() => {
    folder = temporaryFolder();
    writeSite(folder, site);
    if (PELICAN) buildWithPelican(folder, PELICAN);
    else buildMoved(folder);
  });
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const { says, from, look } of site.behaviours) {
    test(`${says} (${from})`, () => {
      for (const one of look) assert.is(fault(one, join(folder, "_site")), undefined);
      held += 1;
    });
  }
  test.run();
}

const all = SITES.reduce((count, { behaviours }) => count + behaviours.length, 0);
const figure = suite("conformance: how many");
figure("as many as the README says", () => {
  const said = `${held} of ${all} behaviours of Pelican's own tests`;
  console.log(`\n${said}`);
  assert.ok(readFileSync(join(project, "README.md"), "utf8").replace(/\s+/g, " ").includes(said), said);
});
figure.run();

function writeSite(folder: string, { conf, files }: Site): void {
  const settings = `SITENAME = 'Lamps'\nSITEURL = '${URL_OF_SITE}'\nPATH = 'content'\nTIMEZONE = 'UTC'\n${conf}`;
  writeTree(folder, { "pelicanconf.py": settings });
  for (const [path, text] of Object.entries(files)) writeTree(folder, { [`content/${path}`]: text });
}

function buildWithPelican(folder: string, pelican: string): void {
  const { status, stderr } = spawnSync(pelican, ["content", "-s", "pelicanconf.py", "-o", "_site", "-t", "simple"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.is(status, 0, stderr);
}

/** What is not as it should be. */
function fault(look: Look, output: string): string | undefined {
  if ("file" in look) return existsSync(join(output, look.file)) ? undefined : `there is no ${look.file}`;
  if ("none" in look) return existsSync(join(output, look.none)) ? `there is ${look.none}` : undefined;
  const path = "source" in look ? look.source : look.in;
  if (!existsSync(join(output, path))) return `there is no ${path}`;
  const source = readFileSync(join(output, path), "utf8").replaceAll(URL_OF_SITE, "");
  if ("holds" in look) return source.includes(look.holds) ? undefined : `${path} holds no ${look.holds}`;
  const text = textOf(source);
  if ("text" in look) return text.includes(look.text) ? undefined : `${path} has no “${look.text}”: ${text}`;
  if ("without" in look) return text.includes(look.without) ? `${path} has “${look.without}”: ${text}` : undefined;
  const places = look.order.map((one) => text.indexOf(one));
  const isOrdered = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  return isOrdered ? undefined : `${path} is in another order: ${text}`;
}

function textOf(html: string): string {
  const body = html.replace(/<head>[\s\S]*?<\/head>|<(script|style)[\s\S]*?<\/\1>/g, "");
  return body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
