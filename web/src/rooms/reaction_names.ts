/** What the emoji on offer mean here, in a word. Another one stands for itself. */
import { t } from "../text/fluent.ts";

const NAMES: Record<string, string> = {
  "👍": "reaction-good",
  "❤️": "reaction-heart",
  "😊": "reaction-glad",
  "🎉": "reaction-feast",
  "👏": "reaction-applause",
  "🙏": "reaction-thanks",
  "💡": "reaction-idea",
  "🤔": "reaction-thinking",
};

export const reactionName = (emoji: string): string => (NAMES[emoji] ? t(NAMES[emoji]) : emoji);
