"""A photo as it was sent becomes a small square: read with care, written anew, so that nothing else is left of it.

What a camera writes into a file (where, when, by which device) goes with that, and so does whatever somebody hid in it.
"""

from __future__ import annotations

import io
import warnings

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from server.contract.alumni import PHOTO_BYTES
from server.errors import Refused

SIDE = 256
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP")
PIXELS = 30_000_000
"""More are no photo of a telephone, but a file that fills the memory when it is unpacked: 240 MB are possible now."""
_UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError)


def square(file: bytes) -> bytes:
    """The middle of it, 256 pixels wide, as WebP. Takes up to a second: not in the loop.

    Raises Refused photo_unreadable, photo_too_large.
    """
    if len(file) > PHOTO_BYTES:
        raise _too_large()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _written_anew(file)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except _UNREADABLE:
        raise Refused("photo_unreadable") from None


def _written_anew(file: bytes) -> bytes:
    with Image.open(io.BytesIO(file), formats=FORMATS) as image:
        # Known from its head, before anything is unpacked.
        if image.width * image.height > PIXELS:
            raise _too_large()
        # A JPEG can be unpacked at a fraction of its size.
        image.draft("RGB", (2 * SIDE, 2 * SIDE))
        turn = image.getexif().get(ExifTags.Base.Orientation, 1)
        small = ImageOps.fit(image.convert("RGBA"), (SIDE, SIDE), Image.Resampling.LANCZOS)
    # The middle of it is the middle however it is turned, so that only the small one has to be.
    small.getexif()[ExifTags.Base.Orientation] = turn
    small = ImageOps.exif_transpose(small)
    plain = Image.alpha_composite(Image.new("RGBA", small.size, "white"), small).convert("RGB")
    written = io.BytesIO()
    plain.save(written, "WEBP", quality=QUALITY, method=4)
    return written.getvalue()


def _too_large() -> Refused:
    return Refused("photo_too_large", limit=PHOTO_BYTES // 2**20)
