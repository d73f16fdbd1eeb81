/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
const FORBIDDEN = /[<>:"|?*]/;

/**
 * Why Windows has no file of a path; undefined where it has.
 * Source: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
export function unportable(path: string): string | undefined {
  for (const part of path.split("/")) {
    const [name = ""] = DEVICE.exec(part) ?? [];
    if (name !== "") return `“${name.replace(/\.$/, "")}” is the name of a device`;
    const [sign] = FORBIDDEN.exec(part) ?? [];
    if (sign !== undefined) return `no name holds “${sign}”`;
    if (/[. ]$/.test(part)) return `no name ends in ${part.endsWith(".") ? "a dot" : "a space"}`;
  }
  return undefined;
}
