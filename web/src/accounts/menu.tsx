/** How I read (language, zone, light or dark), which keys there are, and the way out. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useAccount, useStudio } from "../context.ts";
import { isZone, ownZone } from "../text/dates.ts";
import { t } from "../text/fluent.ts";
import { chooseLanguage, type Language } from "../text/languages.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Choice } from "../ui/field.tsx";
import { chooseTheme, theme, THEMES, type Theme } from "../ui/theme.ts";
import { Fault, useDoing } from "./form.tsx";
import { keepLanguage, LANGUAGE_OPTIONS } from "./language_choice.tsx";

export function Menu({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }): JSX.Element {
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
    <Dialog title={t("me")} onClose={onClose}>
      <p class="me-line">
        <strong>
          <Bdi text={me.name} />
        </strong>
        <span class="soft">
          <Bdi text={me.email} />
        </span>
      </p>
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
      <p class="row">
        <button type="button" class="quiet" onClick={onKeys}>
          {t("keys")}
        </button>
      </p>
      <SignOut />
    </Dialog>
  );
}

function SignOut(): JSX.Element {
  const account = useAccount();
  const { studio } = useStudio();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const waiting = studio.outbox.waiting.value.length;
  const leave = (): void => {
    void run(async () => {
      await account.signOut(() => studio.forget());
    });
  };
  if (asking && waiting > 0) {
    return (
      <div class="ask" role="alertdialog" aria-label={t("sign-out")}>
        <p>{t("sign-out-unsent", { count: waiting })}</p>
        <Fault words={fault} />
        <p class="row">
          <button type="button" class="main" onClick={() => setAsking(false)}>
            {t("stay")}
          </button>
          <button type="button" class="quiet danger" disabled={busy} onClick={leave}>
            {t("sign-out-anyway")}
          </button>
        </p>
      </div>
    );
  }
  return (
    <>
      <Fault words={fault} />
      <button type="button" class="wide" disabled={busy} onClick={() => (waiting > 0 ? setAsking(true) : leave())}>
        {t("sign-out")}
      </button>
    </>
  );
}

function zoneOptions(current: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = [...new Set([current, ownZone(), ...known])].filter(isZone);
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
