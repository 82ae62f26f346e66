#!/usr/bin/python3
"""load.py ADDRESS:PORT [--seconds N] [--path P]...: what pages bear over keep-alive connections,
alone and beside a crowd of 200 who write a byte a second and 1,000 who say nothing.

Only for a server on this machine. The client is Python in two processes and takes a core of its
own, so the figures are a lower bound.
"""
import argparse
import http.client
import socket
import statistics
import sys
import time
from multiprocessing import Event, Pool, Process

CONNECTIONS = 2
SLOW, IDLE = 200, 1000


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


class Crowd:
    """Who keeps connections busy without ever asking for anything whole."""

    def __init__(self, address: str):
        self.address = address.split(":")
        self.there, self.over = Event(), Event()
        self.process = Process(target=self.stand, daemon=True)

    def __enter__(self) -> "Crowd":
        self.process.start()
        self.there.wait(60)
        return self

    def __exit__(self, *_) -> None:
        self.over.set()
        self.process.join(10)

    def connection(self) -> socket.socket:
        return socket.create_connection((self.address[0], int(self.address[1])), 10)

    def stand(self) -> None:
        slow = [self.slow_one() for _ in range(SLOW)]
        idle = [self.connection() for _ in range(IDLE)]
        self.there.set()
        while not self.over.wait(1):
            slow = [one if self.said_a_byte(one) else self.slow_one() for one in slow]
        for one in slow + idle:
            one.close()

    def slow_one(self) -> socket.socket:
        one = self.connection()
        one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        return one

    @staticmethod
    def said_a_byte(one: socket.socket) -> bool:
        """Whether it is still listened to: the server hangs up on a head that takes too long."""
        try:
            one.sendall(b"x")
            one.setblocking(False)
            return bool(one.recv(1))
        except BlockingIOError:
            one.setblocking(True)
            return True
        except OSError:
            return False


def measured(address: str, path: str, seconds: float, beside: str) -> float:
    """Prints what it bears; the 99th of 100, in ms."""
    jobs = [(address, path, seconds)] * CONNECTIONS
    with Pool(CONNECTIONS) as pool:
        took = sorted(sum(pool.map(visit, jobs), []))
    share = statistics.quantiles(took, n=100)
    print(f"{'GET ' + path + beside:34} {len(took) / seconds:10.0f} a second; median "
          f"{share[49]:.2f} ms, 95 of 100 within {share[94]:.2f}, 99 within {share[98]:.2f}",
          flush=True)
    return share[98]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--path", action="append")
    arguments = parser.parse_args()
    if arguments.address.split(":")[0] not in ("127.0.0.1", "localhost"):
        sys.exit("only a server on this machine")
    for path in arguments.path or ["/"]:
        alone = measured(arguments.address, path, arguments.seconds, "")
        with Crowd(arguments.address):
            beside = measured(arguments.address, path, arguments.seconds, " beside the crowd")
        print(f"{'99 of 100, beside to alone':34} {beside / alone:10.2f}")


if __name__ == "__main__":
    main()
