/** What a room is called: by its people where they are few, else by what it is for. */
import type { RoomCard } from "../contract.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { firstName, isCalledByPeople } from "./names.ts";

export function roomName(card: RoomCard, me: string, shorten: (name: string) => string = (name) => name): string {
  const people = card.people.filter((person) => person.id !== me);
  if (!isCalledByPeople(card.kind, people.length)) return t(`kind-${card.kind}-name`);
  return listOfNames(people.map((person) => shorten(person.name)), locale.value);
}

/** The line under the name: what kind of room, or who is there where the name does not say it. */
export function roomLine(card: RoomCard, me: string): string {
  const people = card.people.filter((person) => person.id !== me);
  if (isCalledByPeople(card.kind, people.length) || people.length === 0) return t(`kind-${card.kind}`);
  const names = people.map((person) => firstName(person.name)).sort(compareNames(locale.value));
  return listOfNames(names, locale.value);
}
