"""A table as its HTML says it, read without a browser."""
from bs4 import BeautifulSoup


class ShownCell:
    """One cell: what is to be read, the exact value on hover, and how it stands."""

    def __init__(self, element):
        self.element = element
        self.text = element.get_text()
        self.title = element.get("title")
        self.is_right = "text-align:right" in element.get("style", "") and element.get("align") == "right"
        self.is_left = "text-align:left" in element.get("style", "") and element.get("align") in (None, "left")
        self.is_folded = element.find("details") is not None
        self.is_null = "data-null" in element.attrs


class ShownTable:
    """The only table of a fragment."""

    def __init__(self, html):
        self.html = html
        self.root = BeautifulSoup(html, "html.parser").select_one(".flowkernel-table")
        self.headings = [ShownCell(th) for th in self.root.select("thead th")]
        self.rows = [[ShownCell(td) for td in tr.select("td")] for tr in self.root.select("tbody tr")]

    @property
    def names(self):
        return [heading.text for heading in self.headings]

    @property
    def note(self):
        """The quiet line below."""
        lines = [d.get_text() for d in self.root.find_all("div", recursive=False)]
        return lines[-1] if len(lines) > 1 else ""

    def cell(self, name, row=0):
        return self.rows[row][self.names.index(name)]


HOSTILE = [
    '<img src=x onerror=hit(1)>', '</td></table><script>hit(2)</script>', '"\' onmouseover=hit(3) x="',
    "' autofocus onfocus=hit(4) '", '<svg/onload=hit(5)>', '&lt;img src=x onerror=hit(6)&gt;',
    'javascript:hit(7)', '<!--<script>hit(8)', ']]><script>hit(9)</script>', '{{constructor.constructor("hit(10)")()}}',
    '<iframe srcdoc="<script>parent.hit(11)</script>">', '</script><script>hit(12)</script>', '<details open ontoggle=hit(13)>',
    '$\\unicode{41}\\href{javascript:hit(14)}{x}$', '<style>*{display:none}</style>', '<base href="https://example.org/">',
    '<meta http-equiv="refresh" content="0;url=https://example.org">', '<b>bold</b>', '`${hit(15)}`', '\\u003cimg src=x onerror=hit(16)\\u003e',
]
# In words of KQL and C#: what a terminal or a reader's eye would obey.
UNSEEN = {"\u202e": "\ufffd", "\u2066": "\ufffd", "\x1b": "\u241b", "\x07": "\u2407", "\x7f": "\u2421", "\x08": "\u2408"}


def kql(text):
    """A text as a KQL literal."""
    escaped = "".join(c if " " <= c <= "~" and c not in "\"\\" else f"\\u{ord(c):04x}" for c in text)
    return f'"{escaped}"'


def kql_table(columns, rows):
    """A datatable of given columns, such as ``{"A": "long"}``; values are texts of KQL."""
    names = ", ".join(f"{name}: {kind}" for name, kind in columns.items())
    return f"datatable({names})[{', '.join(value for row in rows for value in row)}]"
