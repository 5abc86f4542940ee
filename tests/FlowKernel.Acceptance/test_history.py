"""The history of cells: its newest, a range, a search; kept from one kernel to the next."""
import os
import tempfile
import unittest

from kernel import Kernel


class HistoryTests(unittest.TestCase):
    """Two kernels, one after the other, with a history of their own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        first = cls.start()
        for code in ("1 + 1", "var a = 2;", "1 + 1", "nothing_here", '"\U0001F600 ä"', "// [brackets] and *stars*"):
            first.run(code)
        first.run("not_kept", store_history=False)
        first.run("not_kept", silent=True)
        first.close()
        cls.kernel = cls.start()
        cls.addClassCleanup(cls.kernel.close)
        for code in ("10 + 1", "1 + 1", "var b = 3;"):
            cls.kernel.run(code)

    @classmethod
    def start(cls):
        return Kernel(environment={"XDG_DATA_HOME": cls.folder})

    def history(self, access, **more):
        answer = self.kernel.ask("history_request", {"hist_access_type": access, "raw": True, "output": False, **more})
        self.assertEqual(answer["status"], "ok")
        return answer["history"]

    def inputs(self, access, **more):
        return [row[2] for row in self.history(access, **more)]

    def test_the_tail_has_the_newest_oldest_first_also_of_the_kernel_before(self):
        self.assertEqual(self.inputs("tail", n=4), ["// [brackets] and *stars*", "10 + 1", "1 + 1", "var b = 3;"])

    def test_rows_name_session_and_line(self):
        rows = self.history("tail", n=9)
        sessions = [row[0] for row in rows]
        self.assertEqual(len(set(sessions)), 2)
        self.assertEqual(sessions, sorted(sessions))
        self.assertEqual([row[1] for row in rows], [1, 2, 3, 4, 5, 6, 1, 2, 3])

    def test_cells_without_history_are_not_there(self):
        self.assertNotIn("not_kept", self.inputs("tail", n=100))

    def test_a_cell_that_failed_is_there(self):
        self.assertIn("nothing_here", self.inputs("tail", n=100))

    def test_outputs_come_as_pairs_when_asked_for(self):
        rows = self.history("tail", n=3, output=True)
        self.assertEqual([row[2] for row in rows], [["10 + 1", "11"], ["1 + 1", "2"], ["var b = 3;", None]])

    def test_a_range_of_this_session_ends_before_its_stop(self):
        self.assertEqual(self.inputs("range", session=0, start=1, stop=3), ["10 + 1", "1 + 1"])
        self.assertEqual(self.inputs("range", session=0, start=2), ["1 + 1", "var b = 3;"])

    def test_a_range_of_the_session_before_is_there(self):
        before = self.inputs("range", session=-1, start=1, stop=3)
        number = self.history("range", session=-1, start=1, stop=2)[0][0]
        self.assertEqual(before, ["1 + 1", "var a = 2;"])
        self.assertEqual(self.inputs("range", session=number, start=1, stop=3), before)

    def test_ranges_of_no_session_and_empty_ones_have_nothing(self):
        for more in ({"session": 4711}, {"session": -9}, {"start": 3, "stop": 3}, {"start": 9, "stop": 2}):
            with self.subTest(more):
                self.assertEqual(self.history("range", **more), [])

    def test_a_search_takes_patterns(self):
        for pattern, found in (("1 + 1", ["1 + 1"] * 3), ("1*1", ["1 + 1", "1 + 1", "10 + 1", "1 + 1"]),
                               ("*a = ?;", ["var a = 2;"]), ("var [ab] = *", ["var a = 2;", "var b = 3;"]),
                               ("var [^a]*", ["var b = 3;"]), ("*\U0001F600*", ['"\U0001F600 ä"']),
                               ("*[[]brackets[]]*", ["// [brackets] and *stars*"]), ("VAR*", []), ("+", [])):
            with self.subTest(pattern):
                self.assertEqual(self.inputs("search", pattern=pattern), found)

    def test_a_search_counts_equal_cells_once_when_asked_to(self):
        self.assertEqual(self.inputs("search", pattern="1*1", unique=True), ["10 + 1", "1 + 1"])

    def test_a_search_gives_the_newest_few(self):
        self.assertEqual(self.inputs("search", pattern="*", n=2), ["1 + 1", "var b = 3;"])

    def test_a_pattern_that_would_take_others_an_age_is_answered(self):
        self.assertEqual(self.inputs("search", pattern="*a" * 200), [])

    def test_an_unknown_kind_of_access_has_nothing(self):
        self.assertEqual(self.history("dance"), [])

    def test_the_history_survives_a_restart_and_the_variables_do_not(self):
        with Kernel(environment={"XDG_DATA_HOME": os.path.join(self.folder, "restart")}) as kernel:
            kernel.run("var kept = 7; kept")
            kernel.manager.restart_kernel(now=False)
            kernel.client.wait_for_ready(timeout=90)
            self.assertEqual(kernel.run("kept").reply["ename"], "CS0103")
            found = kernel.ask("history_request", {"hist_access_type": "search", "pattern": "*kept = *", "output": True})
            self.assertEqual([row[2] for row in found["history"]], [["var kept = 7; kept", "7"]])

    def test_two_kernels_at_once_have_sessions_of_their_own(self):
        with self.start() as other:
            other.run('"of the other"')
            row, = other.ask("history_request", {"hist_access_type": "tail", "n": 1})["history"]
            self.assertEqual(row[2], '"of the other"')
            self.assertNotEqual(row[0], self.history("tail", n=1)[0][0])

    def test_a_folder_that_cannot_be_written_costs_no_more_than_the_history(self):
        file = os.path.join(self.folder, "a file")
        open(file, "w").close()
        with Kernel(environment={"XDG_DATA_HOME": file}) as kernel:
            self.assertEqual(kernel.run("6 * 7").data("text/plain"), ["42"])
            self.assertEqual(len(kernel.ask("history_request", {"hist_access_type": "tail"})["history"]), 1)
