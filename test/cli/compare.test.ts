import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeTree } from "../build-tree.ts";
import { changed, landmarks, pelican } from "../migrate/compare/sites.ts";
import { projectOf, run, spawned } from "./project.ts";

const compare = suite("cli: compare");

function sites(): string {
  const folder = projectOf({});
  writeTree(join(folder, "old"), pelican());
  writeTree(join(folder, "new"), landmarks());
  writeTree(join(folder, "less"), changed(landmarks(), { "contact.html": undefined }));
  return folder;
}

compare("exits with 0 where nothing is lost, with 1 where something is", () => {
  const folder = sites();
  assert.equal(run(folder, ["compare", "old", "new"]), {
    code: 0,
    error: "",
    out: "4 of 4 pages compared: nothing is lost.\n",
  });
  const { code, out } = run(folder, ["compare", "old", "less"]);
  assert.is(code, 1);
  assert.match(out, "Pages that are gone: 1\n  /contact.html\n");
  assert.is(run(folder, ["compare", "old", "less", "--allow", "/contact.html"]).code, 0);
});

compare("as a shell runs it, with JSON and a page", async () => {
  const folder = sites();
  const { code, out, error } = await spawned(folder, ["compare", "old", "less", "--json", "--html", "report.html"]);
  assert.equal([code, error], [1, ""]);
  const report = JSON.parse(out);
  assert.equal(report.pages, { old: 4, new: 3, compared: 3 });
  assert.equal(report.addresses, [{ address: "/contact.html", file: "contact.html", to: null }]);
  assert.equal([report.titles, report.navigation, report.text], [[], [], []]);
  assert.match(readFileSync(join(folder, "report.html"), "utf8"), '<h2 id="addresses">Pages that are gone');
});

const WRONG: readonly [readonly string[], string][] = [
  [["old"], "Compare what with what?"],
  [["old", "none"], "There is no folder none. Name the folder that a site was built into."],
  [["old", "old/index.html"], "old/index.html is not a folder. Name the folder that a site was built into."],
  [["old", "empty"], "There is no HTML file in empty. Name the folder that a site was built into."],
  [["old", "new", "more"], "There is one argument too many: more."],
  [["old", "new", "--html", "none/report.html"], "none/report.html cannot be written"],
  [["old", "new", "--no"], "There is no option --no here."],
];

for (const [args, message] of WRONG) {
  compare(`a wrong call: ${args.join(" ")}`, () => {
    const folder = sites();
    mkdirSync(join(folder, "empty"));
    const { code, out, error } = run(folder, ["compare", ...args]);
    assert.equal([code, out], [2, ""]);
    assert.ok(error.startsWith(message), error);
    assert.not.ok(existsSync(join(folder, "none")));
  });
}

compare("links within the folder are followed, those out of it and in circles are not", () => {
  const folder = sites();
  writeTree(folder, { "secret/page.html": "<title>Secret</title>" });
  symlinkSync(join(folder, "secret"), join(folder, "old/out"));
  symlinkSync("nowhere", join(folder, "old/broken.html"));
  symlinkSync(".", join(folder, "old/circle"));
  symlinkSync("contact.html", join(folder, "old/write.html"));
  const { code, out, error } = run(folder, ["compare", "old", "new"]);
  assert.is(code, 1);
  assert.match(out, "Pages that are gone: 1\n  /write.html\n");
  assert.is(
    error,
    [
      "old/broken.html is left out: it is a link to a file that is not there.\n",
      "old/out is left out: it is a link that leads out of the folder.\n",
    ].join(""),
  );
});

compare.run();
