import type { Kind } from "../../places/kinds.ts";
import { Thanks } from "./thanks.tsx";

export const THANKS_AND_END: Kind = { section: { place: "path", Show: Thanks } };
