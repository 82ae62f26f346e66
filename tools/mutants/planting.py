"""Plants mutants in a C++ source: each check of it can be taken out, one at a time.

All mutants stand in one text and sleep; `mutant(7)` is 1 in the run that wakes number 7 and 0 in
every other. So all of them are compiled once. What is planted:

never     an `if` that is never taken, or an operand of || that never holds
always    an operand of && that always holds
boundary  < for <= and the other way round; "exactly one" for "at most" and "at least one"
constant  a limit that is one higher
"""
import re
from dataclasses import dataclass

QUOTED = re.compile(r'R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*'
                    r"|/\*(?:.|\n)*?\*/")
SITE = re.compile(r"\bif \(|\breturn (?=[^;])|\bbool const \w+ =\s|\b(?:\w+\.)*expected\.skew\b")
CONSTANT = re.compile(r"^ *(?:inline )?(constexpr) (std::size_t|int|std::chrono::\w+) \w+"
                      r"( = [^;]+(?=;)|\{\d+(?=\};))", re.MULTILINE)
C_LIBRARY = re.compile(r"\b(?:EVP|X509|BIO|xml|curl_easy)_?\w*\(")
AWAKE = """#include <cstdlib>
static int mutant(int number) {
    static int const awake = [] {
        auto const* said = std::getenv("MUTANT");
        return said == nullptr ? 0 : std::atoi(said);
    }();
    return awake == number ? 1 : 0;
}
"""
OPENING, CLOSING = "([{", ")]}"
OTHER = {" < ": (" <= ",), " <= ": (" < ",), " > ": (" >= ",), " >= ": (" > ",)}
TRUTH = re.compile(r"^!|^std::ranges::(?:all_of|any_of|none_of|equal)\(|\.starts_with\("
                   r"|\.ends_with\(|\.contains\(")


@dataclass(frozen=True)
class Mutant:
    number: int
    path: str
    line: int
    kind: str
    what: str

    @property
    def key(self) -> str:
        return f"{self.path} | {self.kind} | {self.what}"


def masked(text: str) -> str:
    """The text with quotations and comments blanked out, position for position."""
    return QUOTED.sub(lambda found: re.sub(r"[^\n]", "_", found[0]), text)


def end_of(mask: str, start: int, ends: str) -> int:
    """The first of these characters that stands outside all brackets opened since start."""
    depth = 0
    for at in range(start, len(mask)):
        if depth == 0 and mask[at] in ends:
            return at
        depth += (mask[at] in OPENING) - (mask[at] in CLOSING)
    raise ValueError("brackets that do not close")


def split(text: str, separator: str) -> list[str]:
    """Parts between separators that stand outside all brackets."""
    mask, parts, depth, begin = masked(text), [], 0, 0
    for at, character in enumerate(mask):
        depth += (character in OPENING) - (character in CLOSING)
        if depth == 0 and mask.startswith(separator, at) and at >= begin:
            parts.append(text[begin:at])
            begin = at + len(separator)
    return [*parts, text[begin:]]


