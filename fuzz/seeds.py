#!/usr/bin/env python3
"""Writes seeds/ anew: what FastAPI was asked in tests/fastapi, and a request for each operation of the targets."""

import base64
import hashlib
import json
import shutil
from pathlib import Path

HERE = Path(__file__).parent
ANSWERS = HERE.parent / "tests/fastapi/answers.json"
# No target is given more, nor a longer one: the fuzzer makes the rest of them.
MOST_SEEDS, LONGEST = 90, 600

QUERIES = [
    "u8=255&i16=-1&u32=7&i64=-9&u64=18446744073709551615&u128=340282366920938463463374607431768211455&i128=-1",
    "f32=1.5&f64=1e300&flag=yes&letter=%C3%A9&text=a+b&order=newest-first&list=1&list=2&set=a&set=b&other-name=x",
    "u8=+1&i16=1_000&u32=3.0&i64=-0&f32=nan&f64=-inf&flag=oui&letter=ab&order=x&list=&set=",
    "low=3&high=10&ratio=1.5&step=0.3&word=abc&letter=x&flag=on&order=by-name&tags=a&tags=b&numbers=1&numbers=2",
    "low=-6&high=11&ratio=0&step=0.25&word=ABCDEF&letter=X&flag=&tags=a&tags=b&tags=c&tags=d&numbers=1&numbers=1",
    "name=n&count=99&ratio=0.1&list=true&list=off",
    "name=n&count=100&ratio=x&other=1&list=2",
    "%6cow=%31&&=&high&low=%zz",
    "u8=-0&f32=nan&f64=nan&u128=18446744073709551616&text=A",
]
BODIES = {
    "a": [
        '{"name":"Lamp","cents":5}',
        '{"name":"A","cents":50,"ratio":1.1,"count":1,"grade":"x","new":false,"tags":["a","b"],"size":"small",'
        '"places":[{"lat":1.5,"lon":-2}]}',
        '{"name":"lamp","cents":-1,"ratio":0.25,"count":9,"grade":"xy","tags":["a","b","c"],"size":"big",'
        '"places":[{"lat":91,"lon":"1","x":0}]}',
        '{"name":"A","cents":500,"new":false,"name":"B"}',
    ],
    "b": ['{"value":1,"leaves":[{"value":2},{"value":3,"next":{"value":4}}]}', '{"value":256,"leaves":[{}]}'],
    "c": ['{"title":"t","limit":3,"after":null}', '{"title":"t","limit":51}'],
    "d": [
        '{"kind":"circle","radius":1.0}',
        '{"kind":"square","lat":1,"lon":2}',
        '{"kind":"nothing"}',
        '{"kind":"circle","radius":0}',
        '{"kind":"oval"}',
    ],
    "e": ['{"t":"Moved","c":{"lat":1,"lon":2}}', '{"t":"Named","c":"x"}', '{"t":"Ended"}', '{"t":"Named"}', '{"t":"Ended","c":1}'],
    "f": ['{"Text":"x"}', '{"Item":{"name":"A","cents":0}}', '{"Sizes":["small","large"]}', '"Nothing"', '{"No":1}', '{"Nothing":[""]}'],
    "g": ["1", "true", '"x"', '{"limit":1}', '[{"lat":1,"lon":2}]', '{"limit":51}', "null"],
    "h": [
        '{"numbers":{"a":1},"set":[1,2],"deep":{"a":[null,{"b":{"kind":"nothing"}}]},"floats":[0.1,1e9],"any":{}}',
        '{"numbers":{"a":1,"b":2,"c":3,"d":4},"set":[1,1],"floats":["1"]}',
    ],
    "i": ['{"name":"x","price":1.5}', '{"name":null}', "{}", '{"name":"long"}', '{"price":1.8446744073709542e+20}'],
    "j": ['{"item":{"name":"A","cents":0},"tree":{"value":1}}', '{"item":null,"tree":null}', "[]", "{"],
}
# What the types of tests/support/read_alike.rs read, or nearly.
TEXTS = [
    '{"a":-5,"id":1.5,"name":"n","names":["x","\\u00e9\\ud83d\\udca1\\n"],"note":{"x":[null,true]},"é":false}',
    '{"id":12,"name":"a","price":-1.25e-3,"tags":["a","b"],"choice":"name","more":{"id":0,"name":""},"x":[1e400,"\\ud800"]}',
    '[{"One":255},"Nothing",{"Two":[1,"a"]},{"Some":{"id":-1,"name":null}},{"Deep":{"Deep":"Nothing"}}]',
    '{"name":"Id","id":18446744073709551616}',
    '{"a":"Name","id":{"name":"n"}}',
    ' { "1" : 1 , "-1" : 2 , "2.5" : 3 } ',
    '{"true":1,"false":[ ]}',
    "[340282366920938463463374607431768211455,-170141183460469231731687303715884105728,-0,1E+5]",
    "[0.30000000000000004,3.4028236e38,5e-324,123456789012345678.9]",
    '"0123456789abcdef\\\\\\"\\/ é"',
]
HEADERS = [
    "text: a b\nu8: 1\ni64: -5\nlist: 1\nlist: 2\nother-name: x\nflag: yes\norder: by-name\nf64: 0.5",
    "low: 1\nhigh: 5\nratio: 0.5\nword: abc\nnumbers: 1\nnumbers: 2\ntags: x\nletter: \xe9",
    "name: n\ncount: 1\nratio: 0.5\nlist: yes",
    'cookie: text="a b"; u8=1; i64=-5; list=1; list=2; other-name=x; flag=yes; f64=0.5; set=a',
    "cookie: low=1; high=5; ratio=0.5; word=abc; numbers=1; numbers=2; tags=x\ncookie: letter=\xe9",
    "cookie: name=n; count=1; ratio=0.5; list=yes; =; ;; x",
]
PARTS = [
    ('name="file"; filename="a.txt"', "content\r\n--b\r\n-"),
    ('name="raw-data"; filename="C:\\dir\\x"', "\0\1"),
    ('name="more"; filename=""', ""),
    ('name="text"', "caf\xe9"),
    ('name="name"', "n"),
    ('name="count"', "1"),
    ('name="ratio"', "0.5"),
    ('name="low"; x', "1"),
]


