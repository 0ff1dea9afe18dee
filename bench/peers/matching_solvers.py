"""OR-tools and the `matching` package on one graph, in `.venv/solvers`: `matching_solvers.py WHAT FILE.json`.

Prints seconds (of the solver alone, by its own CPU) and what it found, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def flow(graph: dict) -> dict:
    """OR-tools' min-cost flow: as many as possible, then the largest total."""
    import numpy as np
    from ortools.graph.python import min_cost_flow

    mentees, mentors = graph["mentees"], len(graph["capacity"])
    source, sink, nobody = mentees + mentors, mentees + mentors + 1, mentees + mentors + 2
    arcs = np.array(graph["arcs"], dtype=np.int64).reshape(-1, 3)
    top = int(arcs[:, 2].max(initial=0))
    alone = mentees * (top + 1)
    began = time.process_time()
    solver = min_cost_flow.SimpleMinCostFlow()
    each, them = np.arange(mentees), mentees + np.arange(mentors)
    tails = np.concatenate((np.full(mentees, source), arcs[:, 0], each, them, [nobody]))
    heads = np.concatenate((each, mentees + arcs[:, 1], np.full(mentees, nobody), np.full(mentors, sink), [sink]))
    room = np.concatenate((np.ones(mentees), np.ones(len(arcs)), np.ones(mentees), graph["capacity"], [mentees]))
    cost = np.concatenate((np.zeros(mentees), top - arcs[:, 2], np.full(mentees, alone), np.zeros(mentors + 1)))
    numbers = solver.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), room.astype(np.int64), cost.astype(np.int64)
    )
    solver.set_nodes_supplies(np.array([source, sink]), np.array([mentees, -mentees]))
    assert solver.solve() == solver.OPTIMAL
    used = solver.flows(numbers[mentees : mentees + len(arcs)]) > 0
    return {"seconds": time.process_time() - began, "cardinality": int(used.sum()), "total": int(arcs[used, 2].sum())}


def cp_sat(graph: dict) -> dict:
    """CP-SAT with quotas: cardinality, then total."""
    from ortools.sat.python import cp_model

    began = time.process_time()
    model = cp_model.CpModel()
    x = [model.new_bool_var("") for _ in graph["arcs"]]
    of_mentee: dict = {}
    of_mentor: dict = {}
    for var, (mentee, mentor, _) in zip(x, graph["arcs"], strict=True):
        of_mentee.setdefault(mentee, []).append(var)
        of_mentor.setdefault(mentor, []).append(var)
    for group in of_mentee.values():
        model.add_at_most_one(group)
    for mentor, group in of_mentor.items():
        model.add(sum(group) <= graph["capacity"][mentor])
    for quota in graph["rows"]:
        model.add(sum(x[arc] for arc in quota["arcs"]) >= quota["at_least"])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    model.maximize(sum(x))
    assert solver.solve(model) == cp_model.OPTIMAL
    cardinality = round(solver.objective_value)
    model.add(sum(x) == cardinality)
    model.maximize(sum(score * var for var, (_, _, score) in zip(x, graph["arcs"], strict=True)))
    status = solver.solve(model)
    total = round(solver.objective_value)
    return {
        "seconds": time.process_time() - began,
        "cardinality": cardinality,
        "total": total,
        "proved": status == cp_model.OPTIMAL,
    }


def deferred(graph: dict) -> dict:
    """The `matching` package: hospitals and residents, both sides ranking by score (ties by number: it has none)."""
    from matching.games import HospitalResident

    sys.setrecursionlimit(100_000)  # at Python's own limit it fails on a few hundred people
    of_mentee: dict = {}
    of_mentor: dict = {}
    for mentee, mentor, score in graph["arcs"]:
        of_mentee.setdefault(mentee, []).append((-score, mentor))
        of_mentor.setdefault(mentor, []).append((-score, mentee))
    began = time.process_time()
    game = HospitalResident.create_from_dictionaries(
        {f"E{one}": [f"M{other}" for _, other in sorted(group)] for one, group in of_mentee.items()},
        {f"M{one}": [f"E{other}" for _, other in sorted(group)] for one, group in of_mentor.items()},
        {f"M{one}": graph["capacity"][one] for one in of_mentor},
    )
    found = game.solve(optimal="resident")
    seconds = time.process_time() - began
    score = {(mentee, mentor): points for mentee, mentor, points in graph["arcs"]}
    pairs = [(int(e.name[1:]), int(m.name[1:])) for m, group in found.items() for e in group]
    return {"seconds": seconds, "cardinality": len(pairs), "total": sum(score[pair] for pair in pairs)}


asked = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
try:
    print(json.dumps({"flow": flow, "cp_sat": cp_sat, "deferred": deferred}[sys.argv[1]](asked)))
except RecursionError:
    print(json.dumps({"failed": "RecursionError"}))
