import { transform } from "lightningcss";

/**
 * The oldest browsers with container queries, which no tool can lower; nesting, `light-dark()` and the like are written
 * so that these read them. Each byte is a part of the version: major, minor, patch.
 */
const OLDEST = { chrome: 105 << 16, edge: 105 << 16, firefox: 110 << 16, safari: 16 << 16, ios_saf: 16 << 16 };

/**
 * A stylesheet as it is served.
 *
 * @param addressOf the address of another asset that `url()` names, from the stylesheet; undefined leaves it as it is
 * @throws {SyntaxError} where a browser would drop a part of it
 */
export function processStylesheet(
  name: string,
  css: Uint8Array,
  isMinified: boolean,
  addressOf: (url: string) => string | undefined,
): Uint8Array {
  const { code, dependencies } = transform({
    filename: name,
    code: css,
    minify: isMinified,
    targets: OLDEST,
    analyzeDependencies: true,
  });
  let text = Buffer.from(code).toString();
  for (const dependency of dependencies ?? []) {
    if (!("placeholder" in dependency)) continue;
    text = text.replaceAll(dependency.placeholder, addressOf(dependency.url) ?? dependency.url);
  }
  return Buffer.from(text);
}
