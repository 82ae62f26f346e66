#!/usr/bin/python3
"""tidy: the law and the style as a program. Its findings fail the build.

    tools/tidy/tidy.py                        prints findings and what holds
    tools/tidy/tidy.py --write-requirements   fills the test column of docs/requirements.md
"""
import argparse
import sys
from pathlib import Path

import law
import leaks
import raced
import requirements
import shape
from tree import Finding, Tree

ROOT = Path(__file__).resolve().parents[2]
CHECKS = {
    "each storey sees only what the law allows": law.storeys,
    "each library stands in its place": law.libraries,
    "the rooms of the portal keep to the drawn arrows": law.rooms,
    "files have 300 lines at most, lines 100 columns": shape.lengths,
    "functions have 60 lines at most": shape.functions,
    "names say something": shape.names,
    "no registry, machine or key stands in the tree": leaks.leaks,
    "scripts run on Debian's node": leaks.node_of_debian,
    "every rule has a row, and every row is true": requirements.complete,
    "every use case that changes something is raced": raced.raced,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="The law and the style as a program.")
    parser.add_argument("--write-requirements", action="store_true",
                        help="fill the test column of docs/requirements.md from the tests")
    arguments = parser.parse_args()
    tree = Tree.of_folder(ROOT)
    if arguments.write_requirements:
        page = ROOT / requirements.PAGE
        page.write_text(requirements.filled(tree), encoding="utf-8")
        tree = Tree.of_folder(ROOT)
    found = 0
    for promise, check in CHECKS.items():
        findings: list[Finding] = sorted(set(check(tree)))
        found += len(findings)
        print(*findings, sep="\n", end="\n" if findings else "")
        print(f"{'not ok' if findings else 'ok'} - {promise}")
    open_rules = requirements.without_test(tree)
    if open_rules:
        print(f"not yet, {len(open_rules)} rules without a test: {' '.join(open_rules)}")
    print(f"{len(tree.sources)} files, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
