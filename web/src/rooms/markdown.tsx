/**
 * Markdown-lite to elements: emphasis, strong, code, lists, quotations and links, nothing else. Text never becomes
 * markup by a detour: tokens are turned into elements one by one, and a link goes to http, https or mailto only.
 */
import "./markdown.css";
import MarkdownIt, { type Env, type StateInline, type Token } from "markdown-it";
import { h, type ComponentChildren, type JSX } from "preact";

import { readLink } from "./link_target.ts";
import { placeOf } from "../router.ts";
import { Link } from "../ui/link.tsx";
import { splitMentions } from "./mentions.ts";
import { Mention } from "./mention.tsx";

/** Deeper than this nobody writes by hand; what is deeper stays as it was typed. */
const MAX_NESTING = 12;
/** Characters that can open something. Texts of thousands of them are attacks or noise and are shown plain. */
const MARKS = /[[\]*_`<>()|!&\\]/g;
const MAX_MARKS = 1_500;

const BLOCK = ["paragraph", "fence", "list", "blockquote"];
const INLINE = ["text", "newline", "escape", "backticks", "emphasis", "mention", "link", "autolink", "linkify"];
const INLINE_AFTER = ["balance_pairs", "emphasis", "fragments_join"];
const CORE = ["normalize", "block", "inline", "linkify", "text_join"];

const ELEMENTS: Record<string, string> = {
  bullet_list_open: "ul",
  ordered_list_open: "ol",
  list_item_open: "li",
  blockquote_open: "blockquote",
  em_open: "em",
  strong_open: "strong",
};

interface Asked extends Env {
  mentions: readonly string[];
}

const AT = "@".charCodeAt(0);

const parser = createParser();

function createParser() {
  const made = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: MAX_NESTING });
  made.inline.ruler.before("link", "mention", readMention);
  made.core.ruler.enableOnly(CORE);
  made.block.ruler.enableOnly(BLOCK);
  made.inline.ruler.enableOnly(INLINE);
  made.inline.ruler2.enableOnly(INLINE_AFTER);
  // Addresses are recognised when they say so; "kraj.Da" is the end of a sentence, not a place in the web.
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });
  made.linkify.add("ftp:", null).add("//", null);
  made.validateLink = (address) => readLink(address) !== null;
  return made;
}

const MENTION = /@\[([A-Za-z0-9_-]{1,64})\]/y;

function readMention(state: StateInline, silent: boolean): boolean {
  MENTION.lastIndex = state.pos;
  const found = state.src.charCodeAt(state.pos) === AT ? MENTION.exec(state.src) : null;
  if (!found || !(state.env as Asked).mentions.includes(found[1]!)) return false;
  if (!silent) state.push("mention", "", 0).content = found[1]!;
  state.pos += found[0].length;
  return true;
}

/** `mentions`: who is named by `@[<id>]`. */
export function renderMarkdown(text: string, mentions: readonly string[] = []): ComponentChildren {
  return isOverloaded(text) ? plain(text, mentions) : blocks(parser.parse(text, { mentions } satisfies Asked));
}

/** The words in one line and without their marks, to quote them shortly. */
export function plainWords(text: string): string {
  if (isOverloaded(text)) return text;
  const lines = parser.parse(text, { mentions: [] } satisfies Asked).map(({ children, content }) => children?.map(inlineWords).join("") ?? content);
  return lines.join(" ").replace(/\s+/g, " ").trim();
}

const inlineWords = ({ type, content }: Token): string => (type.endsWith("break") ? " " : content);

const isOverloaded = (text: string): boolean => (text.match(MARKS)?.length ?? 0) > MAX_MARKS;

const plain = (text: string, mentions: readonly string[]): JSX.Element => (
  <p class="plain">
    <bdi dir="auto">{splitMentions(text, mentions).map((piece) => (typeof piece === "string" ? piece : mention(piece.person)))}</bdi>
  </p>
);

const mention = (person: string): JSX.Element => <Mention person={person} />;

/** Folds the flat list of opening and closing tokens into a tree. */
function blocks(tokens: Token[]): ComponentChildren[] {
  return fold(tokens, (token, inside) => {
    switch (token.type) {
      case "inline":
        return <bdi dir="auto">{inlines(token.children ?? [])}</bdi>;
      case "fence":
        return (
          <pre dir="auto" tabIndex={0}>
            <code>{token.content}</code>
          </pre>
        );
      case "paragraph_open":
        return token.hidden ? <>{inside}</> : <p>{inside}</p>;
      case "ordered_list_open":
        return <ol start={Number(token.attrGet("start") ?? 1)}>{inside}</ol>;
      default:
        return element(token, inside);
    }
  });
}

function inlines(tokens: Token[]): ComponentChildren[] {
  return fold(tokens, (token, inside) => {
    switch (token.type) {
      case "text":
        return token.content;
      case "mention":
        return mention(token.content);
      case "code_inline":
        return <code>{token.content}</code>;
      case "softbreak":
      case "hardbreak":
        return <br />;
      case "link_open":
        return link(token, inside);
      default:
        return element(token, inside) ?? token.content;
    }
  });
}

function element(token: Token, inside: ComponentChildren[]): ComponentChildren {
  const name = ELEMENTS[token.type];
  return name ? h(name, null, inside) : null;
}

function link(token: Token, inside: ComponentChildren[]): ComponentChildren {
  const target = readLink(String(token.attrGet("href") ?? ""));
  if (!target) return <>{inside}</>;
  if (placeHere(target.href)) return <Link href={target.href}>{inside}</Link>;
  const words = textOf(inside);
  return (
    <>
      <a href={target.href} target="_blank" rel="noopener noreferrer nofollow">
        {inside}
      </a>
      {target.tellsWhere(words) && <span class="host"> ({target.host})</span>}
    </>
  );
}

/** An address of this very place: a room, or a message in it. */
function placeHere(href: string): boolean {
  const { origin, pathname, search, hash } = new URL(href);
  return origin === location.origin && search === "" && hash === "" && placeOf(pathname) !== null;
}

function textOf(children: ComponentChildren): string {
  if (typeof children === "string") return children;
  if (Array.isArray(children)) return children.map(textOf).join("");
  const inside = (children as JSX.Element | null)?.props?.children as ComponentChildren;
  return inside === undefined ? "" : textOf(inside);
}

type Make = (token: Token, inside: ComponentChildren[]) => ComponentChildren;

function fold(tokens: Token[], make: Make): ComponentChildren[] {
  const root: ComponentChildren[] = [];
  const open: { token: Token; inside: ComponentChildren[] }[] = [];
  const put = (child: ComponentChildren): unknown => (open.at(-1)?.inside ?? root).push(child);
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, inside: [] });
    else if (token.nesting === 0) put(make(token, []));
    else {
      const done = open.pop();
      if (done) put(make(done.token, done.inside));
    }
  }
  return root;
}
