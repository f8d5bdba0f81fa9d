#!/usr/bin/env python3
"""Recomputes what the app shows, from the CSV files and manifests alone.

For every published view, for 1,000 seeded random questions to every package of the catalogue, and for the
cards of the overview, this script answers from the rules of docs/field-roles.md with exact fractions, and
compares values, qualifiers, ends, records, refusals and row sets with `outcomes answer`: of one measure, of
several side by side, of one against another, and of shares of a whole. It shares no code with the app.
"""

import collections
import csv
import json
import math
import multiprocessing
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "public" / "data"
COUNT, SEED = int(os.environ.get("QUESTIONS", "1000")), 20260101
KINDS = ["actual", "target", "projection", "commitment"]
RANKS = ["agency", "grantee", "funder", "press", "repost"]
ABSENT = set("LMOQ") | {"not-yet-due"}
PLACE = "\0place"  # where a row stands in its file; no column has this name
ABOUT, LOWER, UPPER = {"about", "nearly"}, {"more_than", "at_least"}, {"up_to", "less_than"}


class Refused(Exception):
    """There is no answer; the words are the kind of refusal."""


# ── Quantities: a word and two ends, each (value, open) or None ──────────────────────────────────


def worded(word, x):
    here, open_ = (x, False), (x, True)
    return {
        "more_than": (word, open_, None),
        "at_least": (word, here, None),
        "up_to": (word, None, here),
        "less_than": (word, None, open_),
        "range": ("exact", here, here),
    }.get(word, (word, here, here))


def word_of_sum(words):
    """The word of a sum of at least two parts; None where there is none."""
    words = set(words)
    if words & ABOUT:
        return None if words & (LOWER | UPPER) else "about"
    if words & LOWER and words & UPPER:
        return None
    for word in ("more_than", "less_than"):
        if word in words:
            return word
    for word in ("at_least", "up_to"):
        if word in words:
            return word
    return "exact"


def over(above, below):
    """A rate of two quantities that are not negative; None where nothing is known."""
    about = above[0] in ABOUT or below[0] in ABOUT
    width = [q for q in (above, below) if q[0] not in ABOUT and q[0] != "exact"]
    if about and width:
        return None
    if below[2] is not None and below[2][0] <= 0:
        return None
    low = high = None
    if above[1] is not None and below[2] is not None:
        low = (above[1][0] / below[2][0], above[1][1] or below[2][1])
    if above[2] is not None and below[1] is not None and below[1][0] > 0:
        high = (above[2][0] / below[1][0], above[2][1] or below[1][1])
    if low is None and high is None:
        return None
    if about:
        return ("about", low, high)
    if low and high:
        return ("exact" if low[0] == high[0] else "range", low, high)
    if low:
        return ("more_than" if low[1] else "at_least", low, None)
    return ("less_than" if high[1] else "up_to", None, high)


# ── Packages ─────────────────────────────────────────────────────────────────────────────────────


