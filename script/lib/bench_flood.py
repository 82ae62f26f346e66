"""Strangers at full rate: script/bench flood [--seconds N] [--database sqlite|postgresql].

Everything that can be asked for at both doors without signing in, as fast as it is answered, with
made-up answers to real departures among it. Then what it left: rows that were not there before, by
table, bytes of the database and of the log. Ends with 1 when that is more than 20,000 departures,
10 MB of database, 5 MB of log, or one journal entry.
"""
import argparse
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench_login import (BIN, ROOT, figures_in, free_port, output, own_database,  # noqa: E402
                         prepared, until_ready)
from postgres import Postgres  # noqa: E402

MOST_DEPARTURES, MOST_DATABASE, MOST_LOG = 20_000, 10_000_000, 5_000_000
TABLES = ("journal", "departures", "remembered", "refused_sign_ins", "sessions", "outbox",
          "caused_mails", "linking_identities")


class Database:
    """Asks a database without the portal, so that nothing of ours is believed."""

    def __init__(self, folder: Path, url: str):
        self.url = url
        self.file = folder / "mijnduo.sqlite"

    def ask(self, question: str) -> int:
        if self.url:
            return int(output("psql", "-qtA", self.url, "-c", question).strip())
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as connection:
            return connection.execute(question).fetchone()[0]

    def rows(self) -> dict[str, int]:
        return {table: self.ask(f"select count(*) from {table}") for table in TABLES}

    def size(self) -> int:
        if self.url:
            return self.ask("select pg_database_size(current_database())")
        return sum(file.stat().st_size for file in self.file.parent.glob(self.file.name + "*"))


def with_staff(folder: Path, config: Path) -> None:
    """The agency's own door, as script/server makes it."""
    output("bash", "-c", 'set -eu; . "$1"; agency_login "$2" "$3"', "bash",
           ROOT / "script/lib/configuration.sh", BIN, folder)
    (folder / "portal_staff_metadata.xml").write_text(
        output(BIN / "mijnduo", "--config", config, "metadata", "--staff"), encoding="utf-8")


def flooded(database_url: str, seconds: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="mijnduo-bench-") as name:
        folder, portal, back_channel = Path(name), free_port(), free_port()
        config = prepared(folder, database_url, "post", portal, back_channel)
        with_staff(folder, config)
        entity = re.search(r'(?m)^entity_id = "(.*)"$',
                           (folder / "broker.toml").read_text(encoding="utf-8"))[1]
        database = Database(folder, database_url)
        with open(folder / "log", "w", encoding="utf-8") as log:
            process = subprocess.Popen([BIN / "mijnduo", "--config", config, "serve"],
                                       stdout=log, stderr=log)
            try:
                until_ready(portal)
                before, size = database.rows(), database.size()
                found = figures_in(output(BIN / "bench_flood", f"url=http://127.0.0.1:{portal}",
                                          f"ars-port={back_channel}", f"broker={entity}",
                                          f"seconds={seconds}"))
                time.sleep(2)  # what is written once a second
                after, grown = database.rows(), database.size() - size
            finally:
                process.terminate()
                process.wait(60)
        more = {table: after[table] - before[table] for table in TABLES}
        logged = (folder / "log").stat().st_size
        answers = {key: int(value) for key, value in found.items() if key.startswith("answers_")}
        print(f"{'postgresql' if database_url else 'sqlite'}: {sum(answers.values()):,} requests "
              f"in {seconds} s (" +
              ", ".join(f"{count:,} x {key[8:]}" for key, count in answers.items()) + ")")
        print(f"  page beside it: median {found['other_median_ms']:.1f} ms, "
              f"p99 {found['other_p99_ms']:.1f}")
        print("  rows more: " + ", ".join(f"{table} {count:,}" for table, count in more.items()))
        print(f"  database {grown / 1e6:+.1f} MB, log {logged / 1e6:.1f} MB", flush=True)
        return (more["journal"] == 0 and grown <= MOST_DATABASE and logged <= MOST_LOG
                and more["departures"] + more["remembered"] <= MOST_DEPARTURES)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    arguments = parser.parse_args()
    if arguments.database == "sqlite":
        return 0 if flooded("", arguments.seconds) else 1
    logs = ROOT / "build" / "test-logs"
    logs.mkdir(parents=True, exist_ok=True)
    with Postgres(ROOT, logs) as postgres:
        if not (server := postgres.environment.get("MIJNDUO_TEST_POSTGRESQL", "")):
            print(f"PostgreSQL {postgres.problem}", file=sys.stderr)
            return 1
        return 0 if flooded(own_database(server, "flood"), arguments.seconds) else 1


if __name__ == "__main__":
    sys.exit(main())
