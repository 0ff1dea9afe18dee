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
