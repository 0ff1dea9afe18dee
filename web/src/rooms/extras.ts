/** What comes once the talk is on the screen: menus, the offer to quote, the list of people to name. */
import "../ui/extras.css";

export { MessageMenu } from "./message_menu.tsx";
export { Naming } from "./naming.tsx";
export { QuoteOffer } from "./quote_offer.tsx";
