import { z } from "zod";

/** A link of the site's own in a menu: one that no page's header owns. */
export const siteLink = z.strictObject({ title: z.string().min(1), url: z.string().min(1) });

export const folders = z.array(z.string());
/** A file to write, from the output folder; empty for none. */
export const saveAs = z
  .string()
  .refine((path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path), "write a path inside the site");

/** A folder of the content. */
export const within = z
  .string()
  .refine((path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path), "write a folder inside the content");

/** Where readers are told that a feed is. */
export const feedUrl = z
  .string()
  .refine((url) => !/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url), "write a path, or an address with https:")
  .default("")
  .describe("Its address, where that is not where it is written.");

/** The file of a page of a list; a slash at its start does no harm, as in Pelican. */
export const pagePattern = z
  .string()
  .refine((path) => !/\\|(?:^|\/)\.\.(?:\/|$)/.test(path), "write a path inside the site")
  .refine(
    (path) => !/\{(?!(?:save_as|url|name|base_name|extension|number)(?::0?\d*d?)?\})/.test(path),
    "there are {name}, {base_name}, {extension}, {number}, {save_as} and {url}",
  );
const LETTERS = "write a text such as %d.%m.%Y, or a locale and a text";
const letters = z.string().refine((text) => text === "" || /%-?[a-z%]/i.test(text), LETTERS);
/** Letters of strftime, alone or behind a locale. */
export const dateFormat = z.union([letters, z.tuple([z.string(), letters])], {
  error: LETTERS,
});
/** The fields that translations have in common. */
export const translationId = z
  .union([z.string(), z.array(z.string())])
  .nullable()
  .default("slug");

/** A field to order by. */
export const order = z
  .string()
  .regex(/^(?:reversed-)?[^\s-]\S*$/, "write a field's name, or reversed- and a field's name");

const MEGABYTE = 1_000_000;

/** A size in megabytes. Whoever writes it in bytes or kilobytes would have no limit: what was meant is said. */
export function megabytes(most: number) {
  return z
    .number()
    .positive()
    .max(most, {
      error: ({ input }) => {
        const bytes = [MEGABYTE, 1000].map((unit) => Number(input) / unit).find((size) => size >= 1 && size <= most);
        const meant = bytes === undefined ? "" : `; did you mean ${Number(bytes.toPrecision(3))}?`;
        return `is in megabytes (MB), and ${most} is the most${meant}`;
      },
    });
}
