/** Where among the programmes an address leads. */

export const SECTIONS = [
  "programme", "team", "help", "credits", "calls", "people", "profiles", "matching", "proposals", "rooms", "talks", "letters",
  "support", "dates", "sums", "library", "record",
] as const;
export type Section = (typeof SECTIONS)[number];

export type OfficePlace =
  | { at: "list" }
  | { at: "founding" }
  | { at: "copying"; programme: string }
  | { at: "run"; run: string; section: Section | null };

const RUN = /^\/programmes\/([A-Za-z0-9_-]{1,64})(?:\/([a-z]+))?$/;
const COPY = /^\/programmes\/new\/([A-Za-z0-9_-]{1,64})$/;

export function officePlace(address: string): OfficePlace {
  if (address === "/programmes/new") return { at: "founding" };
  const copy = COPY.exec(address);
  if (copy) return { at: "copying", programme: copy[1]! };
  const found = RUN.exec(address);
  if (!found) return { at: "list" };
  return { at: "run", run: found[1]!, section: SECTIONS.find((section) => section === found[2]) ?? null };
}

export const runPath = (run: string, section?: Section): string =>
  `/programmes/${run}${section ? `/${section}` : ""}`;
