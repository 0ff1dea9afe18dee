/** Bytes in a JSON text. */
const AT_ONCE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let letters = "";
  for (let start = 0; start < bytes.length; start += AT_ONCE) {
    letters += String.fromCharCode(...bytes.subarray(start, start + AT_ONCE));
  }
  return btoa(letters);
}

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
