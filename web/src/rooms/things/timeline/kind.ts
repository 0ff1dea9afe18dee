import type { Kind } from "../../places/kinds.ts";
import { TimeLine } from "./timeline.tsx";

export const TIMELINE: Kind = { section: { place: "path", Show: TimeLine } };
