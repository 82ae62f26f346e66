#!/usr/bin/python3
"""Takes each check of the door out in turn and sees whether a test notices.

    mutants.py [--sample N] [--again] [WORD]

All mutants are planted in copies of the sources and built once, as the tests are built, so that
the compiler's cache serves the rest; MUTANT=7 wakes number 7 for one run of the tests. Which test
killed a mutant is remembered in build/mutants, and is asked first the next time. A word takes only
the files with it in their path; --sample takes N mutants spread over all; --again forgets who
killed whom. The last line is
'N mutants, N killed, N survived'.
"""
import argparse
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from planting import Mutant, planted

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "mutants"
PLANTED_IN = PLACE / "planted"
KILLERS = PLACE / "killers.json"
EQUIVALENT = ROOT / "tools" / "mutants" / "equivalent.txt"
LIMIT = 180  # seconds, many times what any takes: who takes longer hangs, and that is noticed too

# What is planted, and the programs that have to notice, the likeliest first.
SAML, DOOR, BOTH = ["test_saml"], ["test_attack"], ["test_saml", "test_attack"]
PLANTED = {
    "src/saml/rules/*.cpp": SAML, "src/saml/level.cpp": SAML, "src/saml/xml/guard.cpp": SAML,
    "src/saml/xml/measure.cpp": SAML, "src/saml/xml/parser.cpp": SAML,
    "src/saml/xml/document.cpp": SAML,
    "src/saml/xml/element.cpp": SAML, "src/saml/xml/signature_shape.cpp": SAML,
    "src/saml/xml/verification.cpp": SAML, "src/saml/xml/canonical.cpp": SAML,
    "src/saml/xml/decryption.cpp": SAML, "src/saml/xml/cipher.cpp": SAML,
    "src/saml/receiving.cpp": SAML, "src/saml/verified.cpp": SAML,
    "src/saml/reading.cpp": SAML, "src/saml/artifact.cpp": SAML,
    "src/saml/broker_metadata.cpp": SAML, "src/saml/broker.cpp": SAML,
    "src/saml/broker_claims.cpp": SAML,
    "src/saml/back_channel.cpp": SAML, "src/saml/transfer.cpp": SAML, "src/saml/fetch.cpp": BOTH,
    "src/saml/known_broker.cpp": BOTH, "src/saml/duration.cpp": SAML,
    "src/saml/agency/*.cpp": DOOR,
    "src/server/metadata_source.cpp": DOOR,
    "src/portal/signing_in/sign_in.cpp": ["test_portal", "test_attack"],
    "src/web/signing_in/door.cpp": DOOR,
}
# That a sanitizer stops a mutant is enough: where, nobody asks.
QUICK = {"ASAN_OPTIONS": "symbolize=0:detect_leaks=0", "UBSAN_OPTIONS": "symbolize=0"}
# Which tests are asked first: a guess that saves time, no more.
FIRST = {
    "artifact_answer": "Item_9_7*", "rules/assertion": "Item_9_10*",
    "attributes": "Items_9_14*:Items_9_15*:Rules.*", "authentication": "Item_9_13*:P3_2*",
    "conditions": "Item_9_12*:Rules.*", "heading": "Rules.*:Item_9_7*:Item_9_8*:Item_9_10*",
    "moments": "Item_9_8*:Item_9_12*", "persons": "Items_9_15*:Rules.*",
    "rules/response": "Item_9_8*:P1_*:Rules.*", "status": "Item_9_9*:P3_3*",
    "subject": "Item_9_11*", "saml/level": "Item_9_13*", "xml/guard": "Guard*:S11_S12*",
    "xml/measure": "Guard*:S11_S12*", "xml/parser": "Parser*:S11_S12*",
    "broker_claims": "M1_*", "xml/document": "S11_S12*:Documents*",
    "xml/element": "Documents*:Item_9_8*",
    "signature_shape": "S6_*:S1_S2*:S2_*", "xml/verification": "S1_*",
    "xml/canonical": "Canonical*",
    "decryption": "E1_*:P10_*", "xml/cipher": "Ciphers*:E1_*", "saml/artifact": "A1_*",
    "back_channel": "BackChannel.*", "broker_metadata": "M1_*", "saml/broker": "M1_*:Documents*",
    "saml/reading": "Item_9_8*:Item_9_9*:Item_9_10*:Item_9_11*:Item_9_12*:Item_9_13*",
    "saml/receiving": "Arrival*:Item_9_7*:S5_*",
    "saml/agency": "StaffProvider*:P8_1*:P1_P8_1*:StaffDoor*",
    "known_broker": "MetadataOrder*:Renewal*:Metadata*:LookSchedule*",
    "metadata_source": "Metadata*", "fetch": "MetadataFromAnAddress*",
    "duration": "Duration*", "saml/transfer": "BackChannel*",
    "signing_in": "StaffSignIn*:Choice.*:Return.*:Door.*:Requests.*:Answers.*", "": "S5_*:Rules.*",
}


def write(file: Path, text: str) -> None:
    """Only what differs, so that only that is built again."""
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def plant() -> dict[Mutant, list[str]]:
    """The sources with all mutants asleep; who is in them, and who must notice."""
    watched = {file: programs for pattern, programs in PLANTED.items()
               for file in sorted(ROOT.glob(pattern))}
    mutants: dict[Mutant, list[str]] = {}
    there = set()
    for file, programs in watched.items():
        path = file.relative_to(ROOT)
        text, made = planted(str(path), file.read_text(encoding="utf-8"), len(mutants) + 1)
        mutants |= {mutant: programs for mutant in made}
        if made:
            write(PLANTED_IN / path, text)
            there.add(PLANTED_IN / path)
    for old in PLANTED_IN.glob("**/*.cpp"):
        if old not in there:
            old.unlink()
    return mutants


