#!/usr/bin/python3
"""Makes the fonts of the letter and the form out of those of the site:  letter_fonts.py OUT

The npm package has Source Sans 3 as one variable font for each range of characters. Cairo writes
only fonts of one weight into a PDF, and a name should not change font in its middle: so each weight
is set, and the ranges are put together. OUT/letter_fonts.cpp embeds the result for src/delivery.
"""

import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FILES = Path(__file__).parent / "node_modules/@fontsource-variable/source-sans-3/files"
# Where two have a character, that of the first is taken.
RANGES = ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext")
# The site's bold is 650 (frontend/theme.css); a program that chooses fonts knows bold as 700.
WEIGHTS = (("Regular", 400, 400), ("Bold", 650, 700))
FAMILY = "Source Sans 3"


def of_one_weight(characters, weight):
    variable = TTFont(FILES / f"source-sans-3-{characters}-wght-normal.woff2")
    return instancer.instantiateVariableFont(variable, {"wght": weight}, inplace=True)


def put_together(weight, folder):
    parts = []
    for characters in RANGES:
        font = of_one_weight(characters, weight)
        font.flavor = None
        parts.append(folder / f"{characters}.ttf")
        font.save(parts[-1])
    return Merger().merge([str(part) for part in parts])


def add_hyphens(font):
    """A name may be typed with Unicode's own hyphens, which the packages leave out."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({0x2010: table.cmap[0x2D], 0x2011: table.cmap[0x2D]})


def name(font, style, known_as):
    bold = style == "Bold"
    font["OS/2"].usWeightClass = known_as
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    names = font["name"]
    names.names = [one for one in names.names if one.nameID in (0, 13, 14)]  # owner and licence
    whole = f"{FAMILY} {style}"
    for number, text in ((1, FAMILY), (2, style), (3, whole), (4, whole),
                         (6, f"{FAMILY.replace(' ', '')}-{style}")):
        names.setName(text, number, 3, 1, 0x409)


def kept(font, style, out):
    """The same sources give the same bytes, under a name that a compiler's cache tells apart."""
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    content = BytesIO()
    font.save(content)
    digest = sha256(content.getvalue()).hexdigest()[:16]
    file = out / f"source-sans-3-{style.lower()}-{digest}.ttf"
    file.write_bytes(content.getvalue())
    return file


def embedding(files):
    # Bytes come in with .incbin: arrays of numbers of this size would take the compiler seconds.
    blobs = "".join(
        f'asm(".section .rodata\\nmijnduo_font_{at}_begin: .incbin \\"{file}\\"\\n'
        f'mijnduo_font_{at}_end:\\n.previous\\n");\n'
        f'extern "C" char const mijnduo_font_{at}_begin[];\n'
        f'extern "C" char const mijnduo_font_{at}_end[];\n' for at, file in enumerate(files))
    rows = "".join(f"        {{mijnduo_font_{at}_begin, mijnduo_font_{at}_end}},\n"
                   for at in range(len(files)))
    return ("// Made by frontend/letter_fonts.py.\n"
            '#include "delivery/letter/typeface.h"\n\n'
            f"{blobs}\nnamespace delivery {{\n\n"
            "std::span<std::string_view const> embedded_fonts() {\n"
            f"    static std::string_view const fonts[] = {{\n{rows}    }};\n"
            "    return fonts;\n}\n\n} // namespace delivery\n")


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for style, weight, known_as in WEIGHTS:
        with TemporaryDirectory() as folder:
            font = put_together(weight, Path(folder))
            add_hyphens(font)
            name(font, style, known_as)
            files.append(kept(font, style, out))
    (out / "letter_fonts.cpp").write_text(embedding(files))


main()
