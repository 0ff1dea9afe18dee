/** Any two: why not these? */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { MenteeNeed } from "../contract.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Choice } from "../ui/field.tsx";
import { mentorsOf } from "./mentor_search.tsx";
import { PairPanel } from "./pair_panel.tsx";
import type { Shared } from "./shared.ts";

const NOBODY = "";

export function TwoPeople({ shared, needs }: { shared: Shared; needs: readonly MenteeNeed[] }): JSX.Element | null {
  const [[mentee, mentor], setPair] = useState([NOBODY, NOBODY]);
  const compare = compareNames(locale.value);
  const silent = new Set(shared.choosing.round.value!.silent.map(({ id }) => id));
  const mentees = needs.map((need) => need.mentee).toSorted((a, b) => compare(a.name, b.name));
  const mentors = mentorsOf(shared).filter(({ id }) => !silent.has(id));
  if (mentees.length === 0 || mentors.length === 0) return null;
  const options = (people: typeof mentees): { value: string; label: string }[] => [
    { value: NOBODY, label: t("please-choose") },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const [one, other] = [mentees.find(({ id }) => id === mentee), mentors.find(({ id }) => id === mentor)];
  return (
    <section class="part">
      <details class="closed">
        <summary>{t("two-title")}</summary>
        <p class="soft">{t("two-lead")}</p>
        <div class="side-by-side">
          <Choice label={t("two-mentee")} value={mentee!} options={options(mentees)} onChoose={(id) => setPair([id, mentor!])} />
          <Choice label={t("two-mentor")} value={mentor!} options={options(mentors)} onChoose={(id) => setPair([mentee!, id])} />
        </div>
        {one && other && <PairPanel key={`${one.id} ${other.id}`} shared={shared} mentee={one} mentor={other} />}
      </details>
    </section>
  );
}
