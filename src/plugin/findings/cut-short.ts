/** A text that is shown in a message, as long as that has room: with the dots it has at most so many characters. */
export function cutShort(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
