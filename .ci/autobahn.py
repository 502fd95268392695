"""What the Autobahn suite finds in the example `websocket_echo`.

    autobahn.py WSTEST target/debug/examples/websocket_echo FOLDER-FOR-REPORTS

The cases 12 and 13 are left out: they are those of compression.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

# So many there are; fewer have not been asked.
CASES = 301
# After so many seconds it is taken to hang.
LONGEST = 300
# What the suite itself calls right, but not strict, each with its reason.
AT_ONCE = "a broken rule ends the connection at once, and what the handler would still have said before it is not waited for"
WHOLE_FRAMES = "a text is looked at when its frame is whole, and not letter by letter; a fragment that is no UTF-8 is not waited out"
NOT_STRICT = {
    **dict.fromkeys(["3.2", "3.3", "4.1.3", "4.1.4", "4.2.3", "4.2.4", "5.15"], AT_ONCE),
    **dict.fromkeys(["6.4.3", "6.4.4"], WHOLE_FRAMES),
}


def ask(wstest, program, reports):
    """What was found, case by case."""
    served = subprocess.Popen([program, "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        for line in served.stderr:
            if found := re.search(r"at http://(\S+)", line):
                break
        else:
            sys.exit("the example does not say where it listens")
        reports.mkdir(parents=True, exist_ok=True)
        settings = {
            "outdir": str(reports),
            "servers": [{"agent": "fastr", "url": f"ws://{found[1]}/"}],
            "cases": ["*"],
            "exclude-cases": ["12.*", "13.*"],
            "exclude-agent-cases": {},
        }
        (reports / "settings.json").write_text(json.dumps(settings))
        command = [wstest, "--mode", "fuzzingclient", "--spec", str(reports / "settings.json")]
        with (reports / "wstest.log").open("w") as log:
            subprocess.run(command, check=True, stdout=log, stderr=subprocess.STDOUT, timeout=LONGEST)
    finally:
        served.kill()
    return json.loads((reports / "index.json").read_text())["fastr"]


def problems(found):
    for case, result in found.items():
        said, end = result["behavior"], result["behaviorClose"]
        fine = ["OK", "INFORMATIONAL"] + ["NON-STRICT"] * (case in NOT_STRICT)
        if said not in fine or end not in ["OK", "INFORMATIONAL"]:
            yield f"{case}: {said}, and its end {end}; see {result['reportfile']}"
    if len(found) != CASES:
        yield f"{len(found)} cases were asked, and not {CASES}"


def main():
    wstest, program, reports = sys.argv[1:]
    found = ask(wstest, program, Path(reports).absolute())
    if wrong := list(problems(found)):
        sys.exit("\n".join(wrong))
    strict = sum(result["behavior"] == "OK" for result in found.values())
    print(f"{len(found)} cases of the Autobahn suite, {strict} of them strictly; the report is {reports}/index.html")


main()
