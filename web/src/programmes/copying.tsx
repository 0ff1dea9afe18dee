/** Another year of a programme, with all that was settled for an earlier one and none of its people. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Programme } from "../contract.ts";
import { createCommandIds } from "../live/command_id.ts";
import { Awaited } from "../mine/awaited.tsx";
import { go } from "../router.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Choice } from "../ui/field.tsx";
import { yearLater } from "./days.ts";
import { DayFields } from "./founding.tsx";
import { Frame } from "./frame.tsx";
import { useProgrammes } from "./known.ts";
import { LinesField } from "./lines_field.tsx";
import { wordsOf, type Lines } from "./lines.ts";
import { ZoneChoice } from "./organisation_fields.tsx";
import { runPath } from "./place.ts";
import type { Programmes } from "./programmes.ts";
import { yearName } from "./years.tsx";

const newId = createCommandIds();
const NOTHING = "";

export function Copying({ programme: id }: { programme: string }): JSX.Element {
  const { programmes, doing } = useProgrammes();
  const programme = programmes.mine.value?.programmes.find((mine) => mine.id === id);
  const read = programmes.mine.value !== null;
  return (
    <Frame
      title={t("another-year")} line={programme && worded(programme.names, language.value)}
      up={{ href: "/programmes", label: t("programmes") }}
    >
      {programme && <Form programme={programme} programmes={programmes} />}
      {read && !programme && <p class="part">{t("refused-not_found")}</p>}
      {!read && <Awaited asked={{ ...doing, load: programmes.load }} />}
    </Frame>
  );
}

function Form({ programme, programmes }: { programme: Programme; programmes: Programmes }): JSX.Element {
  const { me } = useStudio();
  const { busy, fault, run } = useDoing();
  const [commandId] = useState(newId);
  const latest = programme.cohorts[0];
  const [form, setForm] = useState({
    from: latest?.id ?? NOTHING,
    names: [[language.peek(), ""]] as Lines,
    start: latest ? yearLater(latest.start) : "",
    end: latest ? yearLater(latest.end) : "",
    zone: me.zone,
  });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      const { from, names, start, end, zone } = form;
      const year = { names: wordsOf(names), start, end, home_zone: zone, copy_from: from || null };
      const made = await programmes.openYear(programme.id, { command_id: commandId, ...year });
      go(runPath(made.id), { replace: true });
    });
  };
  const options = programme.cohorts.map((year) => ({ value: year.id, label: yearName(year, programme.names) }));
  return (
    <section class="part">
      <form class="part-form" onSubmit={submit}>
        <Choice
          label={t("copy-from")} value={form.from} onChoose={(from) => set({ from })}
          options={[...options, { value: NOTHING, label: t("copy-nothing") }]}
        />
        <p class="help">{t("copy-help")}</p>
        <DayFields start={form.start} end={form.end} set={set} />
        <LinesField
          label={t("year-names")} help={t("year-names-help")} name="year" lines={form.names}
          onLines={(names) => set({ names })}
        />
        <ZoneChoice label={t("home-zone")} zone={form.zone} onChoose={(zone) => set({ zone })} />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("open-year")}
          </button>
        </p>
      </form>
    </section>
  );
}
