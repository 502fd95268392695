"""The requests that ask.py puts to app.py, in the order of app.py's groups.

A row is a dict: id, method, path (with its query, percent-encoded as it goes
on the wire), headers (name and value pairs), body (bytes), and maybe
  note     what the row is about, where the id does not say it; "lenient text"
           where a parameter's text is one that many parsers would refuse;
  loose    True where a strict decoder would refuse what is sent: ask.py marks
           the row `"lax": true` if FastAPI accepts it all the same.
"""

import json

ROWS: list[dict] = []
BOUNDARY = "oracle-boundary-7d1f"


def add(id, method, path, headers=(), body=b"", note=None, loose=False):
    if isinstance(body, str):
        body = body.encode()
    ROWS.append(
        dict(id=id, method=method, path=path, headers=list(headers), body=body, note=note, loose=loose)
    )


def get(id, path, headers=(), note=None, loose=False):
    add(id, "GET", path, headers, b"", note, loose)


def send(id, path, value, method="POST", headers=(), note=None, loose=False):
    """A JSON body from a Python value."""
    text = json.dumps(value, ensure_ascii=False)
    raw(id, path, text, method=method, headers=headers, note=note, loose=loose)


def raw(id, path, text, type="application/json", method="POST", headers=(), note=None, loose=False):
    """A body as it stands, with its content type (None for no such header)."""
    headers = list(headers)
    if type is not None:
        headers.append(("content-type", type))
    add(id, method, path, headers, text, note, loose)


def form(id, path, text, note=None, type="application/x-www-form-urlencoded"):
    raw(id, path, text, type=type, note=note)


def part(name, content, filename=None, type=None):
    if isinstance(content, str):
        content = content.encode()
    head = f'Content-Disposition: form-data; name="{name}"'
    if filename is not None:
        head += f'; filename="{filename}"'
    if type is not None:
        head += f"\r\nContent-Type: {type}"
    return head.encode() + b"\r\n\r\n" + content + b"\r\n"


def multipart(id, path, *parts, note=None, end=None):
    mark = f"--{BOUNDARY}".encode()
    body = b"".join(mark + b"\r\n" + p for p in parts)
    body += mark + b"--\r\n" if end is None else end
    raw(id, path, body, type=f"multipart/form-data; boundary={BOUNDARY}", note=note)


# ------------------------------------------------------------------ path ---

for kind, name, text in [
    ("int", "valid", "42"),
    ("int", "negative", "-7"),
    ("int", "zero", "0"),
    ("int", "letters", "foo"),
    ("int", "fraction", "4.2"),
    ("int", "whole-fraction", "3.0"),
    ("int", "beyond-64-bit", "123456789012345678901234567890"),
    ("int", "space-encoded", "%203"),
    ("int", "accented", "%C3%A9"),
    ("u8", "lowest", "0"),
    ("u8", "highest", "255"),
    ("u8", "too-high", "256"),
    ("u8", "negative", "-1"),
    ("u8", "letters", "x"),
    ("i8", "lowest", "-128"),
    ("i8", "too-low", "-129"),
    ("i8", "too-high", "128"),
    ("u16", "highest", "65535"),
    ("u16", "too-high", "65536"),
    ("i16", "too-low", "-32769"),
    ("u32", "highest", "4294967295"),
    ("u32", "too-high", "4294967296"),
    ("i32", "lowest", "-2147483648"),
    ("i32", "too-high", "2147483648"),
    ("u64", "highest", "18446744073709551615"),
    ("u64", "too-high", "18446744073709551616"),
    ("u64", "negative", "-1"),
    ("i64", "lowest", "-9223372036854775808"),
    ("i64", "too-low", "-9223372036854775809"),
    ("i64", "highest", "9223372036854775807"),
    ("i64", "too-high", "9223372036854775808"),
    ("float", "valid", "3.25"),
    ("float", "integer", "3"),
    ("float", "exponent", "1e3"),
    ("float", "letters", "abc"),
    ("bool", "true", "true"),
    ("bool", "yes", "yes"),
    ("bool", "unknown", "maybe"),
    ("str", "valid", "hello"),
    ("str", "space", "a%20b"),
    ("str", "plus-is-plus", "a+b"),
    ("str", "utf8", "caf%C3%A9"),
    ("str", "invalid-utf8", "caf%FF"),
    ("str", "encoded-slash", "a%2Fb"),
    ("str", "broken-percent", "100%25"),
    ("char", "one", "x"),
    ("char", "one-not-ascii", "%C3%A9"),
    ("char", "two", "xy"),
    ("color", "valid", "green"),
    ("color", "unknown", "purple"),
    ("color", "wrong-case", "Green"),
    ("level", "valid", "2"),
    ("level", "unknown", "3"),
    ("literal", "valid", "asc"),
    ("literal", "unknown", "up"),
    ("uuid", "valid", "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11"),
    ("uuid", "letters", "not-a-uuid"),
    ("uuid", "short", "6f1f2d9c-0d4e-4c1b-9a55"),
    ("date", "valid", "2024-02-29"),
    ("date", "not-leap", "2023-02-29"),
    ("date", "letters", "tomorrow"),
    ("datetime", "valid", "2024-05-06T07:08:09Z"),
    ("datetime", "letters", "now"),
    ("time", "valid", "07:08:09"),
    ("time", "hour-25", "25:00:00"),
    ("timedelta", "iso", "P1DT2H"),
    ("timedelta", "letters", "soon"),
    ("decimal", "valid", "12.50"),
    ("decimal", "letters", "abc"),
    ("ipv4", "valid", "127.0.0.1"),
    ("ipv4", "octet-256", "127.0.0.256"),
]:
    get(f"path_{kind}-{name}", f"/path/{kind}/{text}")

get("path_users-fixed-before-param", "/users/me")
get("path_users-param", "/users/alice")
get("path_users-two-params", "/users/7/orders/6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11")
get("path_users-two-params-first-wrong", "/users/x/orders/6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11")
get("path_users-two-params-both-wrong", "/users/x/orders/y")
get("path_files-nested", "/path/files/home/notes/today.txt")
get("path_files-leading-slash", "/path/files//etc/motd")
get("path_files-empty", "/path/files/")
get("path_files-encoded", "/path/files/a%20b/c%2Fd.txt")
get("path_files-dots", "/path/files/a.b/c.tar.gz")
get("path_rooms-valid", "/rooms/5?size=1.5&room-query=x")
get("path_rooms-ge", "/rooms/0?size=1.5")
get("path_rooms-le", "/rooms/1001?size=1.5")
get("path_rooms-query-gt", "/rooms/5?size=0")
get("path_rooms-query-lt", "/rooms/5?size=10.5")
get("path_rooms-both-wrong", "/rooms/0?size=11")
get("path_rooms-path-wrong-query-missing", "/rooms/abc")
get("path_rooms-name-instead-of-alias", "/rooms/5?size=1&q=x")
get("path_names-valid", "/names/anna")
get("path_names-short", "/names/a")
get("path_names-long", "/names/annabel")
get("path_names-pattern", "/names/ANNA")
get("path_names-long-counts-characters", "/names/%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9")

# ---------------------------------------------------------- query scalars ---

# What FastAPI takes and the plain parser of many a language does not.
LENIENT = {
    (kind, name): "lenient text"
    for kind, names in {
        "int": "space-before space-after newline-after plus-sign-is-space plus-encoded underscore point-zero point-zeros huge",
        "float": "spaces underscore overflow",
        "level": "space point-zero",
        "uuid": "braces urn",
        "date": "datetime-midnight datetime-midnight-z unix-midnight",
        "datetime": "valid-naive valid-space valid-underscore valid-lower-z no-seconds date-only comma-fraction nanos offset-no-colon "
                    "unix-seconds unix-fraction unix-millis unix-negative unix-zero",
        "time": "no-seconds z offset",
        "timedelta": "hms hm hms-fraction hms-big-hours hms-negative days-hms days-hms-short days-only iso-months iso-years iso-negative",
        "decimal": "spaces underscore exponent small-exponent",
        "email": "display-name",
        "ipv6": "scope",
    }.items()
    for name in names.split()
}

