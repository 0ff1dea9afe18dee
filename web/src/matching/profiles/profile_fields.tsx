/** The fields of what somebody looks for or can give: the need first, wishes last. */
import type { ComponentChildren, JSX } from "preact";

import type { Term } from "../../contract.ts";
import { TextArea } from "../../mine/text_area.tsx";
import { callCountries, countries } from "../../programmes/countries.ts";
import { language, locale, t } from "../../text/fluent.ts";
import { listOfNames } from "../../text/order.ts";
import { Choice } from "../../ui/field.tsx";
import { Chips } from "./chips.tsx";
import { callLanguages, levelWords } from "./language_names.ts";
import { LanguagesField } from "./languages_field.tsx";
import { CAPACITY, KIND_OF, TEAM_WORDS_LIMIT, termNames, WORDS_LIMIT, type Chosen, type Draft, type Role } from "./profile.ts";

type Said = Record<"need" | "goals" | "skills" | "back" | "disciplines", string>;

const SAYS: Record<Role, Said> = {
  mentee: {
    need: "profile-need-mentee", goals: "profile-goals-mentee", skills: "profile-skills-mentee", back: "profile-back-mentee",
    disciplines: "profile-disciplines-mentee",
  },
  mentor: {
    need: "profile-need-mentor", goals: "profile-goals-mentor", skills: "profile-skills-mentor", back: "profile-back-mentor",
    disciplines: "profile-disciplines-mentor",
  },
};
/** What the team is asked about, in the words of the list. */
export const MISSING: Record<"need" | "skills" | "languages" | "country", string> = {
  need: "profile-missing-need", skills: "profile-missing-skills", languages: "profile-missing-languages",
  country: "profile-missing-country",
};

interface ProfileFieldsProps {
  role: Role;
  terms: readonly Term[];
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  /** Where the hours are said. */
  hours?: ComponentChildren;
  /** Whom they are kept from. */
  excluded?: ComponentChildren;
}

export function ProfileFields({ role, terms, draft, set, hours, excluded }: ProfileFieldsProps): JSX.Element {
  const says = SAYS[role];
  const chips = (field: Chosen, label: string, help?: string): JSX.Element => (
    <Chips
      label={label} {...(help ? { help } : {})} name={field} terms={terms.filter(({ kind }) => kind === KIND_OF[field])}
      chosen={draft[field]} onChoose={(chosen) => set({ [field]: chosen })}
    />
  );
  return (
    <>
      <TextArea label={t(says.need)} limit={WORDS_LIMIT} rows={5} value={draft.need} onWrite={(need) => set({ need })} />
      {chips("skills", t(says.skills), t("profile-skills-help"))}
      <TextArea label={t(says.goals)} limit={WORDS_LIMIT} value={draft.goals} onWrite={(goals) => set({ goals })} />
      {chips("disciplines", t("profile-disciplines"), t(says.disciplines))}
      <LanguagesField languages={draft.languages} onLanguages={(languages) => set({ languages })} />
      <Choice
        label={t("profile-country")} value={draft.country ?? ""} onChoose={(country) => set({ country: country || null })}
        options={[{ value: "", label: "–" }, ...countries(locale.value)]}
      />
      {hours}
      {role === "mentor" && (
        <Choice
          label={t("profile-capacity")} value={String(draft.capacity)}
          onChoose={(capacity) => set({ capacity: Number(capacity) })}
          options={Array.from({ length: CAPACITY }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
        />
      )}
      {chips("back", t(says.back))}
      {chips("traits", t("profile-traits"))}
      <section class="profile-wishes">
        <h2>{t("profile-wishes")}</h2>
        <p class="who-reads">{t("profile-wishes-read")}</p>
        {chips("requires", t("profile-requires"), t("profile-requires-help"))}
        <TextArea
          label={t("profile-for-team")} limit={TEAM_WORDS_LIMIT} value={draft.for_team}
          onWrite={(for_team) => set({ for_team })}
        />
        {excluded}
      </section>
    </>
  );
}

/** What differs where somebody else was quicker. */
export function inWords(role: Role, terms: readonly Term[], draft: Draft): (readonly [string, string])[] {
  const says = SAYS[role];
  const names = (keys: readonly string[]): string => termNames(terms, keys, language.value).join(", ");
  const called = callLanguages();
  const spoken = Object.entries(draft.languages).map(([tag, level]) => `${called(tag)}: ${levelWords(level)}`);
  return [
    [t(says.need), draft.need],
    [t(says.skills), names(draft.skills)],
    [t(says.goals), draft.goals],
    [t("profile-disciplines"), names(draft.disciplines)],
    [t("profile-languages"), spoken.length > 0 ? listOfNames(spoken, locale.value) : ""],
    [t("profile-country"), draft.country ? callCountries(locale.value)(draft.country) : ""],
    [t("profile-capacity"), role === "mentor" ? String(draft.capacity) : ""],
    [t(says.back), names(draft.back)],
    [t("profile-traits"), names(draft.traits)],
    [t("profile-requires"), names(draft.requires)],
    [t("profile-for-team"), draft.for_team],
  ];
}
