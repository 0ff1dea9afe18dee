import type { Kind } from "../../places/kinds.ts";
import { Cards } from "./cards.tsx";

export const CARDS: Kind = { section: { place: "meeting", Show: Cards } };
