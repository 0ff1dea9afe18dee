"""The agreement of a room: five questions with an answer from the beginning, narrowed by one, widened by all."""

from server.policy import Verb
from server.rooms.things.agreement.contract import (
    Agreement,
    AgreementChanged,
    AnswerProposal,
    ChangeAgreement,
    TalkedThrough,
)
from server.rooms.things.agreement.rules import decide
from server.rooms.things.kind import ThingKind

AGREEMENT = ThingKind(
    name="agreement",
    body=Agreement,
    commands={
        "room.change_agreement": (ChangeAgreement, Verb.SHARE),
        "room.answer_proposal": (AnswerProposal, Verb.SHARE),
        "room.talked_through": (TalkedThrough, Verb.SHARE),
    },
    entries={"agreement_added": Agreement, "agreement_changed": AgreementChanged},
    decide=decide,
)
