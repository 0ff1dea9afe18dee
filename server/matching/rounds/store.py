"""All SQL of rounds. Plain functions of a connection."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, or_, select, update

from server.matching.rounds.model import Locks, Pair, Round, Scores, Settings, Work, Written
from server.matching.rounds.tables import matching_answer, matching_round, matching_score, matching_work

_settings = msgspec.json.Decoder(Settings).decode
_pairs = msgspec.json.Decoder(frozenset[Pair]).decode
_locks = msgspec.json.Decoder(Locks).decode
_WORK = tuple(Work.__struct_fields__)


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


# ── rounds ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def add(connection: Connection, one: Round) -> None:
    connection.execute(insert(matching_round).values(id=one.id, **_values(one)))
    connection.execute(insert(matching_work).values(round_id=one.id, **_work_values(one.work)))


def put(connection: Connection, one: Round) -> bool:
    """What is so now, the work aside; whether the version before was the newest one."""
    before = (matching_round.c.id == one.id, matching_round.c.version == one.version - 1)
    return bool(connection.execute(update(matching_round).where(*before).values(**_values(one))).rowcount)


def _values(one: Round) -> dict[str, Any]:
    return {
        "cohort_id": one.cohort,
        "state": one.state,
        "made_by": one.made_by,
        "made_at": one.made_at,
        "settings": _json(one.settings),
        "locks": _json(one.locks),
        "released": _json(one.released),
        "run": one.run,
        "version": one.version,
    }


def find(connection: Connection, round_id: str) -> Round | None:
    return next(iter(_rounds(connection, matching_round.c.id == round_id)), None)


def lock(connection: Connection, round_id: str) -> Round | None:
    """Nobody else changes it until the commit."""
    connection.execute(select(matching_round.c.id).where(matching_round.c.id == round_id).with_for_update())
    return find(connection, round_id)


def of_cohort(connection: Connection, cohort: str) -> list[Round]:
    """The newest first."""
    return _rounds(connection, matching_round.c.cohort_id == cohort)


def _rounds(connection: Connection, which: ColumnElement[bool]) -> list[Round]:
    found = (
        select(matching_round, *(matching_work.c[name].label(f"work_{name}") for name in _WORK))
        .join(matching_work, matching_work.c.round_id == matching_round.c.id)
        .where(which)
        .order_by(matching_round.c.made_at.desc(), matching_round.c.id)
    )
    return [_round(row) for row in connection.execute(found)]


def _round(row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        cohort=row.cohort_id,
        state=row.state,
        made_by=row.made_by,
        made_at=row.made_at,
        settings=_settings(row.settings),
        locks=_locks(row.locks),
        released=_pairs(row.released),
        work=Work(**{name: getattr(row, f"work_{name}") for name in _WORK}),
        run=row.run,
        version=row.version,
    )


def remove_cohort(connection: Connection, cohort: str) -> None:
    rounds = select(matching_round.c.id).where(matching_round.c.cohort_id == cohort)
    for table in (matching_work, matching_answer, matching_score):
        connection.execute(delete(table).where(table.c.round_id.in_(rounds)))
    connection.execute(delete(matching_round).where(matching_round.c.cohort_id == cohort))


# ── work ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _work_values(work: Work) -> dict[str, Any]:
    return {name: getattr(work, name) for name in _WORK}


def put_work(connection: Connection, round_id: str, work: Work) -> None:
    connection.execute(update(matching_work).where(matching_work.c.round_id == round_id).values(**_work_values(work)))


def change_work(connection: Connection, round_id: str, before: Work, after: Work) -> bool:
    """Whether it was still this order, and this node's."""
    theirs = (
        matching_work.c.round_id == round_id,
        matching_work.c.id == before.id,
        matching_work.c.node == before.node,
        matching_work.c.state == "running",
    )
    return bool(connection.execute(update(matching_work).where(*theirs).values(**_work_values(after))).rowcount)


def take(connection: Connection, node: str, now: int, until: int) -> tuple[str, Work] | None:
    """The oldest order that waits, or whose node has not been heard of; for this node alone from now on."""
    due = or_(matching_work.c.state == "waiting", and_(matching_work.c.state == "running", matching_work.c.until < now))
    found = select(matching_work).where(due).order_by(matching_work.c.asked_at).limit(1)
    row = connection.execute(found.with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    work = Work(**{name: getattr(row, name) for name in _WORK})
    taken = msgspec.structs.replace(work, state="running", node=node, until=until, tries=work.tries + 1)
    put_work(connection, row.round_id, taken)
    return row.round_id, taken


# ── answers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def put_answer(connection: Connection, round_id: str, one: Written, engine: str, input: str) -> None:
    """In place of the one before."""
    connection.execute(delete(matching_answer).where(matching_answer.c.round_id == round_id))
    row = {name: getattr(one, name) for name in ("run", "made_at", "version", "stamp", "outcome")}
    connection.execute(insert(matching_answer).values(round_id=round_id, engine=engine, input=input, **row))
    connection.execute(update(matching_round).where(matching_round.c.id == round_id).values(run=one.run))


def written_answer(connection: Connection, round_id: str) -> Written | None:
    row = connection.execute(select(matching_answer).where(matching_answer.c.round_id == round_id)).first()
    return None if row is None else Written(row.run, row.made_at, row.version, row.stamp, row.outcome)


# ── scores of others ──────────────────────────────────────────────────────────────────────────────────────────────────


def put_scores(connection: Connection, round_id: str, scores: Scores | None) -> None:
    connection.execute(delete(matching_score).where(matching_score.c.round_id == round_id))
    if scores is not None:
        row = {"pairs": scores.pairs, "least": scores.least, "most": scores.most, "digest": scores.digest}
        connection.execute(insert(matching_score).values(round_id=round_id, scores=scores.written, **row))


def scores_of(connection: Connection, round_id: str) -> Scores | None:
    row = connection.execute(select(matching_score).where(matching_score.c.round_id == round_id)).first()
    return None if row is None else Scores(row.pairs, row.least, row.most, row.digest, row.scores)
