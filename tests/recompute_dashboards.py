#!/usr/bin/env python3
"""Recomputes what dashboards show under random filters, from the CSV files and manifests alone.

For 500 seeded random choices of filters of every package whose manifest plans a dashboard: the records and holders
that the choice selects, the count beside each filter value, every tile, the query of every panel with its numbers,
and the columns of the table of holders. The numbers come from the rules of `recompute.py`; this file adds the rules
of dashboards in docs/field-roles.md. It shares no code with the app.
"""

import collections
import json
import multiprocessing
import os
import subprocess
import sys
from urllib.parse import unquote

from recompute import (
    DATA, ROOT, SEED, Facts, Figures, Package, Refused, command, compare, same_cell, same_quantity, word_of_sum,
)

COUNT = int(os.environ.get("CHOICES", "500"))


def parameters(address):
    """name → values of the query part of an address."""
    pairs = (part.split("=", 1) for part in address.lstrip("?").split("&") if part)
    return {unquote(name): [unquote(value) for value in values.split("~") if value] for name, values in pairs}


def planned_query(text):
    """The query of a plan, as `outcomes answer` prints one."""
    known = parameters(text)
    one = {name: (values or [""])[0] for name, values in known.items()}
    query = {name: one[name] for name in ("measure", "by", "series", "kind", "level") if one.get(name)}
    query["compare"] = known.get("compare", [])
    query["filters"] = {name[2:]: values for name, values in known.items() if name.startswith("f.")}
    return query


def added(quantities):
    """The sum of published numbers; None where a bound meets an "about" or no end is known."""
    if len(quantities) == 1:
        return quantities[0]
    ends = []
    for at in (1, 2):
        known = [quantity[at] for quantity in quantities]
        whole = all(end is not None for end in known)
        ends.append((sum(end[0] for end in known), any(end[1] for end in known)) if whole else None)
    word = word_of_sum("exact" if quantity[0] == "range" else quantity[0] for quantity in quantities)
    if word is None or ends == [None, None]:
        return None
    if word == "exact" and ends[0] != ends[1]:
        word = "range"
    return (word, *ends)


