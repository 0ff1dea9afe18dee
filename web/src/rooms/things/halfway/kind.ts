import type { Kind } from "../../places/kinds.ts";
import { HalfWayCard } from "./halfway.tsx";

export const HALFWAY: Kind = { section: { place: "path", Show: HalfWayCard } };