def build(programs: set[str]) -> bool:
    PLACE.mkdir(parents=True, exist_ok=True)
    presets = json.loads((ROOT / "CMakePresets.json").read_text(encoding="utf-8"))
    flags = next(preset["cacheVariables"] for preset in presets["configurePresets"]
                 if preset["name"] == "sanitize")
    options = [f"-D{name}={value}" for name, value in flags.items()]
    with open(PLACE / "build.log", "w", encoding="utf-8") as log:
        def run(*command: object) -> bool:
            return subprocess.run([str(word) for word in command], stdout=log,
                                  stderr=subprocess.STDOUT, check=False).returncode == 0
        return run("cmake", "-S", ROOT, "-B", PLACE, "-G", "Ninja", *options,
                   f"-DMIJNDUO_PLANTED={PLANTED_IN}") \
            and run("cmake", "--build", PLACE, "--target", *sorted(programs), "--", "-k", "0")


def tests(program: str, number: int, chosen: str = "*") -> tuple[bool, str]:
    """Whether all passed; else the first that failed (none when the program died)."""
    command = [PLACE / program, "--gtest_fail_fast", "--gtest_brief=1", f"--gtest_filter={chosen}"]
    try:
        done = subprocess.run(command, env=os.environ | QUICK | {"MUTANT": str(number)},
                              timeout=LIMIT, capture_output=True, text=True, errors="replace",
                              check=False)
    except subprocess.TimeoutExpired:
        return False, ""
    found = re.search(r"\[  FAILED  \] (\S+?)(?:,| \()", done.stdout)
    return done.returncode == 0, found[1] if found else ""


def killer_of(mutant: Mutant, programs: list[str], known: dict[str, str]) -> str | None:
    """The test that notices, 'died' when the program does not survive; nothing when none does."""
    before = known.get(mutant.key, "")
    if ":" in before:
        program, _, test = before.partition(":")
        if test and program in programs and not tests(program, mutant.number, test)[0]:
            return before
    guess = next(names for part, names in FIRST.items() if part in mutant.path)
    for program in programs:
        for chosen_tests in (guess, "Item*:Accepted*:S1*:S6*:M1*:Requests.*", "*"):
            passed, test = tests(program, mutant.number, chosen_tests)
            if not passed:
                return f"{program}:{test}" if test else "died"
    return None


def equivalents() -> set[str]:
    """Mutants that change nothing that can be seen, each with its reason behind '#'."""
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines()
    return {line.split("  # ")[0].strip() for line in lines if line and not line.startswith("#")}


def judge(mutants: dict[Mutant, list[str]], known: dict[str, str]) -> list[Mutant]:
    """Runs them all; the survivors."""
    survivors = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(lambda one: killer_of(one[0], one[1], known), mutants.items())
        for done, (mutant, killer) in enumerate(zip(mutants, found), 1):
            if killer:
                known[mutant.key] = killer
            else:
                survivors.append(mutant)
                print(f"survived  {mutant.path}:{mutant.line}  {mutant.kind}  {mutant.what}",
                      flush=True)
            if done % 50 == 0:
                print(f"...       {done} of {len(mutants)}", flush=True)
                KILLERS.write_text(json.dumps(known, indent=1), encoding="utf-8")
    return survivors


def chosen(mutants: dict[Mutant, list[str]], word: str, sample: int) -> dict[Mutant, list[str]]:
    named = [mutant for mutant in mutants if word in mutant.path]
    step = max(1, len(named) // sample) if sample else 1
    return {mutant: mutants[mutant] for mutant in named[::step]}


def main() -> int:
    parser = argparse.ArgumentParser(description="Takes each check out in turn.")
    parser.add_argument("word", nargs="?", default="", help="only files with this in their path")
    parser.add_argument("--sample", type=int, default=0, help="only so many, spread over all")
    parser.add_argument("--again", action="store_true", help="forget which test killed which")
    arguments = parser.parse_args()
    if arguments.again:
        KILLERS.unlink(missing_ok=True)
    everyone = plant()
    mutants = chosen(everyone, arguments.word, arguments.sample)
    if not mutants:
        print(f"no mutant has '{arguments.word}' in its path")
        return 1
    programs = {program for names in mutants.values() for program in names}
    if not build(programs):
        print(f"the mutants do not build: see {PLACE.relative_to(ROOT)}/build.log")
        return 1
    for program in programs:
        if not tests(program, 0)[0]:
            print(f"{program} fails while all mutants sleep")
            return 1
    known = json.loads(KILLERS.read_text(encoding="utf-8")) if KILLERS.exists() else {}
    allowed = equivalents()
    stale = allowed - {mutant.key for mutant in everyone}
    for line in sorted(stale):
        print(f"no such mutant any more: {line}")
    survivors = judge({mutant: names for mutant, names in mutants.items()
                       if mutant.key not in allowed}, known)
    KILLERS.write_text(json.dumps(known, indent=1), encoding="utf-8")
    judged = [mutant for mutant in mutants if mutant.key not in allowed]
    killed = len(judged) - len(survivors)
    print(f"{len(judged)} mutants, {killed} killed, {len(survivors)} survived")
    return 1 if survivors or stale else 0


if __name__ == "__main__":
    sys.exit(main())