class Table:
    def __init__(self, folder, resource):
        self.name, self.roles = resource["name"], resource.get("outcomes", {})
        schema = resource["schema"]
        if isinstance(schema, str):
            schema = json.loads((folder / schema).read_text("utf-8"))
        self.schema = schema
        self.fields = {field["name"]: field for field in schema["fields"]}
        with open(folder / resource["path"], encoding="utf-8-sig", newline="") as file:
            self.rows = list(csv.DictReader(file))
        for at, row in enumerate(self.rows):
            row[PLACE] = at
        self.parsed, self.places = {}, {}
        key = schema.get("primaryKey", [])
        self.key = [key] if isinstance(key, str) else key

    def role(self, field):
        return self.fields[field].get("outcomes", {})

    def with_role(self, role):
        return next((name for name in self.fields if self.role(name).get("role") == role), None)

    def list_of(self, field):
        for key in self.schema.get("foreignKeys", []):
            fields, others = key["fields"], key["reference"]["fields"]
            if [fields] == [field] or fields == [field]:
                return key["reference"].get("resource") or self.name, (others if isinstance(others, str) else others[0])
        return None

    def text(self, row, role):
        field = self.with_role(role)
        return row[field] if field else ""

    def words(self, field):
        self.rows_with(field, [])
        return set(self.places[field])

    def rows_with(self, field, values):
        """The places of the rows that have one of these values."""
        if field not in self.places:
            places = collections.defaultdict(set)
            for row in self.rows:
                places[row[field]].add(row[PLACE])
            self.places[field] = places
        return set().union(*(self.places[field].get(value, set()) for value in values))

    def number(self, row, field):
        """(word, value, reasons): value is None where there is no number."""
        if field is None:
            return None, None, set()
        known = self.parsed.setdefault(field, {})
        if row[PLACE] not in known:
            known[row[PLACE]] = self.parse(row, field)
        return known[row[PLACE]]

    def parse(self, row, field):
        text, roles = row[field], self.role(field)
        missing = self.fields[field].get("missingValues", self.schema.get("missingValues", [""]))
        missing = [m if isinstance(m, str) else m["value"] for m in missing]
        marker = roles.get("markers", {}).get(text)
        word, value, reasons = "exact", None, set()
        if marker and "bound" in marker:
            word, value = marker["bound"], Fraction(str(marker["value"]))
        elif marker:
            reasons = {marker.get("status", "O")}
        elif text in missing:
            reasons = {"O"}
        else:
            value = Fraction(text)
        for other in self.fields:
            about = self.role(other)
            if about.get("of") != field:
                continue
            if about["role"] == "status" and row[other]:
                reasons |= set(row[other].split("~")) - {"A"}
            if about["role"] == "qualifier" and row[other] not in ("", "exact"):
                word = row[other]
        if reasons & ABSENT:
            value = None
        return word, value, reasons


class Package:
    def __init__(self, folder):
        self.manifest = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.roles = self.manifest.get("outcomes", {})
        self.tables = {
            resource["name"]: Table(folder, resource)
            for resource in self.manifest["resources"]
            if resource.get("outcomes", {}).get("role") not in ("slice", "story", "picture")
        }
        self.measures = self.read_measures()
        self.known_levels, self.known_mixed = {}, {}

    def of_role(self, role):
        return [table for table in self.tables.values() if table.roles.get("role") == role]

    def read_measures(self):
        measures = {}
        for table in self.of_role("facts"):
            if "margin_of" in table.roles:
                continue
            for field in table.fields:
                roles = table.role(field)
                if roles.get("role") != "measure":
                    continue
                found = [(roles.get("name", field), {"column": field, **roles})]
                for rate in roles.get("rates", []):
                    found.append((rate["name"], {**roles, "adds": "rate", "over": rate["denominator"], "column": field}))
                for code, measure in found:
                    code = f"{table.name}.{code}" if code in measures else code
                    measures[code] = {**measure, "table": table}
        return measures

    def dimensions(self, table):
        """field → (bridge or None, field through which the bridge is reached, own field)."""
        dims = {f: None for f in table.fields if table.role(f).get("role") in ("dimension", "period")}
        for bridge in self.of_role("bridge"):
            if table.roles.get("role") != "facts":
                continue
            joint = None
            for field in bridge.fields:
                target = bridge.list_of(field)
                if not target or joint:
                    continue
                if target[0] == table.name:
                    joint = (field, target[1])
                else:
                    joint = next(((field, own) for own in table.fields if table.list_of(own) == target), None)
            for field in bridge.fields:
                if joint and field != joint[0] and field not in dims and bridge.role(field).get("role") == "dimension":
                    linked = collections.defaultdict(set)
                    for row in bridge.rows:
                        linked[row[joint[0]]].add(row[field])
                    dims[field] = (bridge, linked, joint[1])
        return dims

    def codes(self, table, field, row, dims):
        if dims[field] is None:
            return {row[field]} - {""}
        _, linked, own = dims[field]
        return linked[row[own]]

    def levels(self, table, field):
        """code → level, levels in the order of the list; nothing where the field is no tree."""
        if (table.name, field) not in self.known_levels:
            self.known_levels[(table.name, field)] = self.read_levels(table, field)
        return self.known_levels[(table.name, field)]

    def read_levels(self, table, field):
        target = table.list_of(field)
        codes = self.tables.get(target[0]) if target else None
        level = codes.with_role("level") if codes else None
        if not level:
            return {}, []
        of = {row[codes.key[0]]: row[level] for row in codes.rows}
        return of, list(dict.fromkeys(of.values()))


# ── A wide table ─────────────────────────────────────────────────────────────────────────────────


