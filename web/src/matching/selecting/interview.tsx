/** Two or three times for an interview: offered by a link, and what the applicant said. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { PartForm } from "../../accounts/part_form.tsx";
import { useHttp, useStudio } from "../../context.ts";
import type { AskForInterview, ReviewedApplication } from "../../contract.ts";
import { useCommand } from "../../mine/command.ts";
import { momentWhen } from "../../mine/days.ts";
import { zoneName } from "../../text/dates.ts";
import { t } from "../../text/fluent.ts";
import { momentAt } from "../../text/wall_clock.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Choice, Field } from "../../ui/field.tsx";
import { INTERVIEWS } from "./words.ts";

const LENGTHS = [20, 30, 45, 60];
const MOST = 3;
const PLACE_LIMIT = 200;
/** Of a day before its time: 2026-11-24T18:00. */
const DAY_LETTERS = 10;

interface InterviewProps {
  one: ReviewedApplication;
  onChanged: (one: ReviewedApplication) => void;
}

export function InterviewPart({ one, onChanged }: InterviewProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [offering, setOffering] = useState(false);
  const offer = one.interview;
  const takeBack = (): void =>
    void run(async () => {
      onChanged(await http<ReviewedApplication>("DELETE", `/applications/${encodeURIComponent(one.id)}/interview`));
    });
  return (
    <section class="interview">
      <h3>{t("selecting-interview-title")}</h3>
      {offer && (
        <>
          <p>
            <strong>{t(INTERVIEWS[offer.state])}</strong>
            {offer.chosen !== null && `: ${momentWhen(offer.chosen, me)}`}
          </p>
          <p class="soft">
            {offer.starts.map((start) => momentWhen(start, me)).join(" · ")} · <Bdi text={offer.place} />
          </p>
        </>
      )}
      <Fault words={fault} />
      {offering ? (
        <OfferForm
          one={one} onCancel={() => setOffering(false)}
          onOffered={(changed) => {
            setOffering(false);
            onChanged(changed);
          }}
        />
      ) : (
        <p class="row">
          <button type="button" class="quiet" onClick={() => setOffering(true)}>
            {t(offer ? "selecting-interview-others" : "selecting-interview-offer")}
          </button>
          {offer && (
            <button type="button" class="quiet" disabled={busy} onClick={takeBack}>
              {t("selecting-interview-take-back")}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function OfferForm({ one, onOffered, onCancel }: {
  one: ReviewedApplication; onOffered: (one: ReviewedApplication) => void; onCancel: () => void;
}): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const command = useCommand();
  const [times, setTimes] = useState<string[]>(Array.from({ length: MOST }, () => ""));
  const [minutes, setMinutes] = useState(30);
  const [place, setPlace] = useState("");
  const work = async (): Promise<void> => {
    const starts = times.flatMap((wall) => momentAt(wall.slice(0, DAY_LETTERS), wall.slice(DAY_LETTERS + 1), me.zone) ?? []);
    const wanted: Omit<AskForInterview, "command_id"> = { minutes, starts, place };
    onOffered(
      await command(wanted, (offer) => http<ReviewedApplication>("POST", `/applications/${encodeURIComponent(one.id)}/interview`, offer)),
    );
  };
  return (
    <PartForm button={t("selecting-interview-send")} work={work} onCancel={onCancel}>
      <p class="soft">{t("selecting-interview-lead", { mine: zoneName(me.zone), theirs: zoneName(one.zone) })}</p>
      {times.map((time, place) => (
        <Field
          key={place} label={t("selecting-interview-time", { number: place + 1 })} type="datetime-local" required={place < 2} value={time}
          onInput={(event) => setTimes(times.with(place, event.currentTarget.value))}
        />
      ))}
      <Choice
        label={t("selecting-interview-minutes")} value={String(minutes)} onChoose={(value) => setMinutes(Number(value))}
        options={LENGTHS.map((length) => ({ value: String(length), label: t("selecting-interview-length", { minutes: length }) }))}
      />
      <Field
        label={t("selecting-interview-place")} help={t("selecting-interview-place-help")} required maxLength={PLACE_LIMIT} value={place}
        onInput={(event) => setPlace(event.currentTarget.value)}
      />
    </PartForm>
  );
}
