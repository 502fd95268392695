"""Asks every example whether it keeps its document: schemathesis sends what the document allows and what it forbids.

    run.py SCHEMATHESIS FOLDER-OF-EXAMPLES FOLDER-FOR-REPORTS [EXAMPLE...]

What is asked is the same every time. `exceptions.toml` names the answers that are right all the same, each with its reason;
`hooks.py` leaves out requests that would say nothing.
"""

import json
import os
import re
import subprocess
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"

# How many requests a phase makes up for an operation.
REQUESTS = 40
# After so many seconds a program or its judge is taken to hang.
LONGEST = 120
# What may answer a request that the document allows, and one that it forbids: schemathesis' own lists, and 410, which is a
# 404 that knows more, and 413, since a form can have more parts than are taken.
ACCEPTED = ["2xx", "3xx", "401", "403", "404", "409", "410", "429", "5xx"]
REFUSED = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429", "5xx"]
# All checks. On the command line they would go before the exceptions.
CHECKS = """
not_a_server_error status_code_conformance content_type_conformance response_headers_conformance
response_schema_conformance negative_data_rejection positive_data_acceptance missing_required_header unsupported_method
allow_header_conformance use_after_free ensure_resource_availability ignored_auth object_level_authorization
""".split()


class Judge:
    def __init__(self, schemathesis, programs, reports):
        self.schemathesis = schemathesis.absolute()
        self.programs = programs
        self.reports = reports
        self.exceptions = tomllib.loads((HERE / "exceptions.toml").read_text())["exception"]

    def ask(self, name):
        """What schemathesis found in an example, or nothing."""
        program = self.programs / name
        folder = self.reports / name
        folder.mkdir(parents=True, exist_ok=True)
        document = subprocess.run([program, "openapi"], check=True, capture_output=True, timeout=LONGEST).stdout
        (folder / "openapi.json").write_bytes(document)
        if not json.loads(document)["paths"]:
            # It has WebSockets alone.
            return None
        exceptions = [exception for exception in self.exceptions if exception["example"] == name]
        stale = list(unknown(exceptions, json.loads(document)))
        if stale:
            return "\n".join(stale)
        (folder / "schemathesis.toml").write_text(settings(exceptions))
        with (folder / "server.log").open("w") as log:
            server = subprocess.Popen([program, "--port", "0"], stdout=log, stderr=log, cwd=EXAMPLES.parent)
            try:
                found = self.run(folder, address(server, folder / "server.log"))
                ended = server.poll()
                return found if ended is None else f"it ended with {ended} while it was asked\n{found or ''}"
            finally:
                server.terminate()
                server.wait(LONGEST)

    def run(self, folder, url):
        command = [
            *(self.schemathesis, "--config-file", "schemathesis.toml", "run", "openapi.json", "--url", url),
            *("--max-examples", str(REQUESTS), "--generation-deterministic"),
            *("--no-shrink", "--continue-on-failure", "--request-timeout", "10", "--no-color"),
        ]
        hooks = {"PYTHONPATH": str(HERE), "SCHEMATHESIS_HOOKS": "hooks"}
        log = folder / "schemathesis.log"
        with log.open("w") as out:
            try:
                judged = subprocess.run(
                    command, cwd=folder, env=os.environ | hooks, timeout=LONGEST, stdout=out, stderr=out
                )
            except subprocess.TimeoutExpired:
                return f"it is still asked after {LONGEST} s:\n{log.read_text()}"
        said = log.read_text()
        if judged.returncode == 0:
            return None
        # From the first failure on: each with what was answered, and the `curl` that asks for it.
        return said[max(said.find("= ERRORS"), said.find("= FAILURES"), 0) :]


def address(server, log):
    """Where the program says that it serves."""
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline and server.poll() is None:
        if found := re.search(r"serving .* at (http://\S+)", log.read_text()):
            return found[1]
        time.sleep(0.02)
    raise RuntimeError(f"it does not serve:\n{log.read_text()}")


def unknown(exceptions, document):
    """The exceptions for operations that are not there any more."""
    known = {f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item}
    for exception in exceptions:
        if exception["operation"] not in known:
            yield f"exceptions.toml: there is no operation {exception['operation']}; take the exception out"


def settings(exceptions):
    """The exceptions as schemathesis reads them."""
    lines = ["warnings = false", "[checks]", *(f"{check}.enabled = true" for check in CHECKS)]
    lines.append(f"positive_data_acceptance.expected-statuses = {ACCEPTED}")
    lines.append(f"negative_data_rejection.expected-statuses = {REFUSED}")
    operations = {}
    for exception in exceptions:
        operations.setdefault(exception["operation"], []).append(exception)
    for operation, exceptions in operations.items():
        lines += ["[[operations]]", f"include-name = {json.dumps(operation)}"]
        for exception in exceptions:
            lines.append(setting(exception))
    return "\n".join(lines) + "\n"


def setting(exception):
    if exception["check"] == "any":
        return "enabled = false"
    check = f"checks.{exception['check']}"
    if "statuses" in exception:
        return f"{check}.expected-statuses = {ACCEPTED + exception['statuses']}"
    return f"{check}.enabled = false"


def main():
    schemathesis, programs, reports = map(Path, sys.argv[1:4])
    names = sys.argv[4:] or sorted(path.stem for path in EXAMPLES.glob("*.rs"))
    judge = Judge(schemathesis, programs.absolute(), reports)
    # Each judge keeps one core busy.
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(judge.ask, names))
    failed = [(name, found) for name, found in zip(names, answers) if found]
    for name, found in failed:
        print(f"\n##### {name}\n{found}")
    print(f"{len(names)} examples asked, {len(failed)} do not keep their document")
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
