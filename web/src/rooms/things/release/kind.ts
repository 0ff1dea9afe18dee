import type { Kind } from "../../places/kinds.ts";
import { ReleaseMessage } from "./release_form.tsx";
import { Releases } from "./releases.tsx";

export const RELEASES: Kind = {
  section: { place: "path", Show: Releases },
  onMessage: { icon: "send", label: "share-outside", Show: ReleaseMessage },
};