class Facts:
    def __init__(self, package, query):
        self.package, self.query = package, query
        self.measure = package.measures[query["measure"]]
        self.whole = self.measure["table"]
        self.dims = package.dimensions(self.whole)
        self.axes = [query["by"]] + ([query["series"]] if query.get("series") else [])
        self.filters = dict(query.get("filters", {}))

    def columns(self):
        if self.measure["adds"] == "count":
            return None
        extra = self.measure.get("over") if self.measure["adds"] == "rate" else self.measure.get("weight")
        return [self.measure["column"]] + ([extra] if extra else [])

    def table_for(self, fields):
        best, columns = self.whole, self.columns()
        for table in self.package.of_role("facts"):
            fits = table.roles.get("margin_of") == self.whole.name and columns is not None
            fits = fits and all(c in table.fields for c in columns)
            fits = fits and all(f in table.fields and table.role(f).get("role") in ("dimension", "period") for f in fields)
            if fits and (best is self.whole or len(table.rows) < len(best.rows)):
                best = table
        return best

    def is_tree_mixed(self, table, field):
        if self.dims.get(field) is not None or field not in table.fields:
            return False
        of, _ = self.package.levels(self.whole, field)
        known, at = self.package.known_mixed, (self.whole.name, table.name, field)
        if at not in known:
            known[at] = bool(of) and len({of.get(row[field]) for row in table.rows if row[field]}) > 1
        return known[at]

    def passing(self, table, filters):
        def linked(row, field, values):
            return bool(self.package.codes(table, field, row, self.dims) & set(values))

        rows = table.rows
        own = [table.rows_with(f, v) for f, v in filters.items() if self.dims[f] is None]
        if own:
            rows = [table.rows[place] for place in sorted(set.intersection(*own))]
        bridged = [(f, v) for f, v in filters.items() if self.dims[f] is not None]
        return [row for row in rows if all(linked(row, f, v) for f, v in bridged)]

    def answer(self):
        table = self.table_for(set(self.axes) | set(self.filters))
        rows = self.passing(table, self.filters)
        closed = set(self.measure.get("not_additive_over", []))
        for field in self.dims:
            chosen = self.filters.get(field, [])
            own = self.dims[field] is None
            if field in self.axes:
                of, names = self.package.levels(self.whole, field) if own else ({}, [])
                if of and not chosen:
                    used = collections.Counter(of[code] for code in table.words(field) - {""})
                    names = [name for name in names if used[name]]
                    several = [name for name in names if used[name] > 1]
                    asked = self.query.get("level")
                    level = asked if asked in names else (several or names)[0]
                    rows = [row for row in rows if of.get(row[field]) == level]
                continue
            if not own or len(chosen) == 1 or not (field in closed or self.is_tree_mixed(table, field)):
                continue
            if field not in table.fields:
                continue
            default = self.whole.role(field).get("default")
            if default is None or chosen:
                raise Refused("no_split")
            self.filters[field] = [default]
            rows = [row for row in rows if row[field] == default]
        if self.measure.get("over_time") != "flow" and self.measure["adds"] != "count":
            for field in self.dims:
                is_time = self.dims[field] is None and self.whole.role(field).get("role") == "period"
                if is_time and field not in self.axes and field in table.fields:
                    last = max((row[field] for row in rows if row[field]), default=None)
                    if last is not None:
                        rows = [row for row in rows if row[field] == last]
                        self.filters[field] = [last]
        if not rows:
            raise Refused("empty")
        groups = collections.defaultdict(list)
        for row in rows:
            keys = [self.codes_shown(table, field, row) for field in self.axes]
            for key in keys[0]:
                for series in keys[1] if len(keys) > 1 else [None]:
                    groups[(key, series)].append(row)
        adds = self.measure["adds"]
        several = any(len(group) > 1 for group in groups.values())
        if adds == "none" and several:
            raise Refused("cannot_average")
        if adds in ("sum", "mean", "none"):
            for field in closed:
                used = field in self.axes or (several and field in self.filters)
                if used and self.dims.get(field) is not None:
                    raise Refused("no_split")
        cells = {key: self.cell(table, group) for key, group in groups.items()}
        self.table, self.groups = table, groups
        return cells, self.total(closed)

    def percentiles(self, key):
        """at → quantity of the one record behind a cell; nothing where there are several."""
        if len(self.groups[key]) != 1:
            return {}
        of, found = self.measure.get("percentile", {}).get("of"), {}
        for field in self.whole.fields:
            known = self.whole.role(field).get("percentile")
            if known and known["of"] == of:
                word, value, _ = self.table.number(self.groups[key][0], field)
                found[known["at"]] = worded(word, value) if value is not None else None
        return found

    def codes_shown(self, table, field, row):
        codes = self.package.codes(table, field, row, self.dims)
        chosen = self.filters.get(field)
        return {code for code in codes if not chosen or code in chosen}

    def total(self, closed):
        adds, fixed = self.measure["adds"], lambda field: len(self.filters.get(field, [])) == 1
        table = self.table_for(set(self.filters))
        if any(self.is_tree_mixed(self.whole, field) and not fixed(field) for field in self.dims):
            return None
        if adds == "none":
            return None
        if adds != "count":
            for field in closed:
                own = self.dims.get(field, 0) is None
                if (own and not fixed(field)) or (not own and field in self.filters):
                    return None
            times = [f for f in self.dims if self.dims[f] is None and self.whole.role(f).get("role") == "period"]
            if self.measure.get("over_time") != "flow" and not all(fixed(field) for field in times):
                return None
        return self.cell(table, self.passing(table, self.filters))

    def sum(self, table, rows, field):
        """(quantity or None, records, records without a number)."""
        parts = [table.number(row, field)[:2] for row in rows]
        known = [(word, value) for word, value in parts if value is not None]
        without = len(parts) - len(known)
        if len(parts) == 1:
            return (worded(*known[0]) if known else None), 1, without
        value = sum((value for _, value in known), Fraction(0))
        if not known or (without and (self.measure.get("negative") or value == 0)):
            return None, len(parts), without
        word = word_of_sum([word for word, _ in known] + (["at_least"] if without else []))
        return (worded(word, value) if word else None), len(parts), without

    def cell(self, table, rows):
        adds, column = self.measure["adds"], self.measure["column"]
        if adds == "count":
            return worded("exact", Fraction(len(rows))), len(rows), 0
        if adds == "rate":
            above, below = self.sum(table, rows, column), self.sum(table, rows, self.measure["over"])
            known = above[0] is not None and below[0] is not None
            return (over(above[0], below[0]) if known else None), above[1], max(above[2], below[2])
        if adds == "mean" and len(rows) != 1:
            pairs = [(table.number(row, column), table.number(row, self.measure.get("weight"))) for row in rows]
            bad = sum(1 for v, w in pairs if v[1] is None or w[1] is None or w[0] != "exact")
            weights = sum((w[1] for _, w in pairs if w[1] is not None), Fraction(0))
            if bad or weights <= 0:
                return None, len(rows), bad
            word = word_of_sum(v[0] for v, _ in pairs)
            mean = sum(v[1] * w[1] for v, w in pairs) / weights
            return (worded(word, mean) if word else None), len(rows), 0
        return self.sum(table, rows, column)


