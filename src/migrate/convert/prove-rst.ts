import { cutShort } from "../../plugin/findings/cut-short.ts";
import { readHtmlHeader } from "../../plugin/header/html-header.ts";
import type { Block } from "../compare/blocks.ts";
import { parsePage } from "../compare/parse-page.ts";
import { wordKey } from "../compare/words.ts";
import { askPython } from "./ask-python.ts";
import type { Conversion } from "./conversion.ts";
import { ANSWER, type Answer, askedOf, type RstSite } from "./rst.ts";

/** Pelican's own reader reads the same files; what it makes of values is left to who uses them. */
const PROGRAM = `
import sys
sys.path[:] = [path for path in sys.path if path]
import json, logging
logging.disable(logging.CRITICAL)
try:
    import pelican.settings
    from pelican.readers import RstReader
except ImportError:
    sys.exit(3)

asked = json.load(sys.stdin)
pelican.settings.PYGMENTS_RST_OPTIONS = asked["pygments"]
settings = dict(pelican.settings.DEFAULT_CONFIG, DEFAULT_LANG=asked["lang"], FORMATTED_FIELDS=asked["formatted"],
                DOCUTILS_SETTINGS=asked["docutils"])

class Reader(RstReader):
    def process_metadata(self, name, value):
        return "; ".join(value) if isinstance(value, list) else value

def answer(path):
    try:
        body, fields = Reader(settings).read(path)
        return {"fields": fields, "body": body}
    except Exception as error:
        return {"error": str(error) or type(error).__name__}

for path in asked["files"]:
    print(json.dumps(answer(path)))
`;

/** In milliseconds: nobody has asked for a comparison. */
const PATIENCE = 60_000;

/** What came of a comparison with Pelican's own reader. */
export interface TextProof {
  readonly all: number;
  /** The sources whose page is another than Pelican's, and the first difference of each. */
  readonly changed: readonly { readonly source: string; readonly how: string }[];
}

/**
 * Compares pages made of reStructuredText with what Pelican's own reader makes of the same files.
 *
 * @returns undefined where there is no Pelican
 * @throws where Pelican fails, or takes long
 */
export function proveRst(made: readonly Conversion[], site: RstSite): TextProof | undefined {
  const pages = made.flatMap((one) => {
    const content = one.kind === "made" ? one.files[0]?.content : undefined;
    return typeof content === "string" ? [{ source: one.source, content }] : [];
  });
  const asked = askedOf(
    pages.map(({ source }) => source),
    site,
  );
  const answer = askPython({ program: PROGRAM, asked, folder: site.folder, timeout: PATIENCE });
  if (answer === undefined) return undefined;
  if (answer.fault !== undefined) throw new Error(answer.fault);
  const texts = answer.answers.map((one) => ANSWER.parse(one));
  const changed = pages.flatMap(({ source, content }, index) => {
    const text = texts[index];
    const how = text === undefined ? undefined : differenceFrom(text, content);
    return how === undefined ? [] : [{ source, how }];
  });
  return { all: pages.length, changed };
}

/** The first difference of a page in HTML from what Pelican makes of its source. */
export function differenceFrom(old: Answer, page: string): string | undefined {
  if ("error" in old) return `Pelican cannot read it: ${old.error.split("\n")[0]}`;
  const { lines, body } = readHtmlHeader(page);
  const fields = new Map(lines.map(({ key, value }) => [key.toLowerCase(), value]));
  // What is left out of a page in HTML is told where it is left out.
  for (const [name, value] of Object.entries(old.fields).filter(([name]) => name !== "keywords")) {
    const now = fields.get(name) ?? "";
    // A title has marks in Pelican, and is plain text in a page.
    if (plain(value) !== plain(now) && plain(value) !== wordKey(now))
      return `its ${name} was “${cutShort(value)}”, and is “${cutShort(now)}”`;
  }
  return old.body.trim() === body.trim() ? undefined : differenceOf(old.body, body);
}

/** Words without markup. */
const plain = (value: string) =>
  wordKey(
    blocksIn(value)
      .map(({ text }) => text)
      .join(" "),
  );

const blocksIn = (html: string): readonly Block[] => parsePage(`<main>${html}</main>`)?.blocks ?? [];

function differenceOf(old: string, now: string): string | undefined {
  const [before, after] = [blocksIn(old), blocksIn(now)];
  for (const [index, block] of before.entries()) {
    const how = differenceInBlock(block, after[index]);
    if (how !== undefined) return how;
  }
  const more = after[before.length];
  if (more) return `it has “${cutShort(more.text)}” too`;
  const pictures = [old, now].map((html) => parsePage(html)?.media.flatMap(({ addresses }) => addresses) ?? []);
  const gone = pictures[0]?.find((address) => !pictures[1]?.includes(address));
  return gone === undefined ? undefined : `it does not show ${gone}`;
}

function differenceInBlock(old: Block, now: Block | undefined): string | undefined {
  const text = cutShort(old.text);
  if (now === undefined) return `it lacks “${text}”`;
  if (old.words !== now.words) return `“${text}” is “${cutShort(now.text)}”`;
  if (old.kind !== now.kind || old.heading !== now.heading) return `“${text}” is marked up as something else`;
  const link = old.links.find(({ href }, index) => href !== now.links[index]?.href);
  return link && `“${text}” does not link to ${link.href}`;
}

/** More are only counted. */
const MOST = 20;

/** A comparison in words. */
export function tellTexts(proof: TextProof | undefined): string {
  if (proof === undefined) return "Pelican is not here to compare with.\n";
  const { all, changed } = proof;
  const rows = changed.slice(0, MOST).map(({ source, how }) => `  ${source}  ${how}\n`);
  const more = changed.length > MOST ? `  and ${changed.length - MOST} more\n` : "";
  const is = all === 1 ? "text is" : "texts are";
  return `${all - changed.length} of ${all} ${is} as Pelican's own reader has ${all === 1 ? "it" : "them"}.\n${rows.join("")}${more}`;
}
