import crypto from "node:crypto";

/** A text's SHA-1 in Base64: it tells texts apart, and keeps nothing safe. */
export function digestOf(text: string): string {
  // From Node 20.12 on, in half the time.
  return crypto.hash?.("sha1", text, "base64") ?? crypto.createHash("sha1").update(text).digest("base64");
}