# ── A table of published figures ─────────────────────────────────────────────────────────────────


class Figures:
    def __init__(self, package):
        self.package = package
        self.table = package.of_role("figures")[0]
        list_name, key = self.table.list_of(self.table.with_role("source"))
        self.sources = package.tables[list_name]
        self.by_id = {row[key]: row for row in self.sources.rows}

    def source(self, row):
        return self.by_id.get(self.table.text(row, "source"))

    def strength(self, row):
        source = self.source(row)
        rank = self.sources.text(source, "rank") if source else ""
        return RANKS.index(rank) if rank in RANKS else len(RANKS)

    def published(self, row):
        source = self.source(row)
        return self.table.text(row, "published_on") or (self.sources.text(source, "published_on") if source else "")

    def claims(self, rows):
        groups = collections.defaultdict(list)
        for row in rows:
            groups[self.table.text(row, "claim") or self.table.text(row, "figure_id")].append(row)
        return {
            claim: sorted(group, key=lambda row: (self.strength(row), self.table.text(row, "figure_id")))
            for claim, group in groups.items()
        }

    def first_published(self, group):
        dates = [date for date in map(self.published, group) if date]
        told = [d for d in dates if not any(len(o) > len(d) and o.startswith(d) for o in dates)]
        return min(told, default="")

    def dated(self, group):
        for role in ("as_of", "period_end", "period"):
            dates = [last_month(date) for date in (self.table.text(row, role) for row in group) if date]
            if dates:
                return min(dates)
        return self.first_published(group)

    def quantity(self, row):
        def number(role):
            field = self.table.with_role(role)
            return self.table.number(row, field)[1] if field else None

        word = self.table.text(row, "qualifier") or "exact"
        low, high, value = number("low"), number("high"), number("value")
        if word == "range" and low is not None and high is not None:
            return ("range", (low, False), (high, False))
        return worded(word, value) if value is not None else None

    def answer(self, query):
        table, filters = self.table, query.get("filters", {})
        code = table.with_role("measure_code")
        rows = [row for row in table.rows if row[code] == query["measure"]]
        rows = [row for row in rows if all(row[field] in values for field, values in filters.items())]
        rows = [row for row in rows if table.text(row, "background") != "true"]
        kinds = {table.text(row, "kind") for row in rows}
        kind = query.get("kind") or next((kind for kind in KINDS if kind in kinds), None)
        rows = [row for row in rows if kind is None or table.text(row, "kind") == kind]
        rows = [row for row in rows if not table.text(row, "part_of")]
        rows = self.of_scope(rows, query, filters)
        if not rows:
            raise Refused("empty")
        by, series = query["by"], query.get("series")
        claims = self.claims(rows)
        on_time = table.role(by).get("role") == "published_on"
        cells = collections.defaultdict(list)
        for claim, group in claims.items():
            date = self.dated(group)
            key = date if on_time else group[0][by]
            if on_time and not date:
                continue
            cells[(key, group[0][series] if series else None)].append((date, -self.strength(group[0]), claim))
        shown = {}
        for key, found in cells.items():
            if on_time:
                shown[key] = sorted(self.shown(claims[claim]) for _, _, claim in found)
                continue
            newest = max(date for date, _, _ in found)
            strongest = max(s for date, s, _ in found if date == newest)
            rivals = [c for date, s, c in found if date == newest and s == strongest]
            if self.is_cumulative(query["measure"]):
                # A count from the start of the program only grows: the larger is the later.
                largest = max(self.anchor(claims[c]) for c in rivals)
                rivals = [c for c in rivals if self.anchor(claims[c]) == largest]
            claim = min(rivals)
            shown[key] = [self.shown(claims[claim])]
        return shown

    def shown(self, group):
        return self.quantity(group[0]), len(group)

    def kinds(self, code):
        column = self.table.with_role("measure_code")
        return {self.table.text(row, "kind") for row in self.table.rows if row[column] == code}

    def of_measure(self, code, role):
        for measures in self.package.of_role("measures"):
            for row in measures.rows:
                if row[measures.key[0]] == code:
                    return measures.text(row, role)
        return ""

    def unit(self, code):
        return self.of_measure(code, "unit_code")

    def is_cumulative(self, code):
        return self.of_measure(code, "over_time") == "cumulative"

    def anchor(self, group):
        quantity = self.quantity(group[0])
        ends = [end[0] for end in quantity[1:] if end] if quantity else []
        return int(sum(ends) / len(ends)) if ends else 0

    def of_scope(self, rows, query, filters):
        table, by = self.table, query["by"]
        named = {by, query.get("series"), *filters}
        is_time = table.role(by).get("role") in ("period", "published_on")
        scopes = [
            field for field in table.fields
            if table.role(field).get("role") == "dimension" and table.list_of(field) and field not in named
            and any(not row[field] for row in table.rows)
        ]
        own = [row for row in rows if table.role(by).get("role") == "published_on" or row[by]]
        strict = [row for row in own if all(not row[scope] for scope in scopes)]
        if strict:
            return strict
        if is_time:
            alone = []
            for scope in scopes:
                found = [r for r in own if all(bool(r[other]) == (other == scope) for other in scopes)]
                if found:
                    alone.append((len({row[scope] for row in found}), found))
            return min(alone, key=lambda pair: pair[0])[1] if alone else []
        return own if all(len({row[scope] for row in own}) <= 1 for scope in scopes) else []


