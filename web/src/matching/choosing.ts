/**
 * Who goes with whom while somebody chooses: what was chosen shows at once and is stored in its order; of what somebody
 * else changed at the same time nothing is overwritten; the engine is asked, watched and called off.
 */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";

import type {
  MatchedPair, MenteeNeed, PairMove, Person, ReleaseRound, Round, RoundNeeds, SetRoundSettings,
} from "../contract.ts";
import { isRefused, type Http } from "../http.ts";
import { differences } from "./differences.ts";
import {
  inverse, isOfMentee, locksOf, same, saidOf, valueAt, withValue, type Edit, type Place, type Said, type SettingPath, type Value,
} from "./places.ts";

export interface Needs {
  needs: readonly MenteeNeed[];
  left: number;
  toFind: number;
}

/** Somebody else was quicker at the same place: `edit` was not done. */
export interface Meanwhile {
  edit: Edit;
  now: Value;
}

export interface Choosing {
  readonly round: ReadonlySignal<Round | null>;
  readonly needs: ReadonlySignal<Needs | null>;
  readonly meanwhile: ReadonlySignal<Meanwhile | null>;
  /** Somebody else changed another place: what is shown is the newest, and what I did stands in it. */
  readonly joined: ReadonlySignal<boolean>;
  /** What the newest answer changed of the one that was shown before; null before there were two. */
  readonly moved: ReadonlySignal<readonly PairMove[] | null>;
  readonly working: ReadonlySignal<boolean>;
  readonly undoable: ReadonlySignal<boolean>;
  load(): Promise<void>;
  say(mentee: string, change: (said: Said) => Said): Promise<void>;
  /** Where there was an answer, the next one follows. */
  set(setting: SettingPath, value: Value): Promise<void>;
  setScores(csv: string): Promise<void>;
  undo(): Promise<void>;
  /** What is there now stays, or mine is written over it after all. */
  settle(mine: boolean): Promise<void>;
  start(): Promise<void>;
  cancel(): Promise<void>;
  release(command: Omit<ReleaseRound, "version">): Promise<void>;
  /** Ends without asking anybody. */
  close(): Promise<void>;
  stop(): void;
}

export interface ChoosingPorts {
  http: Http;
  id: string;
  named: (id: string) => Person;
  /** Calls back later, until it is told that nobody waits any more. */
  later?: (work: () => void, ms: number) => () => void;
}

const PAGE = 100;
const PAGES = 20;
const WATCH_MS = 700;
/** So often others may be quicker before it is said. */
const TRIES = 5;

const withTimer = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

