/** The command line sees the pages that a build sees, and tells the same. */
import { execFileSync } from "node:child_process";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Ran, temporaryFolder, writeTree } from "../build-tree.ts";
import { readHtml, readMenu } from "../html.ts";
import { buildSite, runPelican, type SmallSite } from "../small-site.ts";

const FILES = {
  ".eleventyignore": "content/posts/hush.md\n",
  "_includes/mine.njk": "{{ content | safe }}{% include 'menus/top.njk' %}",
  "content/posts/hush.md": "Title: Hush\nDate: 2020-01-01\nTop_menu_show: true\n\n[x](/nowhere)\n",
  "content/posts/left.md": "Title: Left\nStatus: skip\nDropdown_menu_shwo: true\n\nText\n",
  "content/posts/draft.md": "Title: Draft\nDate: 2020-01-01\nDraft: true\n\n[x](/nowhere)\n",
  "content/posts/a.md": "Title: A\nDate: 2020-01-01\n\n[x]({{ '/nowhere' }}) [y](/late/0/) [d]({filename}draft.md)\n",
  "content/p.md": "Title: P\nTop_menu_show: true\nTop_Menu_order: 3\n\nText\n",
  "content/g/g.json": '{ "permalink": "g/{{ page.fileSlug }}.html", "layout": "mine.njk" }',
  "content/g/q.md": "Title: Q\nMenu_name: In the menu\nTop_menu_show: true\n\nText\n",
  "content/late.njk":
    "---\npagination: { data: collections.posts, size: 1, alias: p }\npermalink: 'late/{{ pagination.pageNumber }}/'\n---\nLate",
};

const DRAFTS = `config.addPreprocessor("drafts", "*", (data) => { if (data.draft) return false; });`;

const same = suite("build: the command line sees the same");
let folder: string;
let built: SmallSite;

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
}

function pelican(...args: readonly string[]): Promise<Ran> {
  return runPelican(folder, args);
}

same.before(async () => {
  folder = temporaryFolder();
  built = await buildSite(FILES, { folder, config: DRAFTS, by: "command" });
  writeTree(folder, { ".gitignore": "_site\nnode_modules\n.cache\n" });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "before");
});
same.after(() => built.dispose());

same("check tells the findings of the build", async () => {
  const checked = await pelican("check");
  const ofBuild = built.printed.replace(/\[11ty\].*/g, "").trim();
  assert.match(ofBuild, "[link-broken]");
  assert.match(ofBuild, "[source-missing]");
  assert.match(ofBuild, "3 | Dropdown_menu_shwo: true");
  assert.is(ofBuild.match(/\[link-broken\]/g)?.length, 1);
  assert.is(checked.printed.trim(), ofBuild);
});

same("menus and explain tell the menus of the build", async () => {
  const labels = readMenu(readHtml(built.read("g/q.html")), "top").map(({ label, href }) => `${label}  ${href}`);
  assert.is(labels.length, 2);
  const { printed } = await pelican("menus");
  for (const line of labels) assert.match(printed, line);
  assert.not.match(printed, /Hush|Draft/);
  const explained = await pelican("explain", "content/g/q.md");
  assert.match(explained.printed, "address  /g/q.html");
});

same("fix leaves what check tells, but for what it mends", async () => {
  const { printed } = await pelican("fix", "--dry-run");
  assert.match(printed, "+Top_menu_order: 3");
  // In a file of which no page is made, too.
  assert.match(printed, "+Dropdown_menu_show: true");
  assert.match(printed, /Left for you:\n\n.*\.md\n/);
  assert.match(printed, "[link-broken]");
  assert.match(printed, /\n1 error, 1 warning\b/);
  assert.not.match(printed, "[field-misspelt]");
});

same("diff compares revisions with the project's own includes, data and ignores", async () => {
  writeTree(folder, {
    "content/g/r.md": "Title: R\nTop_menu_show: true\n\nText\n",
    "content/g/q.md": "Title: Q\nMenu_name: Renamed\nTop_menu_show: true\n\nText\n",
  });
  const since = await pelican("diff", "HEAD", "content");
  const renamed = "- **renamed** in top: “In the menu” is now “Renamed” (/g/q.html)";
  assert.is(since.printed.trim(), `- **added** to top: “R” (/g/r.html)\n${renamed}`);
  git("add", "-A");
  git("commit", "-qm", "after");
  const between = await pelican("diff", "HEAD~1", "HEAD");
  assert.is(between.printed, since.printed);
});

same.run();
