/** What Roboto Slab, the font of the pictures for social networks, can draw; a test compares it with the font. */
const IN_FONT =
  /[\s\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01f0\u01fa-\u01ff\u0218-\u021b\u0237\u0259\u02bc\u02c6\u02c7\u02c9\u02d8-\u02dd\u02f3\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u03d1\u03d2\u03d6\u0400-\u0486\u0488-\u0513\u1e00\u1e01\u1e3e\u1e3f\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u1f4d\u1ffd\u1ffe\u2000-\u200b\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2025\u2026\u2030\u2032\u2033\u2039\u203a\u203c\u2044\u2074\u207f\u20a3\u20a4\u20a7\u20ab\u20ac\u2105\u2113\u2116\u2122\u2126\u212e\u215b-\u215e\u2202\u2206\u220f\u2211\u2212\u2215\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca\ufb01-\ufb04]|[\u0300-\u0304\u0306-\u030c\u030f\u0312\u031b\u0323\u0325-\u0328\u0335-\u0338]/u;

const ANY_HYPHEN = /[\u2010-\u2012]/g;

/** A text as a picture can show it: without signs that its font has not, such as emoji, which would be boxes. */
export function drawable(text: string): string {
  return composed(text)
    .filter((character) => IN_FONT.test(character))
    .join("");
}

/** The letters and digits of a text that a picture cannot show: without them its words would be others, or none. */
export function undrawable(text: string): string[] {
  const missing = composed(text).filter(
    (character) => !IN_FONT.test(character) && /[\p{L}\p{M}\p{N}]/u.test(character),
  );
  // The sign behind an emoji that says how it is drawn is a mark by its kind.
  return [...new Set(missing)].filter((character) => !/[\ufe00-\ufe0f\u20e3]/.test(character));
}

/** Letters with their accents as one, where there is such a letter. */
function composed(text: string): string[] {
  return [...text.normalize("NFC").replace(ANY_HYPHEN, "-")];
}
