/** Who leads what a room does together: in the room of a mentorship everybody, in a group those who lead it. */
import type { Room } from "../../room.ts";

const GROUPS = ["mentors", "mentees", "joint", "workshop"];
const LEADS = ["facilitator", "coordinator"];

const isGroup = (room: Room): boolean => GROUPS.includes(room.snapshot.value?.kind ?? "");

const isLeader = (room: Room, me: string): boolean =>
  LEADS.includes(room.snapshot.value?.members.find(({ person, left }) => person === me && !left)?.role ?? "");

/** In the room of a mentorship nobody does. */
export const leads = (room: Room, me: string): boolean => isGroup(room) && isLeader(room, me);

/** What is decided together: in a group by those who lead it. */
export const mayLead = (room: Room, me: string): boolean => !isGroup(room) || isLeader(room, me);
