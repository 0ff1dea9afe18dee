/** Where what I look for, or can give, stands. */

export type LookingRole = "mentee" | "mentor";

export const LOOKING: readonly { role: LookingRole; words: string }[] = [
  { role: "mentee", words: "looking-for" },
  { role: "mentor", words: "can-give" },
];

const PLACE = /^\/looking\/([A-Za-z0-9_-]{1,64})\/(mentee|mentor)$/;

export const lookingPath = (cohort: string, role: LookingRole): string => `/looking/${cohort}/${role}`;

export function lookingPlace(address: string): { cohort: string; role: LookingRole } | null {
  const found = PLACE.exec(address);
  return found && { cohort: found[1]!, role: found[2] as LookingRole };
}
