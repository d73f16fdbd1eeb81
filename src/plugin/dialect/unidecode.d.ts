declare module "unidecode" {
  /** Spells a text in ASCII letters. */
  export default function unidecode(text: string): string;
}
