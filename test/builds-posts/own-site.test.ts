import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hrefOf } from "../../src/plugin/dialect/address.ts";
import { renewed } from "../../src/site/renewed.ts";
import { type Built, project } from "../build-tree.ts";
import { attribute, one, readHtml, select, textOf } from "../html.ts";
import { ownSite } from "../own-site.ts";
import { faultsIn } from "../site-helpers.ts";

const own = suite("the site's own content");

interface Software {
  readonly name: string;
  readonly kind: string;
  readonly renewed: string;
}
interface Team {
  readonly name: string;
  readonly seats: readonly { readonly role: string }[];
}

let built: Built;

function data<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(join(project, "_data", file), "utf8"));
}

own.before(async () => {
  built = await ownSite();
});

own("is built without a finding", () => {
  assert.is(built.exitCode, 0, built.findings);
  assert.not.match(built.findings, /\b(error|warning): /);
});

own("every address in the site's ledger is there, or redirects", () => {
  const ledger: object = JSON.parse(readFileSync(join(project, "addresses.json"), "utf8"));
  const redirected = new Set(
    built
      .read("_redirects")
      .split("\n")
      .map((line) => line.split(" ")[0]),
  );
  const { searchSaveAs } = JSON.parse(readFileSync(join(project, "_data/site.json"), "utf8"));
  const gone = Object.keys(ledger).filter((address) => {
    // A copy of the content is another tree, which is not searched.
    if (address === hrefOf(searchSaveAs)) return false;
    const path = decodeURIComponent(address.slice(1));
    return !built.has(address.endsWith("/") ? `${path}index.html` : path) && !redirected.has(address);
  });
  assert.equal(gone, []);
});

own("about/technology-overview is about/overview", () => {
  const lines = built.read("_redirects").split("\n");
  assert.ok(lines.includes("/about/technology-overview /about/overview.html 301"));
  assert.ok(lines.includes("/about/technology-overview.html /about/overview.html 301"));
  assert.ok(built.has("about/overview.html"));
});

for (const [path, kind] of [
  ["software/clients.html", "client"],
  ["software/servers.html", "server"],
  ["software/libraries.html", "library"],
] as const) {
  own(`${path} lists the software that was renewed within a year, and no other`, () => {
    const ofKind = data<Software>("programs.json").filter((entry) => entry.kind === kind);
    const expected = renewed(ofKind, DateTime.now().setZone("Europe/Paris")).map(({ name }) => name);
    const list = one(one(readHtml(built.read(path)), "main"), "ul", { class: "software" });
    const shown = select(list, "li").map((item) => textOf(one(item, "a")));
    assert.equal(shown, expected);
  });
}

own("the data holds software that is left out, so that the test above says something in a year's time, too", () => {
  const all = data<Software>("programs.json");
  assert.ok(renewed(all, DateTime.fromISO("2026-11-01", { zone: "Europe/Paris" })).length < all.length);
});

own("the teams page lists every team with its seats", () => {
  const main = one(readHtml(built.read("community/teams.html")), "main");
  const text = textOf(main);
  const teams = data<Team>("teams.json");
  assert.ok(teams.length > 2);
  for (const team of teams) {
    assert.ok(text.includes(team.name), team.name);
    for (const { role } of team.seats) assert.ok(text.includes(role), `${team.name}: ${role}`);
  }
});

own("there are a dozen posts over several years in three categories, with a translation", () => {
  const posts = select(one(readHtml(built.read("archives.html")), "main"), "li");
  assert.ok(posts.length >= 12);
  const years = built.written.filter((path) => /^\d{4}\/index\.html$/.test(path));
  assert.ok(years.length >= 3);
  assert.is(built.written.filter((path) => /^category\/[^/]*[a-z]\.html$/.test(path)).length, 3);
  const translated = built.written.filter((path) => path.endsWith("-de/index.html"));
  assert.is(translated.length, 1);
});

own("every page leads to the feed and to a stylesheet that is there", () => {
  for (const path of built.written.filter((file) => file.endsWith(".html"))) {
    const head = one(readHtml(built.read(path)), "head");
    assert.ok(select(head, "link", { rel: "alternate", type: "application/atom+xml" }).length > 0, path);
    for (const link of select(head, "link", { rel: "stylesheet" })) {
      assert.ok(built.has((attribute(link, "href") ?? "").slice(1)), path);
    }
  }
});

own("feeds and sitemap are valid", async () => {
  const feeds = built.written.filter((path) => path.endsWith(".atom.xml"));
  assert.is(feeds.length, 4);
  assert.equal(await faultsIn("atom.rng", ...feeds.map(built.read)), []);
  assert.equal(await faultsIn("sitemap.xsd", built.read("sitemap.xml")), []);
});

own.run();
