import type { Kind } from "../../places/kinds.ts";
import { Notes } from "./notes.tsx";

export const NOTES: Kind = { section: { place: "meeting", Show: Notes } };
