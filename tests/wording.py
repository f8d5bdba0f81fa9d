#!/usr/bin/env python3
"""Shows that a version of a data package changed wording only.

Usage: python3 tests/wording.py public/data/good-jobs-challenge 1.3.0

The working files of the package are compared with its version folder `v/1.3.0`. Texts that people read may
differ in their words (the columns in TEXTS, the JSON properties in WORDS). Everything else must be equal:
files, columns, rows, order, codes, values, names and addresses. A changed text keeps each number with its
qualifier, each month, each address and each quoted passage. Stories are left out: `outcomes check` compares
their numbers with the figures. The same rules hold `catalog.json` and `terms.json` against a git revision:

       python3 tests/wording.py public/data/catalog.json HEAD~1
"""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

TEXTS = {
    "awards": {"description", "note"},
    "award_phases": {"basis"},
    "claims": {"title"},
    "corrections": {"reason"},
    "coverages": {"label"},
    "definitions": {"term", "definition"},
    "engagement_models": {"what_it_is", "employers_do", "training", "came_of_it"},
    "figures": {"note", "comparison_reason"},
    "grantees": {"note"},
    "industries": {"note"},
    "measures": {"title", "definition"},
    "phases": {"what_it_is"},
    "reporting": {"statement"},
    "units": {"title"},
    "unknowns": {"statement", "why"},
}
WORDS = {"title", "description", "noun", "note", "grain", "summary", "changes", "blank", "term", "definition"}
LISTS = {"words", "labels"}  # spellings of terms, which follow the titles
RELEASE = {"version", "created", "bytes", "hash"}  # of the manifest

UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10)))
SPELLED = {word: str(at) for at, word in enumerate(UNITS, 2)} | {word: str(at) for word, at in TENS.items()}
SPELLED |= {f"{ten}-{one}": str(at + value) for ten, at in TENS.items() for value, one in enumerate(["one"] + UNITS[:8], 1)}
SAME = {"over": "more than", "above": "more than", "percent": "%", "usd": "$"}
QUALIFIER = r"(?:(about|nearly|more than|over|above|at least|up to|less than|or more|rounded) )?"
NUMBER = re.compile(QUALIFIER + r"(\$)?(\d+(?:[,.:-]\d+)*)(?: ?(million|%))?")
MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
ADDRESS = re.compile(r"https?://[^\s)]+")
QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"")


def kept(text):
    """What a text must not lose: addresses, quoted passages, months, and numbers with their qualifiers."""
    found = Counter(ADDRESS.findall(text))
    text = ADDRESS.sub(" ", text)
    found.update(QUOTE.findall(text))
    found.update(re.findall(rf"\b(?:{MONTH})(?= \d)", text))
    plain = re.sub(r"[A-Za-z]+(?:-[a-z]+)?", lambda word: SPELLED.get(word[0].lower(), word[0]), text)
    plain = re.sub(r"\b[A-Za-z]+\b", lambda word: SAME.get(word[0].lower(), word[0]), plain).lower()
    found.update("".join(filter(None, number.groups())) for number in NUMBER.finditer(plain.replace("$ ", "$")))
    return found


def changed(place, was, now, faults):
    """A text that may be reworded."""
    if was == now:
        return
    if not was or not now:
        faults.append(f"{place}: a text was added or removed: {was!r} → {now!r}")
        return
    before, after = kept(was), kept(now)
    for sign, rest in (("lost", before - after), ("added", after - before)):
        if rest:
            faults.append(f"{place}: {sign} {sorted(rest.elements())}: {was!r} → {now!r}")


def table(was, now, texts, faults, name):
    """Two CSV files: the same columns and rows, and the same cells outside the texts."""
    before, after = (list(csv.reader(path.open(encoding="utf-8", newline=""))) for path in (was, now))
    if before[0] != after[0] or len(before) != len(after):
        faults.append(f"{name}: its columns or its number of rows differ")
        return
    for line, (old, new) in enumerate(zip(before[1:], after[1:]), 1):
        for column, a, b in zip(before[0], old, new):
            place = f"{name}, row {line}, column “{column}”"
            if column in texts:
                changed(place, a, b, faults)
            elif a != b:
                faults.append(f"{place}: {a!r} → {b!r}")


def tree(place, was, now, faults, key=""):
    """Two JSON values: the same but for texts."""
    if isinstance(was, dict) and isinstance(now, dict):
        if list(was) != list(now):
            faults.append(f"{place}: its properties differ")
        for name in was.keys() & now.keys():
            tree(f"{place}.{name}", was[name], now[name], faults, name)
    elif isinstance(was, list) and isinstance(now, list) and key not in LISTS:
        if key == "versions":  # the newest is the first; a release adds one
            now = now[len(now) - len(was):]
        if len(was) != len(now):
            faults.append(f"{place}: its length differs")
        for at, (a, b) in enumerate(zip(was, now)):
            tree(f"{place}[{at}]", a, b, faults, key)
    elif key in WORDS and isinstance(was, str) and isinstance(now, str):
        changed(place, was, now, faults)
    elif was != now and key not in LISTS:
        faults.append(f"{place}: {was!r} → {now!r}")


def manifest(text):
    """A manifest without what a release enters, and without its stories."""
    package = json.loads(text)
    stories = [item for item in package["resources"] if item.get("outcomes", {}).get("role") == "story"]
    package["resources"] = [item for item in package["resources"] if item not in stories]
    for item in [package, *package["resources"]]:
        for name in RELEASE:
            item.pop(name, None)
    return package


def compare(folder, version):
    faults, old = [], folder / "v" / version
    names = lambda root: {path.relative_to(root) for path in root.rglob("*") if path.is_file()}
    skip = lambda name: name.parts[0] in ("v", "stories")
    before, after = ({name for name in names(root) if not skip(name)} for root in (old, folder))
    faults += [f"{name}: only in one of the two" for name in sorted(before ^ after)]
    for name in sorted(before & after):
        was, now = old / name, folder / name
        if was.read_bytes() == now.read_bytes():
            continue
        if name.suffix == ".csv":
            table(was, now, TEXTS.get(name.stem, set()), faults, name)
        elif name.suffix == ".json":
            read = manifest if name.name == "datapackage.json" else json.loads
            tree(str(name), read(was.read_text("utf-8")), read(now.read_text("utf-8")), faults)
        else:
            faults.append(f"{name}: its bytes differ")
    return faults, len(before)


def main():
    path = Path(sys.argv[1])
    if path.is_dir():
        faults, count = compare(path, sys.argv[2])
    else:
        old = subprocess.run(["git", "show", f"{sys.argv[2]}:./{path.name}"], cwd=path.parent, check=True, capture_output=True)
        faults, count = [], 1
        tree(path.name, json.loads(old.stdout), json.loads(path.read_text("utf-8")), faults)
    print(*faults, sep="\n", end="\n" if faults else "")
    plural = lambda number: "" if number == 1 else "s"
    found = f"{len(faults) or 'no'} other difference{plural(len(faults))}"
    print(f"{path}: {count} file{plural(count)} compared with {sys.argv[2]}; {found}")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
