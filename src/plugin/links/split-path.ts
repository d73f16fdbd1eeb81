import { decodeAddress } from "../dialect/address.ts";

/** A path, decoded, and what follows it: a query, a fragment. */
export function splitPath(rest: string): { path: string; suffix: string } {
  const at = rest.search(/[?#]/);
  const path = at < 0 ? rest : rest.slice(0, at);
  return { path: decodeAddress(path.trim()), suffix: at < 0 ? "" : rest.slice(at) };
}
