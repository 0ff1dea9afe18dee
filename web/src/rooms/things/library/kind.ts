import type { Kind } from "../../places/kinds.ts";
import { FirstToRead, FromProgramme } from "./from_programme.tsx";

export const FIRST_TO_READ: Kind = { section: { place: "meeting", Show: FirstToRead } };

export const FROM_PROGRAMME: Kind = { section: { place: "path", Show: FromProgramme } };
