"""Interrupts a cell (text on stdin) after a second, runs another; prints as JSON how both ended and how long it took."""
import json
import sys
import time

from jupyter_client.manager import start_new_kernel


def main():
    code = sys.stdin.read()
    manager, client = start_new_kernel(kernel_name="flowkernel", startup_timeout=60)
    try:
        for setup in ("var kept = 41;", "#!flowlogs connect sample"):
            client.execute_interactive(setup, timeout=120, output_hook=lambda message: None)
        request = client.execute(code)
        time.sleep(1)
        started = time.monotonic()
        manager.interrupt_kernel()
        while True:
            reply = client.get_shell_msg(timeout=60)
            if reply["parent_header"].get("msg_id") == request:
                break
        took = time.monotonic() - started
        outputs = []
        client.execute_interactive("kept + 1", timeout=60, output_hook=lambda m: outputs.append(m["content"]))
        values = [o["data"]["text/plain"] for o in outputs if "data" in o]
        print(json.dumps({"status": reply["content"]["status"], "name": reply["content"].get("ename"),
                          "seconds": took, "after": values}))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)


if __name__ == "__main__":
    main()
