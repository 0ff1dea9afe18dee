/** What I am asked about whom I might walk with: a card on my first screen, and the page behind it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { MyProposal, MyProposals } from "../contract.ts";
import { safeStorage } from "../live/storage.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { momentWhen } from "./days.ts";

export function ProposedToMe(): JSX.Element {
  const asked = useAsked<MyProposals>("/me/proposals");
  const [, setAway] = useState(0);
  const found = asked.value?.proposals.filter((one) => isNews(one) && !isAway(one)) ?? [];
  const putAway = (one: MyProposal): void => {
    safeStorage()?.setItem(keyOf(one), "away");
    setAway((times) => times + 1);
  };
  return (
    <>
      {found.map((one) => (
        <Card key={one.id} one={one} onAway={() => putAway(one)} />
      ))}
    </>
  );
}

/** Of what I did not want myself nothing more is said. */
const isNews = ({ standing, says }: MyProposal): boolean => standing !== "over" || says !== "not_now";
const isOver = ({ standing }: MyProposal): boolean => standing === "opened" || standing === "over";
const keyOf = ({ id, standing }: MyProposal): string => `atelje.proposal.${id}.${standing}`;
const isAway = (one: MyProposal): boolean => isOver(one) && safeStorage()?.getItem(keyOf(one)) != null;

function Card({ one, onAway }: { one: MyProposal; onAway: () => void }): JSX.Element {
  const { me } = useStudio();
  const { standing } = one;
  const names = listOfNames(one.people.map(({ person }) => person.name), locale.value);
  const title = { asked: "proposed-title", waiting: "proposed-title", opened: "proposed-opened", over: "proposal-title" }[standing];
  return (
    <section class="home-part card question" aria-labelledby={`proposal-${one.id}`}>
      <h2 id={`proposal-${one.id}`}>{t(title)}</h2>
      {names && (
        <p>
          <strong><Bdi text={names} /></strong>
          <span class="soft"> · <Worded names={one.programme} /></span>
        </p>
      )}
      {standing === "asked" && one.expires_at != null && <p class="soft">{t("proposed-until", { when: momentWhen(one.expires_at, me) })}</p>}
      {standing === "waiting" && <p>{t("proposed-waiting")}</p>}
      {standing === "over" && <p>{t("proposed-over")}</p>}
      <p class="row">
        {standing !== "over" && (
          <Link href={`/proposal/${one.id}`} class={standing === "waiting" ? "button" : "button main"}>
            {t(standing === "opened" ? "proposed-times" : "proposed-look")}
          </Link>
        )}
        {isOver(one) && <button type="button" class="quiet" onClick={onAway}>{t("put-away")}</button>}
      </p>
    </section>
  );
}
