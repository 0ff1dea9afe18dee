# pip install centrifuge-python
# python talk.py http://127.0.0.1:8000 luka@example.org atelje-demo p4 "Dobro veče!"
import asyncio
import json
import sys
import uuid
from urllib.request import HTTPCookieProcessor, Request, build_opener

from centrifuge import Client, StreamPosition, SubscriptionEventHandler

origin, email, password, room, text = sys.argv[1:]
browser = build_opener(HTTPCookieProcessor())


def api(method, path, **body):
    data = json.dumps(body).encode() if body else None
    request = Request(f"{origin}/api/v1/{path}", data, {"Content-Type": "application/json"}, method=method)
    return json.load(browser.open(request))


class Talk(SubscriptionEventHandler):
    async def on_publication(self, ctx):
        if ctx.pub.offset:
            print(ctx.pub.offset, ctx.pub.data["kind"], ctx.pub.data.get("body", {}).get("text", ""), flush=True)


async def get_token():
    return api("POST", "connection-token")["token"]


async def get_state(channel):
    state = api("GET", f"rooms/{room}")
    return StreamPosition(state["offset"], state["epoch"])


async def main():
    api("POST", "login", email=email, password=password)
    live = Client(origin.replace("http", "ws") + "/connection/websocket", get_token=get_token)
    await live.new_subscription(f"room:{room}", events=Talk(), get_state=get_state).subscribe()
    await live.connect()
    answer = (await live.rpc("room.post", {"room": room, "command_id": str(uuid.uuid4()), "text": text})).data
    said = answer["refused"]["title"] if "refused" in answer else f"stored for good as entry {answer['offset']}"
    print(said, flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
