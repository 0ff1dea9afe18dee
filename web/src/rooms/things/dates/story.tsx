/** What became of a date: moved, by whom, and why. */
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { momentDay } from "../../../mine/days.ts";
import { t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { firstName } from "../../names.ts";
import type { Room } from "../../room.ts";
import { nameIn } from "../people.ts";
import type { DateItem } from "./wanted.ts";
import { whatWasDone } from "./words.ts";

export function Story({ room, item }: { room: Room; item: DateItem }): JSX.Element | null {
  const { me } = useStudio();
  // That the first proposal was accepted is no story yet.
  const told = (item.history ?? []).slice(item.history?.[0]?.was.at === null ? 1 : 0);
  if (told.length === 0) return null;
  return (
    <details class="done-things">
      <summary>{t("date-story")}</summary>
      <ul class="plain-list">
        {told.map((earlier) => (
          <li key={earlier.at}>
            {t("date-story-line", { name: firstName(nameIn(room, earlier.by)), day: momentDay(earlier.at, me), what: whatWasDone(earlier, me) })}
            {earlier.reason !== "" && (
              <>
                {" "}
                <Bdi text={earlier.reason} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
