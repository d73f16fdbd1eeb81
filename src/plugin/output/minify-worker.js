// JavaScript, so that a worker thread runs it as it is on every version of Node.
import { parentPort, workerData } from "node:worker_threads";
import { minifyAll } from "./minify-all.js";

parentPort?.on("message", async (/** @type {readonly string[]} */ texts) => {
  parentPort?.postMessage(await minifyAll(texts, workerData));
});
