#!/usr/bin/python3
"""The gate: every test of the product, as a list of named steps.

    gate.py [--quick] [WORD]

Steps come from the tree: tests/<room>/CMakeLists.txt gives the program test_<room>, every
tests/browser/*.mjs a journey in headless Chromium, every tests/interop/*.mjs or *.py a meeting with
a program of somebody else. A word runs the steps and the tests that have
it in their name. The last line is 'N passed, N failed'; nothing is skipped without saying so: a
program that is missing, a test that is skipped or disabled counts as failed.
"""
import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from outcomes import Outcome, failed, of_gtest, of_tap, of_unittest, passed, selected_tests
from postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
LOGS = ROOT / "build" / "test-logs"
PROGRAMS = ["mijnduo", "mijnduo-broker", "mijnduo-mailbox"]
STRICT = ROOT / "build" / "sanitize"
STEP_LIMIT = 40 * 60  # seconds; a step that takes longer hangs
ROOM_LIMIT = 20 * 60  # the races of tests/system take half of it beside everything else
LONG_ROOMS = ["fuzz", "system", "storage"]

STRICT_ENVIRONMENT = {
    "ASAN_OPTIONS": "abort_on_error=0:detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    "LSAN_OPTIONS": f"suppressions={ROOT}/script/lib/leaks.supp:print_suppressions=0",
}


def run(name: str, command: list, limit: int, environment: dict | None = None) -> int | None:
    """Runs a command with its output in its log; nothing when it took too long."""
    with open(LOGS / f"{name}.log", "w", encoding="utf-8") as log:
        try:
            done = subprocess.run([str(word) for word in command], cwd=ROOT, stdout=log,
                                  stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                  timeout=limit, env={**os.environ, **(environment or {})})
            return done.returncode
        except subprocess.TimeoutExpired:
            log.write(f"\nended: took more than {limit} seconds\n")
        except OSError as error:
            log.write(f"\n{error}\n")
    return None


