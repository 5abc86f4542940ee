"""Questions of an editor, the caret in a text written as ¦."""
from kernel import KernelCase


class EditorCase(KernelCase):
    """Tests of completion, signature help and hover."""

    def completion(self, text):
        """The reply to a completion at the caret."""
        caret, code = text.index("¦"), text.replace("¦", "")
        return self.kernel.ask("complete_request", {"code": code, "cursor_pos": caret})

    def matches(self, text):
        """What completion offers at the caret, best first."""
        return self.completion(text)["matches"]

    def explained(self, text, detail=0):
        """What inspection says at the caret, as plain text; empty where it knows nothing."""
        caret, code = text.index("¦"), text.replace("¦", "")
        reply = self.kernel.ask("inspect_request", {"code": code, "cursor_pos": caret, "detail_level": detail})
        return reply["data"].get("text/plain", "") if reply["found"] else ""

    def assert_offers(self, text, *names):
        """Completion offers all of these names."""
        offered = self.matches(text)
        for name in names:
            self.assertIn(name, offered, text)

    def assert_first(self, text, *names):
        """Completion offers these names first, in this order."""
        self.assertEqual(list(names), self.matches(text)[:len(names)], text)