for kind, cases in {
    "int": [
        ("valid", "3"),
        ("not-a-number", "abc"),
        ("empty", ""),
        ("space-before", "%203"),
        ("space-after", "3%20"),
        ("newline-after", "3%0A"),
        ("plus-sign-is-space", "+3"),
        ("plus-encoded", "%2B3"),
        ("minus", "-3"),
        ("minus-space", "-%203"),
        ("double-minus", "--3"),
        ("underscore", "1_000"),
        ("underscore-double", "1__000"),
        ("underscore-leading", "_1"),
        ("underscore-trailing", "1_"),
        ("comma", "1,000"),
        ("leading-zeros", "007"),
        ("minus-zero", "-0"),
        ("point-zero", "3.0"),
        ("point-zeros", "3.000"),
        ("point-nothing", "3."),
        ("nothing-point-zero", ".0"),
        ("fraction", "3.5"),
        ("exponent", "1e3"),
        ("hex", "0x10"),
        ("huge", "9" * 40),
        ("huge-4301-digits", "9" * 4301),
        ("i64-max-plus-one", "9223372036854775808"),
        ("arabic-digits", "%D9%A3"),
        ("word-true", "true"),
        ("word-null", "null"),
        ("word-inf", "inf"),
    ],
    "u8": [("highest", "255"), ("too-high", "256"), ("negative", "-1"), ("huge", "9" * 30), ("fraction", "1.5")],
    "i8": [("lowest", "-128"), ("too-low", "-129")],
    "u64": [("highest", "18446744073709551615"), ("too-high", "18446744073709551616")],
    "i64": [("too-high", "9223372036854775808"), ("too-low", "-9223372036854775809")],
    "float": [
        ("valid", "3.25"),
        ("integer", "3"),
        ("not-a-number", "abc"),
        ("empty", ""),
        ("exponent", "1e3"),
        ("exponent-upper", "1E-3"),
        ("point-nothing", "3."),
        ("nothing-point", ".5"),
        ("spaces", "%203.5%20"),
        ("plus-encoded", "%2B3.5"),
        ("underscore", "1_000.5"),
        ("comma", "3,5"),
        ("inf", "inf"),
        ("minus-infinity", "-Infinity"),
        ("nan", "nan"),
        ("nan-upper", "NaN"),
        ("overflow", "1e400"),
        ("hex", "0x1p3"),
    ],
    "bool": [(w, w) for w in
             "true false True False TRUE FALSE tRuE 1 0 t f T F y n Y N yes no YES No on off ON Off".split()]
    + [(f"refused-{n}", w) for n, w in [
        ("empty", ""), ("two", "2"), ("minus-one", "-1"), ("maybe", "maybe"), ("si", "si"), ("oui", "oui"),
        ("null", "null"), ("none", "None"), ("tru", "tru"), ("point-zero", "1.0"), ("double-one", "11"),
        ("enabled", "enabled"), ("space-before", "%20true"), ("space-after", "true%20"), ("yep", "yep"),
    ]],
    "str": [
        ("valid", "hello"),
        ("empty", ""),
        ("plus-is-space", "a+b"),
        ("percent-20", "a%20b"),
        ("percent-2b", "a%2Bb"),
        ("utf8", "caf%C3%A9"),
        ("emoji", "%F0%9F%A6%80"),
        ("invalid-utf8-ff", "caf%FF"),
        ("invalid-utf8-cut", "%C3"),
        ("invalid-utf8-surrogate", "%ED%A0%80"),
        ("broken-percent", "100%"),
        ("broken-percent-letters", "%zz"),
        ("nul", "a%00b"),
        ("ampersand-encoded", "a%26b"),
        ("equals-inside", "a=b"),
        ("semicolon", "a;b"),
        ("question-mark", "a?b"),
    ],
    "char": [("one", "x"), ("empty", ""), ("two", "xy"), ("emoji", "%F0%9F%A6%80"), ("combining-two", "e%CC%81")],
    "color": [("valid", "red"), ("unknown", "purple"), ("upper", "RED"), ("empty", ""), ("space", "red%20")],
    "level": [("valid", "1"), ("unknown", "9"), ("letters", "low"), ("space", "1%20"), ("point-zero", "1.0")],
    "literal": [("valid", "desc"), ("unknown", "down"), ("upper", "DESC"), ("empty", "")],
    "uuid": [
        ("valid", "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11"),
        ("upper", "6F1F2D9C-0D4E-4C1B-9A55-2F7C0E9B8A11"),
        ("no-hyphens", "6f1f2d9c0d4e4c1b9a552f7c0e9b8a11"),
        ("braces", "%7B6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11%7D"),
        ("urn", "urn:uuid:6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11"),
        ("nil", "00000000-0000-0000-0000-000000000000"),
        ("wrong-letter", "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a1g"),
        ("short", "6f1f2d9c"),
        ("long", "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a1122"),
        ("group-lengths", "6f1f2d9c0-d4e-4c1b-9a55-2f7c0e9b8a11"),
        ("missing-hyphen", "6f1f2d9c-0d4e4c1b-9a55-2f7c0e9b8a11"),
        ("space", "%206f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11"),
        ("empty", ""),
    ],
    "date": [
        ("valid", "2024-02-29"),
        ("month-13", "2024-13-01"),
        ("month-0", "2024-00-01"),
        ("day-32", "2024-01-32"),
        ("day-0", "2024-01-00"),
        ("not-leap", "2023-02-29"),
        ("one-digit-month", "2024-1-01"),
        ("slashes", "2024/01/02"),
        ("compact", "20240102"),
        ("short", "2024-01"),
        ("trailing", "2024-01-02x"),
        ("letters", "yesterday"),
        ("empty", ""),
        ("datetime-midnight", "2024-01-02T00:00:00"),
        ("datetime-midnight-z", "2024-01-02T00:00:00Z"),
        ("datetime-not-midnight", "2024-01-02T10:00:00"),
        ("unix-midnight", "1704153600"),
        ("unix-not-midnight", "1704153601"),
        ("space", "%202024-01-02"),
        ("year-0", "0000-01-01"),
        ("year-9999", "9999-12-31"),
        ("five-digit-year", "10000-01-01"),
    ],
    "datetime": [
        ("valid-naive", "2024-05-06T07:08:09"),
        ("valid-z", "2024-05-06T07:08:09Z"),
        ("valid-lower-z", "2024-05-06t07:08:09z"),
        ("valid-space", "2024-05-06%2007:08:09"),
        ("valid-underscore", "2024-05-06_07:08:09"),
        ("valid-offset", "2024-05-06T07:08:09%2B02:00"),
        ("offset-plus-as-space", "2024-05-06T07:08:09+02:00"),
        ("offset-minus", "2024-05-06T07:08:09-05:30"),
        ("offset-no-colon", "2024-05-06T07:08:09-0530"),
        ("offset-hours-only", "2024-05-06T07:08:09-05"),
        ("offset-24", "2024-05-06T07:08:09-24:00"),
        ("micros", "2024-05-06T07:08:09.123456"),
        ("millis", "2024-05-06T07:08:09.5Z"),
        ("nanos", "2024-05-06T07:08:09.123456789Z"),
        ("comma-fraction", "2024-05-06T07:08:09,5Z"),
        ("no-seconds", "2024-05-06T07:08"),
        ("hour-only", "2024-05-06T07"),
        ("date-only", "2024-05-06"),
        ("hour-24", "2024-05-06T24:00:00"),
        ("minute-60", "2024-05-06T07:60:00"),
        ("second-60", "2024-05-06T07:08:60"),
        ("month-13", "2024-13-06T07:08:09"),
        ("day-31-april", "2024-04-31T07:08:09"),
        ("unix-seconds", "1704153600"),
        ("unix-fraction", "1704153600.5"),
        ("unix-millis", "1704153600000"),
        ("unix-negative", "-1"),
        ("unix-zero", "0"),
        ("unix-huge", "99999999999999999999"),
        ("trailing", "2024-05-06T07:08:09Zx"),
        ("letters", "now"),
        ("empty", ""),
        ("nan", "nan"),
    ],
    "time": [
        ("valid", "07:08:09"),
        ("no-seconds", "07:08"),
        ("micros", "07:08:09.25"),
        ("z", "07:08:09Z"),
        ("offset", "07:08:09-03:00"),
        ("hour-24", "24:00"),
        ("minute-60", "07:60"),
        ("second-60", "07:08:60"),
        ("one-digit", "7:08"),
        ("seconds-number", "3600"),
        ("seconds-too-many", "86400"),
        ("seconds-negative", "-1"),
        ("letters", "noon"),
        ("empty", ""),
    ],
    "timedelta": [
        ("iso", "P1DT2H3M4S"),
        ("iso-weeks", "P2W"),
        ("iso-fraction", "PT1.5S"),
        ("iso-negative", "-P1D"),
        ("iso-months", "P1M"),
        ("iso-years", "P1Y"),
        ("iso-empty", "P"),
        ("iso-empty-time", "PT"),
        ("iso-no-t", "P1H"),
        ("hms", "01:02:03"),
        ("hm", "01:02"),
        ("hms-fraction", "01:02:03.5"),
        ("hms-big-hours", "30:00:00"),
        ("hms-minute-60", "00:60:00"),
        ("hms-negative", "-01:02:03"),
        ("days-hms", "3%20days,%2001:02:03"),
        ("days-hms-short", "3d%2001:02:03"),
        ("days-only", "3%20days"),
        ("seconds", "90"),
        ("seconds-fraction", "90.5"),
        ("seconds-negative", "-90"),
        ("letters", "soon"),
        ("empty", ""),
        ("too-large", "P9999999999D"),
    ],
    "decimal": [
        ("valid", "12.50"),
        ("integer", "7"),
        ("exponent", "1E%2B3"),
        ("small-exponent", "1e-7"),
        ("spaces", "%201.5%20"),
        ("underscore", "1_000.5"),
        ("comma", "1,5"),
        ("nan", "NaN"),
        ("infinity", "Infinity"),
        ("letters", "abc"),
        ("empty", ""),
        ("many-digits", "3.14159265358979323846264338327950288"),
        ("minus-zero", "-0.00"),
    ],
    "url": [
        ("valid", "https://example.com/a?b%3Dc"),
        ("no-path", "https://example.com"),
        ("upper-host", "https://EXAMPLE.com/A"),
        ("other-scheme", "ftp://example.com/x"),
        ("mailto", "mailto:a@example.com"),
        ("no-scheme", "example.com"),
        ("relative", "/a/b"),
        ("no-host", "https://"),
        ("bad-port", "http://example.com:99999/"),
        ("bad-ipv6", "http://[::1"),
        ("space-in-host", "http://exa%20mple.com/"),
        ("empty", ""),
        ("default-port", "http://example.com:80/x"),
        ("idn", "https://b%C3%BCcher.example/"),
    ],
    "httpurl": [("valid", "http://example.com/x"), ("ftp", "ftp://example.com/x"), ("too-long", "http://example.com/" + "a" * 2070)],
    "email": [
        ("valid", "ann@example.com"),
        ("upper-domain", "Ann@EXAMPLE.com"),
        ("plus-tag", "ann%2Btag@example.com"),
        ("no-at", "ann.example.com"),
        ("two-ats", "ann@b@example.com"),
        ("no-local", "@example.com"),
        ("no-domain", "ann@"),
        ("no-dot-in-domain", "ann@localhost"),
        ("double-dot", "ann..b@example.com"),
        ("space", "an%20n@example.com"),
        ("display-name", "Ann%20%3Cann@example.com%3E"),
        ("special-use-domain", "ann@example.test"),
        ("empty", ""),
    ],
    "ip": [("v4", "192.168.0.1"), ("v6", "2001:db8::1"), ("letters", "host"), ("empty", "")],
    "ipv4": [("valid", "10.0.0.1"), ("octet-256", "10.0.0.256"), ("leading-zero", "10.0.0.01"), ("three-octets", "10.0.1"),
             ("network", "10.0.0.0/8"), ("number", "3232235521"), ("v6", "::1"), ("empty", "")],
    "ipv6": [("valid", "2001:db8::1"), ("full", "2001:0DB8:0000:0000:0000:0000:0000:0001"), ("mapped", "::ffff:1.2.3.4"),
             ("scope", "fe80::1%25eth0"), ("v4", "10.0.0.1"), ("two-gaps", "1::2::3")],
}.items():
    for name, text in cases:
        get(f"query_{kind}-{name}", f"/query/{kind}?value={text}", note=LENIENT.get((kind, name)))

for kind in ["int", "bool", "str", "date", "uuid", "color", "u8"]:
    get(f"query_{kind}-missing", f"/query/{kind}")
for kind in ["int", "float", "bool", "str", "color", "uuid", "datetime", "char"]:
    get(f"query_optional-{kind}-missing", f"/query/optional/{kind}")
    get(f"query_optional-{kind}-empty", f"/query/optional/{kind}?value=")
get("query_optional-int-valid", "/query/optional/int?value=5")
get("query_optional-int-word-null", "/query/optional/int?value=null")
get("query_optional-int-not-a-number", "/query/optional/int?value=x")
get("query_optional-u8-too-high", "/query/optional/u8?value=256")