class Gate:
    def __init__(self, word: str, quick: bool):
        self.word = word.replace(".", "_").lower()
        self.quick = quick
        self.outcomes: list[Outcome] = []

    def wants(self, *names: str) -> bool:
        return not self.word or any(self.word in name.lower() for name in names)

    def report(self, name: str, outcomes: list[Outcome], began: float) -> None:
        bad = [outcome for outcome in outcomes if not outcome.passed]
        print(f"{'FAILED' if bad else 'ok':7}{name:34}{len(outcomes) - len(bad):6} passed"
              f"{f', {len(bad)} failed' if bad else '':14}{time.monotonic() - began:8.1f} s",
              flush=True)
        for outcome in bad[:20]:
            print(f"         {outcome.name}{': ' + outcome.why if outcome.why else ''}")
        if bad:
            print(f"         see build/test-logs/{name}.log", flush=True)
        self.outcomes += outcomes

    def whole(self, name: str, command: list, limit: int = STEP_LIMIT,
              environment: dict | None = None) -> bool:
        """A step that counts as one test: it passes or it fails."""
        began = time.monotonic()
        print(f"...    {name}", flush=True)
        status = run(name, command, limit, environment)
        good = status == 0
        self.report(name, [passed(name) if good else failed(name, f"exit status {status}")], began)
        if not good:
            print_tail(LOGS / f"{name}.log")
        return good

    def tap(self, name: str, command: list, environment: dict | None = None) -> None:
        """A step that prints 'ok - what holds' and 'not ok - what does not'."""
        began = time.monotonic()
        print(f"...    {name}", flush=True)
        status = run(name, command, ROOM_LIMIT, environment)
        self.report(name, of_tap(name, LOGS / f"{name}.log", status), began)

    def unit_tests_of_tools(self) -> None:
        files = [*ROOT.glob("tools/*/test_*.py"), *ROOT.glob("script/lib/test_*.py")]
        for file in sorted(files):
            name = f"{file.parent.name}-{file.stem}"
            if self.wants(name):
                began = time.monotonic()
                status = run(name, [sys.executable, file, "-v"], ROOM_LIMIT)
                self.report(name, of_unittest(LOGS / f"{name}.log", status), began)

    def rooms(self) -> list[str]:
        rooms = sorted(file.parent.name for file in ROOT.glob("tests/*/CMakeLists.txt")
                       if any(file.parent.rglob("*.cpp")))
        return [room for room in rooms if self.wants(f"test_{room}") or self.word_in(room)]

    def word_in(self, room: str) -> bool:
        """Whether a test of the room has the word in its name."""
        for file in (ROOT / "tests" / room).rglob("*.cpp"):
            names = re.findall(r"^\s*(?:TYPED_)?TEST\w*\(([^)]*)\)",
                               file.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
            if any(self.word in re.sub(r",\s*", ".", name).lower() for name in names):
                return True
        return False

    def room(self, room: str, environment: dict) -> tuple[str, list[Outcome], float]:
        began = time.monotonic()
        name, program = f"test_{room}", STRICT / f"test_{room}"
        report = LOGS / f"{name}.json"
        report.unlink(missing_ok=True)
        command = [program, f"--gtest_output=json:{report}", "--gtest_brief=1"]
        if self.word and self.word not in name:
            chosen = selected_tests(program, self.word, environment)
            if not chosen:
                return name, [], began
            command.append("--gtest_filter=" + ":".join(chosen))
        status = run(name, command, ROOM_LIMIT, {**STRICT_ENVIRONMENT, **environment})
        return name, of_gtest(name, report, status), began

    def scripts(self) -> list[Path]:
        found = [] if self.quick else [*sorted(ROOT.glob("tests/browser/*.mjs")),
                                       *sorted(ROOT.glob("tests/interop/*.mjs")),
                                       *sorted(ROOT.glob("tests/interop/*.py"))]
        return [file for file in found if self.wants(file.stem)
                or self.word in file.read_text(encoding="utf-8").lower().replace(".", "_")]

    def journey(self, script: Path, number: int, journey: str,
                environment: dict) -> tuple[str, list[Outcome], float]:
        began = time.monotonic()
        name = f"{script.parent.name}-{script.stem}-{number}"
        status = run(name, [*interpreted(script), journey], ROOM_LIMIT, {
            **environment, "MIJNDUO_BUILD": str(ROOT / "build" / "release"),
            "CHROMIUM": os.environ.get("CHROMIUM", "/usr/bin/chromium")})
        return name, of_tap(name, LOGS / f"{name}.log", status), began

    def programs(self, rooms: list[str], scripts: list[Path]) -> None:
        targets = [f"test_{room}" for room in rooms]
        if rooms and not self.whole("build-sanitize", build("sanitize", targets)):
            print("         the rooms run with what there is; what is missing counts as failed")
        if scripts:
            self.whole("build-release", build("release", PROGRAMS))

    def rooms_and_journeys(self, rooms: list[str], scripts: list[Path], environment: dict) -> None:
        """All at once, what takes longest first: none of them keeps a core busy by itself."""
        jobs = [(self.journey, script, number, journey, environment)
                for script in scripts for number, journey in enumerate(journeys_of(script), 1)]
        rooms = sorted(rooms, key=lambda room: room not in LONG_ROOMS)
        jobs[1:1] = [(self.room, room, environment) for room in rooms]
        with ThreadPoolExecutor(max_workers=(os.cpu_count() or 2) + 1) as pool:
            running = [pool.submit(job, *arguments) for job, *arguments in jobs]
            for done in as_completed(running):
                name, outcomes, began = done.result()
                if outcomes:
                    self.report(name, outcomes, began)

    def run_all(self) -> None:
        self.unit_tests_of_tools()
        if self.wants("tidy"):
            self.tap("tidy", [sys.executable, ROOT / "tools/tidy/tidy.py"])
        if self.wants("format"):
            self.whole("format", [ROOT / "script/lib/format", "--check"])
        rooms, scripts = self.rooms(), self.scripts()
        if rooms or scripts:
            with Postgres(ROOT, LOGS) as postgres:
                if postgres.problem:
                    self.report("postgresql", [failed("postgresql", postgres.problem)],
                                time.monotonic())
                self.programs(rooms, scripts)
                self.rooms_and_journeys(rooms, scripts, postgres.environment)
        if self.wants("compiler"):
            self.tap("compiler", [sys.executable, ROOT / "tests/compiler/refusals.py"])
        if self.wants("clang-tidy") and self.word != "tidy":
            self.whole("clang-tidy", [ROOT / "script/lib/clang_tidy"]
                       + (["--changed"] if self.quick else []))


def build(preset: str, targets: list[str]) -> list:
    return [ROOT / "script/lib/build", preset, *targets]


def interpreted(script: Path) -> list:
    return [sys.executable if script.suffix == ".py" else "node", script]


def journeys_of(script: Path) -> list[str]:
    """The names of its journeys; none: one run of the script, which then says what is wrong."""
    if script.parent.name != "browser":
        return [""]
    listed = subprocess.run(["node", script, "--list"], capture_output=True, text=True,
                            timeout=60, check=False).stdout
    return listed.splitlines() or [""]


def print_tail(log: Path, lines: int = 30) -> None:
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]:
        print("         | " + line[:200])


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs every test of the product.")
    parser.add_argument("word", nargs="?", default="",
                        help="only steps and tests with this in their name")
    parser.add_argument("--quick", action="store_true",
                        help="without browser; clang-tidy on changes only")
    arguments = parser.parse_args()
    LOGS.mkdir(parents=True, exist_ok=True)
    gate = Gate(arguments.word, arguments.quick)
    began = time.monotonic()
    gate.run_all()
    bad = [outcome for outcome in gate.outcomes if not outcome.passed]
    if not gate.outcomes:
        print(f"No step and no test has '{arguments.word}' in its name.")
    print(f"{time.monotonic() - began:.0f} s")
    for outcome in bad:
        print(f"failed: {outcome.name}")
    print(f"{len(gate.outcomes) - len(bad)} passed, {len(bad)} failed", flush=True)
    return 1 if bad or not gate.outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
