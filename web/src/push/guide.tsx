/** In pictures: what stands on the locked screen, and the way there on a phone. */
import type { ComponentChildren, JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Mark } from "../ui/icon.tsx";

export function LockScreen(): JSX.Element {
  return (
    <figure class="lock-screen">
      <div class="lock-screen-phone">
        <span class="lock-screen-clock" aria-hidden="true">
          20:14
        </span>
        <p class="lock-screen-news">
          <Mark /> <span>{t("push-news")}</span>
        </p>
      </div>
      <figcaption>
        <h3>{t("push-lock-title")}</h3>
        <p class="soft">{t("push-lock-words")}</p>
      </figcaption>
    </figure>
  );
}

/** `open`: for whom there is no other way. */
export function Guide({ open }: { open: boolean }): JSX.Element {
  return (
    <details open={open}>
      <summary>{t("push-guide")}</summary>
      <h3>{t("push-guide-iphone")}</h3>
      <ol class="push-steps">
        <Step words={t("push-iphone-share")}>
          <path d="M20 152h80" class="thin" />
          <path d="M54 158h-8v18h28v-18h-8M60 168v-20M54 153l6-6 6 6" class="mark" />
        </Step>
        <Step words={t("push-iphone-add")}>
          <rect x="18" y="92" width="84" height="84" rx="8" class="sheet" />
          <path d="M28 108h42M28 128h34M28 164h38" class="thin" />
          <rect x="22" y="137" width="76" height="18" rx="4" class="chosen" />
          <path d="M28 146h40" class="thin" />
          <path d="M83 140h10v12H83zM88 143v6M85 146h6" class="mark" />
        </Step>
        <Step words={t("push-iphone-open")}>
          <Icons />
        </Step>
        <Step words={t("push-allow")}>
          <Question />
        </Step>
      </ol>
      <h3>{t("push-guide-android")}</h3>
      <ol class="push-steps">
        <Step words={t("push-android-turn-on")}>
          <path d="M24 56h52M24 72h66M24 84h58" class="thin" />
          <rect x="24" y="100" width="72" height="22" rx="6" class="chosen" />
          <path d="M36 111h48" class="mark" />
        </Step>
        <Step words={t("push-allow")}>
          <Question />
        </Step>
        <Step words={t("push-android-add")}>
          <Icons />
        </Step>
      </ol>
    </details>
  );
}

/** The words say all that the picture shows. */
function Step({ words, children }: { words: string; children: ComponentChildren }): JSX.Element {
  return (
    <li>
      <svg viewBox="0 0 120 200" aria-hidden="true" class="push-phone">
        <rect x="12" y="4" width="96" height="192" rx="14" class="case" />
        <path d="M50 14h20" class="thin" />
        {children}
      </svg>
      <span>{words}</span>
    </li>
  );
}

const Icons = (): JSX.Element => (
  <>
    {[28, 51, 74].flatMap((x) => [40, 66].map((y) => <rect key={`${x}-${y}`} x={x} y={y} width="17" height="17" rx="4" class="thin" />))}
    <rect x="25" y="89" width="23" height="23" rx="5" class="chosen" />
    <path d="M36.500 93v5M33 108l-2.500 4M40 108l2.500 4M29 98h15v9H29z" class="mark" />
  </>
);

const Question = (): JSX.Element => (
  <>
    <rect x="20" y="66" width="80" height="68" rx="8" class="sheet" />
    <path d="M60 76a6 6 0 0 1 6 6c0 6 2 8 4 9H50c2-1 4-3 4-9a6 6 0 0 1 6-6zM58 94h4" class="mark" />
    <path d="M30 104h60" class="thin" />
    <path d="M28 122h24" class="thin" />
    <rect x="58" y="113" width="36" height="17" rx="5" class="chosen" />
    <path d="m69 121 5 5 9-9" class="mark" />
  </>
);
