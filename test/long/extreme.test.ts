/** The extreme cases, one after the other in a process that is ended where a case does not end by itself. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { suite } from "uvu";
import { CASES } from "./extreme-cases.ts";

/** Only against a case that never ends; how long one takes is no matter here. */
const LONGEST = 120_000;

const extreme = suite("hostile: extreme values");
let runner: ChildProcess | undefined;

extreme.after(() => {
  runner?.kill("SIGKILL");
});

function started(): ChildProcess {
  const file = fileURLToPath(new URL("./extreme-runner.ts", import.meta.url));
  return fork(file, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

function inProcess(name: string): Promise<void> {
  runner ??= started();
  const child = runner;
  return new Promise((resolve, reject) => {
    const end = (fault: string) => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (fault === "") resolve();
      else reject(new Error(fault));
    };
    const stop = (fault: string) => {
      runner = undefined;
      child.kill("SIGKILL");
      end(fault);
    };
    const timer = setTimeout(() => stop(`no end after ${LONGEST / 1000} seconds`), LONGEST);
    child.once("message", (fault) => end(String(fault)));
    child.once("error", (error) => stop(String(error)));
    child.once("exit", (code, signal) => stop(`the process ended with ${code ?? signal}`));
    child.send(name);
  });
}

for (const name of CASES.keys()) extreme(name, () => inProcess(name));

extreme.run();
