/** For those who like numbers: what has to hold, what counts how much, and what came of it. Closed until asked for. */
import type { JSX } from "preact";

import type { RoundWeights } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Measures } from "./measures.tsx";
import { Quotas } from "./quotas.tsx";
import { Scores } from "./scores.tsx";
import { Objective, Rules, Slider } from "./settings.tsx";
import type { Shared } from "./shared.ts";

const WEIGHTS: readonly (keyof RoundWeights)[] = [
  "needs", "disciplines", "hours", "language", "cross_country", "learning", "mentee_ranking", "mentor_ranking",
];
const HEAVIEST = 10;

export function Numbers({ shared }: { shared: Shared }): JSX.Element {
  const round = shared.choosing.round.value!;
  const { result } = round;
  return (
    <section class="part">
      <details class="closed numbers-for">
        <summary>{t("numbers-for")}</summary>
        <div class="numbers-parts">
          <p class="soft">{t("numbers-lead")}</p>
          <fieldset class="boxed">
            <legend>{t("weights-title")}</legend>
            {round.scores ? (
              <p class="soft">{t("weights-of-others")}</p>
            ) : (
              WEIGHTS.map((name) => (
                <Slider
                  key={name} shared={shared} setting={`weights.${name}`} label={t(`weight-${name}`)} most={HEAVIEST}
                  value={round.settings.weights?.[name] ?? 0} words={(value) => (value === 0 ? t("weight-out") : t("weight-of", { value }))}
                />
              ))
            )}
          </fieldset>
          <Rules shared={shared} />
          <fieldset class="boxed">
            <legend>{t("aims-title")}</legend>
            <Objective shared={shared} />
            <Slider
              shared={shared} setting="stability_loss" label={t("setting-stability_loss")} help={t("stability-help")} most={5} step={0.5}
              value={round.settings.stability_loss ?? 0} words={(percent) => t("numbers-percent", { percent })}
            />
            {result?.stability && (
              <p class="soft">
                {result.stability.searched
                  ? t("stability-gain", { before: result.stability.blocking_before, after: result.measures?.blocking_pairs ?? 0 })
                  : t("stability-too-many")}
              </p>
            )}
            <Slider
              shared={shared} setting="keep" label={t("setting-keep")} help={t("keep-help")} most={100}
              value={round.settings.keep ?? 0} words={(value) => t("keep-of", { value })}
            />
          </fieldset>
          <Quotas shared={shared} />
          <Scores shared={shared} />
          {result && !result.conflict && <Measures result={result} />}
        </div>
      </details>
    </section>
  );
}
