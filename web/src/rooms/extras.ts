/** What comes once the talk is on the screen: menus, who reads it, keys, the offer to quote, the list of people to name. */
import "../ui/extras.css";
import { draw } from "../ui/icon.tsx";
import { LATER } from "../ui/later_icons.ts";

export { Keys } from "./keys.tsx";
export { MessageMenu } from "./message_menu.tsx";
export { Naming } from "./naming.tsx";
export { QuoteOffer } from "./quote_offer.tsx";
export { Readers } from "./readers.tsx";
export { Bring } from "./things/files/bring.tsx";
export { place } from "./things/files/place.tsx";
export { Gone, Pace } from "./things/led/told.tsx";

draw(LATER);
