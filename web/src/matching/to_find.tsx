/** For whom a mentor has to be found elsewhere, and why. */
import type { JSX } from "preact";

import type { MenteeNeed } from "../contract.ts";
import { Inviting } from "../programmes/inviting.tsx";
import { runPath } from "../programmes/place.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";
import { isToFind, mentorOf } from "./standing_of.ts";
import { termList } from "./reason_words.ts";
import type { Shared } from "./shared.ts";
import { ruleWords } from "./words.ts";

/** In the card of one mentee. */
export function ToFind({ need }: { need: MenteeNeed }): JSX.Element {
  return (
    <div class="ask">
      <p>{t(`find-${need.to_find}`, { mentee: need.mentee.name })}</p>
      {Object.keys(need.against).length > 0 && (
        <ul class="dotted">
          {Object.entries(need.against).map(([rule, count]) => (
            <li key={rule}>{t("find-against", { rule: ruleWords(rule), count })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** All of them, with the way to somebody outside of the pool. */
export function MentorsToFind({ shared, needs, onGo }: { shared: Shared; needs: readonly MenteeNeed[]; onGo: (mentee: string) => void }): JSX.Element | null {
  const { run, page } = shared;
  const wanted = needs.filter((need) => isToFind(shared, need) && mentorOf(shared, need) === null);
  if (wanted.length === 0) return null;
  const list = (
    <Part title={t("to-find-title")} state={<p class="soft">{t("to-find-lead")}</p>}>
      <ul class="rows">
        {wanted.map((need) => (
          <li key={need.mentee.id} class="entry">
            <p class="entry-words">
              <strong>
                <Bdi text={need.mentee.name} />
              </strong>
              <span class="soft block">
                {need.skills.length > 0 ? t("to-find-wants", { skills: termList(need.skills, shared.terms) }) : need.need}
              </span>
            </p>
            <button type="button" class="quiet" onClick={() => onGo(need.mentee.id)}>
              {t("to-find-look")}
              <span class="unseen">: {need.mentee.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {!page.lead && (
        <Link href={runPath(page.id, "people")} class="quiet">
          {t("to-find-people")}
        </Link>
      )}
    </Part>
  );
  if (page.state === "ended") return list;
  return (
    <Inviting run={run} page={page} roles={["mentor"]} lead={t("to-find-invite")} aside>
      {list}
    </Inviting>
  );
}
