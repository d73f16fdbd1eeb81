const PIECE = 65_536;

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) =>
    text.slice(index * PIECE, (index + 1) * PIECE),
  );
}

/** Text as HTML shows it, in an element or in an attribute's quotes. */
export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  // V8 remembers each place where it replaces something: of a text of megabytes that takes many times the text.
  if (text.length > PIECE) return piecesOf(text).map(escapeHtml).join("");
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** What XML 1.0 cannot hold, in whatever form: control characters, and halves of characters. */
const NOT_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text as XML holds it: escaped, and without the characters that it does not know.
 * Source: https://www.w3.org/TR/xml/#charsets
 */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(NOT_XML, ""));
}
