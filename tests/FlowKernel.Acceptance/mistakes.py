"""What a cell or a check says of a mistake: code, sentence, place, the user's own line with a caret, the way out."""
import re
import unicodedata
from typing import NamedTuple

from kernel import KernelCase

_HEAD = re.compile(r"^(error|warning) ([A-Z]+\d+): (.*)$")
_PLACE = re.compile(r"^  (?:at|in) (?:(.*), )?line (\d+), column (\d+)$")
_SOURCE = re.compile(r"^ +(\d+) \| (.*)$")
_CARET = re.compile(r"^ +\| ( *)(\^+)\s*$")


class Mistake(NamedTuple):
    severity: str
    code: str
    sentence: str
    file: str
    line: int
    column: int
    source: str
    marked: str
    hint: str


def plain(text):
    """A text without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def mistakes_in(text):
    """All mistakes that a text tells."""
    lines = plain(text).split("\n")
    heads = [n for n, line in enumerate(lines) if _HEAD.match(line)]
    return [_read(lines[start:end]) for start, end in zip(heads, [*heads[1:], len(lines)])]


def _read(lines):
    severity, code, sentence = _HEAD.match(lines[0]).groups()
    file, line, column, source, marked, rest = "", 0, 0, "", "", []
    for text in lines[1:]:
        if place := _PLACE.match(text):
            file, line, column = place[1] or "", int(place[2]), int(place[3])
        elif caret := _CARET.match(text):
            marked = _shown_at(source, len(caret[1]), len(caret[2]))
        elif shown := _SOURCE.match(text):
            source = shown[2]
        elif text.startswith("  "):
            rest.append(text.strip())
        elif not text:
            break
    return Mistake(severity, code, sentence, file, line, column, source, marked, " ".join(rest))


def _shown_at(line, start, width):
    """What of a line a terminal shows in these columns; some letters take two."""
    shown = "".join(c + "\0" * (unicodedata.east_asian_width(c) in "WF") for c in line)
    return shown[start:start + width].replace("\0", "")


def marked(code):
    """A text whose wrong part stands in ⟦⟧: the text, and that part's line and column."""
    start, end = code.index("⟦"), code.index("⟧") - 1
    clean = code.replace("⟦", "").replace("⟧", "")
    return clean, clean[start:end], clean.count("\n", 0, start) + 1, start - (clean.rfind("\n", 0, start) + 1) + 1


class MistakeCase(KernelCase):
    """Tests of cells that are wrong."""

    def mistake(self, code, index=0):
        """The mistake that a cell is told."""
        told = self.fails(code)
        found = mistakes_in(told)
        self.assertGreater(len(found), index, told)
        return found[index]

    def assert_mistake(self, code, expected, hint=None):
        """A cell fails with this code at the part in ⟦⟧, its line shown with a caret below that part."""
        clean, part, line, column = marked(code)
        found = self.mistake(clean)
        self.assertEqual((expected, line, column, part), (found.code, found.line, found.column, found.marked), found)
        self.assertEqual(clean.split("\n")[line - 1], found.source)
        if hint is not None:
            self.assertIn(hint, found.hint)
        return found
