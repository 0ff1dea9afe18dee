/** Who goes with whom, for who coordinates: first what people look for, one by one; then a last look, and they are asked. */
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { CohortPage, Rounds, Terms } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { nameOf } from "../programmes/people.ts";
import type { SectionProps } from "../programmes/run_page.tsx";
import { t } from "../text/fluent.ts";
import { draw } from "../ui/icon.tsx";
import { LATER } from "../ui/later_icons.ts";
import { useAttempts } from "./attempts.ts";
import { Beginning } from "./beginning.tsx";
import { createChoosing } from "./choosing.ts";
import { Conflict } from "./conflict.tsx";
import { Ending } from "./ending.tsx";
import { LastLook } from "./last_look.tsx";
import { MeanwhileNote, Moved } from "./meanwhile.tsx";
import { NeedsPart } from "./needs_part.tsx";
import { Numbers } from "./numbers.tsx";
import type { Shared } from "./shared.ts";
import { Standing } from "./standing.tsx";
import { MentorsToFind } from "./to_find.tsx";
import { TwoPeople } from "./two_people.tsx";
import { termsByKey } from "./words.ts";
import "./matching.css";

draw(LATER);

export function Matching({ run, page }: SectionProps): JSX.Element {
  const door = `/cohorts/${encodeURIComponent(page.id)}`;
  const rounds = useAsked<Rounds>(`${door}/rounds`);
  const terms = useAsked<Terms>(`${door}/terms`);
  /** It stays on the screen after it is over, until somebody goes on. */
  const [shown, setShown] = useState<string | null>(null);
  if (!rounds.value) return <Awaited asked={rounds} />;
  if (!terms.value) return <Awaited asked={terms} />;
  const id = shown ?? rounds.value.rounds.find(({ state }) => state === "open")?.id;
  if (!id) return <Beginning page={page} rounds={rounds.value} onBegun={setShown} />;
  return (
    <OneRound
      key={id} run={run} page={page} id={id} terms={terms.value}
      onOver={async () => {
        await rounds.load();
        setShown(null);
      }}
      onReleased={() => setShown(id)}
    />
  );
}

interface OneRoundProps extends SectionProps {
  id: string;
  terms: Terms;
  onReleased: () => void;
  onOver: () => Promise<void>;
}

function OneRound({ run, page, id, terms, onReleased, onOver }: OneRoundProps): JSX.Element {
  const http = useHttp();
  const { studio } = useStudio();
  const doing = useDoing();
  const { fault, attempt } = useAttempts();
  const [choosing] = useState(() => createChoosing({ http, id, named: (person) => ({ id: person, name: nameOf(page, person) }) }));
  const [at, setAt] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const known = useMemo(() => termsByKey(terms.terms), [terms]);
  const changes = studio.programmes.changes.value;
  useEffect(() => () => choosing.stop(), []);
  useEffect(() => {
    if (choosing.round.peek() === null) void doing.run(choosing.load);
    else choosing.load().catch(() => undefined);
  }, [changes]);
  const round = choosing.round.value;
  const needs = choosing.needs.value;
  if (!round || !needs) return <Awaited asked={{ ...doing, load: choosing.load }} />;
  const shared: Shared = {
    run, page, choosing, terms: known, attempt,
    open: round.state === "open" && page.state !== "ended",
    say: (mentee, change) => attempt(() => choosing.say(mentee, change)),
  };
  if (looking || round.state !== "open") {
    return <LastLook shared={shared} needs={needs} onBack={() => setLooking(false)} onReleased={onReleased} onOver={onOver} />;
  }
  return (
    <>
      <Standing shared={shared} needs={needs} onLook={() => setLooking(true)} />
      <MeanwhileNote shared={shared} />
      <div class="part-faults">
        <Fault words={fault} />
      </div>
      <Conflict shared={shared} />
      <Moved shared={shared} />
      {needs.needs.length === 0 ? <AllPlaced page={page} mentees={round.mentees} /> : <NeedsPart shared={shared} needs={needs} at={at} onGo={setAt} />}
      {!round.result?.conflict && <MentorsToFind shared={shared} needs={needs.needs} onGo={setAt} />}
      <TwoPeople shared={shared} needs={needs.needs} />
      {round.lead && <Numbers shared={shared} />}
      {round.lead && <Ending shared={shared} onOver={onOver} />}
    </>
  );
}

const AllPlaced = ({ page, mentees }: { page: CohortPage; mentees: number }): JSX.Element => (
  <section class="part">
    <p class="good">{t(mentees === 0 && page.people.some(({ role }) => role === "mentee") ? "needs-all-placed" : "needs-none-here")}</p>
  </section>
);