get("query_int-repeated", "/query/int?value=1&value=2", note="a scalar given twice")
get("query_int-repeated-last-wrong", "/query/int?value=1&value=x", note="a scalar given twice")
get("query_int-repeated-first-wrong", "/query/int?value=x&value=2", note="a scalar given twice")
get("query_str-no-equals", "/query/str?value", note="a name without '='")
get("query_int-no-equals", "/query/int?value")
get("query_str-encoded-name", "/query/str?v%61lue=x")
get("query_str-other-case", "/query/str?VALUE=x")
get("query_str-empty-pairs", "/query/str?&&value=x&&")
get("query_str-brackets", "/query/str?value[]=x")
get("query_str-unknown-name-beside", "/query/str?value=x&other=y")
get("query_str-fragment-like", "/query/str?value=x%23y")

# ------------------------------------------------- query, plain functions ---

get("query_required-given", "/query/required?q=x")
get("query_required-empty", "/query/required?q=")
get("query_required-missing", "/query/required")
get("query_optional-given", "/query/optional?q=x")
get("query_optional-empty", "/query/optional?q=")
get("query_optional-missing", "/query/optional")
get("query_defaults-none", "/query/defaults")
get("query_defaults-one", "/query/defaults?skip=20")
get("query_defaults-all", "/query/defaults?skip=20&limit=5&short=on")
get("query_defaults-all-wrong", "/query/defaults?skip=a&limit=b&short=c")
get("query_defaults-empty-values", "/query/defaults?skip=&limit=&short=")
get("query_two-valid", "/query/two?first=1&second=2")
get("query_two-both-wrong", "/query/two?first=a&second=b")
get("query_two-both-wrong-other-order", "/query/two?second=b&first=a", note="the errors' order is the declaration's")
get("query_two-both-missing", "/query/two")
get("query_two-one-missing-one-wrong", "/query/two?second=b")
get("query_alias-given", "/query/alias?item-query=x")
get("query_alias-by-name", "/query/alias?q=x")
get("query_alias-missing", "/query/alias")
get("query_deprecated-given", "/query/deprecated?old=x")
get("query_deprecated-missing", "/query/deprecated")

for name, text in [
    ("shortest", "abc"), ("longest", "abcdefgh"), ("too-short", "ab"), ("too-long", "abcdefghi"), ("empty", ""),
    ("characters-not-bytes", "%C3%A9%C3%A9%C3%A9"), ("two-accents-too-short", "%C3%A9%C3%A9"),
]:
    get(f"query_length-{name}", f"/query/length?q={text}")
get("query_length-missing", "/query/length")
get("query_length-optional-missing", "/query/length/optional")
get("query_length-optional-too-short", "/query/length/optional?q=a")
get("query_length-optional-empty", "/query/length/optional?q=")
for name, text in [
    ("valid", "ab-12"), ("no-match", "abc"), ("prefix-only", "ab-12x"), ("upper", "AB-12"), ("newline", "ab-12%0A"), ("empty", ""),
    ("arabic-digits", "ab-%D9%A3"),
]:
    get(f"query_pattern-{name}", f"/query/pattern?q={text}")
get("query_length-and-pattern-valid", "/query/length-and-pattern?q=abc")
get("query_length-and-pattern-both-wrong", "/query/length-and-pattern?q=A1")
get("query_length-and-pattern-long-and-wrong", "/query/length-and-pattern?q=ABCDEFGHIJ")
get("query_length-and-pattern-only-pattern", "/query/length-and-pattern?q=ABC")

get("query_list-str-many", "/query/list/str?q=a&q=b&q=a")
get("query_list-str-one", "/query/list/str?q=a")
get("query_list-str-empty-value", "/query/list/str?q=")
get("query_list-str-empty-values", "/query/list/str?q=&q=")
get("query_list-str-comma", "/query/list/str?q=a,b")
get("query_list-str-missing", "/query/list/str")
get("query_list-str-optional-missing", "/query/list/str/optional")
get("query_list-str-optional-given", "/query/list/str/optional?q=a&q=b")
get("query_list-str-default-missing", "/query/list/str/default")
get("query_list-str-default-given", "/query/list/str/default?q=x")
get("query_list-int-valid", "/query/list/int?q=1&q=2")
get("query_list-int-one-wrong", "/query/list/int?q=1&q=x&q=3")
get("query_list-int-two-wrong", "/query/list/int?q=a&q=2&q=b")
get("query_list-int-empty-value", "/query/list/int?q=")
get("query_list-int-missing", "/query/list/int")
get("query_list-bounded-valid", "/query/list/bounded?q=1&q=2")
get("query_list-bounded-too-few", "/query/list/bounded?q=1")
get("query_list-bounded-too-many", "/query/list/bounded?q=1&q=2&q=3&q=4")
get("query_list-bounded-too-few-and-wrong", "/query/list/bounded?q=x")
get("query_list-bounded-too-many-and-wrong", "/query/list/bounded?q=x&q=2&q=3&q=4")
get("query_set-int-valid", "/query/set/int?q=3&q=1&q=3")
get("query_set-int-one-wrong", "/query/set/int?q=3&q=x&q=3")
get("query_set-int-missing", "/query/set/int")

for name, good, bad in [
    ("gt", "4", "3"), ("ge", "3", "2"), ("lt", "2", "3"), ("le", "3", "4"), ("multiple", "10", "12"),
    ("window", "12", "8"),
]:
    get(f"query_bounds-int-{name}-good", f"/query/bounds/int?{name}={good}")
    get(f"query_bounds-int-{name}-bad", f"/query/bounds/int?{name}={bad}")
get("query_bounds-int-window-high", "/query/bounds/int?window=20")
get("query_bounds-int-window-odd", "/query/bounds/int?window=13")
get("query_bounds-int-window-low-and-odd", "/query/bounds/int?window=7")
get("query_bounds-int-multiple-zero", "/query/bounds/int?multiple=0")
get("query_bounds-int-multiple-negative", "/query/bounds/int?multiple=-5")
get("query_bounds-int-huge", "/query/bounds/int?lt=123456789012345678901234567890")
get("query_bounds-int-all-bad", "/query/bounds/int?gt=3&ge=2&lt=3&le=4&multiple=12&window=8")
for name, good, bad in [
    ("gt", "1.6", "1.5"), ("ge", "1.5", "1.4"), ("lt", "1.4", "1.5"), ("le", "1.5", "1.6"), ("multiple", "2.5", "2.6"),
    ("whole", "5", "10"),
]:
    get(f"query_bounds-float-{name}-good", f"/query/bounds/float?{name}={good}")
    get(f"query_bounds-float-{name}-bad", f"/query/bounds/float?{name}={bad}")
get("query_bounds-float-nan", "/query/bounds/float?gt=nan")
get("query_bounds-float-inf", "/query/bounds/float?lt=inf")
get("query_bounds-float-bad-integer-text", "/query/bounds/float?gt=1")

get("query_model-defaults", "/query/model")
get("query_model-all", "/query/model?limit=10&offset=5&order_by=updated_at&tags=a&tags=b")
get("query_model-limit-gt", "/query/model?limit=0")
get("query_model-limit-le", "/query/model?limit=101")
get("query_model-literal", "/query/model?order_by=name")
get("query_model-all-wrong", "/query/model?limit=x&offset=-1&order_by=name")
get("query_model-unknown-ignored", "/query/model?tool=plumbus")
get("query_model-empty-value", "/query/model?limit=")
get("query_model-strict-valid", "/query/model/strict?limit=10")
get("query_model-strict-unknown", "/query/model/strict?limit=10&tool=plumbus")
get("query_model-strict-two-unknown", "/query/model/strict?b=1&a=2")
get("query_model-strict-unknown-repeated", "/query/model/strict?tool=a&tool=b")
get("query_model-strict-unknown-and-wrong", "/query/model/strict?tool=plumbus&limit=0")
get("query_model-required-valid", "/query/model/required?term=x&page=1")
get("query_model-required-none", "/query/model/required")
get("query_model-required-one-missing", "/query/model/required?term=x")
get("query_model-required-empty-and-wrong", "/query/model/required?term=&page=z&exact=perhaps")
get("query_model-required-repeated", "/query/model/required?term=a&term=b&page=1&page=2")

# ---------------------------------------------------------------- headers ---

get("header_optional-given", "/header/optional", [("x-request-id", "abc")])
get("header_optional-missing", "/header/optional")
get("header_optional-empty", "/header/optional", [("x-request-id", "")])
get("header_optional-upper-case-name", "/header/optional", [("X-REQUEST-ID", "abc")])
get("header_optional-underscore-name", "/header/optional", [("x_request_id", "abc")], note="the name with underscores is another header")
get("header_optional-utf8", "/header/optional", [("x-request-id", "caf\u00e9")], note="UTF-8 on the wire, read as Latin-1")
get("header_optional-twice", "/header/optional", [("x-request-id", "one"), ("x-request-id", "two")])
get("header_required-given", "/header/required", [("x-token", "secret")])
get("header_required-missing", "/header/required")
get("header_required-empty", "/header/required", [("x-token", "")])
get("header_int-valid", "/header/int", [("x-count", "7")])
get("header_int-wrong", "/header/int", [("x-count", "seven")])
get("header_int-empty", "/header/int", [("x-count", "")])
get("header_int-missing", "/header/int")
get("header_list-two", "/header/list", [("x-token", "foo"), ("x-token", "bar")])
get("header_list-one", "/header/list", [("x-token", "foo")])
get("header_list-comma", "/header/list", [("x-token", "foo, bar")])
get("header_list-missing", "/header/list")
get("header_list-int-valid", "/header/list/int", [("x-number", "1"), ("x-number", "2")])
get("header_list-int-wrong", "/header/list/int", [("x-number", "1"), ("x-number", "b")])
get("header_list-int-missing", "/header/list/int")
get("header_underscores-given", "/header/underscores", [("strange_header", "x")])
get("header_underscores-hyphen", "/header/underscores", [("strange-header", "x")])
get("header_alias-given", "/header/alias", [("x-api-key", "abcd")])
get("header_alias-short", "/header/alias", [("x-api-key", "abc")])
get("header_alias-missing", "/header/alias")
get("header_model-valid", "/header/model", [("x-device", "phone"), ("x-version", "2"), ("x-beta", "yes"), ("x-tag", "a"), ("x-tag", "b")])
get("header_model-minimal", "/header/model", [("x-device", "phone"), ("x-version", "2")])
get("header_model-missing", "/header/model")
get("header_model-wrong", "/header/model", [("x-device", "phone"), ("x-version", "0"), ("x-beta", "perhaps")])
get("header_model-version-letters", "/header/model", [("x-device", "phone"), ("x-version", "two")])
get("header_model-unknown-ignored", "/header/model", [("x-device", "phone"), ("x-version", "2"), ("x-other", "y")])
get("header_model-strict-valid", "/header/model/strict", [("x-device", "phone"), ("x-version", "2")])
get("header_model-strict-unknown", "/header/model/strict", [("x-device", "phone"), ("x-version", "2"), ("x-tool", "plumbus")])
get("header_model-strict-unknown-and-missing", "/header/model/strict", [("x-version", "2"), ("x-tool", "plumbus")])

