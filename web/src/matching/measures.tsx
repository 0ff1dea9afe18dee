/** What came of it, in plots with their tables. */
import type { JSX } from "preact";

import type { RoundMeasures, RoundResult } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bars, Curve, Plot } from "./plot.tsx";
import { crossShare, curvePoints, languageRows, loadRows, shareRows } from "./plots.ts";
import { languageCalled } from "./languages.ts";
import { points } from "./words.ts";

export function Measures({ result }: { result: RoundResult }): JSX.Element | null {
  const { measures } = result;
  if (!measures) return null;
  return (
    <section class="measures" aria-label={t("measures-title")}>
      <h3>{t("measures-title")}</h3>
      <Figures measures={measures} result={result} />
      <SharesPlot result={result} />
      <BlockingPlot measures={measures} result={result} />
      <CountryPlot measures={measures} />
      <LanguagesPlot measures={measures} />
      <LoadPlot result={result} />
      <KeepPlot result={result} />
      <p class="soft">{t("measures-made", { engine: result.engine, input: result.input.slice(0, 12) })}</p>
    </section>
  );
}

function Figures({ measures, result }: { measures: RoundMeasures; result: RoundResult }): JSX.Element {
  const { unit } = result;
  const figures: [string, number][] = [
    ["measures-matched", measures.matched], ["measures-total", points(measures.total, unit)],
    ["measures-smallest", points(measures.smallest ?? 0, unit)], ["measures-fifth", points(measures.fifth_percentile ?? 0, unit)],
  ];
  return (
    <dl class="numbers">
      {figures.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SharesPlot({ result }: { result: RoundResult }): JSX.Element {
  const rows = shareRows(result.shares, result.unit);
  const title = t("plot-shares");
  const none = t("plot-none");
  return (
    <Plot
      title={title} words={t("plot-shares-what")} columns={[t("plot-person"), t("plot-got"), t("plot-best")]}
      rows={rows.map(({ id, name, got, best }) => ({ id, cells: [name, got ?? none, best ?? none] }))}
    >
      <Bars title={title} bars={rows.map(({ id, name, got, best }) => ({ id, name, value: got ?? 0, of: best ?? 0 }))} />
    </Plot>
  );
}

function BlockingPlot({ measures, result }: { measures: RoundMeasures; result: RoundResult }): JSX.Element {
  const title = t("plot-blocking");
  const before = result.stability?.searched ? result.stability.blocking_before : null;
  const rows = [
    ...(before === null ? [] : [{ id: "before", name: t("plot-blocking-before"), value: before }]),
    { id: "now", name: t("plot-blocking-now"), value: measures.blocking_pairs },
  ];
  return (
    <Plot
      title={title} words={t("plot-blocking-what")} columns={[t("plot-which"), t("plot-pairs")]}
      rows={rows.map(({ id, name, value }) => ({ id, cells: [name, value] }))}
    >
      <Bars title={title} bars={rows} />
    </Plot>
  );
}

function CountryPlot({ measures }: { measures: RoundMeasures }): JSX.Element {
  const title = t("plot-countries");
  const rows = [
    { id: "two", name: t("plot-two-countries"), value: measures.cross_country },
    { id: "one", name: t("plot-one-country"), value: measures.matched - measures.cross_country },
  ];
  return (
    <Plot
      title={title} words={t("plot-countries-what", { percent: crossShare(measures) })} columns={[t("plot-which"), t("plot-pairs")]}
      rows={rows.map(({ id, name, value }) => ({ id, cells: [name, value] }))}
    >
      <Bars title={title} bars={rows.map((row) => ({ ...row, of: measures.matched }))} />
    </Plot>
  );
}

function LanguagesPlot({ measures }: { measures: RoundMeasures }): JSX.Element | null {
  const rows = languageRows(measures).map(({ id, count }) => ({ id, name: languageCalled(id), value: count }));
  if (rows.length === 0) return null;
  const title = t("plot-languages");
  return (
    <Plot
      title={title} words={t("plot-languages-what")} columns={[t("plot-language"), t("plot-pairs")]}
      rows={rows.map(({ id, name, value }) => ({ id, cells: [name, value] }))}
    >
      <Bars title={title} bars={rows} />
    </Plot>
  );
}

function LoadPlot({ result }: { result: RoundResult }): JSX.Element {
  const rows = loadRows(result.loads);
  const title = t("plot-load");
  return (
    <Plot
      title={title} words={t("plot-load-what")} columns={[t("plot-mentor"), t("plot-mentees"), t("plot-seats")]}
      rows={rows.map(({ id, name, mentees, capacity }) => ({ id, cells: [name, mentees, capacity] }))}
    >
      <Bars title={title} bars={rows.map(({ id, name, mentees, capacity }) => ({ id, name, value: mentees, of: capacity }))} />
    </Plot>
  );
}

function KeepPlot({ result }: { result: RoundResult }): JSX.Element | null {
  const rows = curvePoints(result.curve, result.unit);
  if (rows.length === 0) return null;
  const title = t("plot-keep");
  return (
    <Plot
      title={title} words={t("plot-keep-what", { count: result.could_be_kept })}
      columns={[t("plot-keep-points"), t("plot-kept"), t("plot-lost"), t("plot-fewer")]}
      rows={rows.map(({ keep, kept, lost, fewer }) => ({ id: String(keep), cells: [keep, kept, lost, fewer] }))}
    >
      <Curve
        title={title} across={t("plot-kept")} up={t("plot-lost")}
        dots={rows.map(({ keep, kept, lost }) => ({ x: kept, y: lost, words: t("plot-keep-dot", { keep, kept, lost }) }))}
      />
    </Plot>
  );
}
