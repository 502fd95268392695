"""Puts every request of requests_table.py to app.py and writes answers.json.

To run it again, from anywhere:

    python3 -m venv venv
    venv/bin/pip install "fastapi[standard]" httpx "pydantic[email]" python-multipart
    venv/bin/python ask.py

The versions that answered are written in answers.json.

answers.json is {"versions": {...}, "rows": [row, ...]}, a row being
  id        its name;
  lax       true where the body holds a value of another JSON type (or another
            form) than the declared one, and was accepted all the same;
  note      what the row is about, now and then;
  request   method, path (as on the wire), headers (name and value pairs, in
            the order sent; `host: testserver` and `content-length` go without
            saying; as UTF-8), and body, or body_base64 where the
            bytes are not UTF-8, or neither where there is no body;
  answer    status, content_type (null if none), allow and location where such
            a header came, and body: `body` is the JSON that came if the type
            is JSON, else `body_text` is the text that came. Headers of refused
            operations that the application itself set are not recorded.
"""

import base64
import json
import logging
import pathlib
import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from starlette.testclient import TestClient  # noqa: E402

from app import app  # noqa: E402
from requests_table import ROWS  # noqa: E402

seen: dict = {}


async def recorded(scope, receive, send):
    """Notes what arrived, to be sure that the client changed nothing."""
    if scope["type"] == "http":
        target = scope["raw_path"].decode("latin-1")
        if scope["query_string"]:
            target += "?" + scope["query_string"].decode("latin-1")
        seen["target"] = target
        seen["headers"] = [
            (k.decode(), v.decode())
            for k, v in scope["headers"]
            if k not in (b"host", b"content-length")
        ]
    await app(scope, receive, send)


def spelled(body: bytes) -> dict:
    if not body:
        return {}
    try:
        return {"body": body.decode("utf-8")}
    except UnicodeDecodeError:
        return {"body_base64": base64.b64encode(body).decode()}


def ask(client: TestClient, row: dict) -> dict:
    headers = [(k.encode(), v.encode()) for k, v in row["headers"]]
    request = client.build_request(row["method"], "http://testserver" + row["path"], headers=headers, content=row["body"] or None)
    for name in ("accept", "accept-encoding", "connection", "user-agent"):
        if not any(k.lower() == name for k, _ in row["headers"]) and name in request.headers:
            del request.headers[name]
    response = client.send(request, follow_redirects=False)

    sent = [(k.lower(), v) for k, v in row["headers"]]
    got = seen["headers"]
    if sorted(sent) != sorted(got):
        raise SystemExit(f"{row['id']}: headers {sent} arrived as {got}")
    if seen["target"].rstrip("?") != row["path"].rstrip("?"):
        raise SystemExit(f"{row['id']}: {row['path']} arrived as {seen['target']}")

    kind = response.headers.get("content-type")
    answer: dict = {"status": response.status_code, "content_type": kind}
    for name in ("allow", "location"):
        if name in response.headers:
            answer[name] = response.headers[name]
    if kind and kind.startswith("application/json") and response.content:
        answer["body"] = json.loads(response.content)
    else:
        answer["body_text"] = response.text

    out: dict = {"id": row["id"]}
    if row["loose"] and response.status_code < 300:
        out["lax"] = True
    if row["note"]:
        out["note"] = row["note"]
    out["request"] = {
        "method": row["method"],
        "path": row["path"],
        "headers": [list(pair) for pair in row["headers"]],
        **spelled(row["body"]),
    }
    out["answer"] = answer
    return out


def lines(row: dict) -> str:
    """A row on three or four lines: what it is, the request, the answer."""

    def flat(value) -> str:
        return json.dumps(value, ensure_ascii=True, allow_nan=False)

    head = {k: v for k, v in row.items() if k not in ("request", "answer")}
    answer = dict(row["answer"])
    detail = answer.get("body", {}).get("detail") if isinstance(answer.get("body"), dict) else None
    if isinstance(detail, list) and detail and list(answer["body"]) == ["detail"]:
        # One line for each error.
        del answer["body"]
        errors = ",\n".join("      " + flat(error) for error in detail)
        told = flat(answer)[:-1] + ', "body": {"detail": [\n' + errors + "\n    ]}}"
    else:
        told = flat(answer)
    return (
        "  " + flat(head)[:-1] + ",\n"
        + '    "request": ' + flat(row["request"]) + ",\n"
        + '    "answer": ' + told + "}"
    )


def main() -> None:
    ids = [row["id"] for row in ROWS]
    twice = {i for i in ids if ids.count(i) > 1}
    if twice:
        raise SystemExit(f"the same id twice: {sorted(twice)}")
    sys.set_int_max_str_digits(4300)
    client = TestClient(recorded, raise_server_exceptions=False, follow_redirects=False)
    rows = [ask(client, row) for row in ROWS]
    versions = {
        name: version(name)
        for name in ("fastapi", "pydantic", "pydantic-core", "starlette", "python-multipart", "email-validator")
    }
    versions["python"] = ".".join(map(str, sys.version_info[:3]))
    text = '{"versions": ' + json.dumps(versions) + ',\n"rows": [\n' + ",\n".join(map(lines, rows)) + "\n]}\n"
    assert json.loads(text)["rows"] == rows
    (HERE / "answers.json").write_text(text, encoding="ascii")
    statuses: dict = {}
    for row in rows:
        statuses[row["answer"]["status"]] = statuses.get(row["answer"]["status"], 0) + 1
    print(len(rows), "rows:", dict(sorted(statuses.items())), "lax:", sum("lax" in r for r in rows))


if __name__ == "__main__":
    main()
