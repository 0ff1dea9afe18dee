"""A service that speaks as much of S3 as the product asks for, in this process; it takes one key."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

KEY, SECRET, BUCKET = "atelje-key", "a/secret+of=signs", "atelje"


@dataclass
class S3:
    """`objects`: by key. `away`: what it answers to everything, as a service that has failed."""

    url: str = ""
    objects: dict[str, bytes] = field(default_factory=dict)
    away: bool = False


@contextlib.contextmanager
def serving() -> Iterator[S3]:
    s3 = S3()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_given: object) -> None: ...

        def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def _key(self) -> str | None:
            """None once it has said no."""
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            allowed = self.headers.get("Authorization", "").startswith(f"AWS4-HMAC-SHA256 Credential={KEY}/")
            bucket, _, key = urlsplit(self.path).path.lstrip("/").partition("/")
            if s3.away or not allowed or bucket != BUCKET:
                self._answer(403 if not s3.away else 400, b"<Error><Code>AccessDenied</Code></Error>")
                return None
            self.sent = sent
            return unquote(key)

        def do_PUT(self) -> None:
            if (key := self._key()) is not None:
                s3.objects[key] = self.sent
                self._answer(200, ETag='"tag"')

        def do_POST(self) -> None:
            if self._key() is not None:
                gone = re.findall("<Key>([^<]+)</Key>", self.sent.decode())
                for key in gone:
                    s3.objects.pop(key, None)
                done = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in gone)
                self._answer(200, f"<DeleteResult>{done}</DeleteResult>".encode())

        def do_GET(self) -> None:
            key = self._key()
            if key == "":
                self._list()
            elif key is not None and key in s3.objects:
                stamp = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
                self._answer(200, s3.objects[key], ETag='"tag"', Last_Modified=stamp)
            elif key is not None:
                self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")

        def _list(self) -> None:
            prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
            stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            found = "".join(
                f"<Contents><Key>{escape(key)}</Key><LastModified>{stamp}</LastModified><ETag>tag</ETag>"
                f"<Size>{len(data)}</Size></Contents>"
                for key, data in s3.objects.items()
                if key.startswith(prefix)
            )
            self._answer(200, f"<ListBucketResult><IsTruncated>false</IsTruncated>{found}</ListBucketResult>".encode())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    s3.url = f"http://{KEY}:a%2Fsecret%2Bof%3Dsigns@127.0.0.1:{server.server_port}/{BUCKET}/rooms"
    try:
        yield s3
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
