/** Runs the cases that it is told, by name, and answers with what went wrong, or nothing. */
import { CASES } from "./extreme-cases.ts";

process.on("message", (name: string) => process.send?.(faultOf(name)));

function faultOf(name: string): string {
  try {
    const run = CASES.get(name);
    if (!run) return `there is no case ${name}`;
    run();
    return "";
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 2000) : String(error);
  }
}
