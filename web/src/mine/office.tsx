/** The programmes that I coordinate, each with what needs me; it comes behind everything else of my first screen. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import type { MyPart } from "../contract.ts";
import { needTexts } from "../text/fluent.ts";
import { part } from "../ui/part.ts";

const office = part(
  async () => (await Promise.all([import("../programmes/on_first_screen.tsx"), needTexts("programmes", "invitations")]))[0],
);

/** What goes on comes before what is only being prepared. */
export const coordinated = (parts: readonly MyPart[]): MyPart[] =>
  parts
    .filter(({ cohort, roles }) => roles.includes("coordinator") && cohort.state !== "ended")
    .sort((a, b) => Number(a.cohort.state === "draft") - Number(b.cohort.state === "draft"));

export function Office({ parts }: { parts: readonly MyPart[] }): JSX.Element | null {
  useEffect(() => void office.load(), []);
  const shown = office.value;
  if (!shown) return null;
  return (
    <>
      {parts.map(({ cohort }) => (
        <shown.OnFirstScreen key={cohort.id} id={cohort.id} />
      ))}
    </>
  );
}
