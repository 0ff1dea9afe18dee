"""Every expected no: stable code, HTTP status, words. The client has the words in each language under the same code.

The same object goes out as HTTP problem details and inside `{"refused": …}` of an rpc result.
"""

from typing import NamedTuple


class Refusal(NamedTuple):
    status: int
    words: str
    """English, with `{parameters}`; says what is wrong and what to do."""


REFUSALS: dict[str, Refusal] = {
    "bad_request": Refusal(400, "This request can't be read: {detail}."),
    "sign_in_required": Refusal(401, "Please sign in first."),
    "sign_in_failed": Refusal(401, "E-mail and password don't fit together. Check both and try again."),
    "too_many_attempts": Refusal(429, "Too many attempts. Try again in {seconds} s."),
    "too_fast": Refusal(429, "That was too fast. Try again in {seconds} s; nothing is lost."),
    "origin_not_allowed": Refusal(403, "This page doesn't belong to this server. Open it by its own address."),
    "not_found": Refusal(404, "There is nothing here for you."),
    "method_unknown": Refusal(404, "There is no such command."),
    "method_not_allowed": Refusal(405, "This address does not take that method."),
    "too_large": Refusal(413, "That is too large: at most {limit} bytes."),
    "unavailable": Refusal(503, "The server can't store anything at the moment. Try again; nothing is lost."),
    "command_conflict": Refusal(409, "This command id was used for something else."),
    "text_empty": Refusal(422, "There is nothing to read in this text."),
    "text_too_long": Refusal(422, "The text has {length} characters, at most {limit} are possible."),
    "text_not_allowed": Refusal(422, "The text has characters that can't be stored."),
    "message_not_found": Refusal(404, "That message is not in this room."),
    "message_withdrawn": Refusal(409, "That message was taken back."),
    "not_your_message": Refusal(403, "Only who wrote a message can change it or take it back."),
    "quote_outdated": Refusal(409, "These words don't stand in that message any more. Quote it anew."),
    "too_many_mentions": Refusal(422, "At most {limit} people can be mentioned in one message."),
    "emoji_unknown": Refusal(422, "A reaction is exactly one emoji."),
    "already_reacted": Refusal(409, "You have given this reaction already."),
    "not_reacted": Refusal(409, "You have not given this reaction."),
    "too_many_reactions": Refusal(422, "You can give a message at most {limit} different reactions."),
    "reactions_full": Refusal(409, "This message has as many reactions as it can hold."),
    "person_not_found": Refusal(404, "There is no such person."),
    "already_member": Refusal(409, "This person is in the room already."),
    "not_a_member": Refusal(409, "This person is not in the room."),
    "past_is_open": Refusal(409, "This person reads from the beginning already."),
    "set_up_closed": Refusal(410, "This set-up link was used already, or is not valid. Ask for a new one."),
    "link_not_valid": Refusal(410, "This link was used already, or is not valid any more. Ask for a new one."),
    "code_required": Refusal(403, "Please add the code that your app shows, or a recovery code."),
    "code_wrong": Refusal(403, "This code doesn't fit. Wait for the next one and try again."),
    "password_wrong": Refusal(403, "That is not your present password."),
    "sign_in_again": Refusal(403, "This needs a fresh sign-in. Leave, come in again and repeat it within ten minutes."),
    "second_factor_is_on": Refusal(409, "Codes at sign-in are on already."),
    "second_factor_is_off": Refusal(409, "Codes at sign-in are off. Begin anew."),
    "already_here": Refusal(409, "Somebody with this address is here already."),
    "already_invited": Refusal(409, "Somebody else has invited this person already."),
    "email_invalid": Refusal(422, "This doesn't look like an e-mail address."),
    "name_invalid": Refusal(422, "This name can't be stored. Use 1 to 100 letters."),
    "password_too_short": Refusal(422, "The password needs at least {limit} characters."),
    "password_too_long": Refusal(422, "The password can have at most {limit} bytes."),
    "password_too_common": Refusal(422, "This password is among the first that a stranger would try."),
    "language_unknown": Refusal(422, "This language is not among those that we have."),
    "zone_unknown": Refusal(422, "This time zone is not known."),
    "changed_meanwhile": Refusal(
        409, "Somebody has changed this meanwhile. Look at it again, and repeat what is still needed."
    ),
    "last_coordinator": Refusal(409, "This is the last person who leads here. Bring in another one first."),
    "dates_reversed": Refusal(422, "The last day has to come after the first, and within three years of it."),
    "names_invalid": Refusal(422, "A name is needed in at least one language, each with 1 to {limit} letters."),
    "line_invalid": Refusal(422, "This can't be stored. Use 1 to {limit} letters in one line."),
    "country_unknown": Refusal(422, "This country is not known. Use its two letters."),
    "phone_invalid": Refusal(422, "This doesn't look like a telephone number. Begin with + and the country."),
    "silence_days_invalid": Refusal(422, "Each step has to come after the one before, from {least} to {most} days."),
    "organisation_unknown": Refusal(422, "This organisation is not a part of it."),
    "partners_invalid": Refusal(422, "Exactly one organisation leads, and each stands here once."),
    "partner_has_people": Refusal(409, "People of this organisation take part, so it can't be left out."),
    "role_unknown": Refusal(422, "This role is not known here."),
    "already_enrolled": Refusal(409, "This person takes part in this role already."),
    "other_side": Refusal(
        409, "Nobody is mentor and mentee in the same programme year. This person is the other one already."
    ),
    "not_enrolled": Refusal(409, "This person doesn't take part here in that role."),
    "has_mentorship": Refusal(409, "This person is in a mentorship that goes on. End that one first."),
    "mentorship_incomplete": Refusal(422, "It takes a mentor and a mentee, at most {limit} people, and nobody twice."),
    "mentorship_over": Refusal(409, "This mentorship is over; it stays as it was. A new one can begin."),
    "cohort_over": Refusal(409, "This has ended, and nothing more can be changed."),
    "state_not_possible": Refusal(409, "This step is not possible from here."),
    "list_unreadable": Refusal(422, "This list can't be read. Save it again as CSV, in UTF-8 if it can be chosen."),
    "list_too_long": Refusal(422, "The list is too long: at most {limit} lines at once."),
    "list_empty": Refusal(422, "There is nobody in this list."),
    "list_has_faults": Refusal(422, "Line {line} can't be taken, so nothing was stored. Look at the list once more."),
    "line_doubled": Refusal(422, "The same person stands in an earlier line already."),
    "name_doubled": Refusal(
        422, "Somebody with this name is there already under another address. Look whether it is the same person."
    ),
    "name_mixed": Refusal(422, "A word of this name mixes letters of two scripts. Look whether it is spelled right."),
    "name_formula": Refusal(422, "This begins like a formula of a spreadsheet and not like a name."),
    "room_closed": Refusal(409, "Nothing more can be added in this room; what is there stays."),
}


def problem(code: str, parameters: dict[str, str | int]) -> dict[str, str | int]:
    """Problem details (RFC 9457) of a refusal: type, title (the words), status, code and the parameters."""
    refusal = REFUSALS[code]
    return {
        "type": f"urn:atelje:refused:{code}",
        "title": refusal.words.format_map(parameters),
        "status": refusal.status,
        "code": code,
        **parameters,
    }
