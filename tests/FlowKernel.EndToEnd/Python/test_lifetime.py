"""Starting again and ending, and what outlives it."""
import unittest

from jupyter_client.manager import start_new_kernel
from kernel_case import LIMIT, KernelCase


class RestartTests(KernelCase):
    def test_a_restart_forgets_the_variables_and_keeps_the_history(self):
        self.assertEqual(self.value("var kept_by_history = 7; kept_by_history"), "7")
        self.manager.restart_kernel(now=False)
        self.client.wait_for_ready(timeout=LIMIT)
        reply, _ = self.run_cell("kept_by_history")
        self.assertEqual((reply["status"], reply["ename"]), ("error", "CS0103"))
        found = self.reply(self.client.history(hist_access_type="search", pattern="*kept_by_history = [0-9]*", unique=True,
                                               output=True, raw=True))["content"]["history"]
        self.assertEqual([row[2] for row in found], [["var kept_by_history = 7; kept_by_history", "7"]])

    def test_a_shutdown_is_answered_with_whether_it_is_a_restart(self):
        manager, client = start_new_kernel(kernel_name="flowkernel", startup_timeout=LIMIT)
        try:
            request = client.shutdown(restart=False)
            message = client.get_control_msg(timeout=LIMIT)
            self.assertEqual(message["parent_header"]["msg_id"], request)
            self.assertEqual(message["content"], {"status": "ok", "restart": False})
            manager.provisioner.process.wait(timeout=20)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    unittest.main()
