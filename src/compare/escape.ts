const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML; signs that HTML forbids become the sign for what cannot be shown. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
