"""docs/requirements.md: every rule has a row, and the row names the tests that prove it."""
import re
from collections.abc import Iterable

from tree import Finding, Tree

PAGE = "docs/requirements.md"
# How many rules each chapter of the product has: P2.1 to P2.13, and so on.
CHAPTERS = {2: 18, 3: 11, 4: 9, 5: 3, 6: 21, 7: 1, 8: 16, 9: 9}
RULES = [f"P{chapter}.{n}" for chapter, count in CHAPTERS.items() for n in range(1, count + 1)]
ROW = re.compile(r"^\| (P\d+\.\d+) \| (.*?) \| (.*?) \|$")
SHOWN = 4  # names a row shows; more of them would only hide the first


def tests_by_rule(tree: Tree) -> dict[str, list[str]]:
    """The names of the tests that carry a rule's number: P2_7 in googletest, P2.7 in a journey."""
    found: dict[str, set[str]] = {rule: set() for rule in RULES}
    for source in tree.sources.values():
        if not source.path.startswith("tests/"):
            continue
        for name in test_names(source.path, source.text):
            for chapter, number in re.findall(r"(?<![A-Za-z0-9])P(\d)[._](\d{1,2})(?!\d)", name):
                found.get(f"P{chapter}.{number}", set()).add(name)
    return {rule: sorted(names) for rule, names in found.items()}


def test_names(path: str, text: str) -> list[str]:
    if path.endswith(".cpp"):
        pairs = re.findall(r"^\s*(?:TYPED_)?TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)", text,
                           re.MULTILINE)
        return [f"{suite}.{name}" for suite, name in pairs]
    if path.endswith(".mjs"):
        stem = path.rsplit("/", 1)[-1]
        titles = re.findall(r"""(['"`])([^'"`\n]*\bP\d[._]\d{1,2}\b[^'"`\n]*)\1""", text)
        return [f"{stem}: {title}" for _, title in titles]
    return []


def column(names: list[str]) -> str:
    if not names:
        return "not yet"
    shown = ", ".join(f"`{name.replace('|', '/')}`" for name in names[:SHOWN])
    return shown + (" and more" if len(names) > SHOWN else "")


def filled(tree: Tree) -> str:
    tests = tests_by_rule(tree)
    lines = []
    for line in tree.text(PAGE).splitlines():
        match = ROW.match(line)
        if match and match[1] in tests:
            line = f"| {match[1]} | {match[2]} | {column(tests[match[1]])} |"
        lines.append(line)
    return "\n".join(lines) + "\n"


def complete(tree: Tree) -> Iterable[Finding]:
    """Every rule has one row; every test that a row names exists and carries the rule's number."""
    tests, seen = tests_by_rule(tree), set()
    for number, line in enumerate(tree.text(PAGE).splitlines(), 1):
        match = ROW.match(line)
        if not match:
            continue
        rule, _, names = match.groups()
        if rule in seen or rule not in tests:
            yield Finding(PAGE, number, f"{rule} has two rows or is no rule")
            continue
        seen.add(rule)
        for name in re.findall(r"`([^`]+)`", names):
            if name not in [known.replace("|", "/") for known in tests[rule]]:
                yield Finding(PAGE, number, f"{rule} names a test that does not exist: {name}")
        if names == "not yet" and tests[rule]:
            yield Finding(PAGE, number,
                          f"{rule} has tests now; run tools/tidy/tidy.py --write-requirements")
    for rule in RULES:
        if rule not in seen:
            yield Finding(PAGE, 1, f"{rule} has no row")


def without_test(tree: Tree) -> list[str]:
    tests = tests_by_rule(tree)
    return [rule for rule in RULES if not tests[rule]]
