/** Ends of hosts' names that files hardly have. */
const HOST = /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|info|io|dev|app|eu)(?=[/?#]|$)/i;
const MAILBOX = /^[^\s@/:?#]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/i;
/** A scheme that is `http` or `https` but for a slip: `htps`, `http/`, `hhtp`. */
const SLIP = /^([htps]{3,7})(?::\/{0,3}|\/{2})(?=[a-z\d])/i;

/**
 * The address that was most likely meant by one that can be none of a site's: a host or a mailbox without its scheme, a
 * scheme with a slip of the pen, or quotation marks of a word processor around it.
 */
export function meantAddress(written: string): string | undefined {
  const link = decoded(written).trim();
  const bare = link.replace(/^[“”„‟‘’‚«»]+|(?<![“”„‟‘’‚«»])[“”„‟‘’‚«»]+$/g, "");
  if (bare !== link && bare !== "") return meantAddress(bare) ?? bare;
  const mail = /^(?:mail(?:to)?:\/\/|e?-?mail:|mailto(?=[^:]))(.*)$/i.exec(link)?.[1];
  if (mail !== undefined && MAILBOX.test(mail)) return `mailto:${mail}`;
  if (MAILBOX.test(link)) return `mailto:${link}`;
  const slip = SLIP.exec(link);
  if (slip && !/^https?:\/\/(?!\/)/i.test(link) && isLikeHttp(slip[1] ?? "")) {
    return `${/s/i.test(slip[1] ?? "") ? "https" : "http"}://${link.slice(slip[0].length)}`;
  }
  return /^www\.[^/]+\.[a-z]{2,}/i.test(link) || HOST.test(link) ? `https://${link}` : undefined;
}

function isLikeHttp(scheme: string): boolean {
  return /^h/i.test(scheme) && /t/i.test(scheme) && /p/i.test(scheme);
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