def last_month(date):
    """A quarter as its last month; any other date as it is."""
    year, _, quarter = date.partition("-Q")
    return f"{year}-{int(quarter) * 3:02}" if quarter else date


# ── Comparison ───────────────────────────────────────────────────────────────────────────────────


def same_end(shown, mine):
    if shown is None or mine is None:
        return shown is None and mine is None
    return shown["open"] == mine[1] and math.isclose(shown["at"], float(mine[0]), rel_tol=1e-12, abs_tol=1e-9)


def same_quantity(shown, mine):
    if shown is None or mine is None:
        return shown is None and mine is None
    return shown["word"] == mine[0] and same_end(shown["low"], mine[1]) and same_end(shown["high"], mine[2])


def same_cell(cell, mine):
    quantity, records, without = mine
    return (
        same_quantity(cell["quantity"], quantity)
        and cell["records"] == records
        and cell["without_number"] == without
    )


def by_key(frame):
    series = [key for key, _ in frame["series"]["values"]] if frame["series"] else []
    rows = collections.defaultdict(list)
    for row in frame["rows"]:
        rows[(row["key"], series[row["series"]] if row["series"] is not None else None)].append(row)
    return rows


MISSING = (None, 0, 0)


class Answer:
    """What the rules give for a question: cells by (key, series), those of the other measure, the total."""

    def __init__(self, package, query):
        self.package, self.query, self.across, self.facts = package, query, None, None
        self.is_figure = query["measure"] not in package.measures
        further = query.get("compare", [])
        if further:
            self.cells, self.total = self.side_by_side([query["measure"], *further]), None
        elif query.get("x"):
            (own, self.filters), self.total = self.alone(query["measure"]), None
            other = self.others(query["x"])
            series = {series for _, series in own}
            self.across = {key: cell for key, cell in other.items() if key[1] in series or key[1] is None}
            empty = [MISSING] if self.is_figure else MISSING
            self.cells = {key: own.get(key, empty) for key in {**own, **self.across}}
        elif query.get("share"):
            self.cells, self.total = self.shares(), None
        else:
            (self.cells, self.filters), self.total = self.alone(query["measure"], whole=True), self.total

    def alone(self, code, whole=False, **changes):
        query = {**self.query, "measure": code, "compare": [], "x": None, "share": False, **changes}
        self.total = None
        if self.is_figure:
            figures = Figures(self.package)
            if code != self.query["measure"] and query.get("kind") not in figures.kinds(code):
                query["kind"] = None
            return figures.answer(query), query.get("filters", {})
        facts = Facts(self.package, query)
        cells, total = facts.answer()
        if whole:
            self.facts, self.total = facts, total
        return cells, facts.filters

    def others(self, code):
        """The cells of another measure; refused where it stands at other dates than the first."""
        try:
            cells, filters = self.alone(code)
        except Refused as refused:
            if str(refused) == "empty":
                return {}
            raise
        if filters != self.filters:
            raise Refused("other_span")
        return cells

    def side_by_side(self, codes):
        own, self.filters = self.alone(codes[0])
        cells = {(key, codes[0]): cell for (key, _), cell in own.items()}
        for code in codes[1:]:
            found = self.others(code)
            figures = Figures(self.package) if self.is_figure else None
            if found and figures and figures.unit(code) != figures.unit(codes[0]):
                raise Refused("other_unit")
            cells.update({(key, code): cell for (key, _), cell in found.items()})
        return cells

    def shares(self):
        parts, self.filters = self.alone(self.query["measure"])
        wholes, _ = self.alone(self.query["measure"], series=None)
        cells = {}
        for (key, series), (part, records, without) in parts.items():
            whole = wholes.get((key, None), MISSING)[0]
            is_known = part is not None and whole is not None and whole[1] is not None and whole[2] is not None
            cells[(key, series)] = (over(part, whole) if is_known else None), records, without
        return cells


