/** What a point of the agenda says: in its members' words, or, of the first meeting, as the server's question in mine. */
import type { Point } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";

export const pointName = ({ title, prompt }: Point): string => title || (prompt ? t(`point-prompt-${prompt}`) : "");
