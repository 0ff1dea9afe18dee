"""Pictures are written anew, so that nothing is left of what a camera or somebody else put into the file besides them:
where it was taken, when, by which device.

Never in the loop: it takes up to seconds.
"""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from PIL import ExifTags, Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

from server.errors import Refused

PIXELS = 40_000_000
"""Of one picture: 160 MB when it is unpacked. Of all pictures of a moving one together, too."""
FRAMES = 200
THUMBNAIL = 480
FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/gif": "GIF"}
_UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError)


class Picture(NamedTuple):
    data: bytes
    width: int
    height: int


def written_anew(data: bytes, mime: str) -> Picture:
    """Raises Refused: file_damaged, picture_too_large."""
    return _carefully(data, lambda: _anew(data, FORMATS[mime]))


def thumbnail(data: bytes, mime: str) -> bytes:
    """WebP, at most 480 pixels wide and high. Raises Refused as `written_anew`."""
    return _carefully(data, lambda: _small(data, FORMATS[mime])).data


def _carefully(data: bytes, work: object) -> Picture:
    assert callable(work)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture: Picture = work()
            return picture
    except Image.DecompressionBombError:
        raise _too_large() from None
    except _UNREADABLE:
        raise Refused("file_damaged") from None


def _anew(data: bytes, form: str) -> Picture:
    with _opened(data, form) as image:
        if form in ("GIF", "WEBP") and getattr(image, "n_frames", 1) > 1:
            return _moving(image, form)
        turned = ImageOps.exif_transpose(_in_usual_colours(image))
    written = io.BytesIO()
    if form == "JPEG":
        turned.convert("RGB").save(written, form, quality=85, progressive=True)
    elif form == "WEBP":
        turned.convert("RGBA" if turned.has_transparency_data else "RGB").save(written, form, quality=85)
    else:
        # What a PNG says besides its pixels (texts, times, a profile) lies in `info`, and goes along if it may.
        plain = turned.copy()
        plain.info = {name: turned.info[name] for name in ("transparency",) if name in turned.info}
        plain.save(written, form)
    return Picture(written.getvalue(), *turned.size)


def _small(data: bytes, form: str) -> Picture:
    with _opened(data, form) as image:
        image.draft("RGB", (2 * THUMBNAIL, 2 * THUMBNAIL))
        small = image.convert("RGBA" if image.has_transparency_data else "RGB")
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.save(written, "WEBP", quality=75, method=4)
    return Picture(written.getvalue(), *small.size)


def _opened(data: bytes, form: str) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=(form,))
    # Known from its head, before anything is unpacked.
    if image.width * image.height > PIXELS:
        raise _too_large()
    return image


def _moving(image: Image.Image, form: str) -> Picture:
    frames: int = getattr(image, "n_frames", 1)
    if frames > FRAMES or frames * image.width * image.height > PIXELS:
        raise _too_large()
    pictures, durations = [], []
    for frame in ImageSequence.Iterator(image):
        durations.append(int(frame.info.get("duration", 100)))
        pictures.append(frame.convert("RGBA"))
    written = io.BytesIO()
    first, *others = pictures
    first.info = {}
    first.save(written, form, save_all=True, append_images=others, duration=durations, loop=0)
    return Picture(written.getvalue(), *first.size)


def _in_usual_colours(image: Image.Image) -> Image.Image:
    """Telephones write colours in terms of their own screens, in a profile that goes with the rest."""
    said = image.info.get("icc_profile")
    turn = image.getexif().get(ExifTags.Base.Orientation, 1)
    if not said or image.mode not in ("RGB", "RGBA"):
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(said))
        usual = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, *_UNREADABLE):
        return image
    if usual is None:
        return image
    usual.getexif()[ExifTags.Base.Orientation] = turn
    return usual


def _too_large() -> Refused:
    return Refused("picture_too_large", limit=PIXELS // 1_000_000)
