/** What one mentee looks for, in their own words; up to three who could go with them; and nobody of these. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { MenteeNeed, Person, PossibleMentor } from "../contract.ts";
import { nameOf } from "../programmes/people.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { MentorSearch } from "./mentor_search.tsx";
import { PairPanel } from "./pair_panel.tsx";
import { allowing, choosing as chosen, forbidding, leaving, saidOf } from "./places.ts";
import { termList } from "./reason_words.ts";
import type { Shared } from "./shared.ts";
import { isToFind, mentorOf, standing } from "./standing_of.ts";
import { ToFind } from "./to_find.tsx";
import { reasonWords, sentence } from "./words.ts";

export function NeedCard({ shared, need }: { shared: Shared; need: MenteeNeed }): JSX.Element {
  const { say, open } = shared;
  const [searching, setSearching] = useState(false);
  const { mentee } = need;
  const has = mentorOf(shared, need);
  const said = saidOf(shared.choosing.round.value!, mentee.id);
  return (
    <>
      <Words shared={shared} need={need} />
      <p role="status" class={has ? "good" : "soft"}>
        <Bdi text={standing(shared, need)} />
      </p>
      {need.possible.length > 0 && (
        <fieldset class="options" disabled={!open}>
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
      {!has && isToFind(shared, need) && <ToFind need={need} />}
      <p class="row">
        {open && has?.how === "hand" && (
          <button type="button" class="quiet flush" onClick={() => say(mentee.id, leaving)}>
            {t("pair-leave")}
          </button>
        )}
        <button type="button" class={has?.how === "hand" && open ? "quiet" : "quiet flush"} aria-expanded={searching} onClick={() => setSearching(!searching)}>
          {t(need.possible.length > 0 ? "options-none-of-these" : "options-all-mentors")}
        </button>
        {open && searching && need.possible.length > 0 && has?.how !== "hand" && (
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
                <Bdi text={t("options-never", { mentor: nameOf(shared.page, mentor) })} />
              </span>
              {open && (
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
        <p class="soft">{t("need-skills", { skills: termList(need.skills, shared.terms) })}</p>
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