class Garden:
    """One source while it is being planted."""

    def __init__(self, path: str, text: str, first: int):
        self.path, self.original, self.text = path, text, text
        self.next, self.mutants = first, []
        self.line = 0

    def planted(self) -> str:
        for site in reversed(list(SITE.finditer(masked(self.original)))):
            self.line = self.original.count("\n", 0, site.start()) + 1
            self.plant(site)
        self.plant_constants()
        return AWAKE + self.text if self.mutants else self.text

    def mutant(self, kind: str, what: str) -> str:
        what = re.sub(r"mutant\(\d+\)", "", re.sub(r"\s+", " ", what)).strip()
        self.mutants.append(Mutant(self.next, self.path, self.line, kind, what))
        self.next += 1
        return f"mutant({self.next - 1})"

    def replace(self, begin: int, end: int, text: str) -> None:
        self.text = self.text[:begin] + text + self.text[end:]

    def plant(self, site: re.Match) -> None:
        mask, begin = masked(self.text), site.end()
        if site[0].endswith("expected.skew"):
            second = self.mutant("constant", site[0])
            self.replace(site.start(), begin, f"({site[0]} + std::chrono::seconds{{{second}}})")
        elif site[0] == "if (":
            end = end_of(mask, begin, ")")
            self.replace(begin, end, self.condition(self.text[begin:end]))
        elif re.match(r"(?:\[|\{|R?_)", mask[begin:]):
            return
        else:
            end = end_of(mask, begin, ";")
            self.replace(begin, end, self.value(self.text[begin:end]))

    def condition(self, text: str) -> str:
        *before, asked = split(text, ";")  # what is only declared for it stands before it
        asked = asked.strip()
        declared = re.match(r"(?:auto|bool)(?: const)?[*&]? (\w+) =\s", asked)
        if declared:
            never = self.mutant("never", asked)
            return "; ".join([*before, asked, f"!{never} && ({declared[1]})"])
        never = self.mutant("never", asked)
        return "; ".join([*before, f"!{never} && ({self.truth(asked)})"])

    def value(self, text: str) -> str:
        """What is returned or named: planted when it is a truth, or chosen by one."""
        chosen = split(text, " ? ")
        if len(chosen) == 2:
            never = self.mutant("never", chosen[0])
            return f"(!{never} && ({self.truth(chosen[0])})) ? {chosen[1]}"
        if len(split(text, " || ")) > 1 or len(split(text, " && ")) > 1:
            return self.truth(text)
        if not self.compares(text) and not TRUTH.search(masked(text)) or len(chosen) > 1:
            return text
        always, never = self.mutant("always", text), self.mutant("never", text)
        return f"({always} || (!{never} && ({self.truth(text)})))"

    @staticmethod
    def compares(text: str) -> bool:
        signs = [" < ", " <= ", " > ", " >= ", " == ", " != "]
        return any(len(split(text, sign)) == 2 for sign in signs)

    def truth(self, text: str, outermost: bool = True) -> str:
        for sign, kind, form in ((" || ", "never", "(!{} && ({}))"),
                                 (" && ", "always", "({} || ({}))")):
            for spaced in (sign, sign.rstrip() + "\n"):
                parts = split(text, spaced)
                if len(parts) > 1:
                    return sign.join(form.format(self.mutant(kind, part), self.truth(part, False))
                                     for part in parts)
        inner = re.fullmatch(r"(\s*!?)\(((?:.|\n)*)\)(\s*)", text)
        begin = len(inner[1]) + 1 if inner else 0
        if inner and end_of(masked(text), begin, ")") == begin + len(inner[2]):
            return f"{inner[1]}({self.truth(inner[2], False)}){inner[3]}"
        return self.comparison(text)

    def comparison(self, text: str) -> str:
        for sign, others in {**OTHER, **self.counts(text)}.items():
            parts = split(text, sign)
            if len(parts) == 2 and "operator" not in text:
                planted = text
                for other in others:
                    number = self.mutant("boundary", text.strip() + " as" + other.rstrip())
                    planted = f"{number} ? {parts[0]}{other}{parts[1]} : {planted}"
                return f"({planted})"
        return text

    @staticmethod
    def counts(text: str) -> dict:
        """"Exactly so many" has two boundaries; nothing, and what a C library answers, has one."""
        if C_LIBRARY.search(text) or not re.search(r" (?:==|!=) [1-9]\d*\s*$", masked(text)):
            return {}
        return {" == ": (" <= ", " >= "), " != ": (" < ", " > ")}

    def plant_constants(self) -> None:
        for found in reversed(list(CONSTANT.finditer(masked(self.text)))):
            self.line = self.text.count("\n", 0, found.start()) + 1
            text = self.text[found.start():found.end()]
            self.replace(found.start(), found.end(), text.replace("constexpr ", "const ", 1)
                         + " + " + self.mutant("constant", text))


def planted(path: str, text: str, first: int) -> tuple[str, list[Mutant]]:
    garden = Garden(path, text, first)
    done = garden.planted()
    return done, garden.mutants
