/** Keys of the needs, while the focus is among them: j and k or arrows between them, 1 to 3 choose, u takes back. */

export type Act = { do: "next" } | { do: "before" } | { do: "undo" } | { do: "choose"; place: number };

export interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  /** What has the focus: its element's name, and for fields their kind. */
  field: { name: string; type: string };
}

const TYPED = new Set(["TEXTAREA", "SELECT"]);
const NOT_TYPED = new Set(["radio", "checkbox", "button", "submit"]);

export function actOf({ key, altKey, ctrlKey, metaKey, field }: Pressed): Act | null {
  const typing = TYPED.has(field.name) || (field.name === "INPUT" && !NOT_TYPED.has(field.type));
  if (typing || altKey || ctrlKey || metaKey) return null;
  // Among choices the arrows are the browser's.
  const arrows = field.type !== "radio";
  if (key === "j" || key === "ј" || (arrows && (key === "ArrowDown" || key === "ArrowRight"))) return { do: "next" };
  if (key === "k" || key === "к" || (arrows && (key === "ArrowUp" || key === "ArrowLeft"))) return { do: "before" };
  if (key === "u" || key === "у") return { do: "undo" };
  return /^[1-3]$/.test(key) ? { do: "choose", place: Number(key) - 1 } : null;
}
