"""Codes of the second step: six digits that an app counts from the time, and recovery codes for the day without it.
Pure; chance is made here alone."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

import pyotp
import segno

STEP_MS = 30_000
STEPS_OFF = 1
"""Clocks of telephones differ, and people type slowly."""
RECOVERY_CODES = 10
ISSUER = "Atelje"

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for each other."""
_GROUPS, _GROUP = 4, 4
_DIGITS = re.compile(r"[0-9]{6}")
_BETWEEN = re.compile(r"[\s-]+")


def new_secret() -> str:
    """160 bits, in the letters that apps take."""
    return pyotp.random_base32()


def otpauth(secret: str, email: str) -> str:
    """What an app reads: whose codes, of which place."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def qr_picture(text: str) -> str:
    """As a `data:` address of an SVG. It brings its own light ground, so that a dark page can show it."""
    return segno.make(text, error="m").svg_data_uri(scale=4, border=4, light="#fff", dark="#000")


def fold_code(code: str) -> str:
    """However it was typed."""
    return _BETWEEN.sub("", code[:64]).lower()


def matching_step(secret: str, code: str, now: int) -> int | None:
    """The half minute (counted from 1970) that a folded code belongs to, if it is near `now` (ms)."""
    if not _DIGITS.fullmatch(code):
        return None
    totp, step = pyotp.TOTP(secret), now // STEP_MS
    near = range(max(0, step - STEPS_OFF), step + STEPS_OFF + 1)
    fitting = [one for one in near if hmac.compare_digest(totp.generate_otp(one), code)]
    return fitting[-1] if fitting else None


def new_recovery_codes() -> tuple[str, ...]:
    """Each of 79 bits, which no copy of the database lets anybody try out."""
    return tuple("-".join(_group() for _ in range(_GROUPS)) for _ in range(RECOVERY_CODES))


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_GROUP))


def recovery_hash(code: str) -> bytes:
    """Of a folded code. A plain hash is enough: the code is random, not chosen."""
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).digest()
