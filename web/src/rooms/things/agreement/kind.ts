import type { Kind } from "../../places/kinds.ts";
import { OurAgreement } from "./agreement.tsx";

export const AGREEMENT: Kind = { section: { place: "path", Show: OurAgreement } };
