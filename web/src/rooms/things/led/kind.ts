import type { Kind } from "../../places/kinds.ts";
import { leads } from "./leading.ts";
import { HideMessage, Led } from "./led.tsx";

export const LED: Kind = {
  section: { place: "meeting", Show: Led },
  onMessage: { icon: "away", label: "led-hide", Show: HideMessage, when: leads },
};
