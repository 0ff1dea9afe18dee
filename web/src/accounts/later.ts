/** The menu of one's own comes some moments behind the first screen, or with the first tap. */
import { part } from "../ui/part.ts";

export const menu = part(() => import("./menu.tsx"));