def place_of(mine, label, first):
    """By what a label stands where it does: its largest number, before that its number of the first measure."""

    def largest(of):
        anchors = []
        for (key, series), cells in mine.items():
            for quantity, *_ in cells if isinstance(cells, list) else [cells]:
                if key == label and quantity and (of is None or series == of):
                    ends = [end[0] for end in quantity[1:] if end]
                    anchors.append(sum(ends) / len(ends))
        return max(anchors, default=-math.inf)

    return (largest(first), largest(None)) if first else (largest(None),)


def top_holds(frame, mine, top, query):
    """The labels shown are so many, and none left out has a larger value."""
    labels = {key for key, _ in mine}
    shown = {row["key"] for row in frame["rows"]}
    if len(shown) != min(top, len(labels)) or not shown <= labels:
        return False
    if frame["by"]["sort"] == "time" or query.get("sort") == "name":
        return True
    first = query["measure"] if query.get("compare") else None
    places = {label: place_of(mine, label, first) for label in labels}
    return min(places[a] for a in shown) >= max(places[b] for b in labels - shown)


def same_figures(rows, cells):
    """Whether rows and claims pair off: the number and how many sources say it."""
    left = list(cells)
    for row in rows:
        sources = len(row["figure"]["sources"]) if row["figure"] else 0
        match = next((m for m in left if same_quantity(row["cell"]["quantity"], m[0]) and m[1] == sources), None)
        if match:
            left.remove(match)
    return not left and len(rows) == len(cells)


