/** What a year gives its people to read: at most thirty things, with author and licence, for all or for one side. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useHttp } from "../context.ts";
import type { Library, LibraryItem, SetLibrary } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { TextArea } from "../mine/text_area.tsx";
import { language, t } from "../text/fluent.ts";
import { LANGUAGES, OWN_NAMES } from "../text/languages.ts";
import { Choice, Field, Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { WHOM_WORDS } from "./date_words.tsx";
import { EditForm } from "./edit_form.tsx";
import { OpenRows, type RowActs } from "./open_rows.tsx";
import type { SectionProps } from "./run_page.tsx";

type Whole = Required<LibraryItem>;

const ITEMS = 30;
const WORDS_LIMIT = 1_000;
const WHOM = ["all", "mentors", "mentees"] as const;

const whole = (item: LibraryItem): Whole => ({ link: "", words: "", author: "", licence: "", first: false, ...item });

export function LibrarySection({ page }: SectionProps): JSX.Element {
  const http = useHttp();
  const door = `/cohorts/${encodeURIComponent(page.id)}/library`;
  const asked = useAsked<Library>(door);
  const [open, setOpen] = useState<number | null>(null);
  const { value } = asked;
  if (!value) return <Awaited asked={asked} />;
  const none = value.items.length === 0;
  if (!page.lead || page.state === "ended") {
    return (
      <Part title={t("library")} state={none ? <p class="soft">{t("library-none")}</p> : undefined}>
        <ul class="rows">
          {value.items.map((item, at) => (
            <li key={at} class="entry">
              <ItemLine item={item} />
            </li>
          ))}
        </ul>
      </Part>
    );
  }
  const save = async ({ items }: { items: Whole[] }, version: number): Promise<void> => {
    const form: SetLibrary = { version, items };
    asked.put(await http<Library>("PUT", door, form));
    setOpen(null);
  };
  const reread = async (): Promise<number> => {
    const fresh = await http<Library>("GET", door);
    asked.put(fresh);
    return fresh.version;
  };
  return (
    <Part title={t("library")} state={<p class="soft">{t("library-lead")}</p>}>
      <EditForm
        newest={{ items: value.items.map(whole) }} version={value.version} save={save} reread={reread}
        inWords={({ items }) => [[t("library"), items.map(({ title }) => title).join("\n")]]}
      >
        {({ items }, set) => (
          <>
            {items.length === 0 && <p>{t("library-none")}</p>}
            <OpenRows
              items={items} onItems={(next) => set({ items: next })} open={open} onOpen={setOpen}
              line={(item) => <ItemLine item={item} />}
              fields={(item, place, acts) => <ItemFields item={item} number={place + 1} {...acts} />}
            />
            {items.length < ITEMS && (
              <p class="row">
                <button
                  type="button"
                  onClick={() => {
                    set({ items: [...items, whole({ title: "", whom: "all", language: language.value })] });
                    setOpen(items.length);
                  }}
                >
                  {t("library-add")}
                </button>
              </p>
            )}
          </>
        )}
      </EditForm>
    </Part>
  );
}

const ItemLine = ({ item }: { item: LibraryItem }): JSX.Element => (
  <span class="entry-words">
    <strong dir="auto">{item.title || t("library-untitled")}</strong>{" "}
    <span class="soft">
      {[item.author, item.licence, t(WHOM_WORDS[item.whom]), item.first && t("library-first-short")].filter(Boolean).join(" · ")}
    </span>
  </span>
);

interface ItemFieldsProps extends RowActs<Whole> {
  item: Whole;
  number: number;
}

function ItemFields({ item, number, set, onReady, onRemove }: ItemFieldsProps): JSX.Element {
  const tongues = LANGUAGES.map((value) => ({ value: value as string, label: OWN_NAMES[value], lang: value }));
  const known = tongues.some(({ value }) => value === item.language);
  return (
    <fieldset class="boxed">
      <legend>{item.title || t("library-untitled")}</legend>
      <Field
        label={t("library-title")} name={`title-${number}`} required maxLength={200} dir="auto" value={item.title}
        onInput={(event) => set({ title: event.currentTarget.value })}
      />
      <Field
        label={t("library-link")} name={`link-${number}`} type="url" inputMode="url" placeholder="https://" value={item.link}
        help={t("library-link-help")} onInput={(event) => set({ link: event.currentTarget.value })}
      />
      <TextArea label={t("library-words")} limit={WORDS_LIMIT} value={item.words} onWrite={(words) => set({ words })} />
      <div class="side-by-side">
        <Choice
          label={t("office-date-whom")} value={item.whom} onChoose={(whom) => set({ whom: whom as Whole["whom"] })}
          options={WHOM.map((value) => ({ value, label: t(WHOM_WORDS[value]) }))}
        />
        <Choice
          label={t("library-language")} value={item.language} onChoose={(chosen) => set({ language: chosen })}
          options={known ? tongues : [...tongues, { value: item.language, label: item.language, lang: "en" }]}
        />
        <Field
          label={t("library-author")} name={`author-${number}`} maxLength={200} dir="auto" value={item.author}
          onInput={(event) => set({ author: event.currentTarget.value })}
        />
        <Field
          label={t("library-licence")} name={`licence-${number}`} maxLength={200} value={item.licence} help={t("library-licence-help")}
          onInput={(event) => set({ licence: event.currentTarget.value })}
        />
      </div>
      <Tick name={`first-${number}`} label={t("library-first")} checked={item.first} onTick={(first) => set({ first })} />
      <p class="row">
        <button type="button" onClick={onReady}>
          {t("office-date-ready")}
        </button>
        <button type="button" class="quiet" onClick={onRemove}>
          {t("leave-out")}
        </button>
      </p>
    </fieldset>
  );
}
