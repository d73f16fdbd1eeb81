import type { EleventyConfig } from "./config.ts";

/**
 * While somebody writes, lets no build begin before the one that runs is at its end.
 *
 * Eleventy 3.1 forgets the build that runs where it reads its configuration anew, and makes the next one beside it: of pages
 * that both have, it says that they conflict. That a build is at its end, be it that it failed, the benchmarks hear of.
 * Undocumented: test/builds/one-at-a-time.test.ts pins it.
 *
 * @param isReadAnew whether a build runs already, that for which the configuration is read
 */
export function buildOneAtATime(config: EleventyConfig, isReadAnew: boolean): void {
  let running = isReadAnew ? endless() : undefined;
  let isOver = false;
  const end = () => {
    running?.end();
    running = undefined;
  };
  config.on("eleventy.beforeWatch", async () => {
    while (running) await running.ended;
    if (!isOver) running = endless();
  });
  // Those of the new configuration see to it from now on. Where it cannot be read, Eleventy forgets nothing.
  config.on("eleventy.reset", () => {
    isOver = true;
    end();
  });
  const { benchmarkManager } = config;
  const finish = benchmarkManager.finish.bind(benchmarkManager);
  benchmarkManager.finish = () => {
    finish();
    end();
  };
}

/** A promise that is kept by its `end`. */
function endless(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}
