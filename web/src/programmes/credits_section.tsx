/** What has to be said of each funder, in which language, and while it holds. */
import type { JSX } from "preact";

import type { Credit } from "../contract.ts";
import { language, t } from "../text/fluent.ts";
import type { Language } from "../text/languages.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { Part } from "../ui/page.tsx";
import { rereadRun } from "./about_section.tsx";
import { EditForm } from "./edit_form.tsx";
import { LinesField } from "./lines_field.tsx";
import { linesInWords, linesOf, wordsOf, type Lines } from "./lines.ts";
import { NextStep, type SectionProps } from "./run_page.tsx";

interface CreditForm {
  funder: string;
  words: Lines;
  disclaimer: Lines;
  starts: string;
  ends: string;
}

const formOf = (credit: Credit, reader: Language): CreditForm => ({
  funder: credit.funder,
  words: linesOf(credit.words, reader),
  disclaimer: linesOf(credit.disclaimer, reader),
  starts: credit.starts ?? "",
  ends: credit.ends ?? "",
});

const creditOf = ({ funder, words, disclaimer, starts, ends }: CreditForm): Credit => ({
  funder: funder.trim(), words: wordsOf(words), disclaimer: wordsOf(disclaimer), starts: starts || null, ends: ends || null,
});

export function CreditsSection({ run, page }: SectionProps): JSX.Element {
  const newest = { credits: page.credits.map((credit) => formOf(credit, language.value)) };
  type Form = typeof newest;
  const empty: CreditForm = { funder: "", words: [[language.value, ""]], disclaimer: [[language.value, ""]], starts: "", ends: "" };
  return (
    <Part title={t("credits-title")} state={<p class="soft">{t("credits-lead")}</p>}>
      {page.lead && page.state !== "ended" ? (
        <EditForm<Form>
          newest={newest} version={page.version} reread={() => rereadRun(run)} next={<NextStep page={page} />}
          eager={page.steps.some(({ name, state }) => name === "credits" && state !== "done")}
          save={({ credits }, version) => run.setCredits(credits.map(creditOf), version)}
          inWords={({ credits }) => [[t("credits-title"), credits.map(inWords).join("; ")]]}
        >
          {({ credits }, set) => (
            <>
              {credits.length === 0 && <p>{t("credits-none")}</p>}
              {credits.map((credit, at) => (
                <CreditFields
                  key={at} credit={credit} number={at + 1}
                  set={(change) => set({ credits: credits.map((one, other) => (other === at ? { ...one, ...change } : one)) })}
                  onRemove={() => set({ credits: credits.filter((_, other) => other !== at) })}
                  {...(at > 0 ? { onUp: () => set({ credits: moved(credits, at) }) } : {})}
                />
              ))}
              <p class="row">
                <button type="button" onClick={() => set({ credits: [...credits, empty] })}>
                  {t("credit-add")}
                </button>
              </p>
            </>
          )}
        </EditForm>
      ) : (
        <ul class="rows">
          {page.credits.map((credit, at) => (
            <li key={at} class="entry">
              <strong>
                <Bdi text={credit.funder} />
              </strong>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const inWords = ({ funder, words, disclaimer, starts, ends }: CreditForm): string =>
  [funder, linesInWords(words), linesInWords(disclaimer), starts, ends].filter(Boolean).join(" · ");

/** One up. */
function moved(credits: readonly CreditForm[], at: number): CreditForm[] {
  const order = [...credits];
  const [one] = order.splice(at, 1);
  order.splice(at - 1, 0, one!);
  return order;
}

interface CreditFieldsProps {
  credit: CreditForm;
  number: number;
  set: (change: Partial<CreditForm>) => void;
  onRemove: () => void;
  onUp?: () => void;
}

function CreditFields({ credit, number, set, onRemove, onUp }: CreditFieldsProps): JSX.Element {
  const name = credit.funder || String(number);
  return (
    <fieldset class="boxed">
      <legend>{t("credit-of", { number })}</legend>
      <Field
        label={t("funder")} name={`funder-${number}`} autocomplete="off" required value={credit.funder}
        onInput={(event) => set({ funder: event.currentTarget.value })}
      />
      <LinesField
        label={t("credit-words")} help={t("credit-words-help")} name={`credit-${number}`} long lines={credit.words}
        onLines={(words) => set({ words })}
      />
      <LinesField
        label={t("disclaimer")} help={t("disclaimer-help")} name={`disclaimer-${number}`} long lines={credit.disclaimer}
        onLines={(disclaimer) => set({ disclaimer })}
      />
      <div class="side-by-side">
        <Field
          label={t("holds-from")} type="date" name={`starts-${number}`} value={credit.starts}
          onInput={(event) => set({ starts: event.currentTarget.value })}
        />
        <Field
          label={t("holds-until")} help={t("holds-help")} type="date" name={`ends-${number}`} value={credit.ends}
          onInput={(event) => set({ ends: event.currentTarget.value })}
        />
      </div>
      <p class="row">
        {onUp && (
          <button type="button" class="quiet" aria-label={t("move-up-what", { name })} onClick={onUp}>
            <Icon name="up" /> {t("move-up")}
          </button>
        )}
        <button type="button" class="quiet" aria-label={t("leave-out-whose", { name })} onClick={onRemove}>
          {t("leave-out")}
        </button>
      </p>
    </fieldset>
  );
}
