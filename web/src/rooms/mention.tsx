import type { JSX } from "preact";
import { useContext } from "preact/hooks";

import { useStudio } from "../context.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { CalledContext } from "./called.ts";

/** A person named in words, by the name of today; who I am is seen at once. */
export function Mention({ person }: { person: string }): JSX.Element {
  const { me } = useStudio();
  const name = useContext(CalledContext).get(person);
  return (
    <span class={person === me.id ? "mention me" : "mention"}>
      @<Bdi text={name ?? t("somebody")} />
    </span>
  );
}
