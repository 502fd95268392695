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


def of_3_1(value):
    """The document with `itemSchema`, which is OpenAPI 3.2's, as the schema that it is.

    FastAPI writes it into documents of 3.1 as well, where the readers that do not know it pass over it.
    """
    if isinstance(value, dict):
        return {"schema" if key == "itemSchema" else key: of_3_1(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [of_3_1(inner) for inner in value]
    return value


def main():
    arguments = [*sys.argv[1:], "--port", "0"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as program:
        try:
            with urllib.request.urlopen(address(program) + "/openapi.json", timeout=10) as answer:
                document = json.load(answer)
        finally:
            program.terminate()
    mistakes = list(OpenAPIV31SpecValidator(of_3_1(document)).iter_errors())
    for mistake in mistakes:
        print("/".join(map(str, mistake.path)), mistake.message, sep=": ")
    print(f"{len(document['paths'])} paths, {len(mistakes)} mistakes")
    return 1 if mistakes or not document["paths"] else 0


if __name__ == "__main__":
    sys.exit(main())
