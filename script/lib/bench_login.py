"""Whole logins against the release build: script/bench login [--json FILE] [--logins N] [--bare].

Prints the portal's CPU per login by post and by artifact, on SQLite and on PostgreSQL, and per
overview page. The Responses are signed by bench_login, whose own CPU does not count; with the
Advice of a real broker, or without (--bare).
"""
import argparse
import hashlib
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from postgres import Postgres  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build" / "release"
SERVICE_UUID = "6f2d8f3e-3a5c-4b53-9f0e-6d75d9a01b52"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def edited(file: Path, **values: str) -> None:
    text = file.read_text(encoding="utf-8")
    for key, value in values.items():
        text = re.sub(rf"(?m)^{key} = .*$", lambda _: f'{key} = "{value}"', text)
    file.write_text(text, encoding="utf-8")


def output(*command) -> str:
    return subprocess.run([str(part) for part in command], check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def prepared(folder: Path, database: str, binding: str, portal: int, back_channel: int) -> Path:
    """A configuration of its own, with the demo cast in its database."""
    output(ROOT / "script/lib/dev_material", folder)
    config, broker = folder / "mijnduo.toml", folder / "broker.toml"
    edited(broker, public_url=f"http://127.0.0.1:{back_channel}", service_uuid=SERVICE_UUID)
    metadata = output(BIN / "mijnduo-broker", "--config", broker, "metadata")
    (folder / "broker_metadata.xml").write_text(metadata, encoding="utf-8")
    edited(config, public_url=f"http://localhost:{portal}", listen=f"127.0.0.1:{portal}",
           private_listen="",
           response_binding=binding, service_uuid=SERVICE_UUID, transport="file",
           broker_metadata_sha256=hashlib.sha256(metadata.encode()).hexdigest())
    text = config.read_text(encoding="utf-8").replace("[mail]", '[mail]\nfolder = "mail"')
    config.write_text(text, encoding="utf-8")
    if database:
        edited(config, url=database)
    (folder / "mail").mkdir()
    (folder / "portal_metadata.xml").write_text(
        output(BIN / "mijnduo", "--config", config, "metadata"), encoding="utf-8")
    entity = re.search(r'(?m)^entity_id = "(.*)"$', config.read_text(encoding="utf-8"))[1]
    people = output(BIN / "mijnduo-broker", "--config", broker, "people", "--json",
                    "--service-provider-entity-id", entity)
    (folder / "people.json").write_text(people, encoding="utf-8")
    output(BIN / "mijnduo", "--config", config, "demo", "--people", folder / "people.json")
    return config


def until_ready(port: int) -> None:
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError("the portal did not start")


def measured(database: str, binding: str, logins: int, bare: bool) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="mijnduo-bench-") as name:
        folder = Path(name)
        portal, back_channel = free_port(), free_port()
        config = prepared(folder, database, binding, portal, back_channel)
        with open(folder / "log", "w", encoding="utf-8") as log:
            began = time.monotonic()
            process = subprocess.Popen([BIN / "mijnduo", "--config", config, "serve"], stdout=log)
            try:
                until_ready(portal)
                ready_ms = (time.monotonic() - began) * 1000
                broker_entity = re.search(r'(?m)^entity_id = "(.*)"$',
                                          (folder / "broker.toml").read_text(encoding="utf-8"))[1]
                given = (f"binding={binding}", f"broker={broker_entity}",
                         f"key={folder}/keys/broker_signing.key",
                         f"certificate={folder}/keys/broker_signing.crt",
                         f"metadata={folder}/portal_metadata.xml", f"service-uuid={SERVICE_UUID}",
                         *(["bare=yes"] if bare else []))
                lines = output(BIN / "bench_login", f"url=http://127.0.0.1:{portal}",
                               f"pid={process.pid}", f"ars-port={back_channel}", *given,
                               f"logins={logins}")
                resident = re.search(r"VmRSS:\s+(\d+)",
                                     Path(f"/proc/{process.pid}/status").read_text())[1]
            finally:
                process.terminate()
                process.wait(30)
        found = figures_in(lines) | {"ready_ms": ready_ms, "resident_mb": int(resident) / 1024}
        if (database, binding) == ("", "post"):
            found["parts"] = figures_in(output(BIN / "bench_parts", f"config={config}",
                                               *given, f"logins={logins}"))
        return found


def figures_in(lines: str) -> dict[str, float]:
    return {key: float(value) for key, value in (line.split() for line in lines.splitlines())}


def print_parts(parts: dict[str, float], whole: float) -> None:
    """What is in none of the parts is HTTP, threads and the system's share of them."""
    names = ("request", "parse", "schema", "verify", "decrypt", "database", "page")
    rest = whole - sum(parts[f"{name}_ms"] for name in names)
    print("  of which  " + "  ".join(f"{name} {parts[f'{name}_ms']:.3f}" for name in names) +
          f"  the rest {rest:.3f}")
    print(f"  a message of {parts['accepted_ms']:.3f} ms when it is accepted costs "
          f"{parts['refused_ms']:.3f} ms when its last digest is wrong", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--logins", type=int, default=400)
    parser.add_argument("--bare", action="store_true")
    arguments = parser.parse_args()
    figures: dict[str, float] = {}
    logs = ROOT / "build" / "test-logs"
    logs.mkdir(parents=True, exist_ok=True)
    with Postgres(ROOT, logs) as postgres:
        server = postgres.environment.get("MIJNDUO_TEST_POSTGRESQL", "")
        for database in ("sqlite", "postgresql"):
            for binding in ("post", "artifact"):
                url = own_database(server, binding) if database == "postgresql" else ""
                found = measured(url, binding, arguments.logins, arguments.bare)
                figures[f"{binding}_{database}_cpu_ms"] = found["login_cpu_ms"]
                print(f"{binding:9} {database:11} {found['login_cpu_ms']:7.3f} ms CPU a login   "
                      f"{found['page_cpu_ms']:7.3f} ms a page   (RSA alone "
                      f"{found['rsa_floor_ms']:.3f} ms)   ready in {found['ready_ms']:.0f} ms, "
                      f"{found['resident_mb']:.0f} MB after {arguments.logins} logins", flush=True)
                if (database, binding) == ("sqlite", "post"):
                    print_parts(found["parts"], found["login_cpu_ms"])
                    figures["page_cpu_ms"] = found["page_cpu_ms"]
                    figures["rsa_floor_ms"] = found["rsa_floor_ms"]
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def own_database(server: str, name: str) -> str:
    """A database of its own on the server, and its address."""
    subprocess.run(["psql", "-q", server, "-c", f"create database bench_{name}"], check=True)
    return re.sub(r"(//[^/]*/)[^?]*", rf"\g<1>bench_{name}", server)


if __name__ == "__main__":
    sys.exit(main())
