import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Chosen, chooseChromium, launchChromium, type Machine } from "./chromium.ts";

const choice = suite("the browser of the tests");

const machine = (of: Partial<Machine>, ...files: string[]): Machine => ({
  platform: "linux",
  arch: "x64",
  env: {},
  exists: (path) => files.includes(path),
  ...of,
});
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const WINDOWS = "C:\\Programs\\Google\\Chrome\\Application\\chrome.exe";

const CHOSEN: readonly (readonly [string, Machine, Chosen])[] = [
  ["what CHROME_PATH names", machine({ env: { CHROME_PATH: "/my/chrome" } }, "/my/chrome"), { path: "/my/chrome" }],
  ["the packaged one on Linux", machine({}, "/usr/bin/chromium"), "packaged"],
  ["the system's on other processors", machine({ arch: "arm64" }, "/usr/bin/chromium"), { path: "/usr/bin/chromium" }],
  ["the system's on a Mac", machine({ platform: "darwin" }, MAC), { path: MAC }],
  [
    "the system's on Windows",
    machine({ platform: "win32", env: { PROGRAMFILES: "C:\\Programs" } }, WINDOWS),
    { path: WINDOWS },
  ],
];

for (const [what, of, chosen] of CHOSEN) choice(what, () => assert.equal(chooseChromium(of), chosen));

choice("a CHROME_PATH that leads nowhere is said, and nothing else is taken", () => {
  const of = machine({ env: { CHROME_PATH: "/my/chrome" } }, "/usr/bin/chromium");
  assert.throws(() => chooseChromium(of), /^CHROME_PATH is \/my\/chrome, and there is no such file\. Install Chrome, /);
});

choice("where there is none it is said what to do", () => {
  for (const platform of ["darwin", "win32"]) {
    assert.throws(() => chooseChromium(machine({ platform })), /No browser was found.+name its program in CHROME_PATH/);
  }
});

choice("a program that is no browser is said to be none", async () => {
  const of = machine({ env: { CHROME_PATH: process.execPath } }, process.execPath);
  const error = await launchChromium(of).then(() => "it started", String);
  assert.match(error, `${process.execPath} does not start. Install Chrome`);
});

choice.run();
