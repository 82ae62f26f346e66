"""Strangers at the door: script/bench strangers [--seconds N] [--json FILE].

Made-up artifacts at 40 and 400 a second, with and without departures that the strangers fetched
before, at a broker that answers in 0.2 s and at one that never does. Beside them 100 people sign
in, and somebody looks at the public page 50 times a second. A portal of its own for each, on
SQLite. Prints a line for each; the load is on this machine too, so the times are upper bounds.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench_login import (BIN, SERVICE_UUID, figures_in, free_port, output,  # noqa: E402
                         prepared, until_ready)

HEADING = (f"{'broker':8}{'a second':>9}  {'departures':11}{'page p99':>10}{'in 5 s':>8}"
           f"{'seen 1 s':>9}{'page':>9}  strangers' answers; calls to the broker")


def measured(delay: str, rate: int, departures: str, seconds: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="mijnduo-bench-") as name:
        folder, portal, back_channel = Path(name), free_port(), free_port()
        config = prepared(folder, "", "artifact", portal, back_channel)
        entity = re.search(r'(?m)^entity_id = "(.*)"$',
                           (folder / "broker.toml").read_text(encoding="utf-8"))[1]
        with open(folder / "log", "w", encoding="utf-8") as log:
            process = subprocess.Popen([BIN / "mijnduo", "--config", config, "serve"],
                                       stdout=log, stderr=log)
            try:
                until_ready(portal)
                lines = output(BIN / "bench_strangers", f"url=http://127.0.0.1:{portal}",
                               f"ars-port={back_channel}", f"broker={entity}",
                               "binding=artifact",
                               f"key={folder}/keys/broker_signing.key",
                               f"certificate={folder}/keys/broker_signing.crt",
                               f"metadata={folder}/portal_metadata.xml",
                               f"service-uuid={SERVICE_UUID}", f"seconds={seconds}",
                               f"rate={rate}", f"delay={delay}", f"departures={departures}")
            finally:
                process.terminate()
                process.wait(60)
        return figures_in(lines)


def print_row(delay: str, rate: int, departures: str, found: dict[str, float]) -> None:
    answers = ", ".join(f"{int(value)} x {key.split('_')[1]}" for key, value in found.items()
                        if key.startswith("strangers_"))
    broker = "hangs" if delay == "never" else f"{int(delay) / 1000:.1f} s"
    print(f"{broker:8}{rate:9}  {departures:11}{found['other_p99_ms']:7.1f} ms"
          f"{int(found['in']):8}{int(found['page_in_time']):9}{found['page_p99_ms']:6.0f} ms"
          f"  {answers}; {int(found['calls'])}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    print(HEADING, flush=True)
    figures = {}
    for delay in ("200", "never"):
        for rate in (40, 400):
            for departures in ("made-up", "real"):
                found = measured(delay, rate, departures, arguments.seconds)
                print_row(delay, rate, departures, found)
                figures[f"{delay}_{rate}_{departures}"] = found
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
