/** The number of new words in the window's title, and a dot on its icon. */
import mark from "./mark.svg";
import markUnread from "./mark_unread.svg";

export function showUnread(count: number, place: string): void {
  const name = place ? `${place} · Atelje` : "Atelje";
  document.title = count > 0 ? `(${count > 99 ? "99+" : count}) ${name}` : name;
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  const wanted = count > 0 ? markUnread : mark;
  if (icon && icon.getAttribute("href") !== wanted) icon.href = wanted;
}
