/** Pairs and small teams of given people, each with its room; and the groups of the year. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Groups } from "./groups.tsx";
import { PairList } from "./pair_list.tsx";
import { Pairing } from "./pairing.tsx";
import type { SectionProps } from "./run_page.tsx";

export function PairsSection({ run, page }: SectionProps): JSX.Element {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      {page.state !== "ended" && <Pairing run={run} page={page} onOpened={setOpened} />}
      <div role="status">{opened && <p class="part good">{t("room-is-open", { names: opened })}</p>}</div>
      <PairList run={run} page={page} />
      <Groups run={run} page={page} />
    </>
  );
}
