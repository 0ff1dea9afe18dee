"""A mail as the network carries it: head, plain text, and the same in calm HTML, with nothing from elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from server.post.wording import Wording

Sender = Address


def compose(wording: Wording, sender: Sender, to: str, mail_id: str, created_at: int) -> EmailMessage:
    """The same mail gives the same bytes, but for the border of its parts; its Message-ID tells a mail server that
    sees it twice that it is one."""
    letter = EmailMessage(policy.SMTP)
    letter["From"] = sender
    letter["To"] = _address(to)
    letter["Subject"] = wording.subject
    letter["Date"] = format_datetime(datetime.fromtimestamp(created_at // 1000, UTC))
    letter["Message-ID"] = f"<{mail_id}@{sender.domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    if wording.stop_link:
        letter["List-Unsubscribe"] = f"<{wording.stop_link}>"
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter.set_content(as_text(wording), cte="quoted-printable")
    letter.add_alternative(as_html(wording), subtype="html", cte="quoted-printable")
    # Now: making room for the alternative moves what is said of the content into the first part.
    letter["Content-Language"] = wording.language
    return letter


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
    button = f"{wording.button}:\n{wording.link}" if wording.link else ""
    stop = f"{wording.stop}:\n{wording.stop_link}" if wording.stop_link else ""
    foot = "\n".join(part for part in (wording.foot, stop) if part)
    return "\n\n".join(part for part in (wording.lead, button, wording.note, f"-- \n{foot}") if part) + "\n"


def as_html(wording: Wording) -> str:
    button = (
        f'<p><a class="button" href="{escape(wording.link)}">{escape(wording.button)}</a></p>' if wording.link else ""
    )
    stop = f'<br><a href="{escape(wording.stop_link)}">{escape(wording.stop)}</a>' if wording.stop_link else ""
    return _PAGE.format(
        language=wording.language,
        subject=escape(wording.subject),
        lead=escape(wording.lead),
        button=button,
        note=escape(wording.note),
        foot=escape(wording.foot) + stop,
        style=_STYLE,
    )


# Colours that stay readable where a mail program darkens the page by itself, and where it takes ours away.
_STYLE = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #faf7f2; color: #2b2622; font: 17px/1.5 Georgia, serif; }
main { max-width: 34em; margin: 0 auto; }
.button { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #8a3b1f; color: #ffffff;
  text-decoration: none; }
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
<p>{lead}</p>
{button}
<p class="note">{note}</p>
<p class="foot">{foot}</p>
</main></body>
</html>
"""
