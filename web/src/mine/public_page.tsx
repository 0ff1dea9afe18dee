/** My public page: whoever is on the web reads it, until the day that I choose. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyPage, MyPart, Page as PublicPage, PageLink, SetPage } from "../contract.ts";
import { language, t } from "../text/fluent.ts";
import { OWN_NAMES, type Language } from "../text/languages.ts";
import { worded } from "../text/worded.ts";
import { Choice, Field, Tick } from "../ui/field.tsx";
import { Page, Part } from "../ui/page.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { inYear } from "./days.ts";
import { TextArea } from "./text_area.tsx";
import "../accounts/pages.css";
import "./mine.css";

const WORDS_LIMIT = 2_000;
const LINKS_LIMIT = 5;

export function MyPublicPage(): JSX.Element {
  const { studio } = useStudio();
  const asked = useAsked<MyPage>("/me/page");
  const parts = studio.programmes.parts.value ?? [];
  const page = asked.value?.page ?? null;
  return (
    <Page title={t("public-page-title")}>
      <div class="part">
        <p>{t("public-page-lead")}</p>
      </div>
      {!asked.value || parts.length === 0 ? (
        asked.value ? <div class="part"><p>{t("talk-no-programme")}</p></div> : <Awaited asked={asked} />
      ) : (
        <>
          {page && <Standing page={page} onGone={() => asked.put({ page: null })} />}
          <Edit key={page?.slug ?? ""} page={page} parts={parts} onSaved={asked.put} />
        </>
      )}
    </Page>
  );
}

function Standing({ page, onGone }: { page: PublicPage; onGone: () => void }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const remove = (): void =>
    void run(async () => {
      await http("DELETE", "/me/page");
      onGone();
    });
  return (
    <Part
      title={t(page.over ? "public-page-over" : "public-page-stands")}
      state={<p class="soft">{t("public-page-until", { day: inYear(page.until) })}</p>}
    >
      <p class="row">
        {!page.over && (
          <a class="button" href={`/p/${page.slug}`} target="_blank" rel="noopener">
            {t("public-page-look")}
          </a>
        )}
        {!asking && (
          <button type="button" class="quiet danger" onClick={() => setAsking(true)}>
            {t("public-page-remove")}
          </button>
        )}
      </p>
      {asking && (
        <div class="ask" role="group" aria-label={t("public-page-remove")}>
          <p>{t("public-page-remove-ask")}</p>
          <p class="row">
            <button type="button" class="main" onClick={() => setAsking(false)}>
              {t("cancel")}
            </button>
            <button type="button" class="quiet danger" disabled={busy} onClick={remove}>
              {t("public-page-remove")}
            </button>
          </p>
        </div>
      )}
      <Fault words={fault} />
    </Part>
  );
}

interface EditProps {
  page: PublicPage | null;
  parts: readonly MyPart[];
  onSaved: (mine: MyPage) => void;
}

function Edit({ page, parts, onSaved }: EditProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [saved, setSaved] = useState(false);
  const [form, setForm] = useState<SetPage>(() => (page ? asForm(page) : begun(me.name, parts[0]!)));
  const change = (part: Partial<SetPage>): void => {
    setSaved(false);
    setForm((now) => ({ ...now, ...part }));
  };
  const links = form.links ?? [];
  const missing = (Object.keys(OWN_NAMES) as Language[]).filter((one) => form.words[one] === undefined);
  const setLink = (place: number, link: Partial<PageLink>): void =>
    change({ links: links.map((one, at) => (at === place ? { ...one, ...link } : one)) });
  const save = (event: Event): void => {
    event.preventDefault();
    void run(async () => {
      const words = Object.fromEntries(Object.entries(form.words).filter(([, one]) => one.trim() !== ""));
      const wanted = links.filter(({ title, address }) => title.trim() !== "" || address.trim() !== "");
      onSaved(await http<MyPage>("PUT", "/me/page", { ...form, words, links: wanted }));
      setSaved(true);
    });
  };
  return (
    <Part title={t(page ? "public-page-change" : "public-page-make")}>
      <form class="part-form" onSubmit={save}>
        <Field
          label={t("public-page-name")} name="page-name" value={form.name} maxLength={100} required
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
        {Object.entries(form.words).map(([tag, words]) => (
          <TextArea
            key={tag} label={t("public-page-words", { language: OWN_NAMES[tag as Language] ?? tag })} lang={tag}
            limit={WORDS_LIMIT} rows={6} value={words} onWrite={(next) => change({ words: { ...form.words, [tag]: next } })}
          />
        ))}
        {missing.length > 0 && (
          <Choice
            label={t("another-language")} value=""
            options={[{ value: "", label: "–" }, ...missing.map((one) => ({ value: one, label: OWN_NAMES[one], lang: one }))]}
            onChoose={(one) => one !== "" && change({ words: { ...form.words, [one]: "" } })}
          />
        )}
        {links.map((link, place) => (
          <fieldset key={place} class="choices">
            <legend>{t("public-page-link", { number: place + 1 })}</legend>
            <Field
              label={t("public-page-link-title")} name={`link-title-${place}`} value={link.title} maxLength={100}
              onInput={(event) => setLink(place, { title: event.currentTarget.value })}
            />
            <Field
              label={t("public-page-link-address")} name={`link-${place}`} type="url" inputMode="url" value={link.address}
              maxLength={500} onInput={(event) => setLink(place, { address: event.currentTarget.value })}
            />
          </fieldset>
        ))}
        {links.length < LINKS_LIMIT && (
          <p>
            <button type="button" class="quiet" onClick={() => change({ links: [...links, { title: "", address: "" }] })}>
              {t("public-page-add-link")}
            </button>
          </p>
        )}
        {parts.length > 1 && (
          <Choice
            label={t("in-which-programme")} value={form.cohort} onChoose={(cohort) => change({ cohort })}
            options={parts.map(({ cohort, programme_names }) => ({
              value: cohort.id, label: `${worded(programme_names, language.value)} · ${cohort.start.slice(0, 4)}`,
            }))}
          />
        )}
        <Field
          label={t("public-page-last-day")} help={t("public-page-last-day-help")} name="until" type="date" required
          value={form.until} onInput={(event) => change({ until: event.currentTarget.value })}
        />
        <Field
          label={t("public-page-address")} help={t("public-page-address-help", { address: `${location.host}/p/${form.slug}` })}
          name="slug" value={form.slug} required autoCapitalize="none" spellcheck={false} maxLength={40}
          onInput={(event) => change({ slug: event.currentTarget.value.toLowerCase() })}
        />
        <Tick
          label={t("public-page-listed")} name="listed" checked={form.listed ?? false}
          onTick={(listed) => change({ listed })}
        />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("public-page-publish")}
          </button>
          <span role="status" class="soft copied">
            {saved && t("saved")}
          </span>
        </p>
      </form>
    </Part>
  );
}

const asForm = ({ slug, name, words, cohort, until, links, listed }: PublicPage): SetPage => ({
  slug, name, words, cohort, until, links, listed,
});

/** A year from now, under my own name. */
function begun(name: string, part: MyPart): SetPage {
  const until = new Date();
  until.setFullYear(until.getFullYear() + 1);
  return {
    slug: slugOf(name), name, words: { [language.value]: "" }, cohort: part.cohort.id,
    until: until.toISOString().slice(0, 10), links: [], listed: false,
  };
}

const LATIN: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "dj", ѓ: "gj", е: "e", ж: "z", з: "z", ѕ: "dz", и: "i", ј: "j", к: "k",
  л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", ќ: "kj", у: "u", ф: "f",
  х: "h", ц: "c", ч: "c", џ: "dz", ш: "s", đ: "dj",
};

/** A name as a part of an address: small letters without marks, words parted by hyphens. */
export function slugOf(name: string): string {
  const plain = [...name.toLowerCase().normalize("NFC")].map((letter) => LATIN[letter] ?? letter).join("");
  const slug = plain.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return slug.slice(0, 40).replace(/-+$/, "");
}
