/** My words on their way: waiting, being sent, or refused with what can be done about it. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { Outgoing } from "../live/outbox.ts";
import { timeOfDay } from "../text/dates.ts";
import { locale, refusalWords, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { Markup } from "./markup.tsx";
import { Quotation } from "./quotation.tsx";
import { firstName } from "./names.ts";
import type { Room } from "./room.ts";

interface PendingPostsProps {
  posts: readonly Outgoing[];
  room: Room;
  onRewrite: (text: string) => void;
  onJump: (id: number) => void;
}

export function PendingPosts({ posts, room, onRewrite, onJump }: PendingPostsProps): JSX.Element | null {
  const { me } = useStudio();
  const first = posts[0];
  if (!first) return null;
  return (
    <div class="group own pending">
      <h3 class="group-head">
        <span class="author">
          <Bdi text={firstName(me.name)} />
        </span>
        <time dateTime={new Date(first.at).toISOString()}>{timeOfDay(first.at, locale.value, me.zone)}</time>
      </h3>
      <ul>
        {posts.map((post) => (
          <li key={post.command_id} class="message">
            {post.data.reply_to !== undefined && (
              <Quotation room={room} id={post.data.reply_to} quote={post.data.quote} onJump={onJump} />
            )}
            <div class="words">
              <Markup text={post.data.text ?? ""} mentions={room.card.value.people.map(({ id }) => id)} />
            </div>
            <State post={post} onRewrite={onRewrite} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function State({ post, onRewrite }: { post: Outgoing; onRewrite: (text: string) => void }): JSX.Element {
  const { studio } = useStudio();
  const offline = studio.network.value === "offline";
  const { outbox } = studio;
  const drop = (): void => void outbox.drop(post.command_id);
  const rewrite = async (): Promise<void> => {
    if (await outbox.drop(post.command_id)) onRewrite(post.data.text ?? "");
  };
  const changeable = post.refused !== null || !post.attempted;
  if (!post.refused && (!offline || !changeable)) {
    return (
      <p class="marks">
        <Icon name="clock" /> <span>{offline ? t("waits-for-network") : t("sending")}</span>
      </p>
    );
  }
  return (
    <div class={post.refused ? "strip bad" : "strip waiting"}>
      <span>
        <Icon name={post.refused ? "alert" : "clock"} />{" "}
        {post.refused ? `${t("not-sent")} ${refusalWords(post.refused)}` : t("waits-for-network")}
      </span>
      {post.refused && (
        <button type="button" class="quiet" onClick={() => void outbox.retry(post.command_id)}>
          {t("try-again")}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => void rewrite()}>
        {t("edit")}
      </button>
      <button type="button" class="quiet" onClick={drop}>
        {t("delete")}
      </button>
    </div>
  );
}
