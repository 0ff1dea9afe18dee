/**
 * Serbian Cyrillic to Latin, letter by letter. The way back is ambiguous, so texts are authored in Cyrillic and
 * the Latin ones are derived. A digraph is wholly capital only among capitals: ЏУНГЛА is DŽUNGLA, Џемал is Džemal.
 */
const SMALL: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", е: "e", ж: "ž", з: "z", и: "i", ј: "j", к: "k", л: "l", љ: "lj",
  м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ć", у: "u", ф: "f", х: "h", ц: "c", ч: "č",
  џ: "dž", ш: "š",
};
const CAPITAL = /\p{Lu}/u;
const LETTER = /\p{L}/u;

export function latin(text: string): string {
  const letters = [...text.normalize("NFC")];
  return letters.map((letter, place) => latinLetter(letter, letters[place - 1], letters[place + 1])).join("");
}

function latinLetter(letter: string, before: string | undefined, after: string | undefined): string {
  const small = SMALL[letter];
  if (small !== undefined) return small;
  const capital = SMALL[letter.toLowerCase()];
  if (capital === undefined) return letter;
  if (capital.length === 1 || amongCapitals(before, after)) return capital.toUpperCase();
  return capital.charAt(0).toUpperCase() + capital.slice(1);
}

function amongCapitals(before: string | undefined, after: string | undefined): boolean {
  if (after !== undefined && LETTER.test(after)) return CAPITAL.test(after);
  return before !== undefined && CAPITAL.test(before);
}
