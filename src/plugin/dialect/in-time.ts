import { runInThisContext } from "node:vm";
import { cutShort } from "../findings/cut-short.ts";
import { plainError } from "../findings/plain-error.ts";

/** In milliseconds: no expression that is of use takes so long, on a busy machine neither. */
const LONGEST = 5_000;
/** In so short a text only a group that is repeated can take long. */
const SHORT = 1_000;
const REPEATED_GROUP = /\)[*+{]/;
/** What Node calls it when the time is over. */
const OVER = "ERR_SCRIPT_EXECUTION_TIMEOUT";

const RUN = Symbol.for("eleventy-plugin-pelican: run");
const CODE = `globalThis[Symbol.for(${JSON.stringify(RUN.description)})]()`;

/**
 * Does something with an expression of the settings and a text, which may come to no end: for each further letter `(a+)+$`
 * tries twice as much. Only what may is watched, since that takes a fifth of a millisecond each time.
 *
 * @param written the expression as it stands in the settings
 * @throws {Error} in words, where it takes too long
 */
export function inTime<Value>(pattern: RegExp, written: string, text: string, run: () => Value): Value {
  if (text.length < SHORT && !REPEATED_GROUP.test(pattern.source)) return run();
  const globals = globalThis as { [RUN]?: () => Value };
  try {
    globals[RUN] = run;
    return runInThisContext(CODE, { timeout: LONGEST });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === OVER)) throw error;
    throw plainError(
      `The regular expression “${written}” in the site's settings comes to no end for “${cutShort(text)}”: write one in which nothing that repeats is repeated, such as “a+” for “(a+)+”.`,
    );
  } finally {
    delete globals[RUN];
  }
}
