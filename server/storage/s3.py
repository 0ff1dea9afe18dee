"""A service that speaks as Amazon's S3 does, through obstore: one Rust library without dependencies of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from urllib.parse import parse_qs, unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from server.storage.port import NAME, PIECE, BytesMissing, Kept, StorageAway

SECONDS = "30s"


class S3Storage:
    """`url`: `https://key:secret@host/bucket/folder?region=…`; the folder and the region may be left out."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        bucket, _, folder = parts.path.strip("/").partition("/")
        port = f":{parts.port}" if parts.port else ""
        self._store = S3Store(
            bucket,
            prefix=folder or None,
            endpoint=f"{parts.scheme}://{parts.hostname}{port}",
            region=parse_qs(parts.query).get("region", ["us-east-1"])[0],
            access_key_id=unquote(parts.username or ""),
            secret_access_key=unquote(parts.password or ""),
            virtual_hosted_style_request=False,
            client_options={"allow_http": parts.scheme == "http", "timeout": SECONDS},
            retry_config={"max_retries": 2},
        )

    async def put(self, name: str, data: bytes) -> None:
        try:
            await obstore.put_async(self._store, name, data, use_multipart=False)
        except (BaseError, OSError) as error:
            raise StorageAway from error

    async def pieces(self, name: str) -> AsyncIterator[bytes]:
        try:
            found = await obstore.get_async(self._store, name)
        except FileNotFoundError:
            raise BytesMissing(name) from None
        except (BaseError, OSError) as error:
            raise StorageAway from error
        return _pieces(found.stream(min_chunk_size=PIECE))

    async def delete(self, names: Sequence[str]) -> None:
        try:
            await obstore.delete_async(self._store, list(names))
        except FileNotFoundError:
            return
        except (BaseError, OSError) as error:
            raise StorageAway from error

    async def listed(self) -> AsyncIterator[Sequence[Kept]]:
        try:
            async for portion in obstore.list(self._store):
                yield [
                    Kept(one["path"], int(one["last_modified"].timestamp() * 1000))
                    for one in portion
                    if NAME.fullmatch(one["path"])
                ]
        except (BaseError, OSError) as error:
            raise StorageAway from error


async def _pieces(found: obstore.BytesStream) -> AsyncIterator[bytes]:
    try:
        async for piece in found:
            yield bytes(piece)
    except (BaseError, OSError) as error:
        raise StorageAway from error
