"""The files that tidy looks at, and what every check makes: findings."""
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    file: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}"


class Source:
    """One file of the tree. `code` is its text with comments and literals blanked, lines kept."""

    def __init__(self, path: str, text: str):
        self.path = path
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def code(self) -> str:
        return blanked(self.text) if self.is_cpp else self.text

    @property
    def is_cpp(self) -> bool:
        return self.path.endswith((".cpp", ".h"))

    @cached_property
    def includes(self) -> list[tuple[int, str, bool]]:
        """(line, name, ours): ours are those in quotes."""
        found = []
        for number, line in enumerate(self.lines, 1):
            match = re.match(r'\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', line)
            if match:
                found.append((number, match[1] or match[2], match[1] is not None))
        return found


class Tree:
    """All files that git tracks or would track, as {path: Source}."""

    def __init__(self, sources: dict[str, Source]):
        self.sources = sources

    @staticmethod
    def of_folder(root: Path) -> "Tree":
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=root, capture_output=True, check=False)
        if listed.returncode == 0:
            names = [name for name in listed.stdout.decode().split("\0") if name]
        else:  # an unpacked archive without its history
            hidden = ("build", "var", "node_modules", ".git")
            names = [str(file.relative_to(root)) for file in root.rglob("*")
                     if not set(file.relative_to(root).parts) & set(hidden)]
        sources = {}
        for name in names:
            file = root / name
            if file.is_file() and not file.is_symlink():
                data = file.read_bytes()
                if b"\0" not in data[:8000]:
                    sources[name] = Source(name, data.decode("utf-8", errors="replace"))
        return Tree(sources)

    def cpp(self, folder: str = "src/") -> list[Source]:
        return [self.sources[name] for name in sorted(self.sources)
                if name.startswith(folder) and self.sources[name].is_cpp]

    def text(self, name: str) -> str:
        return self.sources[name].text if name in self.sources else ""


TOKENS = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<fence>[^()\s\\]{0,16})\(.*?\)(?P=fence)"'
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'",
    re.DOTALL)


def blanked(text: str) -> str:
    """Comments and literals become blanks, so that what is left is code; line ends stay."""
    return TOKENS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
