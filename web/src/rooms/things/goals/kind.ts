import type { Kind } from "../../places/kinds.ts";
import { Goals } from "./goals.tsx";

export const GOALS: Kind = { section: { place: "path", Show: Goals } };
