import { minify_sync } from "terser";

/**
 * A script as it is served. Nothing outside it uses its names.
 *
 * @throws {SyntaxError} where it is none
 */
export function processScript(name: string, script: Uint8Array, isMinified: boolean): Uint8Array {
  if (!isMinified) return script;
  const { code = "" } = minify_sync({ [name]: Buffer.from(script).toString() }, { ecma: 2020, toplevel: true });
  return Buffer.from(code);
}
