/** What those who lead a group did for its talk, for everybody there to read; and for them, the ways to do it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { Item, LedAct, Message } from "../../../contract.ts";
import { momentDay } from "../../../mine/days.ts";
import { t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { nameIn } from "../people.ts";
import { leads } from "./leading.ts";

const PACES: Record<string, string> = { 0: "led-pace-none", 30: "led-pace-30", 60: "led-pace-60", 300: "led-pace-300" };

export function HideMessage({ room, message, onClose }: { room: Room; message: Message; onClose: () => void }): JSX.Element {
  const { act, busy, fault } = useAct(room);
  const hide = async (): Promise<void> => {
    if (await act("room.hide", { message: message.id })) onClose();
  };
  return (
    <Dialog title={t("led-hide")} onClose={onClose}>
      <div class="thing-form">
        <p dir="auto">{message.text}</p>
        <p class="soft">{t("led-hide-what")}</p>
        <Fault words={fault} />
        <button type="button" class="main" disabled={busy} onClick={() => void hide()}>
          {t("led-hide")}
        </button>
      </div>
    </Dialog>
  );
}

export function Led({ room }: { room: Room }): JSX.Element | null {
  const { me } = useStudio();
  const snapshot = room.snapshot.value;
  const acts = snapshot?.things?.led ?? [];
  const may = leads(room, me.id) && snapshot?.closed == null;
  if (!may && acts.length === 0) return null;
  const pace = acts.find(({ body }) => body.what === "pace");
  return (
    <section class="thing" aria-labelledby="led-title">
      <header class="thing-head">
        <h2 id="led-title">{t("led-title")}</h2>
      </header>
      {pace?.body.paused && <p role="status">{t("led-is-paused")}</p>}
      {may && <TakingOut room={room} />}
      {may && <Pace key={pace?.last ?? 0} room={room} pace={pace?.body} />}
      <ul class="things">
        {[...acts].reverse().map((act) => (
          <ActRow key={act.id} room={room} act={act} may={may} />
        ))}
      </ul>
    </section>
  );
}

function Pace({ room, pace }: { room: Room; pace: LedAct | undefined }): JSX.Element {
  const { act, busy, fault } = useAct(room);
  const [slow, setSlow] = useState(`${pace?.slow ?? 0}`);
  const [paused, setPaused] = useState(pace?.paused ?? false);
  const known = slow in PACES ? PACES : { ...PACES, [slow]: "led-pace-other" };
  return (
    <form
      class="thing-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act("room.set_pace", { slow: Number(slow), paused });
      }}
    >
      <Choice
        label={t("led-pace")} value={slow} onChoose={setSlow}
        options={Object.entries(known).map(([value, label]) => ({ value, label: t(label) }))}
      />
      <Tick name="paused" label={t("led-pause")} help={t("led-pause-help")} checked={paused} onTick={setPaused} />
      <Fault words={fault} />
      <p class="row">
        <button type="submit" disabled={busy}>
          {t("led-set")}
        </button>
      </p>
    </form>
  );
}

function TakingOut({ room }: { room: Room }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const [person, setPerson] = useState("");
  const others = (room.snapshot.value?.members ?? []).filter((one) => !one.left && one.person !== me.id);
  const takeOut = async (): Promise<void> => {
    if (await act("room.take_out", { person })) setPerson("");
  };
  return (
    <details class="done-things">
      <summary>{t("led-take-out")}</summary>
      <div class="thing-form">
        <Choice
          label={t("led-whom")} value={person} onChoose={setPerson}
          options={[{ value: "", label: "–" }, ...others.map((one) => ({ value: one.person, label: one.name }))]}
        />
        <p class="soft">{t("led-take-out-what")}</p>
        <Fault words={fault} />
        <p class="row">
          <button type="button" disabled={busy || person === ""} onClick={() => void takeOut()}>
            {t("led-take-out")}
          </button>
        </p>
      </div>
    </details>
  );
}

function ActRow({ room, act: one, may }: { room: Room; act: Item<LedAct>; may: boolean }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const { what, person, state } = one.body;
  const words = { hidden: "led-did-hide", taken_out: "led-did-take-out", pace: "led-did-pace", file: "led-did-file" }[what];
  const last = one.history?.at(-1);
  const stands = state === "stands";
  const undo = what === "hidden" ? "room.return_message" : "room.bring_back";
  return (
    <li class="thing-row">
      <div class="thing-words">
        <p>{t(words, { name: nameIn(room, person) })}</p>
        <p class="soft">
          <Bdi text={nameIn(room, one.by)} /> · {momentDay(one.at, me)}
          {last && <> · {t(state === "dropped" ? "led-dropped" : what === "pace" ? "led-changed" : "led-over")} <Bdi text={nameIn(room, last.by)} /></>}
        </p>
        <p class="row">
          {may && stands && what !== "pace" && what !== "file" && (what !== "hidden" || person !== me.id) && (
            <button type="button" class="quiet" disabled={busy} onClick={() => void act(undo, { item: one.id })}>
              {t(what === "hidden" ? "led-return" : "led-bring-back")}
            </button>
          )}
          {stands && what === "hidden" && person === me.id && (
            <button type="button" class="quiet" disabled={busy} onClick={() => void act("room.drop_hidden", { item: one.id })}>
              {t("led-drop")}
            </button>
          )}
        </p>
        <Fault words={fault} />
      </div>
    </li>
  );
}
