"""The pages of an open call and of who answers it, as HTML: every word of a person stays words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from html import escape
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_name

from server.clock import known_zones
from server.errors import Refused
from server.flows.applying import FILE_BYTES, Fields, Mine, Sight, asked, limit_of, terms_for, until
from server.flows.open_calls import APPLY_PATH, CALL_PATH, in_language
from server.matching.calls.model import PEOPLE
from server.matching.calls.rules import FILES, SAID_LANGUAGES
from server.matching.calls.service import Answer, Brought, Question, takes
from server.post.wording import isolated, locale_of, moment, shown_language, text
from server.programmes.founding.rules import COUNTRIES

LANGUAGES_OFFERED = (
    *("sr", "hr", "bs", "cnr", "mk", "sl", "sq", "rom", "tr", "hu", "bg", "ro", "el", "it", "de", "en", "fr", "es"),
    *("pt", "nl", "pl", "cs", "sk", "uk", "ru", "be", "sv", "da", "nb", "fi", "et", "lv", "lt", "ka", "hy", "az"),
    *("ar", "he", "fa", "ku", "zh", "ja", "ko"),
)
REGIONS = ("Europe", "Africa", "America", "Asia", "Atlantic", "Australia", "Indian", "Pacific")
OWN_NAMES = {
    "sr-Cyrl": "Српски",
    "sr-Latn": "Srpski",
    "hr": "Hrvatski",
    "mk": "Македонски",
    "sl": "Slovenščina",
    "en": "English",
    "sq": "Shqip",
    "bs": "Bosanski",
    "cnr": "Crnogorski",
    "tr": "Türkçe",
}
LEVELS = range(1, 7)
LANGUAGES_SHOWN = 3
"""At once; there is room for more behind them."""


class Say:
    """In the words of the reader's language, escaped."""

    def __init__(self, language: str) -> None:
        self.tag = language
        self.frame = shown_language(language)

    def __call__(self, message: str, **variables: str | int) -> str:
        shown = {name: isolated(value) if isinstance(value, str) else value for name, value in variables.items()}
        return escape(text(self.frame, f"apply-{message}", shown))

    def day(self, day: date) -> str:
        return format_date(day, "long", locale=locale_of(self.frame))

    def moment(self, at: int, zone: str) -> str:
        return f'<time datetime="{_iso(at, zone)}">{escape(moment(at, self.frame, zone))}</time>'

    def zone(self, at: int, zone: str) -> str:
        """As people call it, and as it is listed."""
        here = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
        return f"{get_timezone_name(here, locale=locale_of(self.frame))} ({zone})"

    def words(self, names: Mapping[str, str]) -> str:
        return escape(in_language(names, self.tag))


def _iso(at: int, zone: str) -> str:
    return datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).isoformat()


# ── the call ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def call_page(
    sight: Sight,
    zone: str,
    typed: Fields | None = None,
    faults: Mapping[str, Refused] | None = None,
    told: str = "",
) -> str:
    """`typed`: what somebody began with that could not be taken; `told`: why, where it is nothing in it."""
    say = Say(sight.language)
    form = Form(say, typed, faults or {})
    parts = [
        _head(say, sight),
        _note(say("preview")) if sight.preview else "",
        _other_languages(say, sight, zone),
        _when(say, sight, zone),
        f'<div class="words" dir="auto">{escape(sight.words)}</div>',
        _asked(say, sight),
        _begin(say, sight, form, zone, told),
        _again(say, sight) if not sight.preview else "",
        reads(say, sight),
        _thanks(sight),
    ]
    return "\n".join(filter(None, parts))


def _head(say: Say, sight: Sight, title: str = "") -> str:
    offer = say("offer", organisation=sight.organisation, programme=sight.programme)
    return f'<p class="soft" dir="auto">{offer}</p>\n<h1 dir="auto">{title or escape(sight.title)}</h1>'


def _note(words: str, role: str = "status") -> str:
    return f'<p class="note" role="{role}">{words}</p>'


def _other_languages(say: Say, sight: Sight, zone: str) -> str:
    links = "\n".join(
        f'<li><a href="{CALL_PATH}/{sight.call.slug}?lang={tag}&amp;zone={escape(zone)}" lang="{tag}" hreflang="{tag}">'
        f"{escape(OWN_NAMES.get(tag, tag))}</a></li>"
        for tag in sight.languages
        if tag != sight.language
    )
    return f'<nav aria-label="{say("languages")}"><ul class="row">\n{links}\n</ul></nav>' if links else ""