# As HTTP/1.1 has them, but for the version and what is put in by `wire`.
REQUESTS = [
    ("GET /", [], ""),
    ("GET /items/1?q=2", [], ""),
    ("GET /items/0", [], ""),
    ("GET /items/x?q=y", [], ""),
    ("GET /items/%31/", [], ""),
    ("POST /items", ["content-type: application/json"], '{"name":"Drum","price":9.5}'),
    ("POST /items", ["content-type: application/json"], '{"name":"Drum","price":9.5,"tags":["a"]}'),
    ("POST /items", ["content-type: application/json"], '{"name":"","price":-1,"tags":[1]}'),
    ("POST /items", ["content-type: text/plain"], "{"),
    ("POST /items", ["content-type: application/json"], "{" + " " * 250 + "}"),
    ("PUT /items/0", ["content-type: application/json"], '{"name":"Drum","price":9.5}'),
    ("PUT /items/1", ["content-type: application/json"], '{"name":"Drum","price":9.5}'),
    ("PUT /items/2", ["content-type: application/json"], '{"name":"Drum","price":9.5}'),
    ("PATCH /items/1", ["content-type: application/json"], '{"name":"a","price":1}'),
    ("PATCH /items/0", ["content-type: application/json"], '{"name":"","price":1}'),
    ("DELETE /items/1", [], ""),
    ("HEAD /items/1", [], ""),
    ("OPTIONS /items/1", [], ""),
    ("OPTIONS *", [], ""),
    ("TRACE /items/1", [], ""),
    ("FOO /items", [], ""),
    ("GET /items/true/parts/a%2Fb", [], ""),
    ("GET /files/a/b/../c", [], ""),
    ("POST /form", ["content-type: application/x-www-form-urlencoded"], "name=a&count=1"),
    (
        "POST /upload",
        ["content-type: multipart/form-data; boundary=b"],
        '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nsome\r\n--b--\r\n',
    ),
    ("GET /from-head", ["x-token: 1", "cookie: session=2"], ""),
    ("GET /from-head", ["x-token: x", "cookie: session=-"], ""),
    ("GET /parts?status=3", [], ""),
    ("GET /parts?status=5", [], ""),
    ("GET /reset", [], ""),
    ("GET /same", [], ""),
    ("GET /elsewhere", [], ""),
    ("GET /stream", [], ""),
    ("POST /whole", [], "anything"),
    ("HEAD /only-head", [], ""),
    ("OPTIONS /own-options", [], ""),
    ("POST /both", [], ""),
    ("GET /both/?a=b", [], ""),
    ("GET /docs", [], ""),
    ("GET /openapi.json", ["if-none-match: *"], ""),
    ("GET http://example.com/items/1", [], ""),
    ("CONNECT example.com:80", [], ""),
    ("POST /items", ["transfer-encoding: gzip"], ""),
    ("GET /nowhere", [], ""),
]
# What is no HTTP, or almost.
BYTES = [
    b"GET / HTTP/1.1\r\nhost: a\r\n\r\n" * 3,
    b"GET / HTTP/1.0\r\n\r\n",
    b"GET / HTTP/2.0\r\nhost: a\r\n\r\n",
    b"GET /\r\n",
    b"\r\n\r\nGET / HTTP/1.1\nhost: a\n\n",
    b"POST /items HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /items HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}",
    b"POST /whole HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\nsome",
    b"POST /whole HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\na: b\r\n\r\n",
    b"POST /whole HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n",
    b"GET / HTTP/1.1\r\nhost: a\r\n b: c\r\n\r\n",
    b"GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
    b"GET / HTTP/1.1\r\nx: \0\r\n\r\n",
    b"GET / HTTP/1.1\r\nhost: a\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n",
    b"GET /" + b"x" * 300 + b" HTTP/1.1\r\nhost: a\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0",
    b"PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n",
]


