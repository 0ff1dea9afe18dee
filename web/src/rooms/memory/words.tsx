import type { JSX } from "preact";

import { Mention } from "../mention.tsx";
import { partsOf } from "./marked.ts";

interface WordsProps {
  text: string;
  marks?: readonly (readonly [number, number])[];
  before?: boolean;
  after?: boolean;
}

/** A part of what somebody wrote, on few lines; what was looked for stands out. */
export const Words = ({ text, marks = [], before = false, after = false }: WordsProps): JSX.Element => (
  <bdi dir="auto">
    {before && "… "}
    {partsOf(text, marks).map((part, index) => {
      const shown = "person" in part ? <Mention person={part.person} /> : part.words;
      return part.found ? <mark key={index}>{shown}</mark> : shown;
    })}
    {after && " …"}
  </bdi>
);
