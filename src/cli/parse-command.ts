import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../migrate/usage-error.ts";
import { didYouMean } from "../plugin/findings/nearest.ts";

export type Options = NonNullable<ParseArgsConfig["options"]>;

export type ParsedArguments<Known extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: Known }>
>;

/**
 * @param most how many arguments that are no options there may be
 * @throws {UsageError} that names every option that is unknown or lacks its value, and the first argument too many
 */
export function parseCommand<const Known extends Options>(
  args: readonly string[],
  options: Known,
  most: number,
): ParsedArguments<Known> {
  const given = [...args];
  const mistakes = mistakesIn(given, options, most);
  if (mistakes.length > 0) throw new UsageError(mistakes.join("\n"));
  return parseArgs({ args: given, allowPositionals: true, options });
}

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

/** Node's own words stop at the first mistake, and speak of “positional arguments”. */
function mistakesIn(args: string[], options: Options, most: number): string[] {
  const { tokens } = parseArgs({ args, allowPositionals: true, options, strict: false, tokens: true });
  const arguments_ = tokens.flatMap((token) => (token.kind === "positional" ? token.value : []));
  const extra = arguments_[most];
  return [
    ...tokens.flatMap((token) => mistakeOf(token, options)),
    ...(extra === undefined ? [] : [`There is one argument too many: ${extra}.`]),
  ];
}

function mistakeOf(token: Token, options: Options): string[] {
  if (token.kind !== "option") return [];
  const { name, rawName, value, inlineValue } = token;
  const option = options[name];
  if (option === undefined) return [`There is no option ${rawName} here.${meant(name, options)}`];
  if (option.type === "boolean") {
    return value === undefined ? [] : [`${rawName} takes no value: write ${rawName} alone.`];
  }
  const isGiven = value !== undefined && value !== "" && (inlineValue || !value.startsWith("-"));
  return isGiven ? [] : [`${rawName} needs a value: write it behind it, as --help shows.`];
}

function meant(name: string, options: Options): string {
  const near = didYouMean(name, Object.keys(options));
  if (near !== "") return near.replace("mean ", "mean --");
  return Object.keys(options).length === 0 ? "" : " See --help for those that there are.";
}