def _when(say: Say, sight: Sight, zone: str) -> str:
    call = sight.call
    before = sight.now < call.opens_at
    over = not sight.preview and not takes(call, sight.now) and not before
    lines = [f'<p class="whom">{say(f"for-{call.whom}")}</p>']
    if before:
        lines.append(f"<p>{say('opens')}<br><strong>{say.moment(call.opens_at, zone)}</strong></p>")
    lines.append(
        f"<p>{say('over' if over else 'until')}<br><strong>{say.moment(call.closes_at, zone)}</strong><br>"
        f'<span class="soft">{say("zone", zone=say.zone(call.closes_at, zone))}</span></p>'
    )
    choose = (
        f'<form method="get" class="line"><input type="hidden" name="lang" value="{escape(sight.language)}">'
        f'<label for="zone-shown">{say("zone-label")}</label> {zones("zone", "zone-shown", zone)} '
        f'<button class="quiet">{say("zone-show")}</button></form>'
    )
    return f'<section class="card">\n{"".join(lines)}\n{choose}\n</section>'


def _asked(say: Say, sight: Sight) -> str:
    items = "\n".join(
        f'<li><span dir="auto">{say.words(one.names)}</span> <span class="soft">'
        f"{say('must' if one.required else 'free')}</span></li>"
        for one in sight.call.questions
    )
    return f"<details><summary>{say('asked')}</summary>\n<ol>\n{items}\n</ol></details>" if items else ""


def _begin(say: Say, sight: Sight, form: Form, zone: str, told: str) -> str:
    call = sight.call
    if not sight.preview and not takes(call, sight.now):
        return _note(say("not-yet" if call.state == "open" and sight.now < call.opens_at else "closed"))
    part = ""
    if call.whom == "both":
        part = form.radios("part", say("part"), [(one, say(f"part-{one}")) for one in ("mentee", "mentor")], "mentee")
    manners = [(one, say(f"manner-{one}")) for one in ("person", "organisation")]
    fields = "\n".join(
        (
            form.line("name", say("name"), "", auto="name", required=True),
            form.line("email", say("email"), "", hint=say("email-why"), kind="email", auto="email", required=True),
            form.radios("manner", say("manner"), manners, "person"),
            part,
            form.field("zone", say("my-zone"), zones("zone", "zone", form.one("zone", zone))),
        )
    )
    disabled = " disabled" if sight.preview else ""
    return (
        f'<section class="card" id="apply">\n<h2>{say("begin-title")}</h2>\n<p>{say("begin-lead")}</p>\n'
        f"{form.alert()}{_note(told, 'alert') if told else ''}"
        f'<form method="post" action="{CALL_PATH}/{call.slug}?lang={escape(sight.language)}#apply">\n'
        f'<fieldset class="bare"{disabled}>\n{fields}\n<p><button>{say("begin")}</button></p></fieldset></form>\n'
        "</section>"
    )


def _again(say: Say, sight: Sight) -> str:
    return (
        f"<details><summary>{say('again-title')}</summary>\n"
        f'<form method="post" action="{CALL_PATH}/{sight.call.slug}/link?lang={escape(sight.language)}">\n'
        f'<p><label for="again">{say("again-lead")}</label>\n'
        f'<input id="again" name="email" type="email" autocomplete="email" required maxlength="254"></p>\n'
        f'<p><button class="quiet">{say("again")}</button></p></form></details>'
    )


def reads(say: Say, sight: Sight) -> str:
    """Who reads it, why and until when: five lines."""
    chosen_by, draft_by = until(sight.call)
    lines = (
        say("reads-who", organisation=sight.organisation),
        say("reads-why"),
        say("reads-until", day=say.day(chosen_by), draft=say.day(draft_by)),
        say("reads-yours"),
        say("reads-ask", contact=sight.call.contact),
    )
    items = "\n".join(f"<li>{line}</li>" for line in lines)
    return f'<section class="reads"><h2>{say("reads-title")}</h2>\n<ol>\n{items}\n</ol></section>'


def _thanks(sight: Sight) -> str:
    found = []
    for one in sight.thanks:
        lines = "<br>".join(escape(line) for line in (one.words or one.funder, one.disclaimer) if line)
        found.append(f'<p class="soft" dir="auto">{lines}</p>')
    return f'<footer class="thanks">\n{"".join(found)}\n</footer>' if found else ""


