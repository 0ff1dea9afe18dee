/** Applications that I was asked to read, one after the other. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { MyReviews, ReviewCall, ReviewCard, ReviewedApplication } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { inYear } from "../../mine/days.ts";
import { go, path } from "../../router.ts";
import { language, t } from "../../text/fluent.ts";
import { worded } from "../../text/worded.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Link } from "../../ui/link.tsx";
import { Page, Part } from "../../ui/page.tsx";
import { ApplicationWords } from "./application.tsx";
import { ConflictPart } from "./conflict.tsx";
import { NoteForm, OtherNotes } from "./note_form.tsx";
import { READ } from "./words.ts";
import "../../accounts/pages.css";
import "../../mine/mine.css";
import "./selecting.css";

const HERE = "/reviews";
const addressOf = (application: string): string => `${HERE}/${application}`;

export function ReviewsPage(): JSX.Element {
  const asked = useAsked<MyReviews>("/me/reviews");
  const open = /^\/reviews\/([A-Za-z0-9_-]{1,64})$/.exec(path.value)?.[1];
  if (!asked.value) {
    return (
      <Page title={t("selecting-reviews-title")}>
        <Awaited asked={asked} />
      </Page>
    );
  }
  const { calls } = asked.value;
  const call = calls.find(({ applications }) => applications.some(({ id }) => id === open));
  if (open !== undefined && call) return <OneReview key={open} id={open} call={call} onChanged={asked.load} />;
  return (
    <Page title={t("selecting-reviews-title")}>
      <div class="part">
        <p>{t("selecting-reviews-lead")}</p>
        {calls.length === 0 && <p>{t("selecting-reviews-none")}</p>}
      </div>
      {calls.map((each) => (
        <OneCall key={each.id} call={each} />
      ))}
    </Page>
  );
}

function OneCall({ call }: { call: ReviewCall }): JSX.Element {
  const left = call.applications.filter(({ state }) => state !== "written");
  return (
    <Part
      title={worded(call.titles, language.value)}
      state={
        <p class="soft">
          {t("selecting-reviews-count", { left: left.length, all: call.applications.length })} · {t("selecting-reviews-purged", { day: inYear(call.purge_on) })}
        </p>
      }
    >
      {left[0] && (
        <p class="row">
          <Link href={addressOf(left[0].id)} class="button main">
            {t(left.length < call.applications.length ? "selecting-reviews-go-on" : "selecting-reviews-begin")}
          </Link>
        </p>
      )}
      {call.applications.length === 0 && <p>{t("selecting-reviews-empty")}</p>}
      <ul class="rows">
        {call.applications.map((card) => (
          <li key={card.id}>
            <Link href={addressOf(card.id)} class="review-card">
              <span class="entry-words">
                <strong>
                  <Bdi text={card.name} />
                </strong>
                <span class="soft block" dir="auto">
                  {card.need}
                </span>
              </span>
              <span class={card.state === "written" ? "arrival" : "arrival awaited"}>{t(READ[card.state])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface OneReviewProps {
  id: string;
  call: ReviewCall;
  onChanged: () => Promise<void>;
}

function OneReview({ id, call, onChanged }: OneReviewProps): JSX.Element {
  const http = useHttp();
  const doing = useDoing();
  const [one, setOne] = useState<ReviewedApplication | null>(null);
  const load = async (): Promise<void> => setOne(await http<ReviewedApplication>("POST", `/applications/${encodeURIComponent(id)}/open`));
  useEffect(() => void doing.run(load), [id]);
  const next = nextOf(call, id);
  const place = call.applications.findIndex((card) => card.id === id) + 1;
  return (
    <Page title={one?.name ?? t("selecting-reviews-title")}>
      <div class="part">
        <p class="soft">
          <Link href={HERE}>{t("selecting-reviews-all")}</Link>
          {` · ${t("selecting-reviews-place", { place, all: call.applications.length })}`}
        </p>
      </div>
      {!one && <Awaited asked={{ ...doing, load }} />}
      {one && (
        <div class="part review">
          <ApplicationWords one={one} />
          <ConflictPart
            one={one}
            onGone={async () => {
              await onChanged();
              go(next ? addressOf(next.id) : HERE);
            }}
          />
          <NoteForm
            one={one}
            onChanged={(changed) => {
              setOne(changed);
              void onChanged();
            }}
          />
          <OtherNotes one={one} Heading="h2" />
          <p class="row">
            {next && (
              <Link href={addressOf(next.id)} class={one.note ? "button main" : "button quiet"}>
                {t("selecting-review-next")}
              </Link>
            )}
            {!next && one.note && <span role="status">{t("selecting-reviews-done")}</span>}
          </p>
        </div>
      )}
    </Page>
  );
}

/** The next one that I have written nothing about, round the list. */
function nextOf(call: ReviewCall, id: string): ReviewCard | undefined {
  const place = call.applications.findIndex((card) => card.id === id);
  const round = [...call.applications.slice(place + 1), ...call.applications.slice(0, Math.max(place, 0))];
  return round.find(({ state }) => state !== "written");
}