# ---------------------------------------------------------------- cookies ---


def cookie(id, path, text, note=None):
    get(id, path, [("cookie", text)], note=note)


cookie("cookie_optional-given", "/cookie/optional", "ads_id=abc")
get("cookie_optional-missing", "/cookie/optional")
cookie("cookie_optional-empty", "/cookie/optional", "ads_id=")
cookie("cookie_optional-other", "/cookie/optional", "other=1")
cookie("cookie_optional-quoted", "/cookie/optional", 'ads_id="a b"')
cookie("cookie_optional-percent", "/cookie/optional", "ads_id=a%20b", note="cookies are not percent-decoded")
cookie("cookie_optional-twice", "/cookie/optional", "ads_id=one; ads_id=two")
cookie("cookie_optional-spaces", "/cookie/optional", "a=1;ads_id=x ;  b=2")
cookie("cookie_optional-hyphen-name", "/cookie/optional", "ads-id=x", note="a cookie's underscore stays an underscore")
cookie("cookie_optional-no-equals", "/cookie/optional", "ads_id")
cookie("cookie_required-given", "/cookie/required", "session_id=s1")
get("cookie_required-missing", "/cookie/required")
cookie("cookie_required-empty", "/cookie/required", "session_id=")
cookie("cookie_int-valid", "/cookie/int", "visits=3")
cookie("cookie_int-wrong", "/cookie/int", "visits=three")
cookie("cookie_int-ge", "/cookie/int", "visits=-1")
get("cookie_int-missing", "/cookie/int")
cookie("cookie_model-valid", "/cookie/model", "session_id=s1; visits=4; tracker=t")
cookie("cookie_model-minimal", "/cookie/model", "session_id=s1")
get("cookie_model-missing", "/cookie/model")
cookie("cookie_model-wrong", "/cookie/model", "visits=x")
cookie("cookie_model-unknown-ignored", "/cookie/model", "session_id=s1; other=1")
cookie("cookie_model-strict-valid", "/cookie/model/strict", "session_id=s1")
cookie("cookie_model-strict-unknown", "/cookie/model/strict", "session_id=s1; other=1")
cookie("cookie_model-strict-unknown-and-missing", "/cookie/model/strict", "other=1")

# ------------------------------------------------------------ simple item ---

ITEM = {"name": "Lamp", "price": 12.5}
send("items_minimal", "/items", ITEM)
send("items_full", "/items", {"name": "Lamp", "price": 12.5, "description": "bright", "tags": ["a", "b"]})
send("items_price-integer", "/items", {"name": "Lamp", "price": 12})
send("items_description-null", "/items", {"name": "Lamp", "price": 1, "description": None})
send("items_tags-null", "/items", {"name": "Lamp", "price": 1, "tags": None})
send("items_unknown-ignored", "/items", {"name": "Lamp", "price": 1, "color": "red"})
send("items_name-missing", "/items", {"price": 1})
send("items_both-missing", "/items", {})
send("items_both-missing-others-given", "/items", {"description": "x", "tags": []}, note="a missing field's input is the whole object")
send("items_name-empty", "/items", {"name": "", "price": 1})
send("items_name-50", "/items", {"name": "n" * 50, "price": 1})
send("items_name-51", "/items", {"name": "n" * 51, "price": 1})
send("items_name-50-accents", "/items", {"name": "\u00e9" * 50, "price": 1})
send("items_name-number", "/items", {"name": 5, "price": 1})
send("items_price-zero", "/items", {"name": "Lamp", "price": 0})
send("items_price-negative", "/items", {"name": "Lamp", "price": -1.5})
send("items_price-word", "/items", {"name": "Lamp", "price": "cheap"})
send("items_price-text-number", "/items", {"name": "Lamp", "price": "12.5"}, loose=True)
send("items_price-true", "/items", {"name": "Lamp", "price": True}, loose=True)
raw("items_price-nan", "/items", '{"name": "Lamp", "price": NaN}', loose=True)
raw("items_price-infinity", "/items", '{"name": "Lamp", "price": Infinity}', loose=True)
raw("items_price-overflow", "/items", '{"name": "Lamp", "price": 1e400}')
raw("items_price-overflow-negative", "/items", '{"name": "Lamp", "price": -1e400}')
send("items_tags-one-wrong", "/items", {"name": "Lamp", "price": 1, "tags": ["a", 2, "c"]})
send("items_tags-text", "/items", {"name": "Lamp", "price": 1, "tags": "a"})
send("items_tags-object", "/items", {"name": "Lamp", "price": 1, "tags": {"a": 1}})
send("items_all-wrong", "/items", {"name": "", "price": "x", "description": 5, "tags": [1, "b", None]})
send("items_all-wrong-other-order", "/items", {"tags": [1], "description": 5, "price": "x", "name": 7}, note="the errors' order is the model's")
send("items_unicode", "/items", {"name": "L\u00e1mpara \U0001f4a1", "price": 1})
raw("items_unicode-escaped", "/items", '{"name": "L\\u00e1mpara \\ud83d\\udca1", "price": 1}')
raw("items_lone-surrogate", "/items", '{"name": "x\\ud800", "price": 1}', note="a surrogate on its own in a JSON string")
raw("items_nul-escaped", "/items", '{"name": "a\\u0000b", "price": 1}')
raw("items_duplicate-key", "/items", '{"name": "one", "name": "two", "price": 1}')
raw("items_whitespace-around", "/items", ' \r\n\t{"name": "Lamp", "price": 1}\n ')
raw("items_bom", "/items", b'\xef\xbb\xbf{"name": "Lamp", "price": 1}', note="a UTF-8 byte order mark first")
raw("items_utf-16", "/items", '{"name": "Lamp", "price": 1}'.encode("utf-16"), note="Python's json reads UTF-16 too", loose=True)

send("items_strict-valid", "/items/strict", ITEM)
send("items_strict-unknown", "/items/strict", {**ITEM, "color": "red"})
send("items_strict-two-unknown", "/items/strict", {"z": 1, **ITEM, "a": {"b": [1]}})
send("items_strict-unknown-and-wrong", "/items/strict", {"color": "red", "name": "", "price": 0})
send("items_strict-unknown-and-missing", "/items/strict", {"color": "red"})

send("items_many-valid", "/items/many", [ITEM, {"name": "Desk", "price": 99}])
send("items_many-empty", "/items/many", [])
send("items_many-object", "/items/many", ITEM)
send("items_many-second-wrong", "/items/many", [ITEM, {"name": "Desk"}])
send("items_many-several-wrong", "/items/many", [{"name": ""}, ITEM, 5, None, {"name": "x", "price": "y"}])
send("items_many-null", "/items/many", None)
raw("items_many-empty-body", "/items/many", "")
send("items_many-text", "/items/many", "abc")

send("items_put-valid", "/items/7?q=x", ITEM, method="PUT")
send("items_put-path-wrong", "/items/x", ITEM, method="PUT")
send("items_put-path-and-body-wrong", "/items/x", {"name": "Lamp"}, method="PUT")
raw("items_put-path-wrong-body-malformed", "/items/x", "{", method="PUT")
raw("items_put-path-wrong-body-missing", "/items/x", "", method="PUT")

# ------------------------------------------------------ JSON as a whole -----

for name, text in [
    ("empty", ""),
    ("whitespace", "  \n "),
    ("trailing-comma", '{"name": "Lamp", "price": 1,}'),
    ("trailing-comma-in-list", '{"name": "Lamp", "price": 1, "tags": ["a",]}'),
    ("truncated-object", '{"name": "Lamp", "price": 1'),
    ("truncated-after-key", '{"name"'),
    ("truncated-after-colon", '{"name": '),
    ("truncated-after-comma", '{"name": "Lamp", '),
    ("truncated-string", '{"name": "La'),
    ("truncated-list", '{"name": "Lamp", "tags": ["a"'),
    ("truncated-brace-only", "{"),
    ("single-quotes", "{'name': 'Lamp', 'price': 1}"),
    ("unquoted-key", "{name: 1}"),
    ("plain-text", "hello"),
    ("form-text", "name=Lamp&price=1"),
    ("missing-colon", '{"name" "Lamp"}'),
    ("missing-comma", '{"name": "Lamp" "price": 1}'),
    ("missing-comma-second-line", '{\n  "name": "Lamp"\n  "price": 1\n}'),
    ("missing-comma-after-accents", '{"name": "\u00e9\u00e9\u00e9" "price": 1}'),
    ("extra-after", '{"name": "Lamp", "price": 1} x'),
    ("two-objects", '{"name": "Lamp", "price": 1}{}'),
    ("extra-closing", '{"name": "Lamp", "price": 1}}'),
    ("leading-zero", '{"name": "Lamp", "price": 01}'),
    ("plus-number", '{"name": "Lamp", "price": +1}'),
    ("point-number", '{"name": "Lamp", "price": .5}'),
    ("number-point", '{"name": "Lamp", "price": 5.}'),
    ("hex-number", '{"name": "Lamp", "price": 0x10}'),
    ("minus-only", '{"name": "Lamp", "price": -}'),
    ("python-true", '{"name": True}'),
    ("upper-null", '{"name": NULL}'),
    ("comment", '{"name": "Lamp", /* c */ "price": 1}'),
    ("newline-in-string", '{"name": "La\nmp", "price": 1}'),
    ("tab-in-string", '{"name": "La\tmp", "price": 1}'),
    ("bad-escape", '{"name": "La\\xmp", "price": 1}'),
    ("bad-unicode-escape", '{"name": "\\u12G4", "price": 1}'),
    ("short-unicode-escape", '{"name": "\\u12", "price": 1}'),
    ("comma-only", ","),
    ("closing-only", "]"),
    ("mismatched", '{"name": ["a"}}'),
]:
    raw(f"json_malformed-{name}", "/items", text)