# ── the form ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Form:
    """Fields with what was typed in them, or else what is stored, and what is wrong beside each."""

    def __init__(
        self, say: Say, typed: Fields | None, faults: Mapping[str, Refused], questions: Sequence[Question] = ()
    ) -> None:
        self.say = say
        self._typed = typed
        self._faults = faults
        self._questions = {one.key: say.words(one.names) for one in questions}

    def one(self, name: str, stored: str) -> str:
        return stored if self._typed is None else next(iter(self._typed.get(name, ())), "")

    def all(self, name: str, stored: Collection[str]) -> Collection[str]:
        return stored if self._typed is None else self._typed.get(name, ())

    def alert(self) -> str:
        """What is wrong at all, with a way to each place."""
        if not self._faults:
            return ""
        links = "\n".join(
            f'<li><a href="#{escape(_place(name))}">{self._called(name)}</a> {self._fault_words(fault)}</li>'
            for name, fault in self._faults.items()
        )
        return f'<div class="note wrong" role="alert"><p>{self.say("faults")}</p>\n<ul>\n{links}\n</ul></div>\n'

    def _called(self, name: str) -> str:
        own = {"zone": "my-zone", "person_2": "person-2", "person_3": "person-3"}
        return self._questions.get(name) or self.say(own.get(name, name))

    def _fault_words(self, fault: Refused) -> str:
        variables = {name: value for name, value in fault.parameters.items() if isinstance(value, str | int)}
        return self.say(f"fault-{fault.code}", **variables)

    def about(self, key: str, hint: str) -> tuple[str, str]:
        """What stands below a label, and the attributes that say so of its field."""
        fault, place = self._faults.get(key), _place(key)
        shown = f'<span class="hint" id="{place}-hint">{hint}</span>' if hint else ""
        if fault is not None:
            shown += f'<span class="fault" id="{place}-fault">{self._fault_words(fault)}</span>'
        ids = " ".join(filter(None, (f"{place}-hint" if hint else "", "" if fault is None else f"{place}-fault")))
        described = f' aria-describedby="{ids}"' if ids else ""
        return shown, described + (' aria-invalid="true"' if fault is not None else "")

    def field(self, key: str, label: str, control: str, hint: str = "") -> str:
        shown, _ = self.about(key, hint)
        return f'<p class="field"><label for="{_place(key)}">{label}</label>{shown}\n{control}</p>'

    def line(
        self,
        key: str,
        label: str,
        stored: str,
        *,
        name: str = "",
        hint: str = "",
        kind: str = "text",
        auto: str = "off",
        required: bool = False,
        limit: int = 200,
    ) -> str:
        _, attributes = self.about(key, hint)
        must = " required" if required else ""
        control = (
            f'<input id="{_place(key)}" name="{escape(name or key)}" type="{kind}" autocomplete="{auto}" '
            f'maxlength="{limit}" value="{escape(self.one(name or key, stored))}" dir="auto"{must}{attributes}>'
        )
        return self.field(key, label, control, hint)

    def long(self, key: str, label: str, stored: str, *, name: str, hint: str, limit: int) -> str:
        _, attributes = self.about(key, hint)
        # Without a limit of the browser's own: whoever pastes too much loses nothing, and is told how much it is.
        control = (
            f'<textarea id="{_place(key)}" name="{escape(name)}" rows="6" dir="auto"{attributes}>\n'
            f"{escape(self.one(name, stored))}</textarea>"
        )
        return self.field(key, label, control, hint)

    def radios(self, key: str, legend: str, choices: Sequence[tuple[str, str]], stored: str) -> str:
        return self.group(key, legend, "", key, choices, (stored,), many=False)

    def group(
        self,
        key: str,
        legend: str,
        hint: str,
        name: str,
        choices: Sequence[tuple[str, str]],
        stored: Collection[str],
        *,
        many: bool,
    ) -> str:
        shown, attributes = self.about(key, hint)
        chosen = self.all(name, stored)
        kind = "checkbox" if many else "radio"
        rows = "\n".join(
            f'<label class="choice"><input type="{kind}" name="{escape(name)}" value="{escape(value)}"'
            f"{' checked' if value in chosen else ''}> {words}</label>"
            for value, words in choices
        )
        frame = f'<fieldset id="{_place(key)}" tabindex="-1"{attributes}>'
        listed = f'<div class="many">{rows}</div>' if many else rows
        return f"{frame}<legend>{legend}</legend>{shown}\n{listed}</fieldset>"


