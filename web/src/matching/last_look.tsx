/** All pairs in words once more, who is asked first; then they are asked. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useCommand } from "../mine/command.ts";
import { nameOf } from "../programmes/people.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { Part } from "../ui/page.tsx";
import { ticked } from "../ui/ticked.ts";
import type { Needs } from "./choosing.ts";
import { mentorOf } from "./need_card.tsx";
import type { MenteeNeed, PossibleMentor } from "./scratch.ts";
import type { Shared } from "./shared.ts";
import { reasonWords, sentence } from "./words.ts";

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
  const [asked, setAsked] = useState<number | null>(null);
  const compare = compareNames(locale.value);
  const pairs = needs.needs
    .flatMap((need): Pair[] => {
      const has = mentorOf(shared, need);
      if (!has || has.how === "released") return [];
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
      await command({ run: round.result?.run ?? 0, pairs: all ? [] : wanted, all }, choosing.release);
      setAsked(wanted.length);
      onReleased();
    });
  if (asked !== null || round.state !== "open") {
    return <Asked count={asked ?? round.released.length} onBack={round.state === "open" ? onBack : onOver} />;
  }
  return (
    <Part title={t("last-title")} state={<p class="soft">{t("last-lead")}</p>}>
      <ul class="rows">
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
      <div class="good">
        <strong>{t("last-order")}</strong>
        <p>{t("last-order-what")}</p>
      </div>
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

/** What happens now. */
const Asked = ({ count, onBack }: { count: number; onBack: () => unknown }): JSX.Element => (
  <Part title={t("asked-title")}>
    <p class="good" role="status">
      {t("asked", { count })}
    </p>
    <p>{t("last-order-what")}</p>
    <p class="row">
      <button type="button" onClick={() => void onBack()}>
        {t("asked-on")}
      </button>
    </p>
  </Part>
);