raw("json_invalid-utf8", "/items", b'{"name": "La\xff", "price": 1}')
raw("json_invalid-utf8-cut", "/items", b'{"name": "La\xc3", "price": 1}')
raw("json_latin-1", "/items", '{"name": "caf\u00e9", "price": 1}'.encode("latin-1"), type="application/json; charset=latin-1")
raw("json_deep-lists-2000", "/items", "[" * 2000 + "]" * 2000)
raw("json_deep-lists-2000-unclosed", "/items", "[" * 2000)
raw("json_deep-lists-100", "/items", "[" * 100 + "]" * 100)
raw("json_deep-tree-50", "/nested/tree", '{"name":"n","children":[' * 49 + '{"name":"leaf"}' + "]}" * 49)
raw("json_deep-tree-200", "/nested/tree", '{"name":"n","children":[' * 199 + '{"name":"leaf"}' + "]}" * 199)
raw("json_deep-tree-300", "/nested/tree", '{"name":"n","children":[' * 299 + '{"name":"leaf"}' + "]}" * 299,
    note="read as JSON, too deep for the model")
raw("json_deep-tree-2000", "/nested/tree", '{"name":"n","children":[' * 1999 + '{"name":"leaf"}' + "]}" * 1999)
for name, value in [
    ("null", None), ("list", [ITEM]), ("empty-list", []), ("text", "Lamp"), ("empty-text", ""), ("number", 5),
    ("zero", 0), ("fraction", 1.5), ("true", True), ("false", False),
]:
    send(f"json_top-{name}", "/items", value)
    if name in ("null", "list", "empty-list", "text", "empty-text", "number", "zero", "false"):
        send(f"json_optional-top-{name}", "/items/optional", value)
raw("json_top-nan", "/items", "NaN")
raw("json_top-json-in-text", "/items", '"{\\"name\\": \\"Lamp\\", \\"price\\": 1}"')
raw("json_optional-empty-body", "/items/optional", "")
raw("json_optional-whitespace", "/items/optional", " ")
raw("json_optional-empty-body-no-type", "/items/optional", "", type=None)
raw("json_optional-malformed", "/items/optional", "{")
send("json_optional-valid", "/items/optional", ITEM)
send("json_optional-wrong", "/items/optional", {"name": "Lamp"})
raw("json_empty-body-no-type", "/items", "", type=None)
raw("json_empty-body-text-type", "/items", "", type="text/plain")

OBJECT = '{"name": "Lamp", "price": 1}'
for name, type in [
    ("none", None),
    ("text-plain", "text/plain"),
    ("octet-stream", "application/octet-stream"),
    ("vendor-json", "application/vnd.api+json"),
    ("problem-json", "application/problem+json; charset=utf-8"),
    ("json-charset", "application/json; charset=utf-8"),
    ("json-upper", "APPLICATION/JSON"),
    ("json-spaces", "application/json ; charset=utf-8"),
    ("text-json", "text/json"),
    ("json-lines", "application/jsonl"),
    ("xml", "application/xml"),
    ("form", "application/x-www-form-urlencoded"),
    ("multipart", "multipart/form-data; boundary=x"),
    ("empty", ""),
    ("nonsense", "json"),
    ("any", "*/*"),
]:
    raw(f"content-type_{name}", "/items", OBJECT, type=type)
raw("content-type_text-plain-malformed", "/items", "{", type="text/plain")
raw("content-type_text-plain-list", "/items/many", "[]", type="text/plain")
raw("content-type_text-plain-int", "/top/int", "5", type="text/plain", note="the bytes as they are, read as a lenient int", loose=True)
raw("content-type_text-plain-str", "/top/str", "hello", type="text/plain", note="the bytes as they are, read as a string", loose=True)
raw("content-type_text-plain-embedded", "/multi/embed", '{"item": {"name": "Lamp", "price": 1}}', type="text/plain", method="PUT")
raw("content-type_text-plain-optional", "/items/optional", OBJECT, type="text/plain")
raw("content-type_text-plain-invalid-utf8", "/items", b"\xff\xfe", type="text/plain")

# --------------------------------------------- one field, every JSON type ---

GIVEN = {
    "text": "text", "text-3": "3", "int": 3, "fraction": 3.5, "whole-fraction": 3.0,
    "true": True, "null": None, "list": [], "object": {},
}
NATURAL = {
    "str": {"text", "text-3"}, "char": {"text-3"}, "int": {"int"}, "u8": {"int"},
    "float": {"int", "fraction", "whole-fraction"}, "bool": {"true"},
    "decimal": {"text-3", "int", "fraction", "whole-fraction"},
    "list-int": {"list"}, "list-str": {"list"}, "list-point": {"list"}, "set-int": {"list"},
    "dict-str-int": {"object"}, "dict-int-float": {"object"}, "dict-str-point": {"object"},
    "optional-int": {"int", "null"}, "optional-str": {"text", "text-3", "null"}, "optional-point": {"null"},
    "int-or-str": {"text", "text-3", "int"}, "float-or-bool": {"int", "fraction", "whole-fraction", "true"},
    "tuple-any-length": {"list"}, "any": set(GIVEN), "base64": {"text"},
}
for kind in [
    "str", "char", "int", "u8", "float", "bool", "color", "level", "literal", "uuid", "date", "datetime", "time",
    "timedelta", "decimal", "httpurl", "email", "ip", "ipv4", "ipv6", "base64",
    "optional-int", "optional-str", "optional-point", "point", "list-int", "list-str", "list-point", "set-int",
    "tuple", "tuple-any-length", "dict-str-int", "dict-int-float", "dict-str-point", "int-or-str", "float-or-bool", "any",
]:
    for name, value in GIVEN.items():
        send(f"body_{kind}-given-{name}", f"/body/{kind}", {"value": value}, loose=name not in NATURAL.get(kind, set()))

# ------------------------------------------------- one field, chosen texts ---

for kind, cases in {
    "int": [
        ("minus", -3), ("zero", 0), ("huge", 10**30), ("huge-negative", -(10**30)), ("i64-max", 2**63 - 1), ("i64-max-plus-one", 2**63),
        ("text-plus", "+3"), ("text-spaces", " 3 "), ("text-underscore", "1_000"), ("text-point-zero", "3.0"), ("text-fraction", "3.5"),
        ("text-exponent", "1e3"), ("text-empty", ""), ("text-huge", "9" * 40), ("text-hex", "0x10"), ("text-leading-zeros", "007"),
        ("false", False), ("whole-fraction-big", 1e15), ("whole-fraction-bigger", 1e22), ("minus-fraction", -0.5),
    ],
    "u8": [("highest", 255), ("too-high", 256), ("negative", -1), ("huge", 10**30), ("text-too-high", "256")],
    "i8": [("lowest", -128), ("too-low", -129), ("too-high", 128)],
    "u16": [("too-high", 65536)],
    "i32": [("too-high", 2**31)],
    "u32": [("too-high", 2**32)],
    "u64": [("highest", 2**64 - 1), ("too-high", 2**64), ("negative", -1)],
    "i64": [("lowest", -(2**63)), ("too-low", -(2**63) - 1), ("highest", 2**63 - 1), ("too-high", 2**63)],
    "float": [("text-fraction", "3.5"), ("text-exponent", "1e3"), ("text-nan", "nan"), ("text-inf", "inf"), ("text-empty", ""),
              ("text-underscore", "1_0.5"), ("huge-int", 10**30), ("small", 1e-320), ("negative-zero", -0.0), ("false", False)],
    "bool": [("false", False), ("one", 1), ("zero", 0), ("two", 2), ("minus-one", -1), ("one-point-zero", 1.0), ("zero-point-zero", 0.0),
             ("text-true", "true"), ("text-yes", "yes"), ("text-off", "off"), ("text-one", "1"), ("text-empty", ""), ("text-two", "2")],
    "str": [("empty", ""), ("spaces", "  a "), ("emoji", "\U0001f980")],
    "char": [("one", "x"), ("two", "xy"), ("empty", ""), ("emoji", "\U0001f980")],
    "color": [("valid", "red"), ("upper", "RED"), ("empty", "")],
    "level": [("valid", 1), ("unknown", 9), ("text", "1"), ("whole-fraction", 1.0)],
    "literal": [("valid", "asc"), ("upper", "ASC")],
    "uuid": [("valid", "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11"), ("upper-no-hyphens", "6F1F2D9C0D4E4C1B9A552F7C0E9B8A11"),
             ("wrong-letter", "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a1z"), ("empty", "")],
    "date": [("valid", "2024-02-29"), ("datetime-midnight", "2024-02-29T00:00:00"), ("datetime-not-midnight", "2024-02-29T01:00:00"),
             ("unix-midnight", 1704153600), ("unix-not-midnight", 1704153601), ("unix-fraction", 1704153600.5), ("unix-millis", 1704153600000),
             ("text-unix", "1704153600"), ("not-a-day", "2024-02-30"), ("empty", "")],
    "datetime": [("valid-z", "2024-05-06T07:08:09Z"), ("valid-naive", "2024-05-06T07:08:09"), ("offset", "2024-05-06T07:08:09+02:00"),
                 ("date-only", "2024-05-06"), ("unix", 1704153600), ("unix-fraction", 1704153600.25), ("unix-millis", 1704153600000),
                 ("unix-watershed", 20000000000), ("unix-watershed-plus-one", 20000000001), ("unix-negative", -1), ("unix-huge", 10**20),
                 ("text-unix", "1704153600"), ("second-60", "2024-05-06T07:08:60Z"), ("empty", "")],
    "time": [("valid", "07:08:09"), ("micros", "07:08:09.000001"), ("z", "07:08Z"), ("seconds", 3600), ("seconds-fraction", 3600.5),
             ("seconds-too-many", 86400), ("seconds-negative", -1), ("hour-24", "24:00"), ("empty", "")],
    "timedelta": [("iso", "P3DT12H30M5S"), ("hms", "01:02:03"), ("days-hms", "-3 days, 01:02:03"), ("seconds", 90), ("seconds-fraction", 90.5),
                  ("seconds-negative", -90), ("too-large", 10**20), ("empty", ""), ("iso-wrong", "P1X")],
    "decimal": [("text", "12.50"), ("number", 12.5), ("tenth", 0.1), ("text-nan", "NaN"), ("text-inf", "Infinity"), ("text-exponent", "1E+3"),
                ("empty", ""), ("huge-int", 10**30)],
    "url": [("valid", "redis://cache:6379/0"), ("no-scheme", "example.com")],
    "httpurl": [("valid", "https://example.com"), ("upper", "HTTPS://EXAMPLE.COM/Path?Q=1#F"), ("ftp", "ftp://example.com"),
                ("no-scheme", "example.com"), ("no-host", "http:///x"), ("empty-host", "http://"), ("bad-port", "http://example.com:0x/"),
                ("user-info", "http://u:p@example.com/"), ("space", "http://example.com/a b"), ("idn", "http://b\u00fccher.example/"),
                ("backslash", "http:\\\\example.com"), ("empty", "")],
    "email": [("valid", "ann@example.com"), ("upper-domain", "Ann@EXAMPLE.COM"), ("no-at", "ann"), ("no-dot", "ann@localhost"),
              ("accent", "ann\u00e9@example.com"), ("domain-hyphen", "ann@-example.com"), ("spaces", " ann@example.com "), ("empty", "")],
    "ip": [("v4", "10.0.0.1"), ("v6", "::1"), ("wrong", "10.0.0"), ("number", 2130706433)],
    "ipv4": [("valid", "10.0.0.1"), ("octet", "10.0.0.256"), ("v6", "::1"), ("number", 2130706433)],
    "ipv6": [("valid", "2001:DB8::1"), ("v4", "10.0.0.1"), ("wrong", ":::1")],
    "base64": [("valid", "aGVsbG8="), ("no-padding", "aGVsbG8"), ("not-base64", "!!!!"), ("url-alphabet", "-_-_"), ("empty", ""),
               ("newline", "aGVs\nbG8="), ("accent", "\u00e9")],
}.items():
    for name, value in cases:
        loose = (
            kind in ("int", "float", "bool", "level") and isinstance(value, str)
            or kind in ("int", "float") and isinstance(value, bool)
            or kind == "bool" and not isinstance(value, bool)
            or kind in ("int", "level") and isinstance(value, float)
            or kind in ("date", "datetime", "time", "timedelta", "ip", "ipv4") and not isinstance(value, str)
            or kind in ("date", "datetime") and name == "text-unix"
            or kind == "base64" and name in ("not-base64", "url-alphabet", "newline", "accent")
            or (kind, name) == ("email", "spaces")
        )
        send(f"body_{kind}-{name}", f"/body/{kind}", {"value": value}, loose=loose)

