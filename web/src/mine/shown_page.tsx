/** Messages that I have shown to a safeguarding contact, with what came of it; and, for a contact, what was shown to me. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyReport, MyReports, OpenedReport, ReportAct, SetReportState, ShownReport, ShownReports } from "../contract.ts";
import { fullMoment } from "../text/dates.ts";
import { language, locale, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Page, Part } from "../ui/page.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { inYear } from "./days.ts";
import "../accounts/pages.css";
import "./mine.css";

const STATES: Record<MyReport["state"], string> = {
  received: "report-received", looking: "report-looking", closed: "report-closed",
};
const ACTS: Record<ReportAct["kind"], string> = {
  sent: "report-did-sent", opened: "report-did-opened", looking: "report-did-looking", closed: "report-did-closed",
};

export function ShownPage(): JSX.Element {
  const mine = useAsked<MyReports>("/me/reports");
  const toMe = useAsked<ShownReports>("/reports");
  if (!mine.value || !toMe.value) return <Page title={t("shown-title")}><Awaited asked={mine.value ? toMe : mine} /></Page>;
  const { contact, reports } = toMe.value;
  return (
    <Page title={t("shown-title")}>
      {contact && reports.length === 0 && (
        <div class="part">
          <p>{t("shown-none-to-me")}</p>
        </div>
      )}
      {reports.map((report) => (
        <ToMe key={report.id} report={report} onChanged={toMe.load} />
      ))}
      {mine.value.reports.map((report) => (
        <Mine key={report.id} report={report} />
      ))}
      {!contact && mine.value.reports.length === 0 && (
        <div class="part">
          <p>{t("shown-none")}</p>
        </div>
      )}
    </Page>
  );
}

function Mine({ report }: { report: MyReport }): JSX.Element {
  return (
    <Part title={t("shown-by-me", { count: report.messages.length })} state={<p class="soft">{t(STATES[report.state])}</p>}>
      <p>
        {t("shown-to")} <Bdi text={report.to.name} />
      </p>
      {report.nobody_left && <p>{t("shown-nobody-left")}</p>}
      {report.reason && <p class="given-words" dir="auto">{report.reason}</p>}
      <Acts acts={report.acts} />
      <p class="soft">{t("shown-until", { day: inYear(report.expires_on) })}</p>
    </Part>
  );
}

function ToMe({ report, onChanged }: { report: ShownReport; onChanged: () => Promise<void> }): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [opened, setOpened] = useState<OpenedReport | null>(null);
  const door = `/reports/${encodeURIComponent(report.id)}`;
  const open = (): void =>
    void run(async () => {
      setOpened(await http<OpenedReport>("POST", `${door}/open`));
      await onChanged();
    });
  const set = (state: SetReportState["state"]): void =>
    void run(async () => {
      await http("PUT", `${door}/state`, { state });
      await onChanged();
    });
  return (
    <Part title={t("shown-to-me", { name: report.by.name })} state={<p class="soft">{t(STATES[report.state])}</p>}>
      <p class="soft">
        {worded(report.programme_names, language.value)} · {t("shown-count", { count: report.messages })}
      </p>
      {opened && (
        <>
          {opened.reason && <p class="given-words" dir="auto">{opened.reason}</p>}
          <ul class="plain-list shown-words">
            {opened.messages.map((one, place) => (
              <li key={place}>
                <p class="soft">
                  <Bdi text={one.author.name} /> · {fullMoment(one.at, locale.value, me.zone)}
                </p>
                <p class="given-words" dir="auto">{one.text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Fault words={fault} />
      <p class="row">
        {!opened && (
          <button type="button" class="main" disabled={busy} onClick={open}>
            {t("shown-open")}
          </button>
        )}
        {report.state !== "looking" && (
          <button type="button" disabled={busy} onClick={() => set("looking")}>
            {t("shown-look")}
          </button>
        )}
        {report.state !== "closed" && (
          <button type="button" disabled={busy} onClick={() => set("closed")}>
            {t("shown-close")}
          </button>
        )}
      </p>
      <Acts acts={report.acts} />
      <p class="soft">{t("shown-until", { day: inYear(report.expires_on) })}</p>
    </Part>
  );
}

/** Who did what with it: both sides read the same. */
function Acts({ acts }: { acts: readonly ReportAct[] }): JSX.Element {
  const { me } = useStudio();
  return (
    <ol class="plain-list shown-acts">
      {acts.map((act, place) => (
        <li key={place} class="soft">
          {fullMoment(act.at, locale.value, me.zone)} · <Bdi text={act.by.name} />: {t(ACTS[act.kind])}
        </li>
      ))}
    </ol>
  );
}
