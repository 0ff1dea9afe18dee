/** Finding people by their names, in whichever script and with or without marks somebody types them. */

const LATIN: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", ѓ: "g", д: "d", ђ: "d", е: "e", ж: "z", з: "z", ѕ: "z", и: "i", ј: "j", к: "k", ќ: "k",
  л: "l", љ: "l", м: "m", н: "n", њ: "n", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", у: "u", ф: "f", х: "h", ц: "c",
  ч: "c", џ: "d", ш: "s", đ: "d", ı: "i", ł: "l", ß: "s",
};

/** Equal for names that are read as the same: Ђорђе, Đorđe, Djordje; Љубица, Ljubica. */
export function folded(text: string): string {
  const letters = [...text.toLowerCase().normalize("NFC")].map((letter) => LATIN[letter] ?? letter).join("");
  return letters.normalize("NFD").replace(/\p{M}/gu, "").replace(/([dln])j|dz/g, (_, first?: string) => first ?? "d");
}

export function finds(wanted: string, ...texts: (string | null | undefined)[]): boolean {
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  const where = folded(texts.filter(Boolean).join(" "));
  return words.every((word) => where.includes(word));
}
