/** What decides on what elements load, by their attributes. */

/** An attribute, and the directive that decides on it. */
export type Loading = readonly [attribute: string, directive: string];

const BACKGROUND: readonly Loading[] = [["background", "img-src"]];
const PING: readonly Loading[] = [["ping", "connect-src"]];
const OF_IMAGE: readonly Loading[] = ["href", "xlink:href"].map((attribute) => [attribute, "img-src"]);
const OF_SCRIPT: readonly Loading[] = ["href", "xlink:href"].map((attribute) => [attribute, "script-src-elem"]);
/** A page of the site is shown in a frame where its own policy allows that, too. */
const framed = (attribute: string, directive: string): readonly Loading[] => [
  [attribute, directive],
  [attribute, "frame-ancestors"],
];

/** The attributes that load something, lead on or send, and what decides on them; as Chromium does it. */
const LOADING: Readonly<Record<string, readonly Loading[]>> = {
  a: PING,
  area: PING,
  audio: [["src", "media-src"]],
  base: [["href", "base-uri"]],
  body: BACKGROUND,
  button: [["formaction", "form-action"]],
  embed: framed("src", "object-src"),
  feimage: OF_IMAGE,
  form: [["action", "form-action"]],
  frame: framed("src", "frame-src"),
  iframe: framed("src", "frame-src"),
  image: OF_IMAGE,
  img: [
    ["src", "img-src"],
    ["srcset", "img-src"],
  ],
  input: [["formaction", "form-action"]],
  object: framed("data", "object-src"),
  source: [
    ["src", "media-src"],
    ["srcset", "img-src"],
  ],
  table: BACKGROUND,
  tbody: BACKGROUND,
  td: BACKGROUND,
  tfoot: BACKGROUND,
  th: BACKGROUND,
  thead: BACKGROUND,
  tr: BACKGROUND,
  track: [["src", "media-src"]],
  video: [
    ["src", "media-src"],
    ["poster", "img-src"],
  ],
};

/** What decides on a `<link>`, by a word of its `rel`. */
const BY_REL: Readonly<Record<string, string>> = {
  "apple-touch-icon": "img-src",
  "apple-touch-icon-precomposed": "img-src",
  icon: "img-src",
  manifest: "manifest-src",
  modulepreload: "script-src-elem",
  // Any directive may allow it; this one allows nothing besides that anybody sees.
  prefetch: "connect-src",
  stylesheet: "style-src-elem",
};
/** What decides on a `<link rel="preload">`, by its `as`. */
const BY_AS: Readonly<Record<string, string>> = {
  fetch: "connect-src",
  font: "font-src",
  image: "img-src",
  script: "script-src-elem",
  style: "style-src-elem",
  track: "media-src",
};

/** A script's types that browsers run. Source: https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element */
const RUN =
  /^(?:|module|importmap|speculationrules|(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:jscript|livescript|javascript1\.[0-5])))$/i;
/** Whether browsers run a script. */
export function isRun({ type, language = "", nomodule }: Readonly<Record<string, string>>): boolean {
  const kind = type ?? (language === "" ? "" : `text/${language}`);
  return RUN.test(kind === "" ? kind : kind.trim() || "none") && nomodule === undefined;
}

/** The attributes of an element that load something, lead on or send. */
export function loadingOf(name: string, attributes: Readonly<Record<string, string>>): readonly Loading[] {
  if (name === "script" && isRun(attributes)) {
    return attributes.src === undefined ? OF_SCRIPT : [["src", "script-src-elem"]];
  }
  if (name === "link") return loadingOfLink(attributes);
  if (name === "iframe" && attributes.srcdoc !== undefined) return [];
  if (name === "form" && attributes.method?.toLowerCase() === "dialog") return [];
  const own = Object.hasOwn(LOADING, name) ? (LOADING[name] ?? []) : [];
  return name === "input" && attributes.type?.toLowerCase() === "image" ? [...own, ["src", "img-src"]] : own;
}

function loadingOfLink({ rel = "", as = "" }: Readonly<Record<string, string>>): Loading[] {
  const words = rel.toLowerCase().split(/\s+/);
  const directives = [
    ...words.map((word) => BY_REL[word]),
    words.includes("preload") ? BY_AS[as.toLowerCase()] : undefined,
  ];
  return directives.flatMap((directive): Loading[] =>
    directive === undefined
      ? []
      : [
          ["href", directive],
          ["imagesrcset", directive],
        ],
  );
}
