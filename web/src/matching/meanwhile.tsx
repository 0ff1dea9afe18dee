/** What others changed while I did: nothing is overwritten without being seen. And what another answer changed for whom. */
import type { JSX } from "preact";

import { nameOf } from "../programmes/people.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { hasBySaying, isOfMentee, type Place, type Said, type Value } from "./places.ts";
import type { Shared } from "./shared.ts";
import { moveWords } from "./words.ts";

export function MeanwhileNote({ shared }: { shared: Shared }): JSX.Element {
  const { choosing, attempt } = shared;
  const found = choosing.meanwhile.value;
  return (
    <div role="alert" class="part-faults">
      {found && (
        <div class="ask">
          <p>
            <Bdi text={t("meanwhile-there", { what: placeWords(shared, found.edit.place), now: valueWords(shared, found.edit.place, found.now) })} />
          </p>
          <p>
            <Bdi text={t("meanwhile-mine", { mine: valueWords(shared, found.edit.place, found.edit.after) })} />
          </p>
          <p class="row">
            <button type="button" class="main" onClick={() => attempt(() => choosing.settle(false))}>
              {t("meanwhile-leave")}
            </button>
            <button type="button" onClick={() => attempt(() => choosing.settle(true))}>
              {t("meanwhile-take-mine")}
            </button>
          </p>
        </div>
      )}
      {!found && choosing.joined.value && <p class="good">{t("meanwhile-both")}</p>}
    </div>
  );
}

const placeWords = ({ page }: Shared, place: Place): string =>
  isOfMentee(place) ? nameOf(page, place.mentee) : t(settingKey(place.setting));

/** As its field is called. */
const settingKey = (path: string): string => {
  const [field, inner] = path.split(".");
  if (field === "weights") return `weight-${inner}`;
  return inner ? `setting-${inner}` : `setting-${field}`;
};

function valueWords({ page }: Shared, place: Place, value: Value): string {
  if (isOfMentee(place)) {
    const said = value as Said;
    const has = hasBySaying(said);
    const words = has ? [t("said-has", { mentor: nameOf(page, has) })] : [];
    if (said.forbid.length > 0) {
      words.push(t("said-never", { mentors: listOfNames(said.forbid.map((one) => nameOf(page, one)), locale.value) }));
    }
    return words.length > 0 ? words.join(", ") : t("said-nothing");
  }
  if (typeof value === "boolean") return t(value ? "setting-yes" : "setting-no");
  if (place.setting === "objective") return t(`objective-${String(value)}`);
  return Array.isArray(value) ? t("quotas-count", { count: value.length }) : String(value);
}

/** As long as few moved; of many how many. */
const FEW = 12;

export function Moved({ shared }: { shared: Shared }): JSX.Element | null {
  const moved = shared.choosing.moved.value;
  if (moved === null || shared.choosing.working.value) return null;
  return (
    <div class="part-faults" role="status">
      <div class="good">
        <p>
          <strong>{moved.length === 0 ? t("moved-nobody") : t("moved", { count: moved.length })}</strong>
        </p>
        {moved.length > 0 && moved.length <= FEW && (
          <ul class="dotted">
            {moved.map((move) => (
              <li key={move.mentee.id}>
                <Bdi text={moveWords(move)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
