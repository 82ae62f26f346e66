"""What a runner printed, read as a list of tests that passed or failed."""
import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    name: str
    passed: bool
    why: str = ""


def passed(name: str) -> Outcome:
    return Outcome(name, True)


def failed(name: str, why: str = "") -> Outcome:
    return Outcome(name, False, why)


def of_gtest(program: str, report: Path, status: int | None) -> list[Outcome]:
    """The tests of a googletest program from its JSON report; without one it died on the way."""
    try:
        suites = json.loads(report.read_text(encoding="utf-8", errors="replace"))["testsuites"]
    except (OSError, ValueError, KeyError):
        return [failed(program, f"died or is missing (exit status {status})")]
    outcomes = []
    for suite in suites:
        for test in suite["testsuite"]:
            name = f"{suite['name']}.{test['name']}"
            if test.get("failures"):
                outcomes.append(failed(name, first_line(test["failures"][0]["failure"])))
            elif test.get("result") == "COMPLETED":
                outcomes.append(passed(name))
            elif test.get("result") == "SKIPPED" or "DISABLED_" in name:
                outcomes.append(failed(name, "skipped or disabled"))
    if status != 0 and all(outcome.passed for outcome in outcomes):
        outcomes.append(failed(program, f"exit status {status}"))  # such as a leak found at the end
    return outcomes or [failed(program, "ran no test")]


def of_tap(script: str, log: Path, status: int | None) -> list[Outcome]:
    """Lines 'ok - name' and 'not ok - name'. A skip is a failure."""
    outcomes = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = re.match(r"(not ok|ok)\b\s*\d*\s*-?\s*(.*)", line)
        if match:
            skipped = re.search(r"#\s*(skip|todo)\b", match[2], re.IGNORECASE)
            good = match[1] == "ok" and not skipped
            outcomes.append(Outcome(match[2], good, "skipped" if skipped else ""))
    if not outcomes:
        return [failed(script, f"ran no test (exit status {status})")]
    if status != 0 and all(outcome.passed for outcome in outcomes):
        outcomes.append(failed(script, f"exit status {status}"))
    return outcomes


def of_unittest(log: Path, status: int | None) -> list[Outcome]:
    """The lines that python3's unittest prints with -v."""
    outcomes = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = re.match(r"(test_\w+) .*\.\.\. (ok|FAIL|ERROR|skipped.*)$", line)
        if match:
            good = match[2] == "ok"
            outcomes.append(Outcome(match[1], good, "" if good else match[2]))
    if not outcomes or (status != 0 and all(outcome.passed for outcome in outcomes)):
        outcomes.append(failed(log.stem, f"exit status {status}"))
    return outcomes


def selected_tests(program: Path, word: str, environment: dict) -> list[str]:
    """The full names of the tests with the word in them, without regard to case. The environment
    says which databases there are to test on."""
    try:
        listed = subprocess.run([program, "--gtest_list_tests"], capture_output=True, text=True,
                                timeout=60, env={**os.environ, **environment}).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    chosen, suite = [], ""
    for line in listed.splitlines():
        if not line.startswith(" "):
            suite = line.split()[0] if line.strip() else ""
        else:
            name = suite + line.split()[0]
            if word in name.lower():
                chosen.append(name)
    return chosen


def first_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(lines[:2])[:160]
