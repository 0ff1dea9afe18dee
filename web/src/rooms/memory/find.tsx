/** Looking for something in a room, or in all of mine: words, and in plain fields by whom, what and when. */
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { useHttp, useStudio } from "../../context.ts";
import type { Found, Hit, Person } from "../../contract.ts";
import { Refused } from "../../http.ts";
import { go } from "../../router.ts";
import { briefly, fullMoment } from "../../text/dates.ts";
import { locale, refusalWords, t } from "../../text/fluent.ts";
import { compareNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choice, Field } from "../../ui/field.tsx";
import { CalledContext } from "../called.ts";
import { callNames } from "../mentions.ts";
import { roomName } from "../room_name.tsx";
import type { Room } from "../room.ts";
import { addressOf, kindName, KINDS, MESSAGE } from "./things.ts";
import { Words } from "./words.tsx";

const TYPING_MS = 250;

interface Wanted {
  q: string;
  person: string;
  kind: string;
  from: string;
  to: string;
}

const NOTHING: Wanted = { q: "", person: "", kind: "", from: "", to: "" };

/** By room, "" for all of them. What was looked for stays for the visit: one comes back from a message to where one was. */
const before = new Map<string, Wanted>();

const isNothing = (wanted: Wanted): boolean => Object.values(wanted).every((value) => value.trim() === "");

/** `room`: null for all of them. */
export function Find({ room, onClose }: { room: Room | null; onClose: () => void }): JSX.Element {
  const [wanted, setWanted] = useState(before.get(room?.id ?? "") ?? NOTHING);
  const { found, fault, busy, more } = useFound(room, wanted);
  const field = useRef<HTMLFormElement>(null);
  useEffect(() => field.current?.querySelector("input")?.select(), []);
  const want = (change: Partial<Wanted>): void => {
    const now = { ...wanted, ...change };
    before.set(room?.id ?? "", now);
    setWanted(now);
  };
  const people = usePeople(room);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const { id, name } of found?.people ?? []) names.set(id, name);
  return (
    <Dialog title={t(room ? "find" : "find-all")} onClose={onClose}>
      <form ref={field} class="find" role="search" onSubmit={(event) => event.preventDefault()}>
        <Field
          label={t("find-words")} help={t("find-words-help")} type="search" name="q" value={wanted.q} maxLength={200}
          autoComplete="off" enterKeyHint="search" onInput={(event) => want({ q: event.currentTarget.value })}
        />
        <Filters room={room} people={people} wanted={wanted} onWant={want} />
      </form>
      <p class="find-told soft" role="status">
        {fault ?? (isNothing(wanted) ? "" : busy && found === null ? t("one-moment") : found?.hits.length === 0 ? t("find-nothing") : "")}
      </p>
      {found && found.hits.length > 0 && !isNothing(wanted) && (
        <Called room={room} people={people}>
          <ol class="hits" aria-label={t("find-found")} aria-busy={busy}>
            {found.hits.map((hit) => (
              <li key={`${hit.room} ${hit.kind} ${hit.id}`}>
                <HitLink hit={hit} by={names.get(hit.by ?? "") ?? ""} everywhere={room === null} onGo={onClose} />
              </li>
            ))}
          </ol>
        </Called>
      )}
      {found?.next != null && !isNothing(wanted) && (
        <button type="button" class="quiet" disabled={busy} onClick={more}>
          {t("find-earlier")}
        </button>
      )}
    </Dialog>
  );
}

/** In an open room names of its people are known from its head. */
function Called({ room, people, children }: { room: Room | null; people: readonly Person[]; children: JSX.Element }): JSX.Element {
  const called = useMemo(() => callNames(people), [people]);
  return room ? children : <CalledContext.Provider value={called}>{children}</CalledContext.Provider>;
}

/** Who may have said it. */
function usePeople(room: Room | null): Person[] {
  const { studio } = useStudio();
  const members = room?.snapshot.value?.members;
  const rooms = studio.rooms.all.value;
  return useMemo(() => {
    if (room) return (members ?? []).map(({ person, name }) => ({ id: person, name }));
    const everybody = (rooms ?? []).flatMap(({ card }) => card.value.people);
    const compare = compareNames(locale.value);
    return [...new Map(everybody.map((person) => [person.id, person])).values()].sort((a, b) => compare(a.name, b.name));
  }, [room, members, rooms]);
}

interface FiltersProps {
  room: Room | null;
  people: readonly Person[];
  wanted: Wanted;
  onWant: (change: Partial<Wanted>) => void;
}

