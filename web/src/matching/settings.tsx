/** What is set of the engine. Each place is stored by itself; where there is an answer, the next one follows at once. */
import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";

import type { RoundSettings } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Choice, Tick } from "../ui/field.tsx";
import type { SettingPath, Value } from "./places.ts";
import type { Shared } from "./shared.ts";

export const change = ({ choosing, attempt }: Shared, setting: SettingPath, value: Value): void =>
  attempt(() => choosing.set(setting, value));

interface SliderProps {
  shared: Shared;
  setting: SettingPath;
  label: string;
  help?: string;
  most: number;
  step?: number;
  value: number;
  words: (value: number) => string;
}

export function Slider({ shared, setting, label, help, most, step = 1, value, words }: SliderProps): JSX.Element {
  const id = useId();
  const [moving, setMoving] = useState<number | null>(null);
  useEffect(() => setMoving(null), [value]);
  const shown = moving ?? value;
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <output for={id}>{words(shown)}</output>
      <input
        id={id} type="range" min={0} max={most} step={step} value={shown} aria-valuetext={words(shown)} disabled={!shared.open}
        onInput={(event) => setMoving(Number(event.currentTarget.value))}
        onChange={(event) => change(shared, setting, Number(event.currentTarget.value))}
        {...(help ? { "aria-describedby": `${id}-help` } : {})}
      />
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6];
const OVERLAPS = [0, 30, 60, 90, 120, 180, 240];
const TICKS = ["conflict_of_interest", "exclusions", "wishes"] as const;

export function Rules({ shared }: { shared: Shared }): JSX.Element {
  const round = shared.choosing.round.value!;
  const rules = round.settings.rules ?? {};
  const minutes = rules.overlap_minutes ?? 0;
  const ruled = round.result?.ruled_out ?? [];
  return (
    <fieldset class="boxed">
      <legend>{t("rules-title")}</legend>
      <div class="side-by-side">
        <Choice
          label={t("setting-language_level")} value={String(rules.language_level ?? 0)}
          onChoose={(level) => change(shared, "rules.language_level", Number(level))}
          options={LEVELS.map((level) => ({ value: String(level), label: t(`language-level-${level}`) }))}
        />
        <Choice
          label={t("setting-overlap_minutes")} value={String(minutes)}
          onChoose={(value) => change(shared, "rules.overlap_minutes", Number(value))}
          options={[...new Set([...OVERLAPS, minutes])].sort((a, b) => a - b).map((value) => ({
            value: String(value), label: value === 0 ? t("overlap-none") : t("overlap-minutes", { minutes: value }),
          }))}
        />
      </div>
      {TICKS.map((name) => (
        <Tick
          key={name} label={t(`setting-${name}`)} name={name} checked={rules[name] ?? true}
          onTick={(on) => change(shared, `rules.${name}`, on)}
        />
      ))}
      {ruled.some(({ pairs }) => pairs > 0) && (
        <ul class="dotted soft">
          {ruled.filter(({ pairs }) => pairs > 0).map(({ rule, pairs, alone }) => (
            <li key={rule}>{t("rule-count", { rule: t(`rule-${rule}`), pairs, alone })}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const OBJECTIVES = ["total", "fair", "balanced"] as const satisfies readonly RoundSettings["objective"][];

export function Objective({ shared }: { shared: Shared }): JSX.Element {
  const objective = shared.choosing.round.value!.settings.objective ?? "total";
  return (
    <div>
      <Choice
        label={t("setting-objective")} value={objective} onChoose={(one) => change(shared, "objective", one as RoundSettings["objective"])}
        options={OBJECTIVES.map((one) => ({ value: one, label: t(`objective-${one}`) }))}
      />
      <p class="help">{t(`objective-${objective}-what`)}</p>
    </div>
  );
}
