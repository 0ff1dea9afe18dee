/** The five questions of an agreement and their answers in words. */
import type { Agreement, AgreementProposal } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";

export type Question = AgreementProposal["question"];
export type Answers = Pick<Agreement, "themes" | "own_themes" | "ways" | "quiet" | "answer_days" | "confidence">;

export const QUESTIONS: readonly Question[] = ["themes", "ways", "quiet", "answer_days", "confidence"];
export const THEMES = ["family", "health", "love", "money", "beliefs", "work_conflicts"] as const;
export const WAYS = ["room", "mail", "phone", "call", "texts", "in_person"] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** What the programme suggests, as the server has it in its rules. */
export const OFFER: Answers = {
  themes: ["health", "beliefs"],
  own_themes: [],
  ways: ["room", "call", "in_person"],
  quiet: { start: "21:00", end: "08:00", days: [7] },
  answer_days: 3,
  confidence: "",
};


export function answerWords(question: Question, answers: Partial<Answers>): string {
  switch (question) {
    case "themes": {
      const all = [...(answers.themes ?? []).map((theme) => t(`theme-${theme}`)), ...(answers.own_themes ?? [])];
      return all.join(", ") || t("agreement-nothing");
    }
    case "ways":
      return (answers.ways ?? []).map((way) => t(`way-${way}`)).join(", ") || t("agreement-nothing");
    case "quiet":
      return quietWords(answers.quiet ?? OFFER.quiet);
    case "answer_days":
      return t("agreement-days", { count: answers.answer_days ?? OFFER.answer_days });
    case "confidence":
      return answers.confidence || t("agreement-confidence-offer");
  }
}

function quietWords({ start, end, days }: Answers["quiet"]): string {
  const nightly = start === end ? "" : t("agreement-quiet-hours", { start, end });
  const whole = days.length === 0 ? "" : t("agreement-quiet-days", { days: days.map((day) => t(`weekday-${day}`)).join(", ") });
  return [nightly, whole].filter(Boolean).join("; ") || t("agreement-nothing");
}
