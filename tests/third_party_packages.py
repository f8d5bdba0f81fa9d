#!/usr/bin/env python3
"""Totals of packages that nobody here wrote, from their CSV files alone, with exact decimals.

Reads questions as JSON on standard input, a list of {file, delimiter, by, add, where}; `add` is a column, or null to
count rows. Writes for each a list of [group, total as text], by group. It shares no code with the app.
"""

import csv
import json
import sys
from decimal import Decimal

GAPS = {"", "NA", "N/A", "NaN", "null"}


def totals(question):
    groups = {}
    with open(question["file"], newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file, delimiter=question.get("delimiter", ",")):
            if any(row[field] != value for field, value in question.get("where", {}).items()):
                continue
            group = row[question["by"]]
            cell = "1" if question["add"] is None else row[question["add"]]
            if group == "":
                continue
            number = Decimal(0) if cell in GAPS else Decimal(cell)
            groups[group] = groups.get(group, Decimal(0)) + number
    return [[group, format(total, "f")] for group, total in sorted(groups.items())]


json.dump([totals(question) for question in json.load(sys.stdin)], sys.stdout)
