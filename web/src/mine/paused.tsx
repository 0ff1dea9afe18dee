/** That a mentoring rests: nobody expects anything, and everything goes on once it is wanted. */
import type { JSX } from "preact";

import { t } from "../text/fluent.ts";

export const Paused = (): JSX.Element => (
  <p class="banner" role="status">
    <span>{t("paused-words")}</span>
  </p>
);