class Dashboard:
    """A package with its plan, and the other packages of the catalog that its panels name."""

    def __init__(self, entry, catalog):
        self.folders = {known["name"]: (DATA / known["path"]).parent for known in catalog["packages"]}
        self.name, self.package = entry["name"], Package(self.folders[entry["name"]])
        self.others = {self.name: self.package}
        self.plan = self.package.manifest["outcomes"]["dashboard"]
        self.table = self.package.measures[self.plan["records"]]["table"]
        self.facts = Facts(self.package, {"measure": self.plan["records"], "by": ""})
        self.dims = self.facts.dims

    def other(self, name):
        if name not in self.others:
            self.others[name] = Package(self.folders[name])
        return self.others[name]

    def rows(self, choice):
        return self.facts.passing(self.table, choice)

    def holders(self, choice):
        holder = self.plan.get("holder")
        if holder not in self.table.fields:
            return []
        return list(dict.fromkeys(row[holder] for row in self.rows(choice) if row[holder]))

    def codes(self, field, rows):
        return {code for row in rows for code in self.package.codes(self.table, field, row, self.dims)}

    def choice(self, address):
        """The filters of an address; a range of periods as every period in it."""
        asked = parameters(address)
        choice = {name[2:]: values for name, values in asked.items() if name.startswith("f.")}
        if "period" in asked:
            first, last = min(asked["period"]), max(asked["period"])
            is_time = lambda field: field in self.table.fields and self.table.role(field).get("role") == "period"
            field = next(field for field in self.plan["filters"] if is_time(field))
            choice[field] = [value for value in sorted(self.table.words(field) - {""}) if first <= value <= last]
        return choice

    def cells(self, measure, filters, by):
        """Cells by key, and the total; nothing where the question is refused."""
        facts = Facts(self.package, {"measure": measure, "by": by, "filters": filters})
        try:
            cells, total = facts.answer()
        except Refused:
            return {}, None
        return {key: cell for (key, _), cell in cells.items()}, total

    def total(self, measure, filters):
        by = next(field for field in self.plan["filters"] if self.dims.get(field, 0) is None)
        return self.cells(measure, filters, by)[1]

    def figures(self, measure, kind):
        try:
            shown = Figures(self.package).answer({"measure": measure, "by": self.plan["holder"], "kind": kind})
        except Refused:
            return {}
        return {holder: cells[0] for (holder, _), cells in shown.items() if cells[0][0] is not None}

    # ── Tiles ────────────────────────────────────────────────────────────────────────────────────

    def tile(self, plan, shown, choice, holders):
        wrong = []
        totals = [(code, self.total(code, {self.plan["holder"]: holders} if choice else {})) for code in plan.get("also", [])]
        totals = [(code, cell) for code, cell in totals if cell is not None and holders]
        if [amount["measure"] for amount in shown["also"]] != [code for code, _ in totals]:
            wrong.append(f"also {shown['also']}, here {totals}")
        for (code, mine), amount in zip(totals, shown["also"]):
            if amount["is_claim"] or not same_cell(amount["cell"], mine):
                wrong.append(f"also {code}: {amount['cell']}, here {mine}")
        first = plan["measures"][0]
        if first in self.package.measures:
            mine, theirs = self.total(first, choice), shown.get("amount")
            if (mine is None) != (theirs is None):
                wrong.append(f"{theirs}, here {mine}")
            elif mine is not None and not (shown["value"] == "total" and same_cell(theirs["cell"], mine)):
                wrong.append(f"{theirs['cell']}, here {mine}")
            return wrong
        mine = [
            (code, holder, cell[0])
            for code in plan["measures"]
            for holder, cell in self.figures(code, plan.get("kind", "actual")).items()
            if holder in holders
        ]
        theirs = {(figure["measure"], figure["holder"]): figure["cell"]["quantity"] for figure in shown["figures"]}
        pairs = {(code, holder): quantity for code, holder, quantity in mine}
        if set(theirs) != set(pairs):
            wrong.append(f"figures of {sorted(theirs)}, here {sorted(pairs)}")
        wrong += [f"{at}: {theirs[at]}, here {pairs[at]}" for at in set(theirs) & set(pairs) if not same_quantity(theirs[at], pairs[at])]
        covered = len({holder for _, holder, _ in mine}), len(holders)
        if (shown["known"], shown["of"]) != covered:
            wrong.append(f"covers {shown['known']} of {shown['of']}, here {covered}")
        is_sum = plan.get("adds") and len({code for code, _, _ in mine}) == 1
        value = "not_published" if not mine else "sum" if is_sum else "listed"
        if shown["value"] != value:
            wrong.append(f"{shown['value']}, here {value}")
        elif is_sum:
            sum_ = added([quantity for _, _, quantity in mine])
            if not same_quantity(shown["amount"]["cell"]["quantity"], sum_):
                wrong.append(f"{shown['amount']['cell']}, here {sum_}")
        return wrong

    # ── Panels ───────────────────────────────────────────────────────────────────────────────────

    def asked(self, plan, choice, package):
        """The query of a panel under a choice, and the fields that do not change it."""
        planned = next(query for query in plan["queries"] if set(query.get("if", [])) <= set(choice))
        query, is_own = planned_query(planned["query"]), "package" not in plan
        chooses = query["by"] if is_own and query["by"] in self.plan["filters"] else None
        if query["measure"] in package.measures:
            known = package.dimensions(package.measures[query["measure"]]["table"])
        else:
            known = Figures(package).table.fields
        mapping, ignored = plan.get("mapping"), set()
        for field, values in choice.items():
            if field == chooses or plan.get("by_holder"):
                continue
            other = plan["follows"].get(field) if "follows" in plan else field if field in known else None
            if other:
                query["filters"][other] = values
            elif not mapping or mapping["from"] != field:
                ignored.add(field)
        others = {field: values for field, values in choice.items() if field != chooses}
        if plan.get("by_holder") and others:
            query["filters"][self.plan["holder"]] = self.holders(others)
        if mapping and choice:
            source = set(choice.get(mapping["from"]) or self.codes(mapping["from"], self.rows(choice)))
            pairs = self.package.tables[mapping["by"]].rows
            mapped = sorted({row[mapping["to"]] for row in pairs if row[mapping["from"]] in source})
            query["filters"][mapping["to"]] = mapped
        return query, ignored

    def panel(self, plan, shown, choice, tally):
        package = self.other(plan.get("package", self.name))
        query, ignored = self.asked(plan, choice, package)
        theirs = {name: shown["query"].get(name) for name in ("measure", "by")}
        filters = {field: sorted(values) for field, values in shown["query"].get("filters", {}).items()}
        mine = {field: sorted(values) for field, values in query["filters"].items()}
        if theirs != {name: query[name] for name in theirs} or filters != mine:
            return [f"asks {theirs} {filters}, here {query}"]
        wrong = [] if len(shown["ignored"]) == len(ignored) else [f"ignores {shown['ignored']}, here {ignored}"]
        frame = shown.get("frame")
        if not all(query["filters"].values()):
            # The choice selects nothing: the number without the filter must not be shown in its place.
            return wrong if shown.get("refusal") == "empty" else [*wrong, f"shows rows, here none is selected: {query}"]
        full = frame["query"] if frame else {**query, "series": shown["query"].get("series") or None}
        for field, values in mine.items():
            answered = full.get("filters", {}).get(field, [])
            if frame and not (answered and set(answered) <= set(values)):
                wrong.append(f"answers {full.get('filters')}, here {mine}")
        # The defaults that the app adds (a last period, say) are recomputed from the query without them.
        asked = {**full, "filters": query["filters"]}
        return wrong + compare(package, {"query": asked, "frame": frame, "refusal": shown.get("refusal")}, tally)

    # ── The table of holders ─────────────────────────────────────────────────────────────────────

    def column(self, plan, choice, holders):
        """Holder → what its cell holds: a count of words, a number or a published number."""
        holder = self.plan["holder"]
        if "field" in plan:
            rows = collections.defaultdict(list)
            for row in self.table.rows:
                rows[row[holder]].append(row)
            return {key: len(self.codes(plan["field"], rows[key])) for key in holders} if rows else {}
        found = {}
        for code in plan["measures"]:
            if code in self.package.measures:
                own = {field: values for field, values in choice.items() if self.dims[field] is None}
                cells = self.cells(code, own, holder)[0]
            else:
                cells = {key: (quantity, None, None) for key, (quantity, _) in self.figures(code, plan.get("kind")).items()}
            found = {**{key: (code, cell) for key, cell in cells.items() if key in holders}, **found}
        return found

    def holder_table(self, shown, choice, holders):
        if set(shown) != set(holders):
            return [f"rows of {sorted(shown)}, here {sorted(holders)}"]
        wrong = []
        for at, plan in enumerate(self.plan.get("columns", [])):
            mine = self.column(plan, choice, holders)
            for key in holders:
                theirs, own = shown[key][at], mine.get(key)
                if isinstance(theirs, list):
                    same = len(theirs) == own
                elif theirs is None:
                    same = own is None or own == 0
                else:
                    same = own is not None and theirs["measure"] == own[0]
                    if same and theirs["is_claim"]:
                        same = same_quantity(theirs["cell"]["quantity"], own[1][0])
                    elif same:
                        same = same_cell(theirs["cell"], own[1])
                if not same:
                    wrong.append(f"{key}, {plan['title']}: {theirs}, here {own}")
        return wrong

    def compare(self, state, tally):
        """What differs between a state of the dashboard and its recomputation."""
        choice = self.choice(state["address"])
        if {field: sorted(values) for field, values in choice.items()} != {field: sorted(values) for field, values in state["choice"].items()}:
            return [f"the choice {state['choice']}, here {choice}"]
        rows, holders, wrong = self.rows(choice), self.holders(choice), []
        if (state["selected"], state["records"]) != (len(rows), len(self.table.rows)):
            wrong.append(f"{state['selected']} of {state['records']} records, here {len(rows)} of {len(self.table.rows)}")
        if state["holders"] != holders:
            wrong.append(f"holders {state['holders']}, here {holders}")
        for facet in state["filters"]:
            field = facet["field"]
            others = self.rows({other: values for other, values in choice.items() if other != field})
            counts = collections.Counter(code for row in others for code in self.package.codes(self.table, field, row, self.dims))
            for value in facet["values"]:
                tally["filter values"] += 1
                if value["records"] != counts[value["key"]]:
                    wrong.append(f"{field} {value['key']}: {value['records']} records, here {counts[value['key']]}")
        for plan, shown in zip(self.plan["tiles"], state["tiles"], strict=True):
            tally["tiles"] += 1
            tally[f"tiles with {shown['value']}"] += 1
            wrong += [f"tile {plan['id']}: {words}" for words in self.tile(plan, shown, choice, holders)]
        shown = {panel["id"]: panel for panel in state["panels"]}
        if [plan["id"] for plan in self.plan["panels"]] != list(shown):
            wrong.append(f"panels {list(shown)}")
        for plan in self.plan["panels"]:
            tally["panels"] += 1
            if plan["id"] in shown:
                wrong += [f"panel {plan['id']}: {words}" for words in self.panel(plan, shown[plan["id"]], choice, tally)]
        return wrong + [f"table: {words}" for words in self.holder_table(state["table"], choice, holders)]


