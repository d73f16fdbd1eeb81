import { groups, isOn, readSettings } from "../../plugin/settings.ts";
import { escaped, table } from "./page.ts";

/** The options that hold others, in Markdown. */
export function optionsTable(): string {
  const defaults = readSettings({});
  const names = Object.keys(groups) as (keyof typeof groups)[];
  return table(
    ["Option", "What the site has by it", "By itself", "The settings that it holds"],
    names.map((name) => [
      `\`${name}\``,
      escaped(groups[name].about),
      isOn(defaults, name) ? "yes" : "no",
      Object.keys(groups[name].settings.shape)
        .map((setting) => `\`${setting}\``)
        .join(", "),
    ]),
  );
}

const [START, END] = ["<!-- The options, made by npm run docs. -->", "<!-- The end of the options. -->"];

/** A text with the table in its place, between two marks. */
export function withOptions(text: string): string {
  const [before, after] = [text.split(START)[0], text.split(END)[1]];
  return `${before}${START}\n\n${optionsTable()}\n\n${END}${after}`;
}
