/** How the people of the open room are called in running words, by id. */
import { createContext } from "preact";
import { useMemo } from "preact/hooks";

import { callNames, type Named } from "./mentions.ts";
import type { Room } from "./room.ts";

export const CalledContext = createContext<ReadonlyMap<string, string>>(new Map());

export function useCalled(room: Room): ReadonlyMap<string, string> {
  const { people } = room.card.value;
  const members = room.snapshot.value?.members;
  return useMemo(() => callNames(everybody(people, members ?? [])), [people, members]);
}

/** Whoever is here now by their name of today; whoever left keeps the one that the room knows. */
function everybody(people: readonly Named[], members: readonly { person: string; name: string }[]): Named[] {
  const known = new Set(people.map(({ id }) => id));
  const former = members.filter(({ person }) => !known.has(person)).map(({ person: id, name }) => ({ id, name }));
  return [...people, ...former];
}