def check(task):
    """Random choices of one dashboard: (lines to print, choices that differ)."""
    entry, catalog, seed, count = task
    board, tally, lines, failed = Dashboard(entry, catalog), collections.Counter(), [], 0
    words = command("answer", "--dashboards", str(count), "--package", entry["name"], "--seed", str(seed))
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as asked:
        for line in filter(str.strip, asked.stdout):
            state = json.loads(line)
            tally["choices"] += 1
            wrong = board.compare(state, tally)
            failed += bool(wrong)
            lines += [f"✗ {entry['name']} {state['address']}\n  {words}" for words in wrong]
    if asked.returncode or tally["choices"] != count:
        return [*lines, f"✗ {entry['name']}: {tally['choices']} of {count} choices"], failed + 1
    lines.append(f"{entry['name']}: {', '.join(f'{count} {word}' for word, count in tally.items())}")
    return lines, failed


def main():
    catalog = json.loads((DATA / "catalog.json").read_text("utf-8"))
    has_plan = lambda entry: "dashboard" in json.loads((DATA / entry["path"]).read_text("utf-8")).get("outcomes", {})
    planned = [entry for entry in catalog["packages"] if has_plan(entry)]
    half = COUNT // 2
    tasks = [(entry, catalog, SEED + at, count) for entry in planned for at, count in enumerate((half, COUNT - half))]
    failed = 0
    with multiprocessing.Pool(2) as pool:
        for lines, wrong in pool.imap_unordered(check, tasks):
            failed += wrong
            print("\n".join(lines), flush=True)
    if failed or not planned:
        sys.exit(f"{failed} choices differ")
    print("every dashboard shows the same")


if __name__ == "__main__":
    main()
