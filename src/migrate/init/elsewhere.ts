import type { Finding } from "../../plugin/findings/finding.ts";
import { counted } from "../../plugin/findings/print-findings.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";

/** A folder of the host that the site has nothing in, and many links lead to. */
export interface Proposal {
  /** As the setting `elsewhere` has it: `/shop/*`. */
  readonly pattern: string;
  readonly links: number;
  readonly files: number;
  /** The first place of such a link. */
  readonly first: string;
}

/** Fewer links to a folder are hardly more than mistakes. */
const OFTEN = 3;
/** More than these are not read. */
const MOST = 8;
/** What Pelican copies a theme's files to: they are gone with the theme, and nobody else publishes them. */
const OF_THEME = /^\/theme\//;

/**
 * The patterns of `elsewhere` that would silence most. They are only proposed: whether another program publishes what is
 * there, or the links are broken, the content does not say.
 */
export function proposeElsewhere(findings: readonly Finding[]): Proposal[] {
  const broken = findings.filter(({ code, target }) => code === "link-broken" && target && !OF_THEME.test(target));
  return [...groupBy(broken, ({ target = "" }) => target)]
    .map(([target, links]): Proposal => {
      const { file, line } = links[0];
      const files = new Set(links.map((one) => one.file)).size;
      return { pattern: `${target}*`, links: links.length, files, first: `${file}:${line}` };
    })
    .filter(({ links }) => links >= OFTEN)
    .sort((a, b) => b.links - a.links)
    .slice(0, MOST);
}

/** The proposals as lines of the configuration that do nothing as they stand. */
export function proposalLines(proposals: readonly Proposal[]): string[] {
  if (proposals.length === 0) return [];
  const width = Math.max(...proposals.map(({ pattern }) => JSON.stringify(pattern).length + 1));
  const rows = proposals.map((one) => `  ${`${JSON.stringify(one.pattern)},`.padEnd(width)} // ${evidence(one)}`);
  return [
    "Many links lead to these folders of the host, and this site has nothing there. Where another program publishes",
    "them, keep its line and remove the slashes before it and around it: such links are then not reported as broken.",
    "elsewhere: [",
    ...rows,
    "],",
  ].map((line) => `// ${line.replace(/[\r\n\u2028\u2029]/g, " ")}`);
}

/** What `init` says of them. */
export function tellProposals(proposals: readonly Proposal[]): string[] {
  const [first] = proposals;
  if (!first) return [];
  const all = proposals.map(({ pattern }) => pattern).join(", ");
  return [
    `Links lead to what this site does not have: ${all}. If other programs publish that on the same host, the lines for it
are in eleventy.config.js, as comments: “elsewhere”. Else the links are broken, and check names each.`,
  ];
}

function evidence({ links, files, first }: Proposal): string {
  return `${counted(links, "link")} in ${counted(files, "file")}, the first at ${first}`;
}
