/** How I read: language, time zone, light or dark. */
import type { JSX } from "preact";

import { useAccount, useStudio } from "../context.ts";
import { isZone, ownZone, zoneName } from "../text/dates.ts";
import { t } from "../text/fluent.ts";
import { chooseLanguage, type Language } from "../text/languages.ts";
import { Choice } from "../ui/field.tsx";
import { chooseTheme, theme, THEMES, type Theme } from "../ui/theme.ts";
import { Fault, useDoing } from "./form.tsx";
import { keepLanguage } from "./language.ts";
import { LANGUAGE_OPTIONS } from "./language_choice.tsx";

export function Reading(): JSX.Element {
  const account = useAccount();
  const { me } = useStudio();
  const { fault, run } = useDoing();
  const prefer = (change: { language?: string; zone?: string }): void => {
    void run(() => account.prefer({ language: me.language, zone: me.zone, ...change }));
  };
  const chooseOwnLanguage = (value: string): void => {
    keepLanguage(value as Language);
    prefer({ language: value });
  };
  return (
    <>
      <Choice
        label={t("language")} value={chooseLanguage([me.language])} options={LANGUAGE_OPTIONS}
        onChoose={chooseOwnLanguage}
      />
      <Choice label={t("zone")} value={me.zone} options={zoneOptions(me.zone)} onChoose={(zone) => prefer({ zone })} />
      <Choice
        label={t("theme")} value={theme.value} onChoose={(value) => chooseTheme(value as Theme)}
        options={THEMES.map((value) => ({ value, label: t(`theme-${value}`) }))}
      />
      <Fault words={fault} />
    </>
  );
}

export function zoneOptions(current: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = [...new Set([current, ownZone(), ...known])].filter(isZone);
  return zones.map((zone) => ({ value: zone, label: zoneName(zone) }));
}
