"""Public pages: what whoever comes by reads, until when, and that nothing of what somebody wrote there is more than
words."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import httpx2
import msgspec
import pytest

from server.accounts import service as accounts
from server.contract.alumni import SetPage
from server.errors import Refused
from server.http.public_page import wished_languages
from server.programmes.founding.store import replace_credits
from server.programmes.model import Credit
from server.programmes.pages.rules import cleaned
from tests.flows.office import COORDINATOR, NOBODY, OTHER_RUN, RUN, Office

PAGE: dict[str, Any] = {
    "slug": "nika-sircelj",
    "name": "Nika Šircelj",
    "words": {"sl": "Rišem zemljevide.\nIn učim.", "sr-Cyrl": "Цртам карте.", "en": "I draw maps."},
    "cohort": RUN,
    "until": "2027-05-31",
    "links": [{"title": "My maps", "address": "https://maps.example/nika?a=1&b=%20"}],
}


async def visit(office: Office, slug: str = "nika-sircelj", languages: str = "en") -> httpx2.Response:
    office.client.cookies.clear()
    return await office.client.get(f"/p/{slug}", headers={"Accept-Language": languages})


async def test_anybody_reads_it_in_their_language(either_office: Office) -> None:
    office = either_office
    assert await office.get("nika", "/me/page") == {"page": None}
    made = (await office.put("nika", "/me/page", PAGE))["page"]
    assert made == PAGE | {"listed": False, "over": False}
    for languages, words in (
        ("sl,en;q=0.5", "Rišem zemljevide.\nIn učim."),
        ("de,sr-Latn-RS;q=0.8,en;q=0.3", "Crtam karte."),
        ("sr", "Цртам карте."),
        ("bs", "Crtam karte."),
        ("de", "I draw maps."),
        ("", "I draw maps."),
        (";;q=x,*", "I draw maps."),
    ):
        page = await visit(office, languages=languages)
        assert page.status_code == 200
        assert words in page.text, languages
    assert "31 May 2027" in page.text
    assert "A part of Circles." in page.text
    assert 'href="https://maps.example/nika?a=1&amp;b=%20"' in page.text


async def test_it_has_no_script_no_cookie_and_nothing_from_elsewhere(office: Office) -> None:
    await office.put("nika", "/me/page", PAGE)
    page = await visit(office)
    assert "set-cookie" not in page.headers
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-robots-tag"] == "noindex"
    assert not re.search(r"<(script|img|iframe|form|style|object)\b|\son\w+=|style=", page.text)
    assert (await office.client.get("/mail/page.css")).headers["content-type"].startswith("text/css")
    assert 'href="/mail/page.css"' in page.text
    await office.put("nika", "/me/page", PAGE | {"listed": True})
    page = await visit(office)
    assert "x-robots-tag" not in page.headers
    assert "noindex" not in page.text


async def test_funders_are_thanked_while_it_is_due(office: Office) -> None:
    credits = [
        Credit("Fund A", {"en": "Paid by <Fund A>", "mk": "Фонд А"}, {"en": "Not its opinion."}),
        Credit("Fund B", {"en": "Paid by B"}, {}, ends=date(2026, 11, 17)),
        Credit("Fund C", {}, {}, starts=date(2026, 11, 18)),
    ]
    await office.unit(lambda unit: replace_credits(unit.connection, RUN, credits))
    await office.put("nika", "/me/page", PAGE)
    page = (await visit(office)).text
    assert "Paid by &lt;Fund A&gt;<br>Not its opinion." in page
    assert "Fund C" in page
    assert "Paid by B" not in page


async def test_it_ends_with_its_last_day_and_by_its_persons_word(office: Office) -> None:
    await office.put("nika", "/me/page", PAGE | {"until": "2026-11-18"})
    assert (await visit(office)).status_code == 200
    office.clock.now += 12 * 3_600_000
    gone = await visit(office, languages="mk")
    assert gone.status_code == 404
    assert "Тука нема страница" in gone.text
    assert gone.text == (await visit(office, "nobodys", languages="mk")).text
    assert (await office.get("nika", "/me/page"))["page"]["over"]
    await office.put("nika", "/me/page", PAGE)
    assert (await visit(office)).status_code == 200
    for _ in range(2):
        await office.done("nika", "DELETE", "/me/page")
    assert (await visit(office)).status_code == 404


async def test_who_is_kept_out_has_no_page(office: Office) -> None:
    await office.put("nika", "/me/page", PAGE)
    await office.unit(lambda unit: accounts.disable(unit, "nika"))
    assert (await visit(office)).status_code == 404


HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}&lt;b&gt;"


async def test_who_was_taken_out_of_the_run_has_no_page_in_its_name(office: Office) -> None:
    await office.put("nika", "/me/page", PAGE)
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/nika/mentee")
    assert (await visit(office)).status_code == 404


async def test_a_hostile_page_is_words(office: Office) -> None:
    links = [{"title": HOSTILE, "address": "https://x.example/'onmouseover=alert(1)//"}]
    hostile = {"name": HOSTILE[:100], "words": {"en": HOSTILE}, "links": links}
    await office.put("nika", "/me/page", PAGE | hostile)
    page = (await visit(office)).text
    inside = re.sub(r"<(/?(html|head|meta|title|link|body|main|h1|p|ul|li|a|br)\b[^<>]*|!doctype html)>", "", page)
    assert "<" not in inside, "no tag but ours"
    assert 'href="https://x.example/&#x27;onmouseover=alert(1)//"' in page
    assert "{{7*7}}" in page


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"slug": "ab"}, "slug_invalid"),
        ({"slug": "Nika"}, "slug_invalid"),
        ({"slug": "../etc"}, "slug_invalid"),
        ({"slug": "a--b"}, "slug_invalid"),
        ({"slug": "-ab"}, "slug_invalid"),
        ({"slug": "x" * 41}, "slug_invalid"),
        ({"slug": "page.css"}, "slug_invalid"),
        ({"until": "2026-11-17"}, "until_invalid"),
        ({"until": "2028-11-18"}, "until_invalid"),
        ({"words": {"en": " "}}, "text_empty"),
        ({"words": {"en": "x" * 2_001}}, "text_too_long"),
        ({"name": ""}, "text_empty"),
        *(
            ({"links": [{"title": "x", "address": address}]}, "web_address_invalid")
            for address in (
                "http://x.example/",
                "javascript:alert(1)",
                "https://",
                "https://localhost/",
                "https://ana:word@x.example/",
                "https://x.example/\"onclick='",
                "https://x.example/a b",
                "https://x.example:99999/",
                "https://x.example\\@y.example/",
                "https://x.example/" + "x" * 500,
            )
        ),
    ],
    ids=range(22),
)
def test_what_no_page_can_be_is_refused(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        cleaned(msgspec.convert(PAGE | wrong, SetPage), "nika", date(2026, 11, 18))
    assert refused.value.code == code


async def test_an_address_has_one_page(office: Office) -> None:
    await office.put("nika", "/me/page", PAGE)
    assert await office.refused("ines", "PUT", "/me/page", PAGE) == "slug_taken"
    assert await office.refused(NOBODY, "PUT", "/me/page", PAGE | {"slug": "zoe"}) == "not_found"
    for wrong, code in (
        ({"cohort": OTHER_RUN}, "not_found"),
        ({"words": {}}, "bad_request"),
        ({"links": PAGE["links"] * 6}, "bad_request"),
        ({"links": [{"title": "x", "address": "javascript:alert(1)"}]}, "web_address_invalid"),
    ):
        assert await office.refused("nika", "PUT", "/me/page", PAGE | wrong) == code
    await office.put("nika", "/me/page", PAGE | {"slug": "maps"})
    await office.put("ines", "/me/page", PAGE)


def test_a_browsers_wishes_are_read_with_patience() -> None:
    assert wished_languages("mk;q=0.5, sr-Latn-RS, en-GB;q=0.9,xx;q=0,sr-RS;q=0.4") == [
        "sr-Latn",
        "en",
        "mk",
        "sr-Cyrl",
    ]
    assert wished_languages("") == wished_languages("*") == wished_languages("<b>, ;q=1") == []
    assert len(wished_languages(",".join(f"a{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"))) == 20
