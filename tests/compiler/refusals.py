#!/usr/bin/python3
"""What must not compile: mistakes planted in copies of our own files, given to the compiler.

    refusals.py        each line 'ok - ...' is one test

Each mistake is one change to one file. The file without it must compile (a control that cannot pass
by accident), with it the compiler must refuse and name what is wrong.
"""
import json
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ROOT / "build" / "sanitize" / "compile_commands.json"

# (what holds, changed file, text in it, its replacement, file to compile, what the compiler says)
MISTAKES = [
    ("a sentence that is missing in English does not compile",
     "web/signing_in/words.cpp", r'    \.try_again = "Log in again",\n', "",
     "web/signing_in/words.cpp", "missing initializer for member .*try_again"),
    ("a sentence that is missing in Dutch does not compile",
     "web/signing_in/words.cpp", r'    \.choose_button = "Verder",\n', "",
     "web/signing_in/words.cpp", "missing initializer for member .*choose_button"),
    ("a fact of which nobody decided what is recorded does not compile",
     "portal/facts.h", r"using Fact =\s+std::variant<",
     "struct Unheard {};\nusing Fact =\n    std::variant<Unheard, ",
     "portal/journal/recorded.cpp", "error"),
    ("a fact of which nobody decided what is sent does not compile",
     "portal/facts.h", r"using Fact =\s+std::variant<",
     "struct Unheard {};\nusing Fact =\n    std::variant<Unheard, ",
     "portal/correspondence/correspondence.cpp", "error"),
    ("a rejection without a page of its own does not compile",
     "portal/signing_in/broker.h", r"    chain_mandate, ", "    chain_mandate, unheard, ",
     "web/signing_in/refusals.cpp", "enumeration value .unheard. not handled"),
    ("a route that does not say who may come does not compile",
     "web/signing_in/pages.cpp", r'"/saml/metadata", Who::anyone, metadata',
     '"/saml/metadata", metadata',
     "web/signing_in/pages.cpp", "error"),
    ("a slot for text in an address does not compile",
     "web/signing_in/refusals.cpp", r'html\(R"\(<p>\{\}: ', 'html(R"(<p><a href="{}">x</a>: ',
     "web/signing_in/refusals.cpp", "url_is_required_in_an_address"),
    ("a pseudonym that nobody judged does not compile",
     "portal/upkeep/migration_rows.cpp", r"\.pseudonym = \*person,",
     ".pseudonym = cell(pseudonym),",
     "portal/upkeep/migration_rows.cpp", "error"),
    ("a use case that acts for what the page saw does not compile",
     "web/administration/letter.cpp", r"context\.visitor\.claim\(\), file\.account\.id, \*day",
     "*context.visitor.standing, file.account.id, *day",
     "web/administration/letter.cpp", "error"),
    ("a change that is made without its turn does not compile",
     "portal/administration/users.cpp", r"using foundation::Instant;\n",
     "using foundation::Instant;\n"
     "Change made_up(Records& records, Standing who) { return {records, {}, who}; }\n",
     "portal/administration/users.cpp", "error"),
    ("a secret that is written into a line does not compile",
     "portal/signing_in/sign_in.cpp", r"using foundation::Instant;\n",
     "using foundation::Instant;\n"
     "std::string written(foundation::Secret<std::string> const& it) { return std::string{it}; }\n",
     "portal/signing_in/sign_in.cpp", "error"),
]


def command_for(file: str) -> list[str]:
    wanted = str(ROOT / "src" / file)
    for entry in json.loads(COMMANDS.read_text(encoding="utf-8")):
        if entry["file"] == wanted:
            words = shlex.split(entry["command"])
            while "ccache" not in Path(words[0]).name and not words[0].endswith(("c++", "g++")):
                words.pop(0)
            if "ccache" in Path(words[0]).name:
                words.pop(0)
            at = words.index("-o")
            return [word for word in words[:at] + words[at + 2:] if word not in ("-c", wanted)]
    raise LookupError(f"{file} is not in {COMMANDS}")


def compiled(file: str, changed: str, text: str) -> subprocess.CompletedProcess:
    """Compiles `file` where `changed` reads `text`, without touching the tree."""
    with tempfile.TemporaryDirectory(prefix="mijnduo-compiler-") as name:
        overlay = Path(name)
        planted = overlay / changed
        planted.parent.mkdir(parents=True)
        planted.write_text(text, encoding="utf-8")
        source = planted if changed == file else ROOT / "src" / file
        words = command_for(file)
        return subprocess.run([words[0], f"-I{overlay}", *words[1:], "-fsyntax-only", str(source)],
                              cwd=COMMANDS.parent, capture_output=True, text=True, check=False)


def verdict(mistake: tuple) -> tuple[bool, str, str]:
    what, changed, pattern, replacement, file, complaint = mistake
    text = (ROOT / "src" / changed).read_text(encoding="utf-8")
    planted, times = re.subn(pattern, lambda _: replacement, text, count=1)
    if times != 1:
        return False, what, f"nothing in {changed} looks like {pattern}"
    control = compiled(file, changed, text)
    if control.returncode != 0:
        return False, what, "it does not compile without the mistake either:\n" + control.stderr
    broken = compiled(file, changed, planted)
    if broken.returncode == 0:
        return False, what, "the compiler takes it"
    if not re.search(complaint, broken.stderr):
        return False, what, f"refused, but not for '{complaint}':\n" + broken.stderr
    return True, what, ""


def main() -> int:
    # Configures when nobody has yet, and makes the header that is compiled beforehand.
    subprocess.run([ROOT / "script/lib/build", "sanitize", "std_vocabulary"], check=True,
                   stdout=subprocess.DEVNULL)
    with ThreadPoolExecutor(max_workers=2) as pool:
        verdicts = list(pool.map(verdict, MISTAKES))
    for good, what, why in verdicts:
        print(f"{'ok' if good else 'not ok'} - {what}")
        for line in why.splitlines()[:12]:
            print("# " + line)
    return 0 if all(good for good, _, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
