import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { main } from "../../bench/main.ts";
import { readOptions } from "../../bench/options.ts";
import { PEERS } from "../../bench/peers.ts";
import { STACK } from "../cli/project.ts";

const command = suite("bench: command");

async function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await main(args, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    progress: () => {},
  });
  return { code, out: out.join(""), error: error.join("") };
}

for (const [args, said] of [
  [["many"], "The number of pages is “many”: write a whole number from 20 to 9999999.\n"],
  [["19"], "The number of pages is “19”: write a whole number from 20 to 9999999.\n"],
  [["200", "--rounds", "0"], "--rounds is “0”: write a whole number from 1 to 9999999.\n"],
  [["--peers", "elevnty"], "There is no peer “elevnty”. Did you mean eleventy?\n"],
  [
    ["--peers", "this,"],
    "There is no peer “”. Write some of hugo,eleventy,eleventy-min,floor,this,this-warm,this-fast,this-fast-warm.\n",
  ],
] as const) {
  command(`${args.join(" ")}: a plain message`, async () => {
    assert.equal(await run(...args), { code: 2, out: "", error: said });
  });
}

command("an option that there is not: a plain message", async () => {
  const { code, error } = await run("--round", "3");
  assert.is(code, 2);
  assert.match(error, "--round");
  assert.not.match(error, STACK);
});

command("Hugo that is not there is left out, and asked for it is a fault", () => {
  assert.equal(
    readOptions([], false).peers,
    [...PEERS.keys()].filter((name) => name !== "hugo"),
  );
  assert.equal(readOptions([], true).peers, [...PEERS.keys()]);
  assert.throws(() => readOptions(["--peers", "this,hugo"], false), "There is no hugo on the PATH.");
});

command("the help names every peer", async () => {
  const { code, out } = await run("--help");
  assert.is(code, 0);
  for (const [name, { summary }] of PEERS) assert.match(out, new RegExp(`^ +${name} +${summary}$`, "m"));
});

/** Runs with variables of the environment that refer to a folder, which is gone afterwards. */
async function within(variables: (folder: string) => Record<string, string>, test: (folder: string) => Promise<void>) {
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), "pelican-test-"));
  const changed = variables(folder);
  Object.assign(process.env, changed);
  try {
    await test(folder);
  } finally {
    for (const name of Object.keys(changed)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(folder, { recursive: true });
  }
}

const temporary = (folder: string) => ({ TMPDIR: folder, TEMP: folder, TMP: folder });

command("a table with a row for each peer, where the time went, and nothing left behind", () =>
  within(temporary, async (folder) => {
    const { code, out, error } = await run("20", "--rounds", "1", "--peers", "eleventy,this", "--times");
    assert.equal([code, error], [0, ""]);
    assert.match(out, /^20 pages +wall s +CPU s +peak MB +ms\/page +× eleventy$/m);
    for (const peer of ["eleventy", "this"]) {
      assert.match(
        out,
        new RegExp(`^${peer} +\\d+\\.\\d\\d +(\\d+\\.\\d\\d|–) +\\d+ +\\d+\\.\\d\\d +\\d+\\.\\d\\d$`, "m"),
      );
    }
    assert.match(out, /^together +\d+ ms +100 %$/m);
    assert.equal(readdirSync(folder), []);
  }),
);

// What stands in for Hugo is a script of a shell.
if (process.platform !== "win32") {
  for (const [does, said] of [
    ["echo no berth is free >&2; exit 3", "hugo failed with exit code 3:\n\nno berth is free\n\n"],
    ["mkdir site; touch site/index.html; echo done", "hugo wrote 1 of 20 pages:\n\ndone\n\n"],
  ] as const) {
    command(`a peer that fails ends it, and what it printed is told: ${does}`, () =>
      within(
        (folder) => ({ ...temporary(folder), PATH: `${folder}${delimiter}${process.env.PATH}` }),
        async (folder) => {
          const script = `#!/bin/sh\nif [ "$1" = version ]; then exit 0; fi\n${does}\n`;
          writeFileSync(join(folder, "hugo"), script, { mode: 0o755 });
          const { code, error } = await run("20", "--peers", "hugo");
          assert.equal([code, error], [1, said]);
          assert.equal(readdirSync(folder), ["hugo"]);
        },
      ),
    );
  }
}
command.run();