def _place(key: str) -> str:
    """Where it stands on the page."""
    return f"field-{key}"


def options(choices: Sequence[tuple[str, str]], chosen: str, first: str = "") -> str:
    empty = f'<option value="">{first}</option>' if first else ""
    return empty + "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(words)}</option>'
        for value, words in choices
    )


@cache
def _zones_by_region() -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = sorted(known_zones())
    return tuple((region, tuple(zone for zone in known if zone.startswith(f"{region}/"))) for region in REGIONS)


def zones(name: str, place: str, chosen: str) -> str:
    groups = "".join(
        f'<optgroup label="{region}">'
        + options([(zone, zone.partition("/")[2].replace("_", " ")) for zone in found], chosen)
        + "</optgroup>"
        for region, found in _zones_by_region()
    )
    other = "" if any(chosen in found for _, found in _zones_by_region()) else options([(chosen, chosen)], chosen)
    return f'<select id="{place if place != name else _place(name)}" name="{name}">{other}{groups}</select>'


@cache
def _countries(frame: str) -> tuple[tuple[str, str], ...]:
    names = Locale.parse(locale_of(frame).replace("-", "_")).territories
    return tuple(sorted(((code, names.get(code, code)) for code in COUNTRIES), key=lambda one: one[1]))


@cache
def _languages(frame: str) -> tuple[tuple[str, str], ...]:
    names = Locale.parse(locale_of(frame).replace("-", "_")).languages
    return tuple((tag, names.get(tag) or OWN_NAMES.get(tag, tag)) for tag in LANGUAGES_OFFERED)


# ── the applicant's page ──────────────────────────────────────────────────────────────────────────────────────────────


def form_page(
    mine: Mine, token: str, told: str, typed: Fields | None = None, faults: Mapping[str, Refused] | None = None
) -> str:
    """`told`: what became of what was typed; `typed`: that, where not all of it was taken."""
    sight, one = mine.sight, mine.one
    say = Say(one.language)
    form = Form(say, typed, faults or {}, asked(mine))
    over = not takes(sight.call, sight.now)
    sent = one.state == "sent"
    note = "" if faults or not told else _note(told, "alert" if typed is not None else "status")
    parts = [
        _head(say, sight, say("form-title")),
        f'<p dir="auto"><a href="{_address(sight, one.language)}">{escape(sight.title)}</a></p>',
        note,
        form.alert(),
        _deadline(say, mine),
        reads(say, sight),
        f'<form method="post" action="{APPLY_PATH}/{escape(token)}" enctype="multipart/form-data">',
        # What the key Enter presses: it never sends, and never removes.
        '<button class="unseen" name="do" value="save" tabindex="-1" aria-hidden="true"></button>',
        f'<input type="hidden" name="version" value="{one.version}">',
        _own(say, form, mine),
        *(_question(say, form, mine, question) for question in asked(mine)),
        "" if over else _buttons(say, sent=sent),
        "</form>",
        delete_part(say, token),
    ]
    return "\n".join(filter(None, parts))


def _address(sight: Sight, language: str) -> str:
    return f"{CALL_PATH}/{sight.call.slug}?lang={escape(language)}"


def _buttons(say: Say, *, sent: bool) -> str:
    send = say("send-again" if sent else "send")
    save = "" if sent else f'<button class="quiet" name="do" value="save">{say("save")}</button> '
    return (
        f'<p class="soft">{say("send-why")}</p>\n'
        f'<p class="buttons"><button name="do" value="send">{send}</button> {save}</p>'
    )


def _deadline(say: Say, mine: Mine) -> str:
    call, zone = mine.sight.call, mine.one.zone
    over = not takes(call, mine.sight.now)
    return (
        f'<p class="card">{say("over" if over else "until")}<br><strong>{say.moment(call.closes_at, zone)}</strong><br>'
        f'<span class="soft">{say("zone", zone=say.zone(call.closes_at, zone))}</span></p>'
    )


