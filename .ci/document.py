"""Says what is wrong with OpenAPI documents.

    document.py FILE...
"""

import json
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator


def mistakes(path):
    """What is wrong with the document in this file."""
    document = json.loads(path.read_text())
    if not document["paths"] and not document.get("x-websockets"):
        yield "it has neither paths nor WebSockets"
    for mistake in OpenAPIV31SpecValidator(document).iter_errors():
        yield "/".join(map(str, mistake.path)) + ": " + mistake.message


def main():
    paths = [Path(argument) for argument in sys.argv[1:]]
    found = [f"{path}: {mistake}" for path in paths for mistake in mistakes(path)]
    print(*found, f"{len(paths)} documents, {len(found)} mistakes", sep="\n")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
