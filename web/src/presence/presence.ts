/**
 * Who is here, room by room, for a person who shows it too. Nothing is told or asked of rooms where it is switched off,
 * which is all of them until a person switches one on.
 */
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";

import type { PresenceNotice } from "../contract.ts";
import type { Ear } from "../live/connection.ts";
import * as rules from "./roster.ts";
import { NOBODY, type Mark, type Roster, type Row } from "./roster.ts";

export interface PresencePorts {
  me: string;
  /** Whether the server's list says that a room is switched on. */
  isOn: (room: string) => boolean;
  switch: (room: string, on: boolean) => Promise<unknown>;
  present: (room: string) => Promise<readonly Row[]>;
  /** Throws when the server refuses it. */
  say: (room: string, notice: PresenceNotice) => Promise<unknown>;
  now: () => number;
  later: (ms: number, run: () => void) => void;
  /** To spread what many would ask in the same moment. */
  chance: () => number;
}

export interface Presence extends Ear {
  /** What there is to show: nobody where it is switched off. */
  of(room: string): ReadonlySignal<Roster>;
  /** I am shown there, and see who is. */
  on(room: string): ReadonlySignal<boolean>;
  show(room: string, on: boolean): Promise<void>;
  /** On another device of mine, as I hear now or find in the list. */
  switched(room: string, on: boolean): void;
  /** My wishes for every room have changed, and with them perhaps what I am shown. */
  renew(): void;
  /** The room that is on the screen now, if one is; null also while nobody looks at the screen. */
  look(room: string | null): void;
  /** A letter was written there. */
  write(room: string): void;
}

/** Others believe it for 6 seconds. */
const SAY_TYPING_MS = 3_000;
const SPREAD_MS = 3_000;

interface Place {
  on: Signal<boolean>;
  roster: Signal<Roster>;
  live: boolean;
  /** What the server believes of this connection. */
  told: Mark;
  saidTyping: number;
  asked: number;
}

export function createPresence(ports: PresencePorts): Presence {
  const places = new Map<string, Place>();
  let looked: string | null = null;

  function placeOf(room: string): Place {
    let place = places.get(room);
    if (!place) {
      place = {
        on: signal(ports.isOn(room)), roster: signal(NOBODY), live: false, told: "here", saidTyping: 0, asked: 0,
      };
      places.set(room, place);
    }
    return place;
  }

  /** What the server answers is the truth, of my own switch too: it may have been turned on another device. */
  async function load(room: string): Promise<void> {
    const place = placeOf(room);
    const asked = ++place.asked;
    const rows = await ports.present(room).catch(() => null);
    if (rows === null || asked !== place.asked) return;
    place.on.value = rows.some(({ person }) => person === ports.me);
    place.roster.value = rules.loaded(place.roster.value, rows);
    tellMark(room);
  }

  function tellMark(room: string): void {
    const place = placeOf(room);
    const mark: Mark = room === looked ? "here" : "away";
    if (!place.on.value || !place.live || place.told === mark) return;
    const before = place.told;
    place.told = mark;
    void ports.say(room, { kind: mark }).catch(() => (place.told = before));
  }

  /** A connection that becomes a part of the roster counts as here until it says otherwise. */
  function begin(room: string): void {
    const place = placeOf(room);
    place.told = "here";
    if (place.live) void load(room);
  }

  function stop(place: Place): void {
    place.asked++;
    place.on.value = false;
    place.roster.value = NOBODY;
  }

  function fadeLater(place: Place): void {
    const next = rules.nextFading(place.roster.value);
    if (next === null) return;
    ports.later(Math.max(0, next - ports.now()), () => {
      const before = place.roster.value;
      place.roster.value = rules.faded(before, ports.now());
    });
  }

  return {
    of: (room) => placeOf(room).roster,
    on: (room) => placeOf(room).on,
    async show(room, on) {
      const place = placeOf(room);
      await ports.switch(room, on);
      if (!on) return stop(place);
      place.on.value = true;
      begin(room);
    },
    switched(room, on) {
      const place = placeOf(room);
      if (on === place.on.value) return;
      if (!on) return stop(place);
      place.on.value = true;
      begin(room);
    },
    renew() {
      for (const [room, place] of places) {
        place.saidTyping = 0;
        if (place.live && (place.on.value || ports.isOn(room))) begin(room);
      }
    },
    look(room) {
      const before = looked;
      looked = room;
      if (before !== null) tellMark(before);
      if (room !== null) tellMark(room);
    },
    write(room) {
      const place = placeOf(room);
      if (!place.on.value || !place.live || ports.now() < place.saidTyping + SAY_TYPING_MS) return;
      place.saidTyping = ports.now();
      // Who is hidden, or writes unseen, need not try again before long.
      ports.say(room, { kind: "typing" }).catch(() => (place.saidTyping = ports.now() + 60_000));
    },
    live(room) {
      const place = placeOf(room);
      place.live = true;
      if (place.on.value || ports.isOn(room)) begin(room);
    },
    came(room, person, mark) {
      const place = placeOf(room);
      if (place.on.value) place.roster.value = rules.came(place.roster.value, person, mark);
    },
    went(room, person) {
      const place = placeOf(room);
      place.roster.value = rules.went(place.roster.value, person);
    },
    told(room, notice, person) {
      const place = placeOf(room);
      if (!place.on.value) return;
      if (notice.kind === "count") {
        const { roster, whole } = rules.counted(place.roster.value, notice);
        place.roster.value = roster;
        if (whole) ports.later(ports.chance() * SPREAD_MS, () => void load(room));
      } else if (notice.kind === "typing") {
        place.roster.value = rules.typed(place.roster.value, person, ports.now());
        fadeLater(place);
      } else {
        place.roster.value = rules.turned(place.roster.value, person, notice.kind);
      }
    },
    spoke(room, person) {
      const place = places.get(room);
      if (place) place.roster.value = rules.spoke(place.roster.value, person);
    },
  };
}
