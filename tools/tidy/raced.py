"""Every function of the portal that changes something is raced (docs/decisions/0170)."""
import re
from collections.abc import Iterable

from shape import function_bodies
from tree import Finding, Source, Tree

LIST = "tests/system/support/"
NAMED = re.compile(r'"([a-z_]+/[a-z_]+\.h [a-z_]+)"')
# What takes a turn to write: by a claim, in the shape that acts on accounts share, or without.
CHANGES = re.compile(r"(?:\.|->)change\s*\(|\b(?:acted|changed)\s*\(\s*desk\b")
# They carry the changes of others.
CARRIERS = {"administration/opened.h acted", "administration/opened.h changed"}
OWN = ("src/portal/acting/", "src/portal/archive")


def bodies(source: Source) -> Iterable[tuple[str, int, str]]:
    """(name, line, text) of each function."""
    lines = source.code.splitlines()
    for begin, end in function_bodies(source.code):
        text = "\n".join(lines[begin - 1:end])
        head = text.partition("{")[0]
        for _ in range(3):  # angle brackets in angle brackets
            head = re.sub(r"<[^<>]*>", "", head)
        name = re.search(r"(\w+)\s*\(", head)
        if name:
            yield name[1], begin, text


def changing(source: Source) -> dict[str, int]:
    """The functions that change something, themselves or by another one of the file; with lines."""
    functions = list(bodies(source))
    found: dict[str, int] = {}
    while True:
        more = {name: line for name, line, text in functions if name not in found
                and (CHANGES.search(text)
                     or any(re.search(rf"\b{one}\b", text) for one in found))}
        if not more:
            return found
        found.update(more)


def declared(tree: Tree, source: Source, name: str) -> str:
    """The header of the room that declares it; the file's own before the others."""
    room = source.path.rsplit("/", 1)[0] + "/"
    includes = [f"src/{include}" for _, include, ours in source.includes if ours]
    headers = [each.path for each in tree.cpp(room) if each.path.endswith(".h")
               and re.search(rf"\b{name}\s*\(", each.code)]
    own = [header for header in headers if header in includes[:1]]
    return (own or headers or [""])[0]


def use_cases(tree: Tree) -> dict[str, tuple[str, int]]:
    """Each function that other rooms can call to change something, and where it stands."""
    found = {}
    for source in tree.cpp("src/portal/"):
        if source.path.startswith(OWN):
            continue
        for name, line in changing(source).items():
            header = declared(tree, source, name)
            if header:
                found[f"{header.removeprefix('src/portal/')} {name}"] = (source.path, line)
    return {name: where for name, where in found.items() if name not in CARRIERS}


def raced(tree: Tree) -> Iterable[Finding]:
    """The list of use cases in tests/system knows every one of them, and no other."""
    listed = {name: (source.path, number) for source in tree.cpp(LIST)
              for number, line in enumerate(source.lines, 1) for name in NAMED.findall(line)}
    known = use_cases(tree)
    for name, (path, line) in known.items():
        if name not in listed:
            yield Finding(path, line, f"'{name}' changes something and is not raced; see {LIST}")
    for name, (path, line) in listed.items():
        if name not in known:
            yield Finding(path, line, f"'{name}' is no function that changes something")
