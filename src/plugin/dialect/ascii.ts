import unidecode from "unidecode";

/** What Python's unidecode writes otherwise than the library of the same name here, which is older. */
const NEWER: Readonly<Record<string, string>> = {
  し: "shi",
  ち: "chi",
  っ: "tsu",
  つ: "tsu",
  シ: "shi",
  チ: "chi",
  ッ: "tsu",
  ツ: "tsu",
  א: "A",
  ח: "H",
  ך: "KH",
  כ: "KH",
  ק: "k",
  Є: "Ie",
  "־": "-",
  "−": "-",
  "₱": "P",
  "₲": "G",
  "₴": "UAH",
  "₸": "T",
  "₹": "Rs",
  "₺": "L",
  "₽": "R",
  "₾": "l",
  "₿": "BTC",
};

const LETTERS = new RegExp(`[${Object.keys(NEWER).join("")}]`, "gu");

/** A text in ASCII, as Pelican's library has it. */
export function ascii(text: string): string {
  return unidecode(text.replace(LETTERS, (letter) => NEWER[letter] ?? letter));
}
