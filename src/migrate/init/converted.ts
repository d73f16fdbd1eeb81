import type { PelicanOptions } from "../../plugin/settings.ts";
import type { Consequence } from "./consequences.ts";
import type { Literal } from "./literal.ts";

/** One of Pelican's settings. */
export interface PelicanSetting {
  readonly name: string;
  readonly value: Literal;
  /** Its file and line, for messages. */
  readonly place: string;
}

/** A setting that is not converted. */
export interface NotTaken {
  readonly name: string;
  readonly place: string;
  readonly reason: string;
}

/** The settings of a `pelicanconf.py` as options. */
export interface Converted {
  readonly options: PelicanOptions;
  /** The settings that were converted, each with the option it became. */
  readonly taken: readonly { readonly name: string; readonly place: string; readonly option: string }[];
  readonly notTaken: readonly (NotTaken & { readonly consequence: Consequence })[];
}
