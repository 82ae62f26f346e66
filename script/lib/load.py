#!/usr/bin/python3
"""load.py ADDRESS:PORT [--seconds N] [--path P]...: what pages bear over keep-alive connections.

Only for a server on this machine. The client is Python in two processes and takes a core of its
own, so the figures are a lower bound.
"""
import argparse
import http.client
import statistics
import sys
import time
from multiprocessing import Pool

CONNECTIONS = 2


def visit(job: tuple[str, str, float]) -> list[float]:
    """Milliseconds of each answer during so many seconds over one connection."""
    address, path, seconds = job
    connection, took = http.client.HTTPConnection(address, timeout=10), []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.monotonic()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status >= 400:
            sys.exit(f"{path} answers {answer.status}")
        took.append((time.monotonic() - began) * 1000)
    return took


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--path", action="append")
    arguments = parser.parse_args()
    if arguments.address.split(":")[0] not in ("127.0.0.1", "localhost"):
        sys.exit("only a server on this machine")
    for path in arguments.path or ["/"]:
        jobs = [(arguments.address, path, arguments.seconds)] * CONNECTIONS
        with Pool(CONNECTIONS) as pool:
            took = sorted(sum(pool.map(visit, jobs), []))
        rate = len(took) / arguments.seconds
        share = statistics.quantiles(took, n=100)
        print(f"{'GET ' + path:34} {rate:10.0f} a second; median {share[49]:.2f} ms, "
              f"95 of 100 within {share[94]:.2f}, 99 within {share[98]:.2f}")


if __name__ == "__main__":
    main()
