/** Looking for a time: it comes with the dates of a year, after them. */
import { part } from "../../ui/part.ts";

export const finding = part(async () => import("./finding.tsx"));
