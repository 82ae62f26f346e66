"""A PostgreSQL of our own for the tests, from Debian's package, on a free port."""
import shutil
import subprocess
import tempfile
from pathlib import Path


class Postgres:
    """Started on entering, ended on leaving. `environment` tells the tests its address."""

    def __init__(self, root: Path, logs: Path):
        self.script = root / "tests" / "support" / "postgres.sh"
        self.log = logs / "postgresql.log"
        self.folder = ""
        self.environment: dict[str, str] = {}
        self.problem = ""

    def __enter__(self):
        if not self.script.exists():
            return self
        self.folder = tempfile.mkdtemp(prefix="mijnduo-postgres-")
        try:
            # stderr goes to a file: the server that stays behind must not hold a pipe of ours open.
            with open(self.log, "w", encoding="utf-8") as log:
                done = subprocess.run(["bash", self.script, "start", self.folder], text=True,
                                      stdout=subprocess.PIPE, stderr=log, timeout=120)
            address = done.stdout.strip().splitlines()[-1:]
        except (OSError, subprocess.TimeoutExpired) as error:
            self.problem = str(error)
            return self
        if done.returncode != 0 or not address:
            self.problem = f"did not start (exit status {done.returncode})"
        else:
            self.environment = {"MIJNDUO_TEST_POSTGRESQL": address[0]}
        return self

    def __exit__(self, *_):
        if self.folder:
            subprocess.run(["bash", self.script, "stop", self.folder], timeout=120, check=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            shutil.rmtree(self.folder, ignore_errors=True)
