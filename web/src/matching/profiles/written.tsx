/** What one person said, and the form for who writes it down for them. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useHttp, useStudio } from "../../context.ts";
import type { CohortProfiles, PersonProfile, SetProfile, Term } from "../../contract.ts";
import { momentDay } from "../../mine/days.ts";
import { EditForm } from "../../programmes/edit_form.tsx";
import { locale, t } from "../../text/fluent.ts";
import { compareNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Icon } from "../../ui/icon.tsx";
import { draftOf, profileOf, type Draft } from "./profile.ts";
import { inWords, ProfileFields } from "./profile_fields.tsx";

interface WrittenProps {
  door: string;
  one: PersonProfile;
  all: readonly PersonProfile[];
  terms: readonly Term[];
  goesOn: boolean;
  onSaved: (one: PersonProfile) => void;
  onClose: () => void;
}

export function Written({ door, one, all, terms, goesOn, onSaved, onClose }: WrittenProps): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { person, role } = one;
  const save = async (draft: Draft, version: number): Promise<void> => {
    const body: SetProfile = { version, profile: profileOf(draft), excludes: draft.excludes, ranking: draft.ranking };
    onSaved(await http<PersonProfile>("PUT", `${door}/${role}/${encodeURIComponent(person.id)}`, body));
  };
  const reread = async (): Promise<number> => {
    const { profiles } = await http<CohortProfiles>("GET", door);
    const newest = profiles.find((each) => each.person.id === person.id && each.role === role);
    if (newest) onSaved(newest);
    return newest?.version ?? one.version;
  };
  const said = one.said_by && { name: one.said_by.name, day: momentDay(one.said_at, me) };
  return (
    <div class="profile-form">
      <h3 tabIndex={-1} ref={heading}>
        <Bdi text={person.name} />
      </h3>
      {said && (
        <p class="soft">
          <Bdi text={t(one.said_by!.id === person.id ? "profiles-said" : "profiles-written", said)} />
        </p>
      )}
      <p class="who-reads">{t("profiles-for-them")}</p>
      {goesOn ? (
        <EditForm
          newest={draftOf(one.profile, one.excludes, one.ranking)} version={one.version} save={save} reread={reread}
          inWords={(draft) => inWords(role, terms, draft)}
        >
          {(draft, set) => (
            <ProfileFields
              role={role} terms={terms} draft={draft} set={set}
              excluded={
                <>
                  <Wished one={one} all={all} draft={draft} set={set} />
                  <Excluded one={one} all={all} draft={draft} set={set} />
                </>
              }
            />
          )}
        </EditForm>
      ) : (
        <dl class="newest">
          {inWords(role, terms, draftOf(one.profile, one.excludes))
            .filter(([, words]) => words)
            .map(([label, words]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Bdi text={words} />
                </dd>
              </div>
            ))}
        </dl>
      )}
      <p class="row">
        <button type="button" class="quiet" onClick={onClose}>
          {t("profiles-close")}
        </button>
      </p>
    </div>
  );
}

interface OthersProps {
  one: PersonProfile;
  all: readonly PersonProfile[];
  draft: Draft;
  set: (change: Partial<Draft>) => void;
}

/** Whom one would like to go with, as they told the team: in an order that the engine weighs, and that rules nobody out. */
function Wished({ one, all, draft, set }: OthersProps): JSX.Element {
  const compare = compareNames(locale.value);
  const others = all.filter((each) => each.role !== one.role).map(({ person }) => person);
  const names = new Map(others.map(({ id, name }) => [id, name]));
  const order = draft.ranking.flat();
  const put = (ids: readonly string[]): void => set({ ranking: ids.map((id) => [id]) });
  const up = (at: number): void => put(order.with(at - 1, order[at]!).with(at, order[at - 1]!));
  const left = others.filter(({ id }) => !order.includes(id)).sort((a, b) => compare(a.name, b.name));
  return (
    <fieldset class="excluded">
      <legend>{t("profiles-wished")}</legend>
      <ol>
        {order.map((id, at) => (
          <li key={id}>
            <Bdi text={names.get(id) ?? ""} />
            <span class="row">
              <button
                type="button" class="quiet round" disabled={at === 0}
                aria-label={t("profiles-wish-up", { name: names.get(id) ?? "" })} onClick={() => up(at)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button" class="quiet round" aria-label={t("profiles-exclude-undo", { name: names.get(id) ?? "" })}
                onClick={() => put(order.filter((other) => other !== id))}
              >
                <Icon name="close" />
              </button>
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <select
          aria-label={t("profiles-wish")} value=""
          onChange={(event) => event.currentTarget.value && put([...order, event.currentTarget.value])}
        >
          <option value="">{t("profiles-wish")}</option>
          {left.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** People of the other side, as the one who said so meant them. */
function Excluded({ one, all, draft, set }: OthersProps): JSX.Element {
  const [next, setNext] = useState("");
  const compare = compareNames(locale.value);
  const names = new Map([...one.excludes, ...all.map(({ person }) => person)].map(({ id, name }) => [id, name]));
  const others = all
    .filter((each) => each.role !== one.role && !draft.excludes.includes(each.person.id))
    .map(({ person }) => person)
    .sort((a, b) => compare(a.name, b.name));
  const add = (id: string): void => {
    setNext("");
    if (id) set({ excludes: [...draft.excludes, id] });
  };
  return (
    <fieldset class="excluded">
      <legend>{t("profile-excluded")}</legend>
      <ul>
        {draft.excludes.map((id) => (
          <li key={id}>
            <Bdi text={names.get(id) ?? ""} />
            <button
              type="button" class="quiet round" aria-label={t("profiles-exclude-undo", { name: names.get(id) ?? "" })}
              onClick={() => set({ excludes: draft.excludes.filter((other) => other !== id) })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <select aria-label={t("profiles-exclude")} value={next} onChange={(event) => add(event.currentTarget.value)}>
          <option value="">{t("profiles-exclude")}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
