import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { project } from "../build-tree.ts";
import { manifest } from "./packed.ts";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(project, ".github/workflows");
const sources = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")] as const);
const workflows = suite("supply chain: workflows");

for (const [name, source] of sources) {
  const { permissions, jobs } = parse(source) as Workflow;

  workflows(`${name} takes each action by the hash of a release, which is named beside it`, () => {
    for (const line of source.split("\n").filter((one) => one.includes("uses:"))) {
      assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  workflows(`${name} may read, and only the job that publishes may do more`, () => {
    assert.equal(permissions, { contents: "read" });
    for (const [job, { permissions: own = {} }] of Object.entries(jobs)) {
      const more = Object.entries(own).filter(([, value]) => value !== "read");
      const allowed = { publish: ["id-token"], release: ["contents"] }[job] ?? [];
      assert.equal(
        more.map(([key]) => key),
        allowed,
        job,
      );
    }
  });

  workflows(`${name} keeps no token, and runs nothing that a branch or a title can put into a command`, () => {
    assert.not.match(source, /secrets\./);
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = "" }) => run));
    for (const run of runs) assert.not.match(run, /\$\{\{\s*github\.(?:event|head_ref|ref)/);
    for (const run of runs.filter((one) => one.startsWith("npm ci"))) assert.is(run, "npm ci --ignore-scripts");
  });
}

workflows(
  "each library of the package is in the table of CONTRIBUTING.md, with its reason, size and last release",
  () => {
    const rows = readFileSync(join(project, "CONTRIBUTING.md"), "utf8").match(/^\| `.*$/gm) ?? [];
    const told = rows.filter((row) =>
      /^\| (?:`[^`]+`(?:, )?)+ \| .{8,} \| [\d,]+ \| 20\d\d-\d\d(?:, done)? \|$/.test(row),
    );
    const named = told.flatMap((row) =>
      [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    );
    const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependenciesMeta)];
    assert.equal(named.sort(), declared.sort());
  },
);

workflows.run();
