import { type Attributes, elementParts, type Frame, type Landmark } from "./frames.ts";

/** A picture, or a film, sound or other page that is shown in a page. */
export interface RawMedia {
  readonly kind: "image" | "embed";
  /** The address that browsers without anything special load, and then all others that are offered. */
  readonly addresses: readonly string[];
  /** It is another form of the picture that follows. */
  readonly isOffered: boolean;
  readonly alt: string;
  /** The elements and classes around it. */
  readonly path: string;
  readonly landmark: Landmark | undefined;
}

const EMBEDS = new Set(["iframe", "embed", "video", "audio", "object"]);
/** Where scripts that load pictures late look for their addresses. */
const LATE = ["data-src", "data-original", "data-lazy-src"];

/**
 * The picture or the like that begins here.
 *
 * @param frames the open elements, with this one as the last
 */
export function mediaOf(name: string, attributes: Attributes, frames: readonly Frame[]): RawMedia | undefined {
  const above = frames.at(-2);
  const isPlayed = name === "source" && (above?.name === "video" || above?.name === "audio");
  const isOffered = name === "source" && above?.name === "picture";
  const isEmbed = isPlayed || EMBEDS.has(name);
  // What is in a film or a script is only for those who cannot see it.
  const isHidden = above?.isSkipped === true && !isPlayed;
  if (isHidden || !(isEmbed || isOffered || name === "img")) return undefined;
  const addresses = addressesOf(name, attributes).filter((one) => !/^(?:data|about|javascript|blob):/i.test(one));
  if (addresses.length === 0) return undefined;
  const kind = isEmbed ? "embed" : "image";
  const place = { path: elementParts(frames), landmark: above?.landmark };
  return { kind, addresses, isOffered, alt: attributes.alt ?? "", ...place };
}

function addressesOf(name: string, attributes: Attributes): string[] {
  const plain = name === "object" ? attributes.data : attributes.src;
  const sets = [attributes.srcset, attributes["data-srcset"]].flatMap((set) => candidates(set ?? ""));
  const late = LATE.flatMap((one) => attributes[one] ?? []);
  return [...late, plain ?? "", ...sets].map((one) => one.trim()).filter((one) => one !== "");
}

/** The addresses of `srcset`; one may hold commas, but not at its end. */
function candidates(set: string): string[] {
  return Array.from(set.matchAll(/([^\s,]\S*[^\s,])(?:\s+[^,]*)?(?:,|$)/g), ([, address = ""]) => address);
}
