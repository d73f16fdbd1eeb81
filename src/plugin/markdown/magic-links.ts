import type MarkdownIt from "markdown-it";

const WITHOUT_WWW = "www.".length;

/**
 * Only what is written as an address is one: with `https://`, or with `www.`.
 * Source: https://facelessuser.github.io/pymdown-extensions/extensions/magiclink/
 */
export function magicLinks(md: MarkdownIt): void {
  md.linkify.set({ fuzzyLink: false });
  md.linkify.add("www.", {
    validate: (text, position, self) => {
      const length = self.testSchemaAt(`http://${text.slice(position - WITHOUT_WWW)}`, "http:", "http:".length);
      return length === 0 ? 0 : length - "//www.".length;
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}
