"""A code among bulk mail: script/bench post [--bulk N] [--codes N] [--slow MS].

Three real programs: the portal, bench_post, and here a mail server that needs so many milliseconds
for each mail. The outbox holds 100,000 bulk mails; then a code is asked for each second. Prints
when they arrived after their buttons; ends with 1 when one took more than 5 seconds.
"""
import argparse
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench_login import BIN, edited, free_port, output, prepared, until_ready  # noqa: E402
from bench_login import own_database  # noqa: E402
from postgres import Postgres  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 5


class Conversation(socketserver.StreamRequestHandler):
    """As much SMTP as the portal speaks."""

    def handle(self) -> None:
        self.say("220 bench")
        receiver = ""
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"RCPT":
                receiver = line.decode().split("<")[1].split(">")[0]
            if word == b"DATA":
                self.say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
                time.sleep(self.server.slow)
                self.server.note(receiver)
            self.say("221 bye" if word == b"QUIT" else "250 ok")
            if word == b"QUIT":
                return

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


class Sink(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, slow: float) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.slow = slow
        self.arrived: dict[str, float] = {}
        self.bulk = 0
        self.lock = threading.Lock()

    def note(self, receiver: str) -> None:
        with self.lock:
            if receiver == "bulk@bench.example":
                self.bulk += 1
            self.arrived.setdefault(receiver, time.time())


def waits(database: str, arguments: argparse.Namespace) -> list[float]:
    with tempfile.TemporaryDirectory(prefix="mijnduo-bench-") as name, \
            Sink(arguments.slow / 1000) as sink:
        folder, port = Path(name), free_port()
        config = prepared(folder, database, "post", port, free_port())
        edited(config, transport="smtp", smtp_url=f"smtp://127.0.0.1:{sink.server_address[1]}")
        output(BIN / "bench_post", f"config={config}", f"bulk={arguments.bulk}")
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        with open(folder / "log", "w", encoding="utf-8") as log:
            process = subprocess.Popen([BIN / "mijnduo", "--config", config, "serve"], stdout=log)
            try:
                until_ready(port)
                time.sleep(2)  # bulk is on its way
                pressed = output(BIN / "bench_post", f"config={config}",
                                 f"codes={arguments.codes}")
                time.sleep(MOST_SECONDS)
            finally:
                process.terminate()
                process.wait(60)
        sink.shutdown()
        took = []
        for line in pressed.splitlines():
            address, moment = line.split()
            arrived = sink.arrived.get(address)
            took.append(arrived - int(moment) / 1000 if arrived else float("inf"))
        print(f"{'postgresql' if database else 'sqlite':11} {arguments.bulk} bulk mails, "
              f"{sink.bulk} left meanwhile; a code arrived after "
              f"{sorted(took)[len(took) // 2]:.2f} s (median), {max(took):.2f} s at most",
              flush=True)
        return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bulk", type=int, default=100_000)
    parser.add_argument("--codes", type=int, default=20)
    parser.add_argument("--slow", type=float, default=100)
    arguments = parser.parse_args()
    logs = ROOT / "build" / "test-logs"
    logs.mkdir(parents=True, exist_ok=True)
    took = waits("", arguments)
    with Postgres(ROOT, logs) as postgres:
        if server := postgres.environment.get("MIJNDUO_TEST_POSTGRESQL", ""):
            took += waits(own_database(server, "post"), arguments)
    return 0 if max(took) <= MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
