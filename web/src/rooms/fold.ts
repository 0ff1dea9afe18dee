/**
 * Names as they can be compared: small, without marks, in the letters that every keyboard has. Some letters are typed
 * in two ways without their marks, Đorđe as Djordje or as Dorde, so there are two foldings.
 */
const CYRILLIC: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", ѓ: "ǵ", е: "e", ж: "ž", з: "z", ѕ: "dz", и: "i", ј: "j", к: "k",
  л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ć", ќ: "ḱ", у: "u", ф: "f",
  х: "h", ц: "c", ч: "č", џ: "dž", ш: "š",
};
const LONG: Record<string, string> = { đ: "dj", ǵ: "gj", ḱ: "kj", ß: "ss", ı: "i", ł: "l" };
const SHORT: Record<string, string> = { ...LONG, đ: "d", ǵ: "g", ḱ: "k" };

function fold(text: string, letters: Record<string, string>): string {
  const latin = [...text.normalize("NFC").toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter);
  return latin.map((letter) => letters[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, "")).join("");
}

export const foldLong = (text: string): string => fold(text, LONG);

export const foldShort = (text: string): string => fold(text, SHORT);
