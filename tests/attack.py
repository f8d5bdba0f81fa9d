#!/usr/bin/env python3
"""Attacks random suppressed tables with the solver HiGHS (by SciPy) and compares with `outcomes attack --json`.

Each table has rows by columns with totals, half of them with a further table of totals, and suppressed counts with
declared ranges. Both programs must find the same smallest and largest value of every suppressed count, within one
millionth. It shares no code with the app: relations come from how the table is made.
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from scipy.optimize import linprog

OUTCOMES = os.environ.get("OUTCOMES", "target/debug/outcomes")
TABLES, SEED, NEAR = int(os.environ.get("TABLES", "100")), 24, 1e-6
MARKERS = {
    "x": {"status": "Q"},
    "s": {"status": "Q", "conf": "A", "low": 1, "high": 9},
    "c": {"status": "Q", "conf": "D", "low": 10},
}


def make(draw):
    """A table of counts by (row, column) with "Total", then relations as (parts, total)."""
    rows = [f"r{number}" for number in range(draw.randint(2, 5))]
    columns = [f"c{number}" for number in range(draw.randint(2, 4))]
    counts = {(row, column): draw.choice([draw.randint(0, 9), draw.randint(10, 90)]) for row in rows for column in columns}
    relations = []

    def total(key, parts):
        counts[key] = sum(counts[part] for part in parts)
        relations.append((parts, key))

    for row in rows:
        total((row, "Total"), [(row, column) for column in columns])
    for column in columns:
        total(("Total", column), [(row, column) for row in rows])
    total(("Total", "Total"), [(row, "Total") for row in rows])
    relations.append(([("Total", column) for column in columns], ("Total", "Total")))
    margin = []
    if draw.random() < 0.5:
        for column in columns:
            key = ("margin", column)
            counts[key] = counts[("Total", column)]
            relations.append(([("Total", column)], key))
            margin.append(key)
    return rows, columns, counts, relations, margin


def suppress(draw, counts):
    """The text of each cell: a number or a marker whose range is true."""
    share = draw.uniform(0.2, 0.8)
    texts = {}
    for key, count in counts.items():
        texts[key] = str(count)
        if draw.random() < share:
            exact = "s" if 1 <= count <= 9 else "c" if count >= 10 else "x"
            texts[key] = draw.choice(["x", exact])
    return texts


def write(folder, rows, columns, texts, margin):
    """Writes the package; returns the place (table, line) of each cell."""
    def resource(name, roles, dimensions, lines):
        text = ",".join([*dimensions, "people"]) + "\n" + "".join(",".join(line) + "\n" for line in lines)
        (folder / f"{name}.csv").write_text(text)
        fields = [{"name": field, "type": "string", "outcomes": {"role": "dimension"}} for field in dimensions]
        measure = {"role": "measure", "unit": "people", "adds": "sum", "over_time": "flow", "markers": MARKERS}
        fields.append({"name": "people", "type": "number", "missingValues": ["", *MARKERS], "outcomes": measure})
        return {"name": name, "path": f"{name}.csv", "type": "table", "schema": {"fields": fields}, "outcomes": roles}

    places = {}
    inner = [(row, column) for row in [*rows, "Total"] for column in [*columns, "Total"]]
    for name, keys in (("inner", inner), ("margin", margin)):
        for line, key in enumerate(keys, 2):
            places[key] = (name, line)
    resources = [resource("inner", {"role": "facts"}, ["row", "column"], [[*key, texts[key]] for key in inner])]
    if margin:
        roles = {"role": "facts", "margin_of": "inner"}
        resources.append(resource("margin", roles, ["column"], [[key[1], texts[key]] for key in margin]))
    manifest = {"name": "random", "title": "Random", "version": "1.0.0", "created": "2026-11-30",
                "licenses": [{"name": "CC0-1.0"}], "outcomes": {"v": 1}, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(manifest))
    return places


def bounds(texts, relations):
    """The smallest and the largest value of each suppressed cell; None where there is no largest."""
    hidden = [key for key, text in texts.items() if text in MARKERS]
    at = {key: index for index, key in enumerate(hidden)}
    left, right = [], []
    for parts, total in relations:
        row, known = numpy.zeros(len(hidden)), 0
        for key, factor in [*((part, 1) for part in parts), (total, -1)]:
            if key in at:
                row[at[key]] += factor
            else:
                known += factor * int(texts[key])
        if row.any():
            left.append(row)
            right.append(-known)
    ranges = [(MARKERS[texts[key]].get("low", 0), MARKERS[texts[key]].get("high")) for key in hidden]
    found = {}
    for key in hidden:
        ends = []
        for sign in (1, -1):
            goal = numpy.zeros(len(hidden))
            goal[at[key]] = sign
            # With its presolve, HiGHS calls a table without a largest value infeasible.
            solved = linprog(goal, A_eq=left or None, b_eq=right or None, bounds=ranges, method="highs-ds", options={"presolve": False})
            assert solved.status in (0, 3), solved.message
            ends.append(sign * solved.fun if solved.status == 0 else None)
        found[key] = ends
    return found


def main():
    draw, compared, exact, worst = random.Random(SEED), 0, 0, 0.0
    for number in range(TABLES):
        rows, columns, counts, relations, margin = make(draw)
        texts = suppress(draw, counts)
        with tempfile.TemporaryDirectory() as name:
            places = write(Path(name), rows, columns, texts, margin)
            ran = subprocess.run([OUTCOMES, "attack", "--json", name], capture_output=True, text=True)
        assert ran.returncode in (0, 2), ran.stderr
        theirs = {(cell["table"], cell["line"]): cell for cell in json.loads(ran.stdout)["cells"]}
        ours = bounds(texts, relations)
        assert len(ours) == len(theirs), f"table {number}: {len(ours)} suppressed cells, not {len(theirs)}"
        for key, (low, high) in ours.items():
            cell, where = theirs[places[key]], f"table {number}, {places[key]}"
            compared += 1
            is_exact = high is not None and math.floor(high + NEAR) - math.ceil(low - NEAR) < 1
            assert cell["exact"] == is_exact, f"{where}: exact here is {is_exact}"
            if is_exact:
                exact += 1
                assert "low" not in cell and "high" not in cell, f"{where}: an exact value is printed"
                continue
            assert (high is None) == (cell["high"] is None), f"{where}: one has no largest value"
            ends = [(low, cell["low"])] + ([] if high is None else [(high, cell["high"])])
            worst = max([worst, *(abs(one - other) for one, other in ends)])
            assert worst <= NEAR, f"{where}: the ends differ by {worst}"
    assert compared > 5 * TABLES and exact > 0, "the tables have too few suppressed cells"
    print(f"{TABLES} tables, {compared} suppressed counts ({exact} of them exact): the largest difference is {worst:.1e}")


if __name__ == "__main__":
    sys.exit(main())
