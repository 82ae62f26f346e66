"""What must never stand in the tree: addresses of registries, paths of one machine, keys."""
import re
from collections.abc import Iterable

from tree import Finding, Tree

PATTERNS = [
    (re.compile(r"registry\.(npmjs|yarnpkg)\.(org|com)|(deb|security|ftp)\.debian\.org|"
                r"\bpypi\.org|proxy\.golang\.org"), "the address of a package registry"),
    (re.compile(r"(?<![\w.])/(?:home|Users|work|root)/\w"), "a path of one machine"),
]
PRIVATE_KEY = re.compile(r"-----BEGIN (?:RSA |EC )?PRIVATE KEY-----")
LOCK_ADDRESS = re.compile(r'^\s*"resolved":')


def leaks(tree: Tree) -> Iterable[Finding]:
    for source in tree.sources.values():
        for number, line in enumerate(source.lines, 1):
            for pattern, what in PATTERNS:
                if pattern.search(line):
                    yield Finding(source.path, number, f"{what} stands in the tree")
            if PRIVATE_KEY.search(line) and not source.path.startswith("tests/"):
                yield Finding(source.path, number, "a private key stands outside the tests")
            if source.path.endswith("package-lock.json") and LOCK_ADDRESS.match(line):
                yield Finding(source.path, number,
                              "a download address; npm can leave it out (omit-lockfile-…)")


def node_of_debian(tree: Tree) -> Iterable[Finding]:
    """Debian 12 has node 18: what came later does not run on a fresh machine."""
    later = re.compile(r"import\.meta\.(dirname|filename)|\bObject\.groupBy\b|\.toSorted\(|"
                       r"\bPromise\.withResolvers\b|\bprocess\.loadEnvFile\b|\.with\(\d")
    for source in tree.sources.values():
        if source.path.endswith(".mjs"):
            for number, line in enumerate(source.lines, 1):
                match = later.search(line)
                if match:
                    yield Finding(source.path, number, f"{match[0]} is not in Debian 12's node 18")
