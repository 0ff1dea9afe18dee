import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import { partOfDay } from "../text/dates.ts";
import { t } from "../text/fluent.ts";
import { firstName } from "./names.ts";

/** Good evening, Nika. And what there is to do, in one sentence. */
export function Greeting({ narrow = false }: { narrow?: boolean }): JSX.Element {
  const { studio, me } = useStudio();
  const rooms = studio.rooms.all.value;
  const unread = studio.rooms.unread.value;
  const words = { name: firstName(me.name) };
  return (
    <div class={narrow ? "greeting narrow-only" : "greeting"}>
      <h1>{t(`greeting-${partOfDay(Date.now(), me.zone)}`, words)}</h1>
      {rooms && rooms.length > 0 && (
        <p class="soft">{unread > 0 ? t("greeting-new", { count: unread }) : t("greeting-calm")}</p>
      )}
    </div>
  );
}
