"""Asks a FlowKernel kernel what could stand at the end of the text on stdin; prints one match a line."""
import sys

from jupyter_client.manager import start_new_kernel


def main():
    code = sys.stdin.read()
    manager, client = start_new_kernel(kernel_name="flowkernel", startup_timeout=60)
    try:
        reply = client.complete(code, len(code), reply=True, timeout=60)
        print("\n".join(reply["content"]["matches"]))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)


if __name__ == "__main__":
    main()
