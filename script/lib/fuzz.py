#!/usr/bin/python3
"""Runs libFuzzer at the doors of tests/fuzz; see script/fuzz."""
import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "fuzz"
SAMPLES = ROOT / "build" / "fuzz-corpus"
FINDINGS = ROOT / "build" / "fuzz-findings"
CORPUS, FOUND = ROOT / "tests" / "fuzz" / "corpus", ROOT / "tests" / "fuzz" / "found"
ENVIRONMENT = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    "LSAN_OPTIONS": f"suppressions={ROOT}/script/lib/leaks.supp:print_suppressions=0",
}
LONGEST_SAMPLE, MOST_KEPT, LONGEST_KEPT = 64 * 1024, 30, 16 * 1024
# By the clock on the wall, which a busy machine makes long; the tests measure the processor.
SLOWEST, MEMORY = 60, 2048  # seconds for one sample; MB under the sanitizers


@dataclass
class Result:
    door: str
    seconds: int = 0
    executions: int = 0
    new: int = 0
    findings: int = 0

    def line(self) -> str:
        pace = self.executions // max(self.seconds, 1)
        return (f"{self.door:16}{self.seconds:8}{self.executions:12}{pace:9}{self.new:9}"
                f"{self.findings:10}")


def doors() -> list[str]:
    return sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir())


def build(chosen: list[str]) -> bool:
    targets = [f"fuzz_{door}" for door in chosen]
    done = subprocess.run([ROOT / "script/lib/build", "fuzz", *targets], check=False)
    return done.returncode == 0


def read(log: str, name: str) -> int:
    found = re.findall(rf"stat::{name}:\s+(\d+)", log)
    return int(found[-1]) if found else 0


def seeds(door: str) -> list[Path]:
    return [folder / door for folder in (CORPUS, FOUND) if (folder / door).is_dir()]


def run(door: str, seconds: int) -> Result:
    samples, findings = SAMPLES / door, FINDINGS / door
    for folder in (samples, findings):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(samples.iterdir())
    command = [BUILD / f"fuzz_{door}", samples, *seeds(door), f"-max_total_time={seconds}",
               f"-max_len={LONGEST_SAMPLE}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}",
               f"-artifact_prefix={findings}/", "-print_final_stats=1", "-verbosity=0"]
    log = FINDINGS / f"{door}.log"
    with open(log, "w", encoding="utf-8") as output:
        status = subprocess.run([str(word) for word in command], stdout=output,
                                stderr=subprocess.STDOUT, env=os.environ | ENVIRONMENT,
                                check=False).returncode
    said = log.read_text(encoding="utf-8", errors="replace")
    took = re.findall(r"Done \d+ runs in (\d+) second", said)
    return Result(door, int(took[-1]) if took else seconds, read(said, "number_of_executed_units"),
                  len(set(samples.iterdir()) - before), 1 if status else 0)


def keep(door: str) -> None:
    """The smallest samples that together reach what all of them do, as far as there is room."""
    merged = SAMPLES / f"{door}.merged"
    shutil.rmtree(merged, ignore_errors=True)
    merged.mkdir(parents=True)
    command = [BUILD / f"fuzz_{door}", "-merge=1", f"-max_len={LONGEST_KEPT}", merged,
               *seeds(door), SAMPLES / door]
    subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, env=os.environ | ENVIRONMENT, check=False)
    known = {file.read_bytes() for folder in seeds(door) for file in folder.iterdir()}
    fresh = sorted((data for data in (file.read_bytes() for file in merged.iterdir())
                    if data not in known), key=len)
    room = MOST_KEPT - len(list((FOUND / door).glob("*")))
    for data in fresh[:max(room, 0)]:
        (FOUND / door).mkdir(parents=True, exist_ok=True)
        (FOUND / door / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs libFuzzer at the doors.")
    parser.add_argument("door", nargs="*")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    chosen = arguments.door or doors()
    unknown = set(chosen) - set(doors())
    if unknown:
        print(f"no such door: {', '.join(sorted(unknown))}; there are {', '.join(doors())}")
        return 1
    if not build(chosen):
        return 1
    print("door             seconds  executions   a second      new  findings", flush=True)
    results = []
    for door in chosen:
        results.append(run(door, arguments.seconds))
        print(results[-1].line(), flush=True)
        if arguments.keep:
            keep(door)
    found = [result.door for result in results if result.findings]
    for door in found:
        print(f"found at {door}: build/fuzz-findings/{door}.log")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
