/** The people of a room, where things name them. */
import type { Member } from "../../contract.ts";
import type { Room } from "../room.ts";

export const membersOf = (room: Room): Member[] => (room.snapshot.value?.members ?? []).filter(({ left }) => !left);

/** Also of who left; empty where nobody is named. */
export const nameIn = (room: Room, person: string | null | undefined): string =>
  room.snapshot.value?.members.find((member) => member.person === person)?.name ?? "";
