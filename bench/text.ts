import type { Random } from "./random.ts";

export interface Link {
  readonly text: string;
  readonly href: string;
}

const WORDS = (
  "anchor bell berth bow breeze bridge buoy cabin cable captain cargo channel chart coast compass crane current deck " +
  "dock drift ferry fog gale gull harbour helm hull island jetty keel knot ladder lantern lighthouse log mast mooring " +
  "net oar paint pilot pier quay rigging rope rudder sail sand shore signal skipper squall stern storm swell tackle " +
  "tide timber tower tug voyage watch wave wharf winch wind"
).split(" ");

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function makeTitle(random: Random): string {
  return capitalised(words(random, 2));
}

/**
 * A text of some 300 words in Markdown, of what pages are made of: headings, paragraphs, lists, a quotation,
 * code in lines and in blocks, links.
 *
 * @param links where it leads to
 */
export function makeBody(random: Random, links: readonly Link[]): string {
  return [
    paragraph(random),
    `## ${heading(random)}`,
    paragraph(random),
    `Of **${words(random, 2)}** and *${words(random, 1)}*: \`${words(random, 1)} --${words(random, 1)}\`.`,
    list(random, () => "-"),
    `## ${heading(random)}`,
    paragraph(random),
    `\`\`\`xml\n<message to="${words(random, 1)}">${words(random, 5)}</message>\n\`\`\``,
    `### ${heading(random)}`,
    `> ${sentence(random)}`,
    list(random, (index) => `${index + 1}.`),
    `## ${heading(random)}`,
    paragraph(random),
    `See also: ${links.map(({ text, href }) => `[${text}](${href})`).join(", ")}.`,
  ].join("\n\n");
}

function list(random: Random, marker: (index: number) => string): string {
  return Array.from({ length: 4 }, (_, index) => `${marker(index)} ${sentence(random)}`).join("\n");
}

function heading(random: Random): string {
  return capitalised(words(random, 3));
}

function paragraph(random: Random): string {
  return Array.from({ length: 3 + random(3) }, () => sentence(random)).join(" ");
}

function sentence(random: Random): string {
  return `${capitalised(words(random, 6 + random(9)))}.`;
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(" ");
}
