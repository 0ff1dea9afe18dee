import type { Kind } from "../../places/kinds.ts";
import { Reflections } from "./reflections.tsx";

export const REFLECTIONS: Kind = { section: { place: "path", Show: Reflections } };
