"""Charts of a kernel on the sample: figures, traces, notes."""
from kernel import KernelCase

PLOTLY, PNG = "application/vnd.plotly.v1+json", "image/png"


class ChartCase(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")
        cls.made = {}

    def chart(self, query, options=""):
        """The message that shows the only chart of a query."""
        cell = f"#!flowlogs {options}\n{query}"
        if cell not in self.made:
            shown = [c for c in self.run_cell(cell).of("display_data", "execute_result", "update_display_data") if PLOTLY in c["data"]]
            self.assertEqual(1, len(shown), cell)
            self.made[cell] = shown[0]
        return self.made[cell]

    def figure(self, query, options=""):
        return self.chart(query, options)["data"][PLOTLY]

    def names(self, query):
        return [trace.get("name") for trace in self.figure(query)["data"]]

    def notes(self, query, options=""):
        return " ".join(a["text"] for a in self.figure(query, options)["layout"].get("annotations", []))
