import type { Kind } from "../../places/kinds.ts";
import { PinMessage } from "./pin_form.tsx";
import { Shelf } from "./shelf.tsx";

export const SHELF: Kind = {
  section: { place: "path", Show: Shelf },
  onMessage: { icon: "pin", label: "put-on-shelf", Show: PinMessage },
};
