import type { Kind } from "../../places/kinds.ts";
import { Steps } from "./steps.tsx";

export const STEPS: Kind = { section: { place: "path", Show: Steps } };
