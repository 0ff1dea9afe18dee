/** A part of a message, by its place in the stored words: code points `start` up to, without, `end`. */
import type { Message, Quote } from "../contract.ts";

export interface Range {
  start: number;
  end: number;
}

/** The words that a quote shows, or null when they do not stand there any more. */
export function quotedWords(quote: Quote, original: Message): string | null {
  if (original.text == null || original.last !== quote.version) return null;
  return [...original.text].slice(quote.start, quote.end).join("");
}

export const wholeOf = (message: Message): Range => ({ start: 0, end: [...(message.text ?? "")].length });
