import type { Kind } from "../../places/kinds.ts";
import { ShowMessages } from "./show_messages.tsx";

/** In a room that is closed too: whoever stopped may have the most to show. */
export const CARE: Kind = {
  onMessage: { icon: "alert", label: "show-to-contact", Show: ShowMessages, evenClosed: true },
};
