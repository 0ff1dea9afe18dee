"""Three applications, two who read them on a phone, a conflict, an interview by a link, three outcomes, their letters
edited and sent, and who was told a yes brought in. In Slovene, Macedonian and English."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.servers import wait_until

ANA, MAKO, JURE = "Ana Perić", "Мако Илиевски", "Jure Kos"
NEEDS = {
    ANA: "To lead a rehearsal without fear.",
    MAKO: "Да знам да водам работилница за деца и млади во мал град.",
    JURE: "Da bi znal zbrati denar za prvi film.",
}
LANGUAGES = {ANA: "hr", MAKO: "mk", JURE: "sl"}
HOME, LISBON = ZoneInfo("Europe/Belgrade"), "Europe/Lisbon"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def said(words: str) -> re.Pattern[str]:
    """Whatever is put into a sentence stands between invisible marks."""
    return re.compile("[\u2068\u2069]*".join(map(re.escape, words)))


@pytest.mark.timeout(240)
def test_applications_are_read_chosen_and_answered(site: Site, visit: Visit) -> None:
    run = site.get("nika", "me/programmes")["parts"][0]["cohort"]["id"]
    call = open_call(site, run)
    for name in NEEDS:
        apply(site, call, name)
    site.prefer("vesna", "en", str(HOME))
    desk = visit("vesna", language="en", width=1440, height=900)
    en = desk.open(f"/programmes/{run}/calls").page
    en.get_by_role("link", name="Read and choose").click()
    expect(en.get_by_role("heading", level=1)).to_have_text("Applications")
    name_readers(en, site)
    read_on_a_phone(visit)
    read_after_them(visit)
    look_at_the_list(en)
    interview(en, visit, site)
    decide(en)
    send_letters(en, site)
    bring_in(en, site, run)


def open_call(site: Site, run: str) -> Any:
    """As it is proposed, open from now on."""
    wanted = site.get("vesna", f"cohorts/{run}/calls")["proposal"] | {"whom": "both", "slug": "read-and-chosen"}
    for lead in wanted["words"].values():
        lead["words"] = "Come."
    wanted["languages"] = ["hr", "mk", "sl"]
    wanted["words"] = {tag: {"title": f"Poziv {tag}", "words": "Come."} for tag in wanted["languages"]}
    made = site.post("vesna", f"cohorts/{run}/calls", {"command_id": site.id(), "call": wanted})
    return site.put("vesna", f"calls/{made['id']}/state", {"version": made["version"], "state": "open"})


def apply(site: Site, call: Any, name: str) -> None:
    """On the plain page, by a browser that reads another language and stands in Lisbon."""
    language = LANGUAGES[name]
    who = {"name": name, "email": f"{language}@applicants.example", "zone": LISBON}
    answers = {
        "q_country": "RS",
        "q_languages_tag_1": "en",
        "q_languages_level_1": "4",
        "q_about": "Gledališče, knjižnica, ulica.",
        "q_need": NEEDS[name],
        "q_disciplines": "theatre",
    }
    headers = {"Origin": site.origin, "Accept-Language": language}
    with httpx2.Client(base_url=site.origin, headers=headers) as browser:
        begun = browser.post(
            f"/call/{call['call']['slug']}?lang={language}", data=who | {"manner": "person", "part": "mentee"}
        )
        assert begun.status_code == 303, begun.text
        path = begun.headers["location"].removeprefix(site.origin)
        version = re.findall(r'name="version" value="(\d+)"', browser.get(f"{path}?change=1").text)[0]
        files = [("f_work", ("scene.pdf", PDF, "application/pdf"))]
        sent = browser.post(path, data=who | answers | {"version": version, "do": "send"}, files=files)
        assert sent.status_code < 400, sent.text
    rows = site.get("vesna", f"calls/{call['id']}/applications")["applications"]
    assert name in [row["name"] for row in rows if row["state"] == "sent"], sent.text


# ── who reads ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def name_readers(en: Page, site: Site) -> None:
    part = en.locator("section.part").filter(has=en.get_by_role("heading", name="Who reads"))
    people = {"tadeja": "Tadeja", "blagica": "Благица"}
    for name in people.values():
        part.get_by_role("button", name="Ask somebody to read").click()
        who = part.get_by_label("Who", exact=True)
        who.select_option(label=_label(who, name))
        part.get_by_role("button", name="Ask", exact=True).click()
        expect(part.get_by_role("listitem").filter(has_text=name)).to_contain_text(said("0 of 3 written"))
    accessible(en)


def _label(choice: Locator, name: str) -> str:
    return next(label for label in choice.locator("option").all_inner_texts() if name in label)


def read_on_a_phone(visit: Visit) -> None:
    """One that she would rather not judge, and one that she writes about."""
    phone = visit("tadeja", language="sl", width=360, has_touch=True, is_mobile=True, color_scheme="dark")
    sl = phone.open().page
    card = sl.get_by_role("region", name="Prijave za branje")
    expect(card).to_contain_text(said("3 od 3"))
    card.get_by_role("link", name="Beri").click()
    expect(sl.get_by_role("listitem").filter(has_text=JURE)).to_contain_text("za branje")
    accessible(sl)
    narrow(sl)
    sl.get_by_role("link", name=JURE).click()
    expect(sl.get_by_role("article", name=JURE)).to_contain_text(NEEDS[JURE])
    link = sl.get_by_role("article", name=JURE).get_by_role("link", name="scene.pdf")
    file = f"{sl.url.split('/reviews')[0]}{link.get_attribute('href')}"
    assert sl.request.get(file).body() == PDF
    accessible(sl)
    narrow(sl)
    sl.get_by_role("button", name="To prijavo naj presoja kdo drug").click()
    sl.get_by_role("button", name="Sodelovali smo").click()
    expect(sl.get_by_role("article", name=JURE)).to_have_count(0)
    assert sl.request.get(file).status == 404
    write(sl, ANA, "prej da", "Jasna želja.", keep="Shrani")
    expect(sl.get_by_role("status").filter(has_text="Zabeleženo, hvala.")).to_be_visible()
    sl.get_by_role("link", name="Vse", exact=True).click()
    expect(sl.get_by_role("listitem").filter(has_text=JURE)).to_have_count(0)
    expect(sl.get_by_text(said("še 1 od 2 za branje"))).to_be_visible()


def read_after_them(visit: Visit) -> None:
    """What the first one thinks comes after her own words."""
    phone = visit("blagica", language="mk", width=360, has_touch=True, is_mobile=True)
    mk = phone.open("/reviews").page
    mk.get_by_role("link", name=ANA).click()
    expect(mk.get_by_text("Што мислат другите стои тука откако")).to_be_visible()
    expect(mk.get_by_text("Jasna želja.")).to_have_count(0)
    write(mk, ANA, "не знам", "Премногу рано?", keep="Зачувај")
    expect(mk.get_by_text("Jasna želja.")).to_be_visible()
    accessible(mk)
    narrow(mk)


def write(page: Page, name: str, leaning: str, words: str, keep: str) -> None:
    if page.get_by_role("article", name=name).count() == 0:
        page.goto(f"{page.url.split('/reviews')[0]}/reviews")
        page.get_by_role("link", name=name).click()
    page.get_by_label(leaning, exact=True).check()
    page.get_by_role("textbox").fill(words)
    page.get_by_role("button", name=keep, exact=True).click()


# ── who decides ───────────────────────────────────────────────────────────────────────────────────────────────────────


def row(en: Page, name: str) -> Locator:
    return en.get_by_role("button", name=re.compile(f"^{name}"))


def look_at_the_list(en: Page) -> None:
    expect(row(en, ANA)).to_contain_text(re.compile("Tadeja.*: rather yes · .*Благица.*: not sure"))
    expect(row(en, JURE)).to_contain_text(
        re.compile("Not read yet: Благица.* · .?1.? person would rather not judge it")
    )
    expect(row(en, MAKO)).to_contain_text(re.compile("Not read yet: Tadeja.*, Благица"))
    expect(row(en, ANA)).to_contain_text(NEEDS[ANA])


def interview(en: Page, visit: Visit, site: Site) -> None:
    row(en, JURE).click()
    opened = en.locator(".entry-acts")
    expect(opened).to_contain_text("We have worked together")
    opened.get_by_role("button", name="Propose times").click()
    day = datetime.now(HOME).date() + timedelta(days=3)
    for number, time in ((1, "18:00"), (2, "19:30")):
        opened.get_by_label(said(f"Time {number}")).fill(f"{day}T{time}")
    opened.get_by_label("How we talk").fill("https://meet.example/jure")
    accessible(en)
    opened.get_by_role("button", name="Send the times").click()
    expect(opened.get_by_text("times are proposed")).to_be_visible()
    wait_until(lambda: link_of(site) is not None, 15, "the mail")
    guest = visit(width=360)
    sl = guest.open(str(link_of(site))).page
    expect(sl.get_by_text("https://meet.example/jure")).to_be_visible()
    accessible(sl)
    narrow(sl)
    sl.get_by_label(re.compile("17:00–17:30")).check()
    sl.get_by_role("button", name="Pošlji").click()
    expect(sl.get_by_role("status")).to_contain_text("Hvala")
    expect(opened.get_by_text("a time is chosen")).to_be_visible()
    expect(opened).to_contain_text(re.compile("a time is chosen.*18:00"))
    row(en, JURE).click()


def link_of(site: Site) -> str | None:
    found = re.search(r"/interview/[0-9a-v]{26}\.[0-9a-f]{64}", httpx2.get(f"{site.origin}/mail.json").text)
    return found[0] if found else None


def decide(en: Page) -> None:
    for name, outcome in ((JURE, "no"), (MAKO, "reserve"), (ANA, "no"), (ANA, "yes")):
        row(en, name).click()
        opened = en.locator(".entry-acts")
        opened.get_by_role("group", name="What we decide").get_by_label(outcome, exact=True).check()
        expect(row(en, name).locator(".arrival")).to_contain_text(re.compile(f"^{outcome}"))
        if name == MAKO:
            opened.get_by_text("The letter, as all get it").click()
            expect(opened.locator(".letter")).to_contain_text("во резерва")
            opened.get_by_role("button", name="Other words for this person").click()
            opened.get_by_label("Words", exact=True).fill("Мако, ќе Ви се јавиме до пролет.")
            opened.get_by_role("button", name="Keep the letter").click()
            expect(opened.get_by_text("The letter, in words of its own")).to_be_visible()
        row(en, name).click()
    expect(en.locator(".entry-acts")).to_have_count(0)


def send_letters(en: Page, site: Site) -> None:
    part = en.locator("section.part").filter(has=en.get_by_role("heading", name="Letters", exact=True))
    part.get_by_role("button", name=re.compile("^no .*Slovenščina|^no .*slovenščina|^no .*Slovene|^no · sl")).click()
    part.get_by_role("button", name="Edit").click()
    part.get_by_label("Words", exact=True).fill("Tokrat vam ne moremo ponuditi mesta.\n\nŽal nam je.")
    part.get_by_role("button", name="Keep the letter").click()
    expect(part.get_by_text("edited")).to_be_visible()
    accessible(en)
    part.get_by_text(said("Who gets a letter now: 3")).click()
    expect(part.locator(".told-what")).to_contain_text(f"{MAKO}: reserve")
    part.get_by_role("button", name=said("Send 3 letters")).click()
    part.get_by_role("alertdialog").get_by_role("button", name=said("Send 3 letters")).click()
    expect(part.get_by_role("status").filter(has_text=said("Letters that have left: 3"))).to_be_visible(timeout=20_000)
    wait_until(lambda: len(letters(site)) == 3, 20, "the letters")
    told = letters(site)
    assert "Tokrat vam ne moremo ponuditi mesta." in told["sl@applicants.example"]
    assert "Мако, ќе Ви се јавиме до пролет." in told["mk@applicants.example"]
    assert "voljeli bismo da budete s nama" in told["hr@applicants.example"]


def letters(site: Site) -> dict[str, str]:
    """By address: the whole of it."""
    mails = httpx2.get(f"{site.origin}/mail.json").json()
    found = mails["mails"] if isinstance(mails, dict) else mails
    return {mail["to"]: str(mail) for mail in found if mail["template"] == "outcome"}


def bring_in(en: Page, site: Site, run: str) -> None:
    part = en.locator("section.part").filter(has=en.get_by_role("heading", name="Bringing in"))
    part.get_by_role("button", name="Bring in").click()
    expect(part.get_by_label("Who looks after them")).to_have_accessible_description(re.compile("same organisation"))
    accessible(en)
    part.get_by_role("button", name=said("Invite 1 person")).click()
    expect(part.get_by_role("listitem").filter(has_text=ANA)).to_contain_text("invited", timeout=30_000)
    people = site.get("vesna", f"cohorts/{run}")["people"]
    assert ("mentee", ANA) in [(one["role"], one["person"]["name"]) for one in people]
    narrow(en)
