import { createSourceReader, type SourceReader } from "../pages/read-source.ts";
import type { TemplateData } from "./types.ts";

/**
 * What is kept from build to build, while somebody writes. With `--incremental`, Eleventy hands over the data objects of
 * files that did not change as the build before left them.
 */
export interface GatheringMemory {
  readonly readSource: SourceReader;
  /** Takes back what an earlier build filled in. */
  readonly restore: (data: TemplateData) => void;
  /** Lets something fill in data, and remembers what was there before. */
  readonly filling: (data: TemplateData, fill: () => void) => void;
  /** The entries of menus that were told to pages. */
  readonly given: WeakSet<object>;
}

/** Makes the memory of a run. */
export function createGatheringMemory(): GatheringMemory {
  const changed = new WeakMap<TemplateData, Readonly<Record<string, unknown>>>();
  return {
    readSource: createSourceReader(),
    restore: (data) => {
      Object.assign(data, changed.get(data));
      changed.delete(data);
    },
    filling: (data, fill) => {
      const before = { ...data };
      fill();
      const names = Object.keys(data).filter((name) => data[name] !== before[name]);
      changed.set(data, Object.fromEntries(names.map((name) => [name, before[name]])));
    },
    given: new WeakSet(),
  };
}
