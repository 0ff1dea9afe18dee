/** A file where it came into the talk: who brought it, how large it is, what they say of it. */
import "./files.css";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { File as RoomFile, Item } from "../../../contract.ts";
import { fullMoment, timeOfDay } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { nameOf, peopleOf } from "../../group.tsx";
import { talkName } from "../../names.ts";
import { useAct } from "../../places/act.ts";
import { places } from "../../places/later.ts";
import type { Room } from "../../room.ts";
import { leads } from "../led/leading.ts";
import { saving } from "./saving.ts";
import { clockWords, sizeWords } from "./words.ts";

type FileItem = Item<RoomFile>;

export function FileLine({ room, item }: { room: Room; item: FileItem }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const [sure, setSure] = useState(false);
  const { body, by, at, id } = item;
  const [pinning, setPinning] = useState(false);
  const own = by === me.id;
  const closed = room.snapshot.value?.closed != null;
  const removes = own || (!closed && leads(room, me.id));
  const remove = (): void => void (own ? act("room.remove_file", { item: id }) : act("room.take_file_away", { file: id }));
  const Places = places.value;
  const pin = (): void => {
    void places.load();
    setPinning(true);
  };
  return (
    <div class={own ? "group own file-group" : "group file-group"} id={`file-${id}`}>
      <h3 class="group-head">
        <span class="author">
          <Bdi text={talkName(nameOf(room, by ?? ""), peopleOf(room))} />
        </span>
        <time dateTime={new Date(at).toISOString()} title={fullMoment(at, locale.value, me.zone)}>
          {timeOfDay(at, locale.value, me.zone)}
        </time>
      </h3>
      <div class="file">
        <Inside room={room} item={item} />
        {body.text && (
          <p class="file-text" dir="auto">
            {body.text}
          </p>
        )}
        {(own || !closed) && (
          <p class="row">
            {!closed && !sure && (
              <button type="button" class="quiet file-pin" onClick={pin}>
                {t("put-on-shelf")}
              </button>
            )}
            {!removes ? null : sure ? (
              <>
                {!own && <span class="soft">{t("file-remove-others")}</span>}
                <button type="button" class="quiet" disabled={busy} onClick={remove}>
                  {t("file-remove-now")}
                </button>
                <button type="button" class="quiet" onClick={() => setSure(false)}>
                  {t("cancel")}
                </button>
              </>
            ) : (
              <button type="button" class="quiet file-remove" onClick={() => setSure(true)}>
                {t("file-remove")}
              </button>
            )}
          </p>
        )}
        <Fault words={fault} />
        {Places && pinning && <Places.PinThing room={room} what="file" id={id} onClose={() => setPinning(false)} />}
      </div>
    </div>
  );
}

function Inside({ room, item }: { room: Room; item: FileItem }): JSX.Element {
  const address = `/api/v1/rooms/${encodeURIComponent(room.id)}/files/${item.id}`;
  if (item.body.width !== null) return <Picture body={item.body} address={address} />;
  if (item.body.seconds !== null) return <Sound body={item.body} seconds={item.body.seconds} address={address} />;
  return (
    <a class="file-name" href={address} download={item.body.name}>
      <Icon name="clip" />
      <span>
        <Bdi text={item.body.name} /> <span class="soft">{sizeWords(item.body.size)}</span>
      </span>
    </a>
  );
}

function Picture({ body, address }: { body: RoomFile; address: string }): JSX.Element {
  const [asked, setAsked] = useState(false);
  return (
    <>
      {!saving.value || asked ? (
        <a class="file-picture" href={address} target="_blank" rel="noopener">
          <img
            src={`${address}/thumbnail`} alt={body.name} loading="lazy" width={body.width ?? undefined} height={body.height ?? undefined}
          />
        </a>
      ) : (
        <button type="button" class="quiet" onClick={() => setAsked(true)}>
          {t("file-show")}
        </button>
      )}
      <p class="soft file-size">
        <Bdi text={body.name} /> {sizeWords(body.size)}
      </p>
    </>
  );
}

/** Fetched whole and then played: browsers ask for sound in many small parts, and each would be asked for anew. */
function Sound({ body, seconds, address }: { body: RoomFile; seconds: number; address: string }): JSX.Element {
  const [heard, setHeard] = useState<string | null>(null);
  const [state, setState] = useState<"" | "coming" | "failed">("");
  useEffect(() => () => (heard === null ? undefined : URL.revokeObjectURL(heard)), [heard]);
  async function play(): Promise<void> {
    setState("coming");
    try {
      const answer = await fetch(address, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(`${answer.status}`);
      setHeard(URL.createObjectURL(await answer.blob()));
      setState("");
    } catch {
      setState("failed");
    }
  }
  const words = t("voice-of", { length: clockWords(seconds), size: sizeWords(body.size) });
  if (heard) return <audio controls autoplay src={heard} aria-label={words} />;
  return (
    <>
      <button type="button" class="quiet" disabled={state === "coming"} onClick={() => void play()}>
        <Icon name="voice" /> {t("voice-play")} <span class="soft">{words}</span>
      </button>
      <Fault words={state === "failed" ? t("no-answer") : null} />
    </>
  );
}