def same_across(cell, found, is_figure):
    """Whether the other number of a row is what the other measure says of it."""
    if is_figure:
        mine = found[0] if found else MISSING
        sources = len(cell["claimed"]["figure"]["sources"]) if cell.get("claimed") else 0
        return same_quantity(cell["quantity"], mine[0]) and sources == mine[1]
    return same_cell(cell, found or MISSING)


def compare(package, answered, tally):
    query = answered["query"]
    try:
        mine = Answer(package, query)
    except Refused as refused:
        tally["refusals"] += 1
        kind = answered.get("refusal")
        kind = kind if isinstance(kind, str) else next(iter(kind or {"none": 0}))
        return [] if kind == str(refused) else [f"refused: {kind}, here {refused}"]
    frame, cells = answered.get("frame"), mine.cells
    if frame is None:
        return [f"refused: {answered['refusal']}, here {len(cells)} rows"]
    tally["frames"] += 1
    wrong, theirs, top = [], by_key(frame), query.get("top")
    if top and len({key for key, _ in cells}) > top:
        if not top_holds(frame, cells, top, query):
            wrong.append("other labels are on top")
        cells = {key: cell for key, cell in cells.items() if key in theirs}
    if set(theirs) != set(cells):
        wrong.append(f"rows: only theirs {set(theirs) - set(cells)}, only here {set(cells) - set(theirs)}")
    for key in set(theirs) & set(cells):
        tally["cells"] += 1
        rows = theirs[key]
        same = same_figures(rows, cells[key]) if mine.is_figure else len(rows) == 1 and same_cell(rows[0]["cell"], cells[key])
        if not same:
            wrong.append(f"{key}: {[row['cell'] for row in rows]}, here {cells[key]}")
        if mine.across is not None:
            tally["pairs"] += 1
            if not same_across(rows[0]["cell"]["across"], mine.across.get(key), mine.is_figure):
                wrong.append(f"{key} against: {rows[0]['cell']['across']}, here {mine.across.get(key)}")
        for known in rows[0]["cell"].get("percentiles", []):
            tally["percentiles"] += 1
            if not same_quantity(known["quantity"], mine.facts.percentiles(key)[known["at"]]):
                wrong.append(f"{key} at {known['at']}: {known}")
    total = mine.total
    if (frame["total"] is None) != (total is None):
        wrong.append(f"total: {frame['total']}, here {total}")
    elif total is not None:
        tally["totals"] += 1
        if not same_cell(frame["total"], total):
            wrong.append(f"total: {frame['total']}, here {total}")
    return wrong


def overview(package, frames, headlines, tally):
    figures, wrong = Figures(package), []
    claims = figures.claims(figures.table.rows)
    if len(frames) != len(headlines):
        wrong.append(f"{len(frames)} cards for {len(headlines)} headlines")
    for frame, claim in zip(frames, headlines):
        row, group = frame["rows"][0], claims[claim]
        mine = {
            "figure": figures.table.text(group[0], "figure_id"),
            "kind": figures.table.text(group[0], "kind"),
            "published": figures.first_published(group),
            "as_of": figures.table.text(group[0], "as_of"),
            "unit": figures.table.text(group[0], "unit_code"),
            "urls": [figures.sources.text(figures.source(r), "url") for r in group],
        }
        figure = row["figure"]
        theirs = {
            "figure": figure["figure_id"],
            "kind": row["kind"],
            "published": figure["published_on"] or "",
            "as_of": figure["as_of"] or "",
            "unit": frame["measure"]["unit"],
            "urls": [frame["sources"][at]["url"] for at in figure["sources"]],
        }
        tally["cards"] += 1
        if theirs != mine or not same_quantity(row["cell"]["quantity"], figures.quantity(group[0])):
            wrong.append(f"{claim}: {theirs} {row['cell']['quantity']}, here {mine}")
    return wrong


