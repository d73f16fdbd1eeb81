/**
 * A script as it is served: as small as can be. Nothing outside it uses its names.
 *
 * @throws {SyntaxError} where it is none
 */
export async function minifyScript(name: string, script: string): Promise<string> {
  // Loaded when it is needed: that takes longer than its work.
  const { minify } = await import("terser");
  const { code = "" } = await minify({ [name]: script }, { ecma: 2020, toplevel: true });
  return code;
}