for kind in ["int", "str", "optional-int", "any", "list-int"]:
    send(f"body_{kind}-missing", f"/body/{kind}", {})
raw("body_float-nan", "/body/float", '{"value": NaN}', loose=True)
raw("body_float-minus-infinity", "/body/float", '{"value": -Infinity}', loose=True)
raw("body_int-nan", "/body/int", '{"value": NaN}')
raw("body_int-exponent", "/body/int", '{"value": 1e3}', loose=True)
raw("body_int-overflow", "/body/int", '{"value": 1e400}')
raw("body_int-negative-zero", "/body/int", '{"value": -0}')
raw("body_int-huge-5000-digits", "/body/int", '{"value": ' + "9" * 5000 + "}")
raw("body_str-nan", "/body/str", '{"value": NaN}', note="the refused input is not a number JSON can say")
raw("body_decimal-many-digits", "/body/decimal", '{"value": 3.14159265358979323846264338327950288}', note="read as a float first")
raw("body_float-many-digits", "/body/float", '{"value": 3.14159265358979323846264338327950288}')
raw("body_float-exponent-upper", "/body/float", '{"value": 1E5}')

# --------------------------------------------------- lists, sets, mappings ---

for kind, cases in {
    "list-int": [("valid", [1, 2]), ("second-wrong", [1, "x", 3]), ("all-wrong", ["a", None, [], {}, 1.5]), ("nested", [[1]]), ("texts", ["1", "2"])],
    "list-str": [("valid", ["a", ""]), ("numbers", [1, 2.5, True]), ("null-inside", ["a", None])],
    "list-point": [("valid", [{"x": 1}, {"x": 2, "y": 3}]), ("errors", [{"x": "a"}, {}, 5, {"x": 1, "y": None}])],
    "list-bounded": [("valid", [1, 2]), ("too-few", [1]), ("empty", []), ("too-many", [1, 2, 3, 4]), ("too-few-and-wrong", ["x"]),
                     ("too-many-and-wrong", ["x", 2, 3, 4])],
    "set-int": [("valid", [3, 1, 2]), ("repeats", [1, 1, 2]), ("wrong", [1, "x", 1])],
    "set-bounded": [("valid", [1, 2]), ("repeats-make-too-few", [1, 1, 1]), ("too-many", [1, 2, 3, 4]), ("too-many-but-repeats", [1, 1, 2, 2, 3])],
    "tuple": [("valid", [1, "a", True]), ("too-short", [1, "a"]), ("too-long", [1, "a", True, 4]), ("wrong", ["x", 5, "perhaps"]), ("empty", [])],
    "tuple-any-length": [("valid", [1, 2, 3]), ("wrong", [1, "x"])],
    "dict-str-int": [("valid", {"a": 1, "": 2}), ("wrong", {"a": "x", "b": None, "c": 3}), ("pairs", [["a", 1]])],
    "dict-int-float": [("valid", {"1": 1.5, "-2": 2}), ("key-wrong", {"one": 1.5}), ("both-wrong", {"one": "x"}), ("key-spaces", {" 1 ": 1}),
                       ("key-fraction", {"1.5": 1}), ("keys-collide", {"1": 1, "01": 2})],
    "dict-str-point": [("valid", {"a": {"x": 1}}), ("deep-wrong", {"a": {"x": "q"}, "b": 7, "c": {}})],
    "point": [("valid", {"x": 1, "y": 2}), ("missing", {"y": 2}), ("wrong", {"x": "a", "y": "b"})],
    "optional-point": [("valid", {"x": 1}), ("wrong", {"x": "a"})],
    "int-or-str": [("bool-true", True), ("list", [1])],
    "float-or-bool": [("text-true", "true"), ("text-x", "x")],
}.items():
    for name, value in cases:
        loose = (kind, name) in {("list-int", "texts"), ("int-or-str", "bool-true"), ("float-or-bool", "text-true"), ("dict-int-float", "key-spaces")}
        send(f"body_{kind}-{name}", f"/body/{kind}", {"value": value}, loose=loose)

send("bounds_defaults", "/body/bounds", {})
for field, cases in {
    "code": ["a", "ab", "abcd", "abcde", "", "\u00e9\u00e9\u00e9\u00e9"],
    "slug": ["b-2", "b2", "B-2", "b-2 ", ""],
    "gt": [3, 4], "ge": [2, 3], "lt": [3, 2], "le": [4, 3], "multiple": [6, -10, 0],
    "ratio": [1, 0, 1.01, -0.5], "step": [0.75, 0.3],
    "amount": ["1.50", "1.505", "12345.67", "1234.5", "-1", 1.5, "1e3", "12345", "0.001", "NaN"],
}.items():
    for number, value in enumerate(cases, 1):
        send(f"bounds_{field}-{number}", "/body/bounds", {field: value})
send("bounds_all-wrong", "/body/bounds", {"code": "", "slug": "?", "gt": 0, "ge": 0, "lt": 9, "le": 9, "multiple": 1, "ratio": 2, "step": 0.1, "amount": "-5"})

for name, value in [
    ("valid", {"a": 1, "b": 2.5}), ("empty", {}), ("wrong-value", {"a": "x"}), ("list", [1]), ("null", None), ("text-number", {"a": "1.5"}),
]:
    send(f"top_dict-str-float-{name}", "/top/dict-str-float", value, loose=name == "text-number")
for name, value in [("valid", {"1": 1.5, "2": 2}), ("key-wrong", {"a": 1.5}), ("value-wrong", {"1": "x"}), ("both-wrong", {"a": "x", "2": None})]:
    send(f"top_dict-int-float-{name}", "/top/dict-int-float", value)
for name, value in [("valid", [1, 2]), ("wrong", [1, "x"]), ("object", {"numbers": [1]}), ("empty", [])]:
    send(f"top_list-int-{name}", "/top/list-int", value)
for name, value in [("valid", 5), ("text", "5"), ("word", "x"), ("object", {"number": 5}), ("null", None), ("zero", 0)]:
    send(f"top_int-{name}", "/top/int", value, loose=name == "text")
raw("top_int-empty-body", "/top/int", "")
for name, value in [("valid", "hello"), ("short", "h"), ("empty", ""), ("number", 5)]:
    send(f"top_str-{name}", "/top/str", value)

# ------------------------------------------------------------ nested models ---

IMAGE = {"url": "https://example.com/a.png", "name": "front"}
send("nested_offer-valid", "/nested/offer", {"name": "Sale", "products": [{"name": "Lamp", "price": 5, "tags": ["b", "a", "a"], "cover": IMAGE, "images": [IMAGE]}], "by_code": {"x1": {"name": "Desk", "price": 9}}})
send("nested_offer-minimal", "/nested/offer", {"name": "Sale", "products": []})
send("nested_offer-missing", "/nested/offer", {})
send("nested_offer-deep-url", "/nested/offer", {"name": "Sale", "products": [{"name": "Lamp", "price": 5, "images": [IMAGE, {"url": "nope", "name": "x"}]}]})
send("nested_offer-deep-many", "/nested/offer", {
    "name": 1,
    "products": [
        {"name": "Lamp", "price": -1, "tags": ["a", 2], "images": [{"name": "x"}, 3]},
        {"price": "x", "cover": {"url": "ftp://example.com", "name": None}},
        "text",
    ],
    "by_code": {"ok": {"name": "Desk", "price": 9}, "bad": {"name": "Desk"}, "worse": []},
})
send("nested_offer-cover-null", "/nested/offer", {"name": "Sale", "products": [{"name": "Lamp", "price": 5, "cover": None}]})
send("nested_offer-images-null", "/nested/offer", {"name": "Sale", "products": [{"name": "Lamp", "price": 5, "images": None}]})
send("nested_images-valid", "/nested/images", [IMAGE, {"url": "http://example.org", "name": "x"}])
send("nested_images-wrong", "/nested/images", [IMAGE, {"url": "no", "name": 5}])
send("nested_tree-valid", "/nested/tree", {"name": "root", "children": [{"name": "a", "children": [{"name": "b"}]}, {"name": "c"}]})
send("nested_tree-wrong-deep", "/nested/tree", {"name": "root", "children": [{"name": "a", "children": [{"name": 5}, {}]}, {"name": "c", "children": {}}]})

# ------------------------------------------------------------------ unions ---

for name, value in [
    ("cat", {"kind": "cat", "name": "Tom"}), ("dog", {"kind": "dog", "name": "Rex", "good": False}), ("unknown-tag", {"kind": "cow", "name": "Bo"}),
    ("tag-missing", {"name": "Bo"}), ("tag-null", {"kind": None, "name": "Bo"}), ("tag-number", {"kind": 5, "name": "Bo"}),
    ("cat-wrong", {"kind": "cat", "lives": "many"}), ("dog-missing", {"kind": "dog"}), ("list", []), ("text", "cat"), ("null", None),
    ("empty", {}),
]:
    send(f"union_tagged-{name}", "/union/tagged", value)