export function createChoosing({ http, id, named, later = withTimer }: ChoosingPorts): Choosing {
  const door = `/rounds/${encodeURIComponent(id)}`;
  /** As the server has it, and with what is on its way there. */
  const stored = signal<Round | null>(null);
  const onTheWay = signal<readonly Edit[]>([]);
  const needs = signal<Needs | null>(null);
  const meanwhile = signal<Meanwhile | null>(null);
  const joined = signal(false);
  const moved = signal<readonly PairMove[] | null>(null);
  const done = signal<readonly Edit[]>([]);
  let queue: Promise<unknown> = Promise.resolve();
  let shownPairs: readonly MatchedPair[] | null = null;
  let forget: (() => void) | null = null;
  /** Of what the needs were read. */
  let readOf = "";
  let stopped = false;

  const round = computed(() =>
    stored.value && onTheWay.value.reduce((so, { place, after }) => withValue(so, place, after, named), stored.value),
  );
  const working = computed(() => isWorking(stored.value));

  function put(newest: Round): void {
    const before = stored.peek();
    // What was asked for earlier can come later.
    if (before && newest.version < before.version) return;
    if (newest.result && newest.result.run !== before?.result?.run) {
      const { conflict, pairs } = newest.result;
      // Where there is no answer nobody moved: it is compared with the last one that there was.
      moved.value = shownPairs && !conflict ? differences(shownPairs, pairs) : null;
      if (!conflict) shownPairs = pairs;
    }
    stored.value = newest;
    watch();
  }

  function watch(): void {
    forget?.();
    forget = !stopped && isWorking(stored.peek()) ? later(() => void look().catch(watch), WATCH_MS) : null;
  }

  async function look(): Promise<void> {
    const ran = isWorking(stored.peek());
    put(await http<Round>("GET", door));
    if (ran && !isWorking(stored.peek())) await readNeeds();
  }

  async function someNeeds(start: number): Promise<RoundNeeds> {
    try {
      return await http<RoundNeeds>("GET", `${door}/needs?start=${start}&count=${PAGE}`);
    } catch (error) {
      if (!isRefused(error, "round_empty")) throw error;
      return { needs: [], start, of: 0, left: 0, to_find: 0 };
    }
  }

  /** `steady`: nobody's possible mentors change places under the eyes of who chooses among them. */
  async function readNeeds(steady = false): Promise<void> {
    const found: MenteeNeed[] = [];
    let last: RoundNeeds | null = null;
    for (let page = 0; page < PAGES && (last === null || found.length < last.of); page += 1) {
      last = await someNeeds(found.length);
      if (last.needs.length === 0) break;
      found.push(...last.needs);
    }
    const shown = steady ? inPlace(needs.peek()?.needs ?? [], found) : found;
    readOf = stateOf(stored.peek()!);
    needs.value = { needs: shown, left: last?.left ?? 0, toFind: last?.to_find ?? 0 };
  }

  async function load(): Promise<void> {
    put(await http<Round>("GET", door));
    // We are told of our own changes too.
    if (readOf !== stateOf(stored.peek()!)) await readNeeds(true);
  }

  /** One after the other: what follows builds on what came before. */
  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  }

  const send = (newest: Round, place: Place): Promise<Round> =>
    isOfMentee(place)
      ? http<Round>("PUT", `${door}/locks`, locksOf(newest))
      : http<Round>("PUT", `${door}/settings`, { version: newest.version, settings: newest.settings } satisfies SetRoundSettings);

  /** Whether it was done; else somebody else was quicker, at the same place. */
  async function store({ place, before, after }: Edit): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      const newest = stored.peek()!;
      try {
        put(await send(withValue(newest, place, after, named), place));
        return true;
      } catch (error) {
        if (tries === TRIES || !isRefused(error, "changed_meanwhile")) throw error;
        const seen = newest;
        put(await http<Round>("GET", door));
        const now = valueAt(stored.peek()!, place);
        if (same(now, after)) return true;
        if (!same(now, before)) {
          meanwhile.value = { edit: { place, before, after }, now };
          return false;
        }
        joined.value = joined.value || stored.peek()!.version !== seen.version;
      }
    }
  }

  /** `undone`: it takes back what was done last. */
  async function edit(wanted: Edit, undone = false): Promise<void> {
    if (same(wanted.before, wanted.after)) return;
    batch(() => {
      onTheWay.value = [...onTheWay.value, wanted];
      meanwhile.value = null;
      joined.value = false;
      done.value = undone ? done.value.slice(0, -1) : [...done.value, wanted];
    });
    let did = false;
    try {
      did = await inOrder(() => store(wanted));
    } finally {
      batch(() => {
        onTheWay.value = onTheWay.value.filter((one) => one !== wanted);
        if (!did && !undone) done.value = done.value.filter((one) => one !== wanted);
      });
    }
    // Of many that follow each other fast the last one reads anew.
    if (onTheWay.peek().length > 0) return;
    await readNeeds(isOfMentee(wanted.place));
    // What is set is seen to act: where there was an answer the next one follows.
    if (did && !isOfMentee(wanted.place) && stored.peek()!.result) await start();
  }

  async function order(method: "POST" | "DELETE", body?: object): Promise<void> {
    put(await http<Round>(method, `${door}/work`, body));
  }

  /** What the engine was asked has to be what is stored. */
  async function fresh(work: () => Promise<void>): Promise<void> {
    await inOrder(async () => {
      try {
        await work();
      } catch (error) {
        if (!isRefused(error, "changed_meanwhile")) throw error;
        put(await http<Round>("GET", door));
        await work();
      }
    });
  }

  const start = (): Promise<void> => fresh(() => order("POST", { version: stored.peek()!.version }));

  return {
    round,
    needs,
    meanwhile,
    joined,
    moved,
    working,
    undoable: computed(() => done.value.length > 0),
    load,
    async say(mentee, change) {
      const before = saidOf(round.peek()!, mentee);
      await edit({ place: { mentee }, before, after: change(before) });
    },
    async set(setting, value) {
      await edit({ place: { setting }, before: valueAt(round.peek()!, { setting }), after: value });
    },
    async setScores(csv) {
      await fresh(async () => put(await http<Round>("PUT", `${door}/scores`, { version: stored.peek()!.version, csv })));
      await readNeeds();
      if (stored.peek()!.result) await start();
    },
    async undo() {
      const last = done.peek().at(-1);
      if (last) await edit(inverse(last), true);
    },
    async settle(mine) {
      const stopped = meanwhile.peek();
      meanwhile.value = null;
      if (mine && stopped) await edit({ ...stopped.edit, before: stopped.now });
    },
    start,
    cancel: () => order("DELETE"),
    async release(command) {
      try {
        await inOrder(async () => put(await http<Round>("POST", `${door}/release`, { ...command, version: stored.peek()!.version })));
      } catch (error) {
        // What was looked at is not the newest: it is shown, beside why.
        if (isRefused(error, "changed_meanwhile")) await load().catch(() => undefined);
        throw error;
      }
      // Who is asked by now is not chosen for any more.
      batch(() => {
        moved.value = null;
        done.value = [];
      });
      await readNeeds();
    },
    async close() {
      await http("DELETE", door);
    },
    stop() {
      stopped = true;
      forget?.();
    },
  };
}

/** Those who were there stay where they were; who is new comes after them. */
function inPlace(before: readonly MenteeNeed[], now: readonly MenteeNeed[]): MenteeNeed[] {
  const places = new Map(before.map(({ mentee, possible }) => [mentee.id, possible.map(({ mentor }) => mentor.id)]));
  const place = (mentors: readonly string[], id: string): number => (mentors.includes(id) ? mentors.indexOf(id) : mentors.length);
  return now.map((need) => {
    const mentors = places.get(need.mentee.id) ?? [];
    const possible = need.possible.toSorted((a, b) => place(mentors, a.mentor.id) - place(mentors, b.mentor.id));
    return { ...need, possible };
  });
}

/** What the needs depend on, as far as the page of it tells. */
const stateOf = ({ version, result, stale, mentees, mentors, silent }: Round): string =>
  JSON.stringify([version, result?.run, stale, mentees, mentors, silent.length]);

const isWorking = (round: Round | null): boolean => round?.work.state === "waiting" || round?.work.state === "running";
