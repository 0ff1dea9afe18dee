/** What one mentee looks for, in their own words; up to three who could go with them; and nobody of these. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { Person } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { MentorSearch } from "./mentor_search.tsx";
import { PairPanel } from "./pair_panel.tsx";
import { allowing, choosing as chosen, forbidding, hasBySaying, leaving, saidOf } from "./places.ts";
import type { MenteeNeed, PossibleMentor } from "./scratch.ts";
import type { Shared } from "./shared.ts";
import { ToFind } from "./to_find.tsx";
import { reasonWords, sentence, termNames } from "./words.ts";

/** Whom they have now: as it was said last, or as it was found. */
export function mentorOf(shared: Shared, { mentee, mentor, how }: MenteeNeed): { id: string; how: "hand" | "round" | "released" } | null {
  if (how === "released") return { id: mentor!.id, how };
  const said = hasBySaying(saidOf(shared.choosing.round.value!, mentee.id));
  if (said !== null) return { id: said, how: "hand" };
  return how === "round" && mentor ? { id: mentor.id, how } : null;
}

/** How it stands, in a word or two. */
export function standing(shared: Shared, need: MenteeNeed): string {
  const has = mentorOf(shared, need);
  if (!has) return t(need.to_find ? "need-to-find" : "need-nobody");
  const mentor = nameIn(shared, has.id);
  return t(`need-has-${has.how}`, { mentor });
}

const nameIn = ({ page }: Shared, id: string): string => page.people.find(({ person }) => person.id === id)?.person.name ?? "…";

export function NeedCard({ shared, need }: { shared: Shared; need: MenteeNeed }): JSX.Element {
  const { say, open } = shared;
  const [searching, setSearching] = useState(false);
  const { mentee } = need;
  const has = mentorOf(shared, need);
  const said = saidOf(shared.choosing.round.value!, mentee.id);
  const canSay = open && has?.how !== "released";
  return (
    <>
      <Words shared={shared} need={need} />
      <p role="status" class={has ? "good" : "soft"}>
        <Bdi text={standing(shared, need)} />
      </p>
      {need.possible.length > 0 && (
        <fieldset class="options" disabled={!canSay}>
          <legend>{t("options-title", { mentee: mentee.name })}</legend>
          <ol>
            {need.possible.map((option, place) => (
              <Option
                key={option.mentor.id} shared={shared} mentee={mentee} option={option} number={place + 1}
                checked={has?.id === option.mentor.id} onChoose={() => say(mentee.id, (so) => chosen(so, option.mentor.id))}
              />
            ))}
          </ol>
        </fieldset>
      )}
      {!has && <ToFind need={need} />}
      <p class="row">
        {canSay && has?.how === "hand" && (
          <button type="button" class="quiet flush" onClick={() => say(mentee.id, leaving)}>
            {t("pair-leave")}
          </button>
        )}
        <button type="button" class="quiet flush" aria-expanded={searching} onClick={() => setSearching(!searching)}>
          {t(need.possible.length > 0 ? "options-none-of-these" : "options-all-mentors")}
        </button>
        {canSay && searching && need.possible.length > 0 && has?.how !== "hand" && (
          <button
            type="button" class="quiet"
            onClick={() => say(mentee.id, (so) => forbidding(so, ...need.possible.map(({ mentor }) => mentor.id)))}
          >
            {t("options-others")}
          </button>
        )}
      </p>
      {said.forbid.length > 0 && (
        <ul class="plain-list soft">
          {said.forbid.map((mentor) => (
            <li key={mentor} class="entry">
              <span class="entry-words">
                <Bdi text={t("options-never", { mentor: nameIn(shared, mentor) })} />
              </span>
              {canSay && (
                <button type="button" class="quiet" onClick={() => say(mentee.id, (so) => allowing(so, mentor))}>
                  {t("pair-allow")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {searching && <MentorSearch shared={shared} mentee={mentee} />}
    </>
  );
}

function Words({ shared, need }: { shared: Shared; need: MenteeNeed }): JSX.Element {
  return (
    <blockquote class="need-words">
      {need.need ? (
        <p>
          <Bdi text={need.need} />
        </p>
      ) : (
        <p class="soft">{t("need-silent")}</p>
      )}
      {need.goals && (
        <p>
          <Bdi text={need.goals} />
        </p>
      )}
      {need.skills.length > 0 && (
        <p class="soft">{t("need-skills", { skills: termNames(shared.terms, need.skills) })}</p>
      )}
    </blockquote>
  );
}

interface OptionProps {
  shared: Shared;
  mentee: Person;
  option: PossibleMentor;
  number: number;
  checked: boolean;
  onChoose: () => void;
}

function Option({ shared, mentee, option, number, checked, onChoose }: OptionProps): JSX.Element {
  const [why, setWhy] = useState(false);
  const names = { mentee: mentee.name, mentor: option.mentor.name };
  return (
    <li class="option">
      <label class="side-pick">
        <input type="radio" name={`mentor of ${mentee.id}`} checked={checked} onClick={onChoose} />
        <span>
          <strong>
            <span class="key" aria-hidden="true">
              {number}
            </span>{" "}
            <Bdi text={option.mentor.name} />
          </strong>
          <span class="block">{sentence(option.reasons, names, shared.terms) || t("options-no-reason")}</span>
          {option.caveats.map((caveat) => (
            <span key={caveat.code} class="block caveat">
              <Icon name="alert" /> {reasonWords(caveat, names, shared.terms)}
            </span>
          ))}
        </span>
      </label>
      <button type="button" class="quiet" aria-expanded={why} onClick={() => setWhy(!why)}>
        {t("options-why")}
        <span class="unseen">: {option.mentor.name}</span>
      </button>
      {why && <PairPanel shared={shared} mentee={mentee} mentor={option.mentor} />}
    </li>
  );
}