raw("union_tagged-empty-body", "/union/tagged", "")
send("union_tagged-list-valid", "/union/tagged/list", {"pets": [{"kind": "cat", "name": "Tom"}, {"kind": "dog", "name": "Rex"}]})
send("union_tagged-list-wrong", "/union/tagged/list", {"pets": [{"kind": "cat"}, {"kind": "cow"}, {"name": "x"}, {"kind": "dog", "name": "Rex", "good": "perhaps"}, 5]})
for name, value in [
    ("circle", {"radius": 1.5}), ("square", {"side": 2}), ("both", {"radius": 1, "side": 2}), ("neither", {}), ("circle-wrong", {"radius": "x"}),
    ("list", [1]), ("null", None),
]:
    send(f"union_untagged-{name}", "/union/untagged", value)

# --------------------------------------------------------- extra data types ---

SCHEDULE = {"id": "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11", "day": "2024-05-06", "start": "2024-05-06T07:08:09Z"}
send("schedule_minimal", "/schedule", SCHEDULE)
send("schedule_full", "/schedule", {
    **SCHEDULE, "start": "2024-05-06T07:08:09.5+02:00", "repeat_at": "14:23:55.003", "process_after": "P3DT12H30M5S", "cost": "12.50",
    "site": "https://example.com", "contact": "ann@example.com", "address": "2001:db8::1",
})
send("schedule_numbers", "/schedule", {**SCHEDULE, "start": 1704153600, "repeat_at": 3600, "process_after": 90, "cost": 12.5}, loose=True)
send("schedule_all-wrong", "/schedule", {
    "id": "x", "day": "2024-02-30", "start": "then", "repeat_at": "25:00", "process_after": "soon", "cost": "dear", "site": "example.com",
    "contact": "ann", "address": "10.0.0.300",
})
send("schedule_missing", "/schedule", {})

# ---------------------------------------------------------- several bodies ---

USER = {"username": "ann"}
send("multi_two-valid", "/multi/two/1", {"item": ITEM, "user": USER}, method="PUT")
send("multi_two-one-missing", "/multi/two/1", {"item": ITEM}, method="PUT")
send("multi_two-both-missing", "/multi/two/1", {}, method="PUT")
send("multi_two-not-embedded", "/multi/two/1", ITEM, method="PUT")
send("multi_two-errors-in-both", "/multi/two/1", {"item": {"name": ""}, "user": {"username": 5}}, method="PUT")
send("multi_two-null-parts", "/multi/two/1", {"item": None, "user": None}, method="PUT")
send("multi_two-wrong-parts", "/multi/two/1", {"item": [], "user": "ann"}, method="PUT")
send("multi_two-list", "/multi/two/1", [ITEM, USER], method="PUT")
send("multi_two-text", "/multi/two/1", "x", method="PUT")
send("multi_two-null", "/multi/two/1", None, method="PUT")
send("multi_two-unknown-beside", "/multi/two/1", {"item": ITEM, "user": USER, "extra": 1}, method="PUT")
raw("multi_two-empty-body", "/multi/two/1", "", method="PUT")
raw("multi_two-malformed", "/multi/two/1", '{"item": ', method="PUT")
send("multi_scalar-valid", "/multi/scalar/1?q=x", {"item": ITEM, "user": USER, "importance": 5}, method="PUT")
send("multi_scalar-missing", "/multi/scalar/1", {"item": ITEM, "user": USER}, method="PUT")
send("multi_scalar-gt", "/multi/scalar/1", {"item": ITEM, "user": USER, "importance": 0}, method="PUT")
send("multi_scalar-word", "/multi/scalar/1", {"item": ITEM, "user": USER, "importance": "very"}, method="PUT")
send("multi_scalar-text-number", "/multi/scalar/1", {"item": ITEM, "user": USER, "importance": "5"}, method="PUT", loose=True)
send("multi_scalar-null", "/multi/scalar/1", {"item": ITEM, "user": USER, "importance": None}, method="PUT")
send("multi_scalar-all-wrong", "/multi/scalar/x", {"item": {"price": 0}, "importance": 0}, method="PUT")
send("multi_optional-none", "/multi/optional", {}, method="PUT")
raw("multi_optional-empty-body", "/multi/optional", "", method="PUT")
send("multi_optional-null", "/multi/optional", None, method="PUT")
send("multi_optional-null-parts", "/multi/optional", {"item": None, "user": None}, method="PUT")
send("multi_optional-one", "/multi/optional", {"user": USER, "note": "hi"}, method="PUT")
send("multi_optional-wrong", "/multi/optional", {"user": {}, "note": 5}, method="PUT")
send("multi_optional-note-null", "/multi/optional", {"note": None}, method="PUT")
send("multi_optional-list", "/multi/optional", [], method="PUT")
send("multi_embed-valid", "/multi/embed", {"item": ITEM}, method="PUT")
send("multi_embed-not-embedded", "/multi/embed", ITEM, method="PUT")
send("multi_embed-wrong", "/multi/embed", {"item": {"name": "Lamp"}}, method="PUT")
send("multi_embed-null", "/multi/embed", {"item": None}, method="PUT")
send("multi_embed-list", "/multi/embed", [], method="PUT")
raw("multi_embed-empty-body", "/multi/embed", "", method="PUT")
send("multi_embed-scalar-valid", "/multi/embed-scalar", {"importance": 1}, method="PUT")
send("multi_embed-scalar-bare", "/multi/embed-scalar", 1, method="PUT")
send("multi_embed-scalar-missing", "/multi/embed-scalar", {}, method="PUT")
send("multi_embed-scalar-ge", "/multi/embed-scalar", {"importance": 0}, method="PUT")

GOOD = [("cookie", "session_id=9"), ("x-count", "3")]
send("everything_valid", "/everything/1?limit=5", ITEM, method="PUT", headers=GOOD)
send("everything_all-wrong", "/everything/0?limit=0", {"name": ""}, method="PUT", headers=[("cookie", "session_id=a"), ("x-count", "b")])
send("everything_all-not-numbers", "/everything/x?limit=y", {"name": 1, "price": "z"}, method="PUT", headers=[("cookie", "session_id=a"), ("x-count", "b")])
raw("everything_all-missing", "/everything/1", "", type=None, method="PUT")
send("everything_only-body-wrong", "/everything/1?limit=5", [], method="PUT", headers=GOOD)
raw("everything_body-malformed-others-wrong", "/everything/x?limit=y", "{,}", method="PUT", headers=[("cookie", "session_id=a")])
raw("everything_content-type-wrong-others-wrong", "/everything/x", OBJECT, type="text/plain", method="PUT")

# ------------------------------------------------------------------- forms ---

form("form_login-valid", "/form/login", "username=ann&password=secret")
form("form_login-decoded", "/form/login", "username=a%20b+c%2Bd&password=caf%C3%A9")
form("form_login-one-missing", "/form/login", "username=ann")
form("form_login-empty-value", "/form/login", "username=&password=secret")
form("form_login-both-empty", "/form/login", "username=&password=")
form("form_login-space-value", "/form/login", "username=+&password=+")
form("form_login-empty-body", "/form/login", "")
raw("form_login-no-body-no-type", "/form/login", "", type=None)
form("form_login-repeated", "/form/login", "username=one&username=two&password=p")
form("form_login-no-equals", "/form/login", "username&password=p")
form("form_login-unknown-ignored", "/form/login", "username=a&password=b&other=c")
form("form_login-invalid-utf8", "/form/login", "username=%FF&password=b")
raw("form_login-raw-invalid-utf8", "/form/login", b"username=\xff&password=b", type="application/x-www-form-urlencoded")
raw("form_login-raw-utf8", "/form/login", "username=caf\u00e9&password=b", type="application/x-www-form-urlencoded")
form("form_login-broken-percent", "/form/login", "username=100%&password=%zz")
form("form_login-semicolon", "/form/login", "username=a;password=b")
form("form_login-charset", "/form/login", "username=a&password=b", type="application/x-www-form-urlencoded; charset=utf-8")
form("form_login-type-upper", "/form/login", "username=a&password=b", type="Application/X-WWW-Form-URLencoded")
form("form_login-type-json", "/form/login", '{"username": "a", "password": "b"}', type="application/json")
form("form_login-type-json-malformed", "/form/login", "{", type="application/json")
form("form_login-type-text", "/form/login", "username=a&password=b", type="text/plain")
raw("form_login-type-none", "/form/login", "username=a&password=b", type=None)
multipart("form_login-multipart", "/form/login", part("username", "ann"), part("password", "secret"))
multipart("form_login-multipart-one-missing", "/form/login", part("username", "ann"))
multipart("form_login-multipart-empty-value", "/form/login", part("username", ""), part("password", "x"))
multipart("form_login-multipart-utf8", "/form/login", part("username", "caf\u00e9"), part("password", "x"))
multipart("form_login-multipart-invalid-utf8", "/form/login", part("username", b"caf\xff"), part("password", "x"))
multipart("form_login-multipart-file-for-text", "/form/login", part("username", "ann", filename="a.txt", type="text/plain"), part("password", "x"),
          note="the refused input is Python's own upload object")
form("form_int-valid", "/form/int", "age=30")
form("form_int-word", "/form/int", "age=old")
form("form_int-ge", "/form/int", "age=-1")
form("form_int-empty", "/form/int", "age=")
form("form_int-missing", "/form/int", "other=1")
form("form_int-fraction", "/form/int", "age=1.5")
form("form_int-spaces", "/form/int", "age=+30+")
form("form_optional-none", "/form/optional", "")
form("form_optional-all", "/form/optional", "nickname=x&count=2&subscribe=on")
form("form_optional-empty-values", "/form/optional", "nickname=&count=&subscribe=", note="an empty value counts as absent")
form("form_optional-wrong", "/form/optional", "count=x&subscribe=perhaps")
form("form_list-two", "/form/list", "tags=a&tags=b")
form("form_list-one", "/form/list", "tags=a")
form("form_list-empty-value", "/form/list", "tags=")
form("form_list-missing", "/form/list", "x=1")
multipart("form_list-multipart", "/form/list", part("tags", "a"), part("tags", "b"))
form("form_length-valid", "/form/length", "code=abcd")
form("form_length-short", "/form/length", "code=ab")
form("form_length-long", "/form/length", "code=abcdef")
form("form_length-empty", "/form/length", "code=")
form("form_model-valid", "/form/model", "username=anna&password=p&age=3&tags=a&tags=b")
form("form_model-minimal", "/form/model", "username=anna&password=p")
form("form_model-missing", "/form/model", "username=anna")
form("form_model-empty-body", "/form/model", "")
form("form_model-wrong", "/form/model", "username=a&password=&age=x")
form("form_model-empty-optional", "/form/model", "username=anna&password=p&age=")
form("form_model-unknown-ignored", "/form/model", "username=anna&password=p&extra=1")
raw("form_model-type-json", "/form/model", '{"username": "anna", "password": "p"}')
form("form_model-strict-valid", "/form/model/strict", "username=anna&password=p")
form("form_model-strict-unknown", "/form/model/strict", "username=anna&password=p&extra=1")
form("form_model-strict-unknown-empty", "/form/model/strict", "username=anna&password=p&extra=")
form("form_model-strict-unknown-repeated", "/form/model/strict", "username=anna&password=p&extra=1&extra=2")
form("form_model-strict-unknown-and-missing", "/form/model/strict", "extra=1")
multipart("form_model-multipart", "/form/model", part("username", "anna"), part("password", "p"))