def _own(say: Say, form: Form, mine: Mine) -> str:
    one = mine.one
    fields = [
        form.line("name", say("name"), one.name, auto="name", limit=100),
        form.line("email", say("email"), one.email, hint=say("email-why"), kind="email", auto="email", limit=254),
        form.field("zone", say("my-zone"), zones("zone", "zone", form.one("zone", one.zone))),
    ]
    if one.manner == "organisation":
        fields.append(form.line("organisation", say("organisation"), one.organisation, auto="organization"))
        people = "\n".join(
            form.line(f"person_{place}", say(f"person-{place}"), _at(one.people, place - 2), limit=100)
            for place in range(2, PEOPLE + 1)
        )
        fields.append(f"<fieldset><legend>{say('people')}</legend>\n{people}</fieldset>")
    return "\n".join(fields)


def _at(values: Sequence[str], place: int) -> str:
    return values[place] if place < len(values) else ""


def _question(say: Say, form: Form, mine: Mine, one: Question) -> str:
    must = f' <span class="soft">{say("must")}</span>' if one.required else ""
    label = f'<span dir="auto">{say.words(one.names)}</span>{must}'
    hint = say.words(one.hints)
    name, stored = f"q_{one.key}", mine.one.answers.get(one.key)
    match one.kind:
        case "text":
            return form.line(one.key, label, _text(stored), name=name, hint=hint, limit=limit_of(one))
        case "long":
            return form.long(one.key, label, _text(stored), name=name, hint=hint, limit=limit_of(one))
        case "access_needs":
            hint = " ".join(filter(None, (hint, say("needs-why"))))
            return form.long(one.key, label, mine.one.needs, name=name, hint=hint, limit=limit_of(one))
        case "country":
            chosen = form.one(name, _text(stored))
            rows = options(_countries(say.frame), chosen, say("choose"))
            return form.field(one.key, label, f'<select id="{_place(one.key)}" name="{name}">{rows}</select>', hint)
        case "languages":
            return _said_languages(say, form, one, label, hint, stored)
        case "file":
            return _files(say, form, mine, one, label, hint)
        case "terms":
            choices = [(term.key, say.words(term.names)) for term in terms_for(one, mine.sight.offered)]
            return form.group(one.key, label, hint, name, choices, _keys(stored), many=True)
        case _:
            choices = [(choice.key, say.words(choice.names)) for choice in one.choices]
            return form.group(one.key, label, hint, name, choices, _keys(stored), many=one.many)


def _text(answer: Answer | None) -> str:
    return answer if isinstance(answer, str) else ""


def _keys(answer: Answer | None) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()


def _levels(answer: Answer | None) -> list[tuple[str, int]]:
    return list(answer.items()) if isinstance(answer, Mapping) else []


def _said_languages(say: Say, form: Form, one: Question, label: str, hint: str, answer: Answer | None) -> str:
    stored = _levels(answer)
    rows = []
    for place in range(1, SAID_LANGUAGES + 1):
        tag, level = stored[place - 1] if place <= len(stored) else ("", 0)
        tag_name, level_name = f"q_{one.key}_tag_{place}", f"q_{one.key}_level_{place}"
        levels = [(str(number), text(say.frame, f"apply-level-{number}")) for number in LEVELS]
        rows.append(
            f'<span class="pair"><select name="{tag_name}" aria-label="{say("tag")} {place}">'
            f"{options(_languages(say.frame), form.one(tag_name, tag), say('choose'))}</select> "
            f'<select name="{level_name}" aria-label="{say("level")} {place}">'
            f"{options(levels, form.one(level_name, str(level or '')), say('level'))}</select></span>"
        )
    few, more = "\n".join(rows[:LANGUAGES_SHOWN]), "\n".join(rows[LANGUAGES_SHOWN:])
    opened = " open" if len(stored) > LANGUAGES_SHOWN else ""
    shown, attributes = form.about(one.key, hint)
    return (
        f'<fieldset id="{_place(one.key)}" tabindex="-1"{attributes}><legend>{label}</legend>{shown}\n{few}\n'
        f"<details{opened}><summary>+</summary>\n{more}</details></fieldset>"
    )


