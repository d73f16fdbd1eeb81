import { type ChildProcess, spawn } from "node:child_process";
import { libraryFolder } from "../files/libraries.ts";
import { DRAWING_PROGRAM } from "./drawing-program.ts";

/** What is to be drawn of an image, as eleventy-img takes it. */
export interface DrawingRequest {
  readonly path: string;
  readonly options: Readonly<Record<string, unknown>> & { readonly widths: readonly number[] };
  /** One width after the other: of a large image all at once would take too much memory. */
  readonly isInTurn: boolean;
}

export interface DrawnPicture {
  readonly format: string;
  readonly width: number;
  readonly buffer: Uint8Array;
}

export type DrawingAnswer =
  | { readonly pictures: readonly DrawnPicture[] }
  /** Why this image cannot be drawn, going on from “The image …”; whether it was not ready in time. */
  | { readonly damage: string; readonly isSlow?: boolean }
  /** Why none can. */
  | { readonly fault: string };

export interface DrawingProcess {
  /** One after the other. */
  readonly draw: (request: DrawingRequest) => Promise<DrawingAnswer>;
  readonly end: () => void;
}

/** No photograph takes so long, on a slow and busy machine neither; in seconds. */
const LONGEST = 60;

/**
 * A process that draws images. What decodes them has no bound of its own, and a file that it never has enough of, or that
 * makes it fall over, would take the build with it.
 *
 * @param program what runs in it
 * @param seconds how long an image may take
 */
export function startDrawing(program: string = DRAWING_PROGRAM, seconds: number = LONGEST): DrawingProcess {
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  const draw = (request: DrawingRequest, isAgain = false) =>
    new Promise<DrawingAnswer>((resolve) => {
      child ??= startProgram(program);
      const own = child;
      const finish = (answer: DrawingAnswer | Promise<DrawingAnswer>) => {
        clearTimeout(timer);
        own.removeAllListeners();
        // What it meets when it is ended is nobody's.
        own.on("error", () => {});
        resolve(answer);
      };
      const giveUp = (answer: DrawingAnswer) => {
        finish(answer);
        end();
      };
      // Somebody may have ended it, or all that takes much memory: an image that does it ends the next one, too.
      const tryAgain = (answer: DrawingAnswer) => {
        end();
        finish(isAgain ? answer : draw(request, true));
      };
      const slow = { damage: `takes more than ${seconds} seconds to be drawn, and was given up`, isSlow: true };
      const timer = setTimeout(() => giveUp(slow), seconds * 1000);
      own.once("message", (answer) => finish(inWords(answer as DrawingAnswer)));
      own.once("error", ({ message }) => tryAgain({ fault: message }));
      own.once("exit", (code, signal) => tryAgain({ damage: `is damaged: it ends what draws it (${signal ?? code})` }));
      own.send(request);
    });
  return { draw: (request) => draw(request), end };
}

/** What the library says goes on from “The image …”. */
function inWords(answer: DrawingAnswer): DrawingAnswer {
  return "damage" in answer ? { damage: `is damaged (${answer.damage.split("\n", 1)[0]?.trim()})` } : answer;
}

function startProgram(program: string): ChildProcess {
  const library = libraryFolder("@11ty/eleventy-img") ?? "@11ty/eleventy-img";
  return spawn(process.execPath, ["-e", program, library], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  });
}