# ------------------------------------------------------------------- files ---

HELLO = part("file", "hello", filename="hello.txt", type="text/plain")
multipart("upload_one-valid", "/upload/one", HELLO)
multipart("upload_one-empty-file", "/upload/one", part("file", "", filename="empty.txt", type="text/plain"))
multipart("upload_one-binary", "/upload/one", part("file", bytes(range(256)), filename="b.bin", type="application/octet-stream"))
multipart("upload_one-no-part-type", "/upload/one", part("file", "hello", filename="hello.txt"))
multipart("upload_one-empty-filename", "/upload/one", part("file", "hello", filename="", type="text/plain"))
multipart("upload_one-not-a-file", "/upload/one", part("file", "hello"))
multipart("upload_one-not-a-file-empty", "/upload/one", part("file", ""))
multipart("upload_one-missing", "/upload/one", part("other", "hello", filename="o.txt", type="text/plain"))
multipart("upload_one-no-parts", "/upload/one")
multipart("upload_one-twice", "/upload/one", HELLO, part("file", "second", filename="second.txt", type="text/plain"))
multipart("upload_one-utf8-filename", "/upload/one", part("file", "x", filename="caf\u00e9.txt", type="text/plain"))
multipart("upload_one-filename-path", "/upload/one", part("file", "x", filename="../../etc/motd", type="text/plain"))
multipart("upload_one-boundary-like-content", "/upload/one", part("file", "line\r\n--oracle-not-it\r\nmore", filename="x.txt", type="text/plain"))
raw("upload_one-no-body", "/upload/one", "", type=None)
form("upload_one-urlencoded", "/upload/one", "file=hello")
send("upload_one-json", "/upload/one", {"file": "hello"})
multipart("upload_optional-given", "/upload/optional", HELLO)
multipart("upload_optional-none", "/upload/optional")
raw("upload_optional-no-body", "/upload/optional", "", type=None)
multipart("upload_optional-empty-text", "/upload/optional", part("file", ""))
multipart("upload_optional-text", "/upload/optional", part("file", "hello"))
multipart("upload_bytes-valid", "/upload/bytes", HELLO)
multipart("upload_bytes-text-part", "/upload/bytes", part("file", "hello"))
multipart("upload_bytes-empty-file", "/upload/bytes", part("file", "", filename="e.txt"))
multipart("upload_bytes-missing", "/upload/bytes", part("other", "x"))
multipart("upload_many-two", "/upload/many", part("files", "one", filename="1.txt", type="text/plain"), part("files", "two", filename="2.txt", type="text/csv"))
multipart("upload_many-one", "/upload/many", part("files", "one", filename="1.txt", type="text/plain"))
multipart("upload_many-missing", "/upload/many", part("other", "x"))
multipart("upload_many-one-is-text", "/upload/many", part("files", "one", filename="1.txt", type="text/plain"), part("files", "two"))
multipart("upload_many-bytes-two", "/upload/many/bytes", part("files", "one", filename="1.txt"), part("files", "three", filename="2.txt"))
multipart("upload_many-bytes-missing", "/upload/many/bytes")
multipart("upload_with-form-valid", "/upload/with-form", HELLO, part("attachment", "<p>", filename="a.html", type="text/html"), part("token", "t1"), part("copies", "2"))
multipart("upload_with-form-token-missing", "/upload/with-form", HELLO, part("attachment", "<p>", filename="a.html", type="text/html"))
multipart("upload_with-form-all-missing", "/upload/with-form")
multipart("upload_with-form-several-wrong", "/upload/with-form", HELLO, part("attachment", "text"), part("token", ""), part("copies", "two"))
raw("upload_with-form-no-body", "/upload/with-form", "", type=None)
form("upload_with-form-urlencoded", "/upload/with-form", "token=t1&copies=2")

WHOLE = b"--" + BOUNDARY.encode() + b"\r\n" + HELLO
CLOSE = b"--" + BOUNDARY.encode() + b"--\r\n"
TYPE = f"multipart/form-data; boundary={BOUNDARY}"
raw("upload_broken-no-boundary", "/upload/one", WHOLE + CLOSE, type="multipart/form-data")
raw("upload_broken-empty-boundary", "/upload/one", WHOLE + CLOSE, type="multipart/form-data; boundary=")
raw("upload_broken-other-boundary", "/upload/one", WHOLE + CLOSE, type="multipart/form-data; boundary=another")
raw("upload_broken-quoted-boundary", "/upload/one", WHOLE + CLOSE, type=f'multipart/form-data; boundary="{BOUNDARY}"', note="not broken: quotes are allowed")
raw("upload_broken-truncated-in-content", "/upload/one", (WHOLE + CLOSE)[:-40], type=TYPE)
raw("upload_broken-no-closing-mark", "/upload/one", WHOLE, type=TYPE)
raw("upload_broken-truncated-in-headers", "/upload/one", b"--" + BOUNDARY.encode() + b"\r\nContent-Dispo", type=TYPE)
raw("upload_broken-no-disposition", "/upload/one", b"--" + BOUNDARY.encode() + b"\r\nContent-Type: text/plain\r\n\r\nhello\r\n" + CLOSE, type=TYPE)
raw("upload_broken-no-name", "/upload/one", b"--" + BOUNDARY.encode() + b"\r\nContent-Disposition: form-data\r\n\r\nhello\r\n" + CLOSE, type=TYPE)
raw("upload_broken-header-name", "/upload/one", b"--" + BOUNDARY.encode() + b"\r\nContent Disposition: x\r\n\r\nhello\r\n" + CLOSE, type=TYPE)
raw("upload_broken-bare-newlines", "/upload/one", (WHOLE + CLOSE).replace(b"\r\n", b"\n"), type=TYPE)
raw("upload_broken-text-before", "/upload/one", b"preamble\r\n" + WHOLE + CLOSE, type=TYPE)
raw("upload_broken-text-after", "/upload/one", WHOLE + CLOSE + b"epilogue", type=TYPE)
raw("upload_broken-empty-body", "/upload/one", b"", type=TYPE)
raw("upload_broken-nonsense", "/upload/one", b"hello", type=TYPE)

# ----------------------------------------------------------------- updates ---

get("updates_get-known", "/updates/full")
get("updates_get-unknown", "/updates/nothing")
send("updates_put-partial", "/updates/full", {"name": "New"}, method="PUT")
send("updates_patch-price", "/updates/full", {"price": 70}, method="PATCH")
send("updates_patch-nothing", "/updates/full", {}, method="PATCH")
send("updates_patch-null", "/updates/full", {"name": None}, method="PATCH", note="null is set, absent is not")
send("updates_patch-default-value", "/updates/full", {"tax": 10.5, "tags": []}, method="PATCH")
send("updates_patch-wrong", "/updates/full", {"tax": None, "tags": "a"}, method="PATCH")
send("updates_patch-unknown", "/updates/nothing", {"name": "x"}, method="PATCH")
send("updates_patch-unknown-and-wrong", "/updates/nothing", {"tax": "x"}, method="PATCH")
raw("updates_patch-empty-body", "/updates/full", "", method="PATCH")

# -------------------------------------------------------------- validators ---

SIGNUP = {"username": "Ann", "password": "secret", "again": "secret"}
send("validators_signup-valid", "/validators/signup", SIGNUP)
send("validators_signup-field", "/validators/signup", {**SIGNUP, "username": "ann b"})
send("validators_signup-assertion", "/validators/signup", {**SIGNUP, "again": ""})
send("validators_signup-model", "/validators/signup", {**SIGNUP, "again": "other"})
send("validators_signup-field-hides-model", "/validators/signup", {"username": "ann b", "password": "secret", "again": "other"})
send("validators_signup-type-before-validator", "/validators/signup", {**SIGNUP, "username": 5})
send("validators_signup-several", "/validators/signup", {"username": "a b", "password": "x", "again": ""})
send("validators_team-valid", "/validators/team", {"lead": SIGNUP, "members": [SIGNUP]})
send("validators_team-deep", "/validators/team", {"lead": {**SIGNUP, "again": "no"}, "members": [SIGNUP, {**SIGNUP, "username": "a b"}, {**SIGNUP, "again": "x"}]})

# ----------------------------------------------------------------- routing ---

get("routing_unknown", "/nowhere")
add("routing_unknown-post", "POST", "/nowhere")
get("routing_unknown-root", "/")
get("routing_wrong-case", "/QUERY/required?q=x")
get("routing_405-get-on-post", "/only/post")
add("routing_405-delete-on-post", "DELETE", "/only/post")
add("routing_405-post-on-get", "POST", "/query/required?q=x")
add("routing_405-patch-on-several", "PATCH", "/several")
add("routing_405-before-path-validation", "DELETE", "/path/int/x")
add("routing_head-on-get", "HEAD", "/several")
add("routing_head-unknown", "HEAD", "/nowhere")
add("routing_options-on-get", "OPTIONS", "/several")
add("routing_options-unknown", "OPTIONS", "/nowhere")
add("routing_made-up-method", "BREW", "/several")
add("routing_get-several", "GET", "/several")
add("routing_put-several", "PUT", "/several")
add("routing_delete-several", "DELETE", "/several")
add("routing_post-no-body", "POST", "/only/post")
send("routing_post-body-unwanted", "/only/post", {"x": 1})
raw("routing_post-body-malformed-unwanted", "/only/post", "{")
get("routing_slash-added", "/slash/without/")
get("routing_slash-exact-without", "/slash/without")
get("routing_slash-removed", "/slash/with")
get("routing_slash-exact-with", "/slash/with/")
get("routing_slash-added-with-query", "/slash/without/?a=1&b=%20")
send("routing_slash-post", "/items/", ITEM)
get("routing_slash-param", "/path/int/5/")
get("routing_slash-405-candidate", "/only/post/")
get("routing_double-slash", "//several")
get("routing_param-empty", "/path/int/")
get("routing_question-mark-only", "/several?")
add("routing_get-with-body", "GET", "/several", [("content-type", "application/json")], b"{}")
get("routing_fails", "/fails", note="the operation raises: 500")