def _files(say: Say, form: Form, mine: Mine, one: Question, label: str, hint: str) -> str:
    there = "\n".join(
        f'<li><bdi>{escape(file.name)}</bdi> <button class="quiet" name="do" value="remove:{file.id}">'
        f"{say('file-remove', name=file.name)}</button></li>"
        for file in mine.one.files
        if file.question == one.key
    )
    kinds = say("file-kinds", limit=FILE_BYTES // 2**20, files=FILES)
    many = " multiple" if one.many else ""
    _, attributes = form.about(one.key, " ".join(filter(None, (hint, kinds))))
    control = f'<input id="{_place(one.key)}" type="file" name="f_{one.key}"{many}{attributes}>'
    listed = f'<ul class="files">\n{there}\n</ul>' if there else ""
    return form.field(one.key, label, control, " ".join(filter(None, (hint, kinds)))) + listed


def delete_part(say: Say, token: str) -> str:
    return (
        f"<details><summary>{say('delete-title')}</summary>\n<p>{say('delete-lead')}</p>\n"
        f'<form method="post" action="{APPLY_PATH}/{escape(token)}/delete">'
        f'<p><button class="quiet">{say("delete")}</button></p></form></details>'
    )


# ── the copy ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def copy_page(mine: Mine, token: str, told: str = "") -> str:
    sight, one = mine.sight, mine.one
    say = Say(one.language)
    can_change = takes(sight.call, sight.now)
    sent = say.moment(one.sent_at or one.made_at, one.zone)
    change = (
        f'<p class="buttons"><a class="button" href="{APPLY_PATH}/{escape(token)}?change=1">{say("change")}</a></p>'
        if can_change
        else ""
    )
    parts = [
        _head(say, sight, say("copy-title")),
        f'<p dir="auto">{escape(sight.title)}</p>',
        _note(told) if told else "",
        f'<p class="card">{say("sent-at")}<br><strong>{sent}</strong><br>'
        f'<span class="soft">{say("changeable" if can_change else "fixed")}</span></p>',
        _deadline(say, mine),
        copy_of(mine, f"{APPLY_PATH}/{escape(token)}/files"),
        change,
        f'<p><a href="{APPLY_PATH}/{escape(token)}/copy">{say("take")}</a></p>',
        delete_part(say, token),
        reads(say, sight),
        _thanks(sight),
    ]
    return "\n".join(filter(None, parts))


def copy_of(mine: Mine, files: str = "") -> str:
    """What was answered, question by question. `files`: where they are; empty in a page that is taken along."""
    one = mine.one
    say = Say(one.language)
    rows = [(say("name"), escape(one.name)), (say("email"), escape(one.email))]
    if one.manner == "organisation":
        rows.append((say("organisation"), escape(one.organisation)))
        rows.append((say("people"), "<br>".join(map(escape, one.people)) or say("no-answer")))
    rows += [(say.words(question.names), answer_of(say, mine, question, files)) for question in asked(mine)]
    items = "\n".join(
        f'<dt dir="auto">{label}</dt>\n<dd class="words" dir="auto">{answer or say("no-answer")}</dd>'
        for label, answer in rows
    )
    return f'<dl class="copy">\n{items}\n</dl>'


def answer_of(say: Say, mine: Mine, question: Question, files: str) -> str:
    """HTML; empty where nothing was answered."""
    answer = mine.one.answers.get(question.key)
    match question.kind:
        case "access_needs":
            return escape(mine.one.needs)
        case "country":
            return escape(dict(_countries(say.frame)).get(_text(answer), ""))
        case "languages":
            tongues = dict(_languages(say.frame))
            return "<br>".join(
                f"{escape(tongues.get(tag, tag))}: {escape(text(say.frame, f'apply-level-{level}'))}"
                for tag, level in _levels(answer)
            )
        case "terms" | "choice":
            names = _names(say, mine, question)
            return ", ".join(names[key] for key in _keys(answer) if key in names)
        case "file":
            return "<br>".join(_file(file, files) for file in mine.one.files if file.question == question.key)
        case _:
            return escape(_text(answer))


def _file(file: Brought, files: str) -> str:
    name = f"<bdi>{escape(file.name)}</bdi>"
    return f'<a href="{files}/{file.id}">{name}</a>' if files else name


def _names(say: Say, mine: Mine, question: Question) -> dict[str, str]:
    if question.kind == "choice":
        return {choice.key: say.words(choice.names) for choice in question.choices}
    return {term.key: say.words(term.names) for term in terms_for(question, mine.sight.offered)}


def copy_file(mine: Mine, style: str) -> str:
    """One page that stands for itself, to be taken along."""
    say = Say(mine.one.language)
    title = escape(mine.sight.title)
    return (
        f'<!doctype html>\n<html lang="{escape(mine.one.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{style}</style>\n</head>\n"
        f"<body><main>\n{_head(say, mine.sight, say('copy-title'))}\n<p>{title}</p>\n{copy_of(mine)}\n"
        f"{reads(say, mine.sight)}\n</main></body>\n</html>\n"
    )
