"""Runs cells (a JSON list on stdin) in one kernel, FlowKernel's unless an argument names another.

Prints each cell's reply and messages as JSON.
"""
import json
import sys

from jupyter_client.manager import start_new_kernel


def run(client, code):
    messages = []

    def keep(message):
        messages.append({"type": message["msg_type"], "content": message["content"]})

    reply = client.execute_interactive(code, output_hook=keep, timeout=120, allow_stdin=False, stop_on_error=False)
    return {"reply": reply["content"], "messages": messages}


def main():
    manager, client = start_new_kernel(kernel_name=(sys.argv[1:] or ["flowkernel"])[0], startup_timeout=60)
    try:
        print(json.dumps([run(client, code) for code in json.load(sys.stdin)], default=str))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)


if __name__ == "__main__":
    main()
