"""Runs a program whose standard error alone is a terminal; prints as JSON its result and all that the terminal got."""
import json
import os
import pty
import subprocess
import sys
import threading


def main():
    terminal, other_end = pty.openpty()
    shown = []

    def read():
        try:
            while data := os.read(terminal, 65536):
                shown.append(data)
        except OSError:
            # Linux says so that the program has gone.
            pass

    reader = threading.Thread(target=read)
    reader.start()
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=other_end)
    os.close(other_end)
    result, _ = program.communicate()
    reader.join()
    print(json.dumps({"result": result.decode(), "terminal": b"".join(shown).decode(), "code": program.returncode}))


if __name__ == "__main__":
    main()
