/** Who can be meant by a name that is being typed. */
import { foldLong, foldShort } from "./fold.ts";
import { LETTER, type Named } from "./mentions.ts";

/** The name that is being typed before the caret: where its `@` stands, and what of it is there. */
export interface Typing {
  at: number;
  query: string;
}

const LONGEST = 40;

export function findTyping(written: string, caret: number): Typing | null {
  const at = written.slice(0, caret).lastIndexOf("@");
  if (at < 0 || caret - at > LONGEST || LETTER.test(written[at - 1] ?? "")) return null;
  const query = written.slice(at + 1, caret);
  return /[\n@]|^\s|\s{2}/.test(query) ? null : { at, query };
}

/** Those whose name, or a word of it, begins so, in whichever script and with or without its marks. */
export function suggest(query: string, people: readonly Named[]): Named[] {
  const begins = (fold: (text: string) => string): ((named: Named) => boolean) => {
    const wanted = fold(query);
    return ({ name }) => {
      const words = fold(name);
      return words.startsWith(wanted) || words.split(/[\s-]+/).some((word) => word.startsWith(wanted));
    };
  };
  const long = begins(foldLong);
  const short = begins(foldShort);
  return people.filter((named) => long(named) || short(named));
}
