/** Whether pictures come by themselves on this device. */
import type { JSX } from "preact";

import { t } from "../../../text/fluent.ts";
import { Tick } from "../../../ui/field.tsx";
import { chooseSaving, saving } from "./saving.ts";

export const SavingChoice = (): JSX.Element => (
  <Tick name="saving" label={t("saving-data")} checked={saving.value} onTick={chooseSaving} />
);
