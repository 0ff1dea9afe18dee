"""The independent checker: OR-tools' CP-SAT on problem files, a line in, a line out, in `.venv/solvers`.

Asked `{"problem": …}` it answers `{"feasible", "cardinality", "total", "min", "scores"}`, the best in the order of the
problem's objective; asked with `"previous"` and `"total_percent"` too, how many previous pairs can be kept.
"""

from __future__ import annotations

import json
import sys

from ortools.sat.python import cp_model


class Checked:
    def __init__(self, problem: dict) -> None:
        self.model = cp_model.CpModel()
        locks = problem.get("locks", {})
        forbidden = {tuple(pair) for pair in locks.get("forbid", [])}
        country = {"e": {}, "m": {}}
        for side, name in (("e", "mentees"), ("m", "mentors")):
            country[side] = {one["id"]: one.get("country") for one in problem[name]}
        self.score = {(e, m): s for e, m, s in problem["pairs"] if (e, m) not in forbidden}
        self.x = {pair: self.model.new_bool_var(f"{pair}") for pair in self.score}
        for one in problem["mentees"]:
            self.model.add(sum(x for (e, _), x in self.x.items() if e == one["id"]) <= 1)
        for one in problem["mentors"]:
            self.model.add(sum(x for (_, m), x in self.x.items() if m == one["id"]) <= one.get("capacity", 1))
        for pair in locks.get("pin", []):
            if tuple(pair) in self.x:
                self.model.add(self.x[tuple(pair)] == 1)
            else:
                self.model.add_bool_or([])
        for quota in problem.get("quotas", []):
            counted = []
            for (e, m), x in self.x.items():
                theirs, ours = country["m"][m], country["e"][e]
                if ours is None or theirs is None or ours == theirs:
                    continue
                sides = (ours, theirs) if quota.get("scope") == "either" else (ours,)
                if quota["country"] in sides:
                    counted.append(x)
            self.model.add(sum(counted) >= quota["min_cross_pairs"])
        self.cardinality = sum(self.x.values())
        self.total = sum(self.score[pair] * x for pair, x in self.x.items())

    def solve(self) -> cp_model.CpSolver | None:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(self.model)
        assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), solver.status_name(status)
        return solver if status == cp_model.OPTIMAL else None

    def best(self, expression) -> int | None:
        """Fixes it for all that follows."""
        if isinstance(expression, int):
            return expression
        self.model.maximize(expression)
        solver = self.solve()
        if solver is None:
            return None
        value = round(solver.objective_value)
        self.model.clear_objective()
        self.model.add(expression == value)
        return value

    def pursue(self, aim: str) -> None:
        match aim:
            case "cardinality":
                self.best(self.cardinality)
            case "total":
                self.best(self.total)
            case "min":
                for level in sorted(set(self.score.values()), reverse=True):
                    fits = self.model.clone()
                    for pair, x in self.x.items():
                        if self.score[pair] < level:
                            fits.add(x == 0)
                    fits.add(self.cardinality >= 1)
                    if cp_model.CpSolver().solve(fits) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                        for pair, x in self.x.items():
                            if self.score[pair] < level:
                                self.model.add(x == 0)
                        return
            case "leximin":
                self.best(self.cardinality)
                for level in sorted(set(self.score.values())):
                    self.best(-sum(x for pair, x in self.x.items() if self.score[pair] == level))


def check(ask: dict) -> dict:
    checked = Checked(ask["problem"])
    if checked.solve() is None:
        return {"feasible": False}
    for aim in ask["problem"].get("objective", ["cardinality", "total"]):
        checked.pursue(aim)
    if "previous" in ask:
        # Only the cardinality is kept: the objective of these problems is that alone.
        checked.model.add(100 * checked.total >= ask["total_percent"])
        return {"kept": checked.best(sum(x for pair, x in checked.x.items() if list(pair) in ask["previous"]))}
    solver = checked.solve()
    chosen = [pair for pair, x in checked.x.items() if solver.value(x)]
    scores = sorted(checked.score[pair] for pair in chosen)
    return {
        "feasible": True,
        "cardinality": len(chosen),
        "total": sum(scores),
        "min": min(scores, default=None),
        "scores": scores,
    }


def largest_stable(problem: dict) -> dict:
    """By its definition: for each pair, the mentee has nobody worse, or the mentor only such."""
    places = {
        one["id"]: {name: place for place, names in enumerate(one["preferences"]) for name in names}
        for side in ("mentees", "mentors")
        for one in problem[side]
    }
    room = {one["id"]: one.get("capacity", 1) for one in problem["mentors"]}
    model = cp_model.CpModel()
    x = {
        (e["id"], m): model.new_bool_var("")
        for e in problem["mentees"]
        for m in places[e["id"]]
        if e["id"] in places[m]
    }
    for one in problem["mentees"]:
        model.add(sum(var for (e, _), var in x.items() if e == one["id"]) <= 1)
    for mentor, seats in room.items():
        model.add(sum(var for (_, m), var in x.items() if m == mentor) <= seats)
    for e, m in x:
        content = model.new_bool_var("")
        served = sum(v for (a, b), v in x.items() if a == e and places[e][b] <= places[e][m]) >= 1
        model.add(served).only_enforce_if(content)
        full = sum(v for (a, b), v in x.items() if b == m and places[m][a] <= places[m][e]) >= room[m]
        model.add(full).only_enforce_if(~content)
    model.maximize(sum(x.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return {"cardinality": sum(solver.value(var) for var in x.values())}


for line in sys.stdin:
    ask = json.loads(line)
    answer = largest_stable(ask["problem"]) if ask["problem"]["kind"] == "stable" else check(ask)
    print(json.dumps(answer), flush=True)
