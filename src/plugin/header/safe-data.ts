/** Names through which data that is merged into other data could reach every object of the program. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Whether a name can be that of a field. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** A copy of front matter without the keys that Eleventy's deep merge would write through, at any depth. */
export function safeData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(safeData);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).filter(([name]) => !isReserved(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, safeData(inner)]));
}
