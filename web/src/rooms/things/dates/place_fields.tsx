/** By call, by telephone or at an address, and which. */
import type { JSX } from "preact";

import type { MeetingDate } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";
import { Choice, Field } from "../../../ui/field.tsx";
import { options, PLACES } from "../meeting/words.ts";

export type Place = Pick<MeetingDate, "place" | "address">;

export const PlaceFields = ({ where, onChange }: { where: Place; onChange: (where: Place) => void }): JSX.Element => (
  <>
    <Choice
      label={t("meeting-where")} value={where.place} options={options(PLACES)}
      onChoose={(value) => onChange({ place: value as Place["place"], address: "" })}
    />
    {where.place !== "call" && (
      <Field
        label={t(where.place === "telephone" ? "where-number" : "where-which")} maxLength={300} dir="auto" value={where.address}
        onInput={(event) => onChange({ ...where, address: event.currentTarget.value })}
      />
    )}
  </>
);
