/** All pairs in words once more, who is asked first; then they are asked. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import type { MenteeNeed, PossibleMentor, ReleaseRound } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { nameOf } from "../programmes/people.ts";
import { runPath } from "../programmes/place.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice, Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";
import { ticked } from "../ui/ticked.ts";
import type { Needs } from "./choosing.ts";
import type { Shared } from "./shared.ts";
import { mentorOf } from "./standing_of.ts";
import { reasonWords, sentence } from "./words.ts";

type Order = NonNullable<ReleaseRound["order"]>;
const ORDERS: readonly Order[] = ["mentor_first", "together"];
const DAYS = 5;
const MOST_DAYS = 60;

interface LastLookProps {
  shared: Shared;
  needs: Needs;
  onBack: () => void;
  onReleased: () => void;
  onOver: () => Promise<void>;
}

interface Pair {
  need: MenteeNeed;
  mentor: { id: string; name: string };
  option: PossibleMentor | undefined;
}

export function LastLook({ shared, needs, onBack, onReleased, onOver }: LastLookProps): JSX.Element {
  const { choosing, page, attempt } = shared;
  const round = choosing.round.value!;
  const { busy, fault, run } = useDoing();
  const command = useCommand();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [order, setOrder] = useState<Order>("mentor_first");
  const [days, setDays] = useState(String(DAYS));
  const [asked, setAsked] = useState<number | null>(null);
  const compare = compareNames(locale.value);
  const pairs = needs.needs
    .flatMap((need): Pair[] => {
      const has = mentorOf(shared, need);
      if (!has) return [];
      const option = need.possible.find(({ mentor }) => mentor.id === has.id);
      return [{ need, mentor: { id: has.id, name: nameOf(page, has.id) }, option }];
    })
    .sort((a, b) => compare(a.need.mentee.name, b.need.mentee.name));
  const without = needs.needs.filter((need) => mentorOf(shared, need) === null).map(({ mentee }) => mentee.name);
  const chosen = pairs.filter(({ need }) => !left.has(need.mentee.id));
  const stale = round.stale && round.result !== null;
  const ask = (): void =>
    void run(async () => {
      const all = chosen.length === pairs.length;
      const wanted = chosen.map(({ need, mentor }) => ({ mentee: need.mentee.id, mentor: mentor.id }));
      const how = { order, days: Math.round(Number(days)) || DAYS };
      await command({ run: round.result?.run ?? 0, pairs: all ? [] : wanted, all, ...how }, choosing.release);
      setAsked(wanted.length);
      onReleased();
    });
  if (asked !== null || round.state !== "open") {
    return <Asked run={page.id} count={asked ?? round.released.length} onBack={round.state === "open" ? onBack : onOver} />;
  }
  return (
    <Part title={t("last-title")} state={<p class="soft">{t("last-lead")}</p>}>
      <ul class="rows last">
        {pairs.map((pair) => (
          <Row
            key={pair.need.mentee.id} shared={shared} pair={pair} on={!left.has(pair.need.mentee.id)}
            onTick={(on) => setLeft(ticked(left, pair.need.mentee.id, !on))}
          />
        ))}
      </ul>
      {without.length > 0 && (
        <p>
          <Bdi text={t("last-without", { count: without.length, names: listOfNames(without.sort(compare), locale.value) })} />
        </p>
      )}
      <div class="side-by-side">
        <Choice
          label={t("proposing-order")} value={order} onChoose={(one) => setOrder(one as Order)}
          options={ORDERS.map((value) => ({ value, label: t(`proposing-order-${value}`) }))}
        />
        <Field
          label={t("proposing-days")} type="number" inputMode="numeric" name="days" min={1} max={MOST_DAYS} value={days}
          onInput={(event) => setDays(event.currentTarget.value)}
        />
      </div>
      <p class="good">{t(order === "together" ? "last-order-together" : "last-order-mentor_first")}</p>
      <Fault words={fault} />
      {stale && <p class="why">{t("last-stale")}</p>}
      <p class="row">
        {stale && round.lead ? (
          <button
            type="button" class="main"
            onClick={() => {
              attempt(choosing.start);
              onBack();
            }}
          >
            {t("propose-anew")}
          </button>
        ) : (
          <button type="button" class="main" disabled={busy || stale || chosen.length === 0} onClick={ask}>
            {busy ? t("one-moment") : t("ask-these", { count: chosen.length })}
          </button>
        )}
        <button type="button" class="quiet" onClick={onBack}>
          {t("last-back")}
        </button>
      </p>
    </Part>
  );
}

function Row({ shared, pair, on, onTick }: { shared: Shared; pair: Pair; on: boolean; onTick: (on: boolean) => void }): JSX.Element {
  const { need, mentor, option } = pair;
  const names = { mentee: need.mentee.name, mentor: mentor.name };
  return (
    <li>
      <label class="side-pick">
        <input type="checkbox" checked={on} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span>
          <strong>
            <Bdi text={listOfNames([names.mentee, names.mentor], locale.value)} />
          </strong>
          {option && <span class="block">{sentence(option.reasons, names, shared.terms)}</span>}
          {option?.caveats.map((caveat) => (
            <span key={caveat.code} class="block caveat">
              <Icon name="alert" /> {reasonWords(caveat, names, shared.terms)}
            </span>
          ))}
          {!option && <span class="block soft">{t("last-by-hand")}</span>}
        </span>
      </label>
    </li>
  );
}

/** What happens now, and where it is seen. */
const Asked = ({ run, count, onBack }: { run: string; count: number; onBack: () => unknown }): JSX.Element => (
  <Part title={t("asked-title")}>
    <p class="good" role="status">
      {t("asked", { count })}
    </p>
    <p>{t("asked-what")}</p>
    <p class="row">
      <Link href={runPath(run, "proposals")} class="button main">
        {t("asked-how-it-stands")}
      </Link>
      <button type="button" class="quiet" onClick={() => void onBack()}>
        {t("asked-on")}
      </button>
    </p>
  </Part>
);
