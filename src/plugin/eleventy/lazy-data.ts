import type { View } from "../views/view.ts";
import type { Views } from "../views/views.ts";

/**
 * An object of a class of its own: Eleventy copies plain objects deeply, template by template, and merges one into another.
 */
class LazyData {
  constructor(parts: Readonly<Record<string, () => unknown>>) {
    // Liquid reads only what is an object's own.
    for (const [name, get] of Object.entries(parts)) {
      // What computed data says of a part holds, on the template that says it.
      const set = (value: unknown) => Object.defineProperty(this, name, { value, ...PLAIN });
      Object.defineProperty(this, name, { get, set, enumerable: true, configurable: true });
    }
  }
}

const PLAIN = { enumerable: true, configurable: true, writable: true };

/** The plugin's data and, beside it, what the site has under the same name. */
export function besideOwn<Data extends object>(data: Data, own: unknown): Data {
  if (typeof own !== "object" || own === null || own instanceof LazyData) return data;
  return Object.defineProperties(new LazyData({}), {
    ...Object.getOwnPropertyDescriptors(own),
    ...Object.getOwnPropertyDescriptors(data),
  }) as Data;
}

/** Data whose parts are made when a template asks for them. */
export function lazyData<Data extends object>(parts: { readonly [Name in keyof Data]: () => Data[Name] }): Data {
  return new LazyData(parts as Readonly<Record<string, () => unknown>>) as Data;
}

/** What templates know as `pelican`. */
export type PelicanData = { readonly [Part in keyof Shown]: Shown[Part] | undefined };

/** What is printed; of a page that is printed by a template of the plugin's own, its text, too: HTML. */
export interface Shown extends View {
  readonly text: string;
}

/** A build, as far as it is printed. */
export interface Printed {
  readonly views: Views;
}

/**
 * @param current the build that runs; undefined as long as there is no site yet. A build is another one after its texts
 *   were changed, and while somebody writes Eleventy keeps its data from build to build.
 * @param make asked when a template of a build first asks
 * @param saveAs the file that is written, for a list
 */
export function pelicanData<Build extends Printed>(
  current: () => Build | undefined,
  make: (build: Build) => Partial<Shown> | undefined,
  saveAs?: string,
): PelicanData & { readonly saveAs: string | undefined } {
  let known: Build | undefined;
  let made: Partial<Shown> | undefined;
  const view = () => {
    const build = current();
    if (build !== known) made = build && make(build);
    known = build;
    return made;
  };
  return lazyData({
    site: () => view()?.site,
    head: () => view()?.head,
    menus: () => view()?.menus,
    languages: () => view()?.languages,
    words: () => view()?.words,
    page: () => view()?.page,
    list: () => view()?.list,
    search: () => view()?.search,
    text: () => view()?.text,
    saveAs: () => saveAs,
  });
}
