// Loaded by each build in Node before its own code: notes the most memory that the process held. JavaScript, so that no
// loader takes part in what is measured.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.BENCH_MEMORY;
// Threads load this too, and the memory is that of all of them.
if (file && isMainThread) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
