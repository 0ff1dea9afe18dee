/** The lists that people choose from, in every language: the programme's own, changed by who leads the year. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useHttp } from "../../context.ts";
import type { CohortPage, PersonProfile, SetTerms, Term, Terms } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { createCommandIds } from "../../live/command_id.ts";
import { EditForm } from "../../programmes/edit_form.tsx";
import { linesInWords, linesOf, wordsOf, type Lines } from "../../programmes/lines.ts";
import { LinesField } from "../../programmes/lines_field.tsx";
import { OpenRows, type RowActs } from "../../programmes/open_rows.tsx";
import { language, t } from "../../text/fluent.ts";
import { worded } from "../../text/worded.ts";
import { Part } from "../../ui/page.tsx";
import { KIND_OF, type Chosen } from "./profile.ts";

type Kind = Term["kind"];
interface Row {
  key: string;
  kind: Kind;
  names: Lines;
}
type Lists = Record<Kind, readonly Row[]>;

const KINDS: Record<Kind, string> = { skill: "terms-skills", discipline: "terms-disciplines", trait: "terms-traits" };
const ORDER = Object.keys(KINDS) as Kind[];
const newId = createCommandIds();
/** Small letters and digits: what a key may hold. */
const newKey = (): string => newId().toLowerCase().replace(/[^a-z0-9]/g, "").slice(-32);

const rowsOf = (terms: readonly Term[], kind: Kind): Row[] =>
  terms.filter((one) => one.kind === kind).map(({ key, names }) => ({ key, kind, names: linesOf(names, language.peek()) }));

export function TermsPart({ page, profiles }: { page: CohortPage; profiles: readonly PersonProfile[] }): JSX.Element | null {
  const http = useHttp();
  const door = `/cohorts/${encodeURIComponent(page.id)}/terms`;
  const asked = useAsked<Terms>(door);
  const [editing, setEditing] = useState(false);
  const { value } = asked;
  if (!value || !value.mine || page.state === "ended") return null;
  const newest: Lists = { skill: rowsOf(value.terms, "skill"), discipline: rowsOf(value.terms, "discipline"), trait: rowsOf(value.terms, "trait") };
  const save = async (lists: Lists, version: number): Promise<void> => {
    const terms = ORDER.flatMap((kind) => lists[kind].map(({ key, names }) => ({ key, kind, names: wordsOf(names) })));
    const body: SetTerms = { version, terms };
    asked.put(await http<Terms>("PUT", door, body));
  };
  const reread = async (): Promise<number> => {
    const fresh = await http<Terms>("GET", door);
    asked.put(fresh);
    return fresh.version;
  };
  return (
    <Part
      title={t("terms-title")} state={<p class="soft">{t("terms-lead")}</p>} doing={editing}
      actions={
        !editing && (
          <button type="button" class="quiet" onClick={() => setEditing(true)}>
            {t("terms-edit")}
          </button>
        )
      }
    >
      {editing && (
        <EditForm<Lists>
          newest={newest} version={value.version} save={save} reread={reread}
          inWords={(lists) => ORDER.map((kind) => [t(KINDS[kind]), lists[kind].map(({ names }) => linesInWords(names)).join("; ")])}
          next={
            <button type="button" class="quiet" onClick={() => setEditing(false)}>
              {t("profiles-close")}
            </button>
          }
        >
          {(lists, set) => (
            <>
              {ORDER.map((kind) => (
                <OneList
                  key={kind} kind={kind} rows={lists[kind]} profiles={profiles} onRows={(rows) => set({ [kind]: rows })}
                />
              ))}
            </>
          )}
        </EditForm>
      )}
    </Part>
  );
}

interface OneListProps {
  kind: Kind;
  rows: readonly Row[];
  profiles: readonly PersonProfile[];
  onRows: (rows: Row[]) => void;
}

function OneList({ kind, rows, profiles, onRows }: OneListProps): JSX.Element {
  const [open, setOpen] = useState<number | null>(null);
  const add = (): void => {
    onRows([...rows, { key: newKey(), kind, names: [[language.peek(), ""]] }]);
    setOpen(rows.length);
  };
  return (
    <section class="terms-list">
      <h3>{t(KINDS[kind])}</h3>
      <OpenRows
        items={rows} onItems={onRows} open={open} onOpen={setOpen}
        line={(row) => worded(wordsOf(row.names), language.value) || t("terms-nameless")}
        fields={(row, _place, acts) => <TermFields row={row} chosenBy={chosenBy(profiles, row)} acts={acts} />}
      />
      <p class="row">
        <button type="button" class="quiet" onClick={add}>
          {t("terms-add")}
        </button>
      </p>
    </section>
  );
}

const chosenBy = (profiles: readonly PersonProfile[], { key, kind }: Row): number =>
  profiles.filter(({ profile }) =>
    (Object.keys(KIND_OF) as Chosen[]).some((field) => KIND_OF[field] === kind && (profile[field] ?? []).includes(key)),
  ).length;

function TermFields({ row, chosenBy: count, acts }: { row: Row; chosenBy: number; acts: RowActs<Row> }): JSX.Element {
  return (
    <div class="entry-form">
      <LinesField
        label={t("terms-name")} name={`term-${row.key}`} lines={row.names} required onLines={(names) => acts.set({ names })}
      />
      {count > 0 && <p class="help">{t("terms-chosen", { count })}</p>}
      <p class="row">
        <button type="button" onClick={acts.onReady}>
          {t("terms-ready")}
        </button>
        <button type="button" class="quiet danger" onClick={acts.onRemove}>
          {t("terms-remove")}
        </button>
      </p>
    </div>
  );
}
