import { z } from "zod";

const isOn = z.boolean().default(false);

/** The columns that Python-Markdown nests by. */
export const TAB_LENGTH = 4;

/**
 * Python-Markdown's extensions, by their names, and those of their options that change a page. What `extra` and
 * `codehilite` do is always done. `exact` is ours: without it, lists may stand straight after a line of text, may be nested
 * by two blanks, and are sane, and emphasis is CommonMark's where that is not odd.
 * Source: https://docs.getpelican.com/en/latest/settings.html (MARKDOWN), https://python-markdown.github.io/extensions/
 */
export const markdownSetting = z
  .strictObject({
    admonition: isOn,
    caret: isOn,
    codehilite: z.strictObject({ linenums: z.boolean().optional() }).prefault({}),
    del_ins: isOn,
    details: isOn,
    exact: isOn,
    footnotes: z
      .strictObject({
        SEPARATOR: z.string().default(":"),
        BACKLINK_TEXT: z.string().default("↩"),
        PLACE_MARKER: z.string().default("///Footnotes Go Here///"),
      })
      .prefault({}),
    liquid_tags: isOn,
    magiclink: isOn,
    mark: isOn,
    nl2br: isOn,
    sane_lists: isOn,
    smartsymbols: isOn,
    smarty: isOn,
    tab_length: z.int().min(1).max(TAB_LENGTH).default(TAB_LENGTH),
    tasklist: isOn,
    tilde: isOn,
    toc: z
      .strictObject({
        marker: z.string().default("[TOC]"),
        title: z.string().default(""),
        toc_depth: z
          .union([z.int().min(1).max(6), z.string().regex(/^[1-6](?:-[1-6])?$/, "write levels such as 2-4")])
          .default(6),
        baselevel: z.coerce.number().int().min(1).max(6).default(1),
        separator: z.string().default("-"),
        anchorlink: z.boolean().default(false),
        anchorlink_class: z.string().default("toclink"),
        permalink: z.union([z.boolean(), z.string()]).default(false),
        permalink_class: z.string().default("headerlink"),
        permalink_title: z.string().default("Permanent link"),
        /** Ours: what becomes of letters that Python-Markdown leaves out of ids, as of `Шаг` or `種`. */
        slugify: z.enum(["toc", "pelican"]).default("pelican"),
      })
      .prefault({}),
    wikilinks: z
      .union([
        z.literal(false),
        z.strictObject({
          base_url: z.string().default("/"),
          end_url: z.string().default("/"),
          html_class: z.string().default("wikilink"),
        }),
      ])
      .default(false),
  })
  .prefault({})
  .describe(
    "Python-Markdown's extensions that are not always on, and the options of those that are: admonition, caret, codehilite, del_ins, details, footnotes, liquid_tags, magiclink, mark, nl2br, sane_lists, smartsymbols, smarty, tasklist, tilde, toc, wikilinks. exact reads lists as Python-Markdown does: only after a blank line, nested by four blanks, and bullets and numbers in one, unless sane_lists parts them; and emphasis by its patterns. tab_length is how many blanks nest, where it is not four. toc.slugify says what ids of headings have of letters that are not Latin: pelican as slugs, and toc nothing, as the extension toc.",
  );

export type MarkdownSetting = z.output<typeof markdownSetting>;

/** All that decides how Markdown is read. */
export type Dialect = MarkdownSetting & { readonly math?: boolean };
