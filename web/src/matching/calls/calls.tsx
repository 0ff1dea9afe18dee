/** The open calls of a year: for mentees, for mentors, or for both; each with who applied. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useHttp } from "../../context.ts";
import type { NewCall, OpenCall, OpenCalls } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { useCommand } from "../../mine/command.ts";
import { EditForm } from "../../programmes/edit_form.tsx";
import type { SectionProps } from "../../programmes/run_page.tsx";
import { language, t } from "../../text/fluent.ts";
import { draw } from "../../ui/icon.tsx";
import { LATER } from "../../ui/later_icons.ts";
import { Part } from "../../ui/page.tsx";
import { CallFields } from "./call_fields.tsx";
import { callOf, formOf, type CallForm } from "./form.ts";
import { OneCall, wordsOfForm } from "./one_call.tsx";
import "./calls.css";

draw(LATER);

export function Calls({ page }: SectionProps): JSX.Element {
  const door = `/cohorts/${encodeURIComponent(page.id)}/calls`;
  const http = useHttp();
  const command = useCommand();
  const asked = useAsked<OpenCalls>(door);
  const [beginning, setBeginning] = useState(false);
  if (!asked.value) return <Awaited asked={asked} />;
  const { calls, mine, proposal } = asked.value;
  const read = asked.value;
  const put = (call: OpenCall): void =>
    asked.put({ ...read, calls: calls.map((one) => (one.id === call.id ? call : one)) });
  const reread = async (id: string): Promise<OpenCall | undefined> => {
    const newest = await http<OpenCalls>("GET", door);
    asked.put(newest);
    return newest.calls.find((one) => one.id === id);
  };
  const make = async (typed: CallForm): Promise<void> => {
    const made = await command({ call: callOf(typed, page.home_zone) }, (wanted: NewCall) => http<OpenCall>("POST", door, wanted));
    setBeginning(false);
    asked.put({ ...read, calls: [made, ...calls] });
  };
  return (
    <>
      <Part
        title={t("calls-title")} state={<p class="soft">{t("calls-lead")}</p>} doing={beginning}
        actions={
          mine && !beginning && page.state !== "ended" && (
            <button type="button" class={calls.length === 0 ? "main" : "quiet"} onClick={() => setBeginning(true)}>
              {t("opencall-begin")}
            </button>
          )
        }
      >
        {calls.length === 0 && !beginning && <p>{t("calls-none")}</p>}
        {beginning && (
          <>
            <EditForm<CallForm>
              newest={formOf(proposal, page.home_zone, language.value)} version={1} eager button={t("opencall-keep-draft")}
              reread={async () => 1} inWords={wordsOfForm} save={make}
            >
              {(form, set) => <CallFields form={form} zone={page.home_zone} fixed={false} set={set} />}
            </EditForm>
            <p class="row">
              <button type="button" class="quiet" onClick={() => setBeginning(false)}>
                {t("cancel")}
              </button>
            </p>
          </>
        )}
      </Part>
      {calls.map((call) => (
        <OneCall
          key={call.id} call={call} mine={mine && page.state !== "ended"} onChanged={put} reread={async () => reread(call.id)}
          onRemoved={() => asked.put({ ...read, calls: calls.filter(({ id }) => id !== call.id) })}
        />
      ))}
    </>
  );
}
