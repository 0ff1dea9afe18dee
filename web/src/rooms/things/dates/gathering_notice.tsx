/** Over the talk of a group: when its next gathering is, and that its door opens. */
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import type { MyCalendar } from "../../../contract.ts";
import { useAsked } from "../../../mine/asked.ts";
import { momentWhen } from "../../../mine/days.ts";
import { language, t } from "../../../text/fluent.ts";
import { worded } from "../../../text/worded.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Link } from "../../../ui/link.tsx";

const WORDS = { lobby: "gathering-here-lobby", open: "gathering-here-open" } as const;

export function GatheringNotice({ room }: { room: string }): JSX.Element | null {
  const { me } = useStudio();
  const { value } = useAsked<MyCalendar>("/me/calendar");
  const next = value?.dates.find((date) => date.room === room && !date.called_off && date.door !== "over");
  if (!next || next.at === null) return null;
  const name = worded(next.names, language.value);
  return (
    <p class="meeting-notice" role="status">
      <span>
        {t(next.door === "lobby" || next.door === "open" ? WORDS[next.door] : "gathering-here-next", { when: momentWhen(next.at, me) })}
        {name && (
          <>
            {" · "}
            <Bdi text={name} />
          </>
        )}
      </span>
      {next.leads && <Link href={`/gatherings/${next.gathering}`}>{t("gathering-here-lead")}</Link>}
    </p>
  );
}
