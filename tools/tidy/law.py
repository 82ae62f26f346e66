"""The law of ARCHITECTURE.md: storeys, rooms of the portal, libraries. The page is the source."""
import re
from collections.abc import Iterable

from tree import Finding, Source, Tree

PAGE = "ARCHITECTURE.md"

# What C++ and POSIX bring; everything else in angle brackets is a library and has its place.
STANDARD = re.compile(r"[a-z_0-9]+$|c[a-z]+$")
POSIX = re.compile(r"(sys|netinet|arpa|net)/[a-z_]+\.h$|(unistd|fcntl|poll|pthread|netdb|signal|"
                   r"pwd|grp|dlfcn|malloc|termios|spawn|time|errno|stdio|stdlib|string|limits|"
                   r"stdint)\.h$")


def table(page: str, name: str) -> dict[str, list[str]]:
    """The fenced block ```name of the page: lines 'subject: word word'; '#' starts a comment."""
    match = re.search(rf"^```{name}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    rows = {}
    for line in (match[1] if match else "").splitlines():
        line = line.split("#")[0].strip()
        if line:
            subject, _, words = line.partition(":")
            rows[subject.strip()] = words.split()
    return rows


def storey_of(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else ""


def room_of(path: str) -> str:
    """portal/linking/decide.h is in linking; portal/policy.h is a room of its own, policy."""
    parts = path.removeprefix("src/").split("/")
    return parts[1].removesuffix(".h").removesuffix(".cpp")


def storeys(tree: Tree) -> Iterable[Finding]:
    law = table(tree.text(PAGE), "storeys")
    if not law:
        yield Finding(PAGE, 1, "the fenced table 'storeys' is missing")
        return
    for source in tree.cpp():
        storey = storey_of(source.path)
        if storey not in law:
            yield Finding(source.path, 1, f"storey '{storey}' is not in the law")
            continue
        for line, name, ours in source.includes:
            other = name.split("/")[0]
            if ours and other != storey and (other in law or "/" in name):
                if other not in law[storey]:
                    yield Finding(source.path, line, f"{storey} must not see {other}")


def libraries(tree: Tree) -> Iterable[Finding]:
    """Each library only where it has its place, and none in a header of the foundation."""
    places = table(tree.text(PAGE), "libraries")
    if not places:
        yield Finding(PAGE, 1, "the fenced table 'libraries' is missing")
        return
    for source in tree.cpp():
        for line, name, ours in source.includes:
            if ours or STANDARD.match(name):
                continue
            yield from library_finding(places, source, line, name)


def library_finding(places: dict, source: Source, line: int, name: str) -> Iterable[Finding]:
    if POSIX.match(name):
        prefix, allowed = name, places.get("posix", [])
    else:
        prefix = max((p for p in places if name.startswith(p)), key=len, default="")
        allowed = places.get(prefix, [])
    if not prefix:
        yield Finding(source.path, line, f"library <{name}> has no place in {PAGE}")
    elif not any(source.path.startswith(f"src/{place}/") for place in allowed):
        yield Finding(source.path, line, f"<{name}> has no place here; only in {' '.join(allowed)}")
    elif source.path.startswith("src/foundation/") and source.path.endswith(".h"):
        yield Finding(source.path, line, f"<{name}> in a header of the foundation")


def rooms(tree: Tree) -> Iterable[Finding]:
    """Arrows between the rooms of the portal: only those drawn, and without a cycle.

    What the row '*' names, everyone may see; there only a cycle between headers could go wrong.
    """
    arrows = table(tree.text(PAGE), "rooms")
    if not arrows:
        yield Finding(PAGE, 1, "the fenced table 'rooms' is missing")
        return
    everyone = set(arrows.pop("*", []))
    headers: dict[str, list[str]] = {}
    for source in tree.cpp("src/portal/"):
        room = room_of(source.path)
        for line, name, ours in source.includes:
            if not ours or not name.startswith("portal/"):
                continue
            if source.path.endswith(".h"):
                headers.setdefault(source.path, []).append(f"src/{name}")
            other = room_of(name)
            if other not in {room, *arrows.get(room, []), *everyone}:
                yield Finding(source.path, line, f"no arrow from {room} to {other} in {PAGE}")
    drawn = {room: [other for other in others if other not in everyone]
             for room, others in arrows.items()}
    for graph, where in ((drawn, "between rooms"), (headers, "between headers")):
        cycle = find_cycle(graph)
        if cycle:
            yield Finding(PAGE, 1, f"a cycle {where}: {' -> '.join(cycle)}")


def find_cycle(graph: dict[str, list[str]]) -> list[str]:
    done: set[str] = set()

    def walk(room: str, path: list[str]) -> list[str]:
        if room in path:
            return [*path[path.index(room):], room]
        if room in done:
            return []
        for other in sorted(graph.get(room, [])):
            found = walk(other, [*path, room])
            if found:
                return found
        done.add(room)
        return []

    for room in sorted(graph):
        cycle = walk(room, [])
        if cycle:
            return cycle
    return []
