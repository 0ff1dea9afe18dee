/** Who was told a yes comes in: invited and brought into the year, by the hand of who decides. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { PartForm } from "../../accounts/part_form.tsx";
import { useHttp } from "../../context.ts";
import type { Selection, SelectionRow, TakeIn } from "../../contract.ts";
import { useCommand } from "../../mine/command.ts";
import { ROLES } from "../../mine/roles.ts";
import { language, refusalWords, t } from "../../text/fluent.ts";
import { worded } from "../../text/worded.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Choice, Tick } from "../../ui/field.tsx";
import { Part } from "../../ui/page.tsx";
import { ARRIVALS } from "./words.ts";

interface TakingInProps {
  found: Selection;
  onChanged: (found: Selection) => void;
}

const isTold = (row: SelectionRow): boolean => row.outcome === "yes" && row.told === "yes";

export function TakingInPart({ found, onChanged }: TakingInProps): JSX.Element | null {
  const [choosing, setChoosing] = useState(false);
  const told = found.applications.filter(isTold);
  if (told.length === 0) return null;
  const open = told.filter(({ taken_in }) => taken_in === null || taken_in === "refused");
  return (
    <Part
      title={t("selecting-taking-in-title")} state={<p class="soft">{t("selecting-taking-in-lead")}</p>} doing={choosing}
      actions={
        !choosing && open.length > 0 && (
          <button type="button" class="main" onClick={() => setChoosing(true)}>
            {t("selecting-taking-in-begin")}
          </button>
        )
      }
    >
      <ul class="rows">
        {told.filter(({ taken_in }) => taken_in !== null).map((row) => (
          <li key={row.id} class="entry">
            <span class="entry-words">
              <Bdi text={row.name} /> <span class="soft">{t(ROLES[row.part])}</span>
            </span>
            <span class="arrival">
              {row.taken_in === "refused" && row.code !== null ? whyNot(row.code) : t(ARRIVALS[row.taken_in!])}
            </span>
          </li>
        ))}
      </ul>
      {choosing && <ChooseForm found={found} open={open} onCancel={() => setChoosing(false)} onChanged={(after) => {
        setChoosing(false);
        onChanged(after);
      }} />}
    </Part>
  );
}

const whyNot = (code: string): string => refusalWords({ type: "", title: code, status: 409, code });

interface ChooseProps extends TakingInProps {
  open: readonly SelectionRow[];
  onCancel: () => void;
}

function ChooseForm({ found, open, onChanged, onCancel }: ChooseProps): JSX.Element {
  const http = useHttp();
  const command = useCommand();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [organisation, setOrganisation] = useState(Object.keys(found.organisations)[0] ?? "");
  const chosen = open.filter(({ id }) => !left.has(id));
  const work = async (): Promise<void> => {
    const wanted: Omit<TakeIn, "command_id"> = { organisation: organisation || null, applications: chosen.map(({ id }) => id) };
    onChanged(await command(wanted, (taking) => http<Selection>("POST", `/calls/${encodeURIComponent(found.call)}/people`, taking)));
  };
  return (
    <PartForm button={t("selecting-taking-in-invite", { count: chosen.length })} work={work} onCancel={onCancel}>
      {open.map((row) => (
        <Tick
          key={row.id} name={row.id} label={row.name} help={t(ROLES[row.part])} checked={!left.has(row.id)}
          onTick={(on) => {
            const after = new Set(left);
            if (on) after.delete(row.id);
            else after.add(row.id);
            setLeft(after);
          }}
        />
      ))}
      <Choice
        label={t("selecting-taking-in-organisation")} value={organisation} onChoose={setOrganisation}
        help={t("selecting-taking-in-organisation-help")}
        options={[
          ...Object.entries(found.organisations).map(([value, names]) => ({ value, label: worded(names, language.value) })),
          { value: "", label: t("selecting-taking-in-nobody") },
        ]}
      />
    </PartForm>
  );
}
