import type { Kind } from "../../places/kinds.ts";
import { Dates } from "./dates.tsx";
import { DatesNotice } from "./notice.tsx";

export const DATES: Kind = { section: { place: "meeting", Show: Dates }, notice: DatesNotice };