def wire(line, headers, body, chunked):
    """A request as it goes over a connection."""
    if chunked:
        headers = [*headers, "transfer-encoding: chunked"]
        body = "".join(f"{len(piece):x}\r\n{piece}\r\n" for piece in (body[:5], body[5:]) if piece) + "0\r\n\r\n"
    elif body:
        headers = [*headers, f"content-length: {len(body)}"]
    head = "".join(header + "\r\n" for header in ["host: a", *headers])
    return f"{line} HTTP/1.1\r\n{head}\r\n{body}".encode("latin-1")


def multipart(parts):
    whole = "".join(
        f"--bound\r\nContent-Disposition: form-data; {head}\r\nContent-Type: text/plain\r\n\r\n{content}\r\n"
        for head, content in parts
    )
    return (whole + "--bound--\r\n").encode("latin-1")


def of_fastapi():
    """What was asked, as (target, seed)."""
    for row in json.loads(ANSWERS.read_text())["rows"]:
        request = row["request"]
        path, _, query = request["path"].partition("?")
        headers = {name.lower(): value for name, value in request["headers"]}
        body = request.get("body", "").encode()
        if "body_base64" in request:
            body = base64.b64decode(request["body_base64"])
        media_type = headers.get("content-type", "")
        if query:
            yield "query", query.encode()
        if path.startswith(("/header", "/cookie")):
            yield "headers_and_cookies", "\n".join(": ".join(pair) for pair in request["headers"]).encode()
        if media_type.startswith("application/x-www-form-urlencoded"):
            yield "form", body
        if media_type.startswith("multipart/form-data"):
            yield "multipart", b"\x07\n" + media_type.encode() + b"\n" + body
        if path.startswith(("/union", "/nested")):
            yield "json_body", (b"b" if "tree" in path else b"d") + body


def by_hand():
    for query in QUERIES:
        yield "query", query.encode()
        yield "form", query.encode()
    for letter, bodies in BODIES.items():
        for body in bodies:
            yield "json_body", (letter + body).encode()
            yield "json_reader", body.encode()
    for text in TEXTS:
        yield "json_reader", text.encode()
    for headers in HEADERS:
        yield "headers_and_cookies", headers.encode("latin-1")
    for index, (line, headers, body) in enumerate(REQUESTS):
        sizes = b"\x03\x07" if index % 2 else b""
        yield "service", sizes + "\n".join(["", line, *headers, "", body]).encode("latin-1")
        yield "connection", wire(line, headers, body, index % 3 == 0)
    for data in BYTES:
        yield "connection", data
    for count in range(1, len(PARTS) + 1):
        yield "multipart", b"\x01\x05\xff\nmultipart/form-data; boundary=bound\n" + multipart(PARTS[:count])
        yield "multipart", b'\nmultipart/form-data; boundary="bound"\n' + multipart(PARTS[count - 1 :])


def main():
    shutil.rmtree(HERE / "seeds", ignore_errors=True)
    seeds = {}
    for target, seed in [*by_hand(), *of_fastapi()]:
        of_target = seeds.setdefault(target, {})
        if len(seed) <= LONGEST and len(of_target) < MOST_SEEDS or len(of_target) < 30:
            of_target[hashlib.sha1(seed).hexdigest()[:12]] = seed
    for target, of_target in seeds.items():
        folder = HERE / "seeds" / target
        folder.mkdir(parents=True)
        for name, seed in of_target.items():
            (folder / name).write_bytes(seed)


main()
