"""Starts a program that serves an OpenAPI document, and says what is wrong with the document.

    document.py PROGRAM [ARGUMENT...]
"""

import json
import re
import subprocess
import sys
import urllib.request

from openapi_spec_validator import OpenAPIV31SpecValidator

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def address(program):
    """The address that the program says it listens on."""
    for line in program.stderr:
        found = re.search(r"serving .* at (http://\S+)", ANSI.sub("", line))
        if found:
            return found.group(1)
    sys.exit("the program ended without saying where it listens")


def main():
    arguments = [*sys.argv[1:], "--port", "0"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as program:
        try:
            with urllib.request.urlopen(address(program) + "/openapi.json", timeout=10) as answer:
                document = json.load(answer)
        finally:
            program.terminate()
    mistakes = list(OpenAPIV31SpecValidator(document).iter_errors())
    for mistake in mistakes:
        print("/".join(map(str, mistake.path)), mistake.message, sep=": ")
    print(f"{len(document['paths'])} paths, {len(mistakes)} mistakes")
    return 1 if mistakes or not document["paths"] else 0


if __name__ == "__main__":
    sys.exit(main())
