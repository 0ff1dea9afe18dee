/** A gathering among my next dates: where it is, whether I come, and the way in once its door opens. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp } from "../context.ts";
import type { MyDate } from "../contract.ts";
import { roomPath } from "../router.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";

const NEED_LIMIT = 500;

interface GatheringProps {
  date: MyDate;
  onChanged: () => Promise<void>;
}

export function GatheringPart({ date, onChanged }: GatheringProps): JSX.Element | null {
  const { gathering, door } = date;
  if (date.called_off || door === "off") return <p class="wish">{t("gathering-called-off")}</p>;
  const open = door === "lobby" || door === "open";
  return (
    <div class="gathering">
      {date.place === "address" && date.address && (
        <p>
          <Bdi text={date.address} />
        </p>
      )}
      {gathering && door !== "over" && (
        <>
          {open && <p>{t(door === "open" ? "gathering-open" : "gathering-lobby")}</p>}
          <Coming date={date} id={gathering} open={open} onChanged={onChanged} />
          {date.place === "address" && date.needs_to.length > 0 && <MyNeed date={date} id={gathering} onChanged={onChanged} />}
        </>
      )}
    </div>
  );
}

function Coming({ date, id, open, onChanged }: GatheringProps & { id: string; open: boolean }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const say = (coming: boolean): void =>
    void run(async () => {
      await http("POST", `/gatherings/${encodeURIComponent(id)}/answer`, { coming });
      await onChanged();
    });
  const absent = date.coming === false;
  return (
    <>
      {absent && <p class="soft">{t("gathering-not-coming")}</p>}
      <p class="row">
        {open && date.room && !absent && (
          <Link href={roomPath(date.room)} class="button main">
            {t("gathering-to-room")}
          </Link>
        )}
        {date.leads && (
          <Link href={`/gatherings/${id}`} class="button">
            {t("gathering-who-comes")}
          </Link>
        )}
        <button type="button" class="quiet" disabled={busy} onClick={() => say(absent)}>
          {t(absent ? "gathering-can-come" : "gathering-cannot-come")}
        </button>
      </p>
      <Fault words={fault} />
    </>
  );
}

function MyNeed({ date, id, onChanged }: GatheringProps & { id: string }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [typed, setTyped] = useState<string | null>(null);
  const readers = listOfNames(date.needs_to.map(({ name }) => name), locale.value);
  const submit = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      await http("PUT", `/gatherings/${encodeURIComponent(id)}/need`, { need: typed ?? date.need });
      await onChanged();
      setTyped(null);
    });
  };
  return (
    <details>
      <summary>{date.need ? t("gathering-needs-now", { need: date.need }) : t("gathering-needs")}</summary>
      <form class="part-form" onSubmit={submit}>
        <Field
          label={t("gathering-needs")} name="need" maxLength={NEED_LIMIT} autocomplete="off" value={typed ?? date.need}
          help={t("gathering-needs-lead", { names: readers })}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" disabled={busy}>
            {busy ? t("one-moment") : t("gathering-needs-save")}
          </button>
        </p>
      </form>
    </details>
  );
}
