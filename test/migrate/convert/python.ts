import { spawnSync } from "node:child_process";
import { programsIn } from "../../../src/migrate/init/pelican.ts";

/** A Python on this machine that can import something. */
export function pythonWith(...modules: readonly string[]): string | undefined {
  const asked = `import ${modules.join(", ")}`;
  return programsIn("python3", "/").find((program) => spawnSync(program, ["-c", asked]).status === 0);
}
