"""The shape of files and functions, and names. STYLE.md gives the numbers."""
import re
from collections.abc import Iterable

from tree import Finding, Source, Tree

FILE_LINES = 300
FUNCTION_LINES = 60
COLUMNS = 100
SOURCES = (".cpp", ".h", ".py", ".mjs", ".js", ".sh", ".cmake", ".sql")
BANNED = r"\w*(?:Manager|Helper|Utils?|Impl)|(?:\w+_)?(?:manager|helper|utils?|impl)"
# The names that we give, not those of libraries: of types, namespaces, aliases and functions.
GIVEN = re.compile(rf"\b(?:class|struct|union|enum|concept|using|namespace)\s+({BANNED})\b"
                   rf"|\b(\w+_(?:manager|helper|utils?|impl))\s*\(")


def is_source(source: Source) -> bool:
    scripted = source.path.startswith("script/") and source.text.startswith("#!")
    return source.path.endswith(SOURCES) or scripted


def lengths(tree: Tree) -> Iterable[Finding]:
    for source in filter(is_source, tree.sources.values()):
        if len(source.lines) > FILE_LINES:
            yield Finding(source.path, FILE_LINES + 1,
                          f"{len(source.lines)} lines; {FILE_LINES} at most")
        for number, line in enumerate(source.lines, 1):
            if len(line) > COLUMNS:
                yield Finding(source.path, number, f"{len(line)} columns; {COLUMNS} at most")


def names(tree: Tree) -> Iterable[Finding]:
    for source in tree.sources.values():
        if not source.path.startswith(("src/", "tests/")):
            continue
        stem = source.path.rsplit("/", 1)[-1].split(".")[0]
        if re.fullmatch(BANNED, stem):
            yield Finding(source.path, 1, f"the name {stem} says nothing")
        if not source.is_cpp:
            continue
        for number, line in enumerate(source.code.splitlines(), 1):
            for match in GIVEN.finditer(line):
                yield Finding(source.path, number, f"the name {match[1] or match[2]} says nothing")


def functions(tree: Tree) -> Iterable[Finding]:
    for folder in ("src/", "tests/"):
        for source in tree.cpp(folder):
            for begin, end in function_bodies(source.code):
                length = end - begin + 1
                if length > FUNCTION_LINES:
                    yield Finding(source.path, begin,
                                  f"a function of {length} lines; {FUNCTION_LINES} at most")


def function_bodies(code: str) -> Iterable[tuple[int, int]]:
    """First and last line of each function: a brace in a namespace or type, but no initialiser.

    A counter of braces, not a parser: macros that hide braces would deceive it; we have none.
    """
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.)*", "", code, flags=re.MULTILINE)
    scopes: list[tuple[str, int]] = []
    head, head_line, line, parentheses = "", 1, 1, 0
    for character in code:
        if character == "\n":
            line += 1
            head += " "
        elif character in "([":
            parentheses += 1
            head += character
        elif character in ")]":
            parentheses = max(0, parentheses - 1)
            head += character
        elif character == "{":
            outer = all(kind != "function" for kind, _ in scopes) and parentheses == 0
            kind = kind_of(head) if outer else "inner"
            scopes.append((kind, head_line if kind == "function" else line))
            head = ""
        elif character == "}":
            if scopes:
                kind, begin = scopes.pop()
                if kind == "function":
                    yield begin, line
            head = ""
        elif character == ";" and parentheses == 0:
            head = ""
        else:
            if not head.strip() and not character.isspace():
                head_line = line
            head += character


def kind_of(head: str) -> str:
    """What a brace opens, told from the text before it."""
    text = re.sub(r"template\s*<[^{};]*?>\s*(?=\S)", "", head)
    text = re.sub(r"operator\s*[^\s\w(]+", "operator", text)
    if re.search(r"\b(namespace|extern)\b", text):
        return "namespace"
    outside = text
    for _ in range(3):  # parentheses in parentheses
        outside = re.sub(r"\([^()]*\)", "()", outside)
    if re.search(r"\b(class|struct|union|enum)\b", outside) and "(" not in outside:
        return "type"
    if "=" in outside or outside.lstrip().startswith(","):
        return "inner"
    if ")" in outside or not outside.strip():
        return "function"
    return "inner"