def command(*words):
    tool = os.environ.get("OUTCOMES")
    return [*([tool] if tool else ["cargo", "run", "--quiet", "--locked", "--bin", "outcomes", "--"]), *words]


def outcomes(*words):
    done = subprocess.run(command(*words), cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def check_package(entry):
    """1,000 random questions to one package, each checked as soon as it is answered: (what is told, how many differ)."""
    package, tally, told, failed = Package((DATA / entry["path"]).parent), collections.Counter(), [], 0
    words = command("answer", "--random", str(COUNT), "--package", entry["name"], "--seed", str(SEED))
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as asked:
        for line in filter(str.strip, asked.stdout):
            answered = json.loads(line)
            tally["questions"] += 1
            sort = "compare" if answered["query"].get("compare") else "x" if answered["query"].get("x") else "share"
            tally[sort] += sort != "share" or bool(answered["query"].get("share"))
            wrong = compare(package, answered, tally)
            failed += bool(wrong)
            told += [f"✗ {answered['address']}\n  {words}" for words in wrong]
    if asked.returncode or tally["questions"] != COUNT:
        return [*told, f"✗ {entry['name']}: {tally['questions']} of {COUNT} questions"], failed + 1
    said = ("frames", "cells", "totals", "pairs", "percentiles", "refusals")
    sorts = f"{tally['compare']} of several measures, {tally['x']} against another, {tally['share']} of shares"
    told.append(f"{entry['name']}: {COUNT} questions ({sorts}); {', '.join(f'{tally[word]} {word}' for word in said)}")
    return told, failed


def check_views(catalog):
    """Every published view of the list: its frame, and that it is drawn as asked."""
    folders = {entry["name"]: (DATA / entry["path"]).parent for entry in catalog["packages"]}
    packages, tally, told, failed = {}, collections.Counter(), [], 0
    listed = json.loads((DATA / "views.json").read_text("utf-8"))["views"]
    lines = outcomes("answer", "--views").splitlines()
    for view, line in zip(listed, lines, strict=True):
        answered = json.loads(line)
        name = answered["query"]["package"]
        if name not in packages:
            packages[name] = Package(folders[name])
        wrong = compare(packages[name], answered, tally)
        frame = answered.get("frame") or {"query": {}}
        if f"view={frame['query'].get('view')}" not in view["query"].split("&"):
            wrong.append(f"drawn as {frame['query'].get('view')}")
        failed += bool(wrong)
        told += [f"✗ view {view['id']}: {words}" for words in wrong]
    told.append(f"{len(lines)} published views; {tally['cells']} cells, {tally['pairs']} pairs")
    return told, failed


def main():
    catalog = json.loads((DATA / "catalog.json").read_text("utf-8"))
    told, failed = check_views(catalog)
    print("\n".join(told), flush=True)
    # The longest first, so that no core waits for it at the end.
    size = lambda entry: -sum(file.stat().st_size for file in (DATA / entry["path"]).parent.glob("*.csv"))
    with multiprocessing.Pool(2) as pool:
        for told, wrong in pool.imap_unordered(check_package, sorted(catalog["packages"], key=size)):
            failed += wrong
            print("\n".join(told), flush=True)
    headlines = catalog.get("overview", {}).get("headlines", [])
    first = next((e for e in catalog["packages"] if e.get("default")), catalog["packages"][0])
    if headlines:
        tally = collections.Counter()
        package = Package((DATA / first["path"]).parent)
        wrong = overview(package, json.loads(outcomes("answer", "--overview")), headlines, tally)
        failed += len(wrong)
        for words in wrong:
            print(f"✗ overview: {words}")
        print(f"overview: {tally['cards']} cards")
    if failed:
        sys.exit(f"{failed} answers differ")
    print("every answer is the same")


if __name__ == "__main__":
    main()
