/** A note to take along: as a file of Markdown, and on paper. */

export interface Words {
  title: string;
  /** Heading and text. */
  sections: readonly (readonly [string, string])[];
}

export const markdownOf = ({ title, sections }: Words): string =>
  [`# ${title}`, ...sections.filter(([, text]) => text.trim()).map(([name, text]) => `## ${name}\n\n${text.trim()}`)].join("\n\n") + "\n";

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]+/g, "-");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/** The sheet stands beside the page while it is printed, and the page's own style leaves everything else out. */
export function print({ title, sections }: Words): void {
  const sheet = document.createElement("div");
  sheet.className = "note-sheet";
  sheet.append(element("h1", title));
  for (const [name, text] of sections) {
    if (text.trim()) sheet.append(element("h2", name), element("p", text.trim()));
  }
  document.body.append(sheet);
  document.body.classList.add("printing-note");
  const after = (): void => {
    document.body.classList.remove("printing-note");
    sheet.remove();
  };
  window.addEventListener("afterprint", after, { once: true });
  window.print();
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.dir = "auto";
  return made;
}
