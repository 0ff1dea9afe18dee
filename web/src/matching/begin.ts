/** For whom somebody else is looked for: chosen already where people are proposed by hand. Until it is read, once. */
import { signal } from "@preact/signals";

import type { MentorshipMember } from "../contract.ts";

export const beginWith = signal<readonly MentorshipMember[]>([]);
