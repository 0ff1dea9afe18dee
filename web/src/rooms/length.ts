/** How long a text is, counted as the server counts: code points after NFC. */
export function countText(text: string): number {
  let count = 0;
  for (const _ of text.normalize("NFC")) count += 1;
  return count;
}

/** Nothing to see in it: blanks, marks without a letter, and characters without width. */
const BLANK = /^[\p{Z}\p{Cc}\p{Cf}\p{Mn}\u115F\u1160\u3164\uFFA0\u2800\u00AD\u034F]*$/u;

export const isBlank = (text: string): boolean => BLANK.test(text);
