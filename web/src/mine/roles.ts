/** What people are in a run, and how their mentorship stands, in words. */
import type { MyMentorship, MyPart } from "../contract.ts";

export const ROLES: Record<MyPart["roles"][number], string> = {
  mentee: "role-mentee",
  mentor: "role-mentor",
  coordinator: "role-coordinator",
  facilitator: "mine-role-facilitator",
  safeguarding: "role-safeguarding",
  handover: "role-handover",
  alumna: "role-alumna",
};

export const STATES: Record<MyMentorship["state"], string> = {
  active: "mentorship-active",
  paused: "mentorship-paused",
  stopped: "mentorship-stopped",
  ended: "mentorship-ended",
};