function Filters({ room, people, wanted, onWant }: FiltersProps): JSX.Element {
  const narrowed = wanted.person !== "" || wanted.kind !== "" || wanted.from !== "" || wanted.to !== "";
  const here = room ? [MESSAGE, ...Object.keys(room.snapshot.value?.things ?? {})] : KINDS;
  const kinds = here.map((kind) => ({ value: kind, label: kindName(kind) }));
  const whom = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <details class="find-narrow" open={narrowed}>
      <summary>{t("find-narrow")}</summary>
      <div class="find-fields">
        <Choice
          label={t("find-by")} value={wanted.person} options={[{ value: "", label: t("find-anybody") }, ...whom]}
          onChoose={(person) => onWant({ person })}
        />
        <Choice
          label={t("find-what")} value={wanted.kind} options={[{ value: "", label: t("find-anything") }, ...kinds]}
          onChoose={(kind) => onWant({ kind })}
        />
        <Field label={t("find-from")} type="date" value={wanted.from} onInput={(event) => onWant({ from: event.currentTarget.value })} />
        <Field label={t("find-to")} type="date" value={wanted.to} onInput={(event) => onWant({ to: event.currentTarget.value })} />
      </div>
    </details>
  );
}

interface HitProps {
  hit: Hit;
  /** Who said it, by name. */
  by: string;
  /** It may be of any room: then it says of which. */
  everywhere: boolean;
  onGo: () => void;
}

function HitLink({ hit, by, everywhere, onGo }: HitProps): JSX.Element {
  const { studio, me } = useStudio();
  const at = new Date(hit.at);
  const to = addressOf(hit.room, hit.kind, hit.id);
  const card = everywhere ? studio.rooms.all.value?.find(({ id }) => id === hit.room)?.card.value : undefined;
  const title = hit.title && hit.title !== hit.snippet ? hit.title : "";
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    // The window gives the focus back first, so that the message may take it.
    onGo();
    go(to);
  };
  return (
    <a class="hit" href={to} onClick={follow}>
      <span class="hit-head soft">
        {card && (
          <strong>
            <Bdi text={roomName(card, me.id)} />
          </strong>
        )}
        {by && <Bdi text={by} />}
        {hit.kind !== MESSAGE && <span>{kindName(hit.kind)}</span>}
        <time dateTime={at.toISOString()} title={fullMoment(hit.at, locale.value, me.zone)}>
          {briefly(hit.at, Date.now(), locale.value, me.zone)}
        </time>
      </span>
      {title && (
        <strong>
          <Bdi text={title} />
        </strong>
      )}
      <span class="hit-words">
        <Words text={hit.snippet} marks={hit.marks} before={hit.before ?? false} after={hit.after ?? false} />
      </span>
    </a>
  );
}

interface Finding {
  /** null while nothing was looked for yet. */
  found: Found | null;
  fault: string | null;
  busy: boolean;
  more: () => void;
}

/** A little after the last key, the newest answer wins; what was found stays until the next comes. */
function useFound(room: Room | null, wanted: Wanted): Finding {
  const http = useHttp();
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  async function ask(after: Found | null): Promise<void> {
    const mine = ++turn.current;
    setBusy(true);
    const where = room ? `/rooms/${encodeURIComponent(room.id)}` : "";
    const answer = await http<Found>("GET", `${where}/search?${queryOf(wanted, after?.next ?? null)}`)
      .catch((error: unknown) => (error instanceof Refused ? refusalWords(error.problem) : t("find-unreachable")));
    if (mine !== turn.current) return;
    setBusy(false);
    setFault(typeof answer === "string" ? answer : null);
    if (typeof answer !== "string") setFound(after ? joined(after, answer) : answer);
  }
  useEffect(() => {
    turn.current += 1;
    if (isNothing(wanted)) {
      setFound(null);
      setFault(null);
      setBusy(false);
      return;
    }
    setBusy(true);
    const timer = setTimeout(() => void ask(null), TYPING_MS);
    return () => clearTimeout(timer);
  }, [room, wanted]);
  return { found, fault, busy, more: () => void ask(found) };
}

const joined = (before: Found, after: Found): Found => ({
  ...after, hits: [...before.hits, ...after.hits], people: [...before.people, ...after.people],
});

function queryOf(wanted: Wanted, next: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wanted, before: next ?? "" })) if (value.trim() !== "") query.set(name, value);
  return query.toString();
}
