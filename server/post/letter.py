"""A mail as the network carries it: head, plain text, and the same in calm HTML, with nothing from elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from icalendar.parser import Contentline

from server.post.rules import ORGANISER, ORIGIN
from server.post.wording import Wording

Sender = Address


def compose(
    wording: Wording, sender: Sender, to: str, mail_id: str, created_at: int, calendar: str = ""
) -> EmailMessage:
    """The same mail gives the same bytes, but for the border of its parts; its Message-ID tells a mail server that
    sees it twice that it is one. `calendar`: a file for calendars that goes with it."""
    letter = EmailMessage(policy.SMTP)
    letter["From"] = sender
    letter["To"] = _address(to)
    letter["Subject"] = wording.subject
    letter["Date"] = format_datetime(datetime.fromtimestamp(created_at // 1000, UTC))
    letter["Message-ID"] = f"<{mail_id}@{sender.domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    stop_link = next((part.stop_link for part in (wording, *wording.also) if part.stop_link), "")
    if stop_link:
        letter["List-Unsubscribe"] = f"<{stop_link}>"
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter.set_content(as_text(wording), cte="quoted-printable")
    letter.add_alternative(as_html(wording), subtype="html", cte="quoted-printable")
    if calendar:
        _add_calendar(letter, calendar)
    # Now: making room for the alternative moves what is said of the content into the first part.
    letter["Content-Language"] = wording.language
    return letter


def _add_calendar(letter: EmailMessage, calendar: str) -> None:
    """An invitation stands beside the words, so that mail programs offer to answer it: its part has to name the
    method that the file has (RFC 6047). As a file too, for programs that offer only that."""
    method = next(line.partition(":")[2] for line in calendar.splitlines() if line.startswith("METHOD:"))
    if method != "PUBLISH":
        letter.add_alternative(calendar, subtype="calendar", params={"method": method}, cte="base64")
    letter.add_attachment(calendar.encode(), maintype="application", subtype="ics", filename="atelje.ics")


def filled(calendar: str, origin: str, organiser: str) -> str:
    """The file with what the configuration says."""
    lines = calendar.replace("\r\n ", "").replace(ORIGIN, origin).replace(ORGANISER, organiser).split("\r\n")
    return "\r\n".join(Contentline(line).to_ical().decode() for line in lines)  # type: ignore[no-untyped-call]


def envelope_address(address: str) -> str:
    """As mail servers take it: a domain in another script in its ASCII form."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return address


def _address(address: str) -> Address:
    local, _, domain = envelope_address(address).rpartition("@")
    return Address(username=local, domain=domain)


def as_text(wording: Wording) -> str:
    parts = [_part_as_text(part, titled=True) for part in wording.also] or [_part_as_text(wording, titled=False)]
    lead = wording.lead if wording.also else ""
    stops = [part for part in wording.also or (wording,) if part.stop_link]
    foot = "\n".join((wording.foot, *(f"{part.stop}:\n{part.stop_link}" for part in stops)))
    return "\n\n".join(part for part in (lead, *parts, f"-- \n{foot}") if part) + "\n"


def _part_as_text(wording: Wording, *, titled: bool) -> str:
    button = f"{wording.button}:\n{wording.link}" if wording.link else ""
    title = f"* {wording.subject}" if titled else ""
    return "\n\n".join(part for part in (title, wording.lead, wording.words, button, wording.note) if part)


def as_html(wording: Wording) -> str:
    parts = [_part_as_html(part, titled=True) for part in wording.also] or [_part_as_html(wording, titled=False)]
    lead = f"<p>{escape(wording.lead)}</p>\n" if wording.also else ""
    stops = [part for part in wording.also or (wording,) if part.stop_link]
    links = "".join(f'<br><a href="{escape(part.stop_link)}">{escape(part.stop)}</a>' for part in stops)
    return _PAGE.format(
        language=wording.language,
        subject=escape(wording.subject),
        parts=lead + "\n".join(parts),
        foot=escape(wording.foot) + links,
        style=_STYLE,
    )


def _part_as_html(wording: Wording, *, titled: bool) -> str:
    title = f"<h2>{escape(wording.subject)}</h2>\n" if titled else ""
    button = (
        f'<p><a class="button" href="{escape(wording.link)}">{escape(wording.button)}</a></p>' if wording.link else ""
    )
    note = f'<p class="note">{escape(wording.note)}</p>'
    return f"{title}<p>{escape(wording.lead)}</p>\n{_words(wording)}\n{button}\n{note}"


def _words(wording: Wording) -> str:
    if not wording.words:
        return ""
    return f'<p class="words" dir="auto" lang="{escape(wording.tongue)}">{escape(wording.words)}</p>'


# Colours that stay readable where a mail program darkens the page by itself, and where it takes ours away.
_STYLE = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #faf7f2; color: #2b2622; font: 17px/1.5 Georgia, serif; }
main { max-width: 34em; margin: 0 auto; }
.button { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #8a3b1f; color: #ffffff;
  text-decoration: none; }
h2 { font-size: 18px; margin: 28px 0 4px; }
.words { white-space: pre-line; overflow-wrap: anywhere; }
.note { color: #5a5048; }
.foot { color: #5a5048; font-size: 14px; border-top: 1px solid #cfc5b8; padding-top: 12px; margin-top: 32px; }
.foot a { color: inherit; }
@media (prefers-color-scheme: dark) {
  body { background: #1d1a17; color: #eee7de; }
  .note, .foot { color: #c3b8ab; }
  .foot { border-color: #4a423a; }
}
"""
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{subject}</title>
<style>{style}</style>
</head>
<body><main>
{parts}
<p class="foot">{foot}</p>
</main></body>
</html>
"""
