"""Requests that are made otherwise, or not made: each would say something about schemathesis, and nothing about fastr."""

import schemathesis
from hypothesis import strategies as st

# Formats that JSON Schema does not know (OpenAPI's registry of formats, and pydantic's word for an address of either kind).
schemathesis.openapi.format("date-time-local", st.datetimes().map(lambda moment: moment.isoformat()))
schemathesis.openapi.format("time-local", st.times().map(lambda time: time.isoformat()))
schemathesis.openapi.format("ipvanyaddress", st.ip_addresses().map(str))


@schemathesis.hook
def filter_case(context, case):
    if is_form(case) and any(map(cannot_be_written, fields(case.body))):
        return False
    # The path without its last part is that of another operation.
    return "" not in (case.path_parameters or {}).values()


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.media_type == "application/json" and isinstance(case.body, (dict, list, float)):
        whole = with_whole_numbers(case.body)
        if repr(whole) != repr(case.body):
            case.body = whole


def is_form(case):
    return case.media_type in ("application/x-www-form-urlencoded", "multipart/form-data")


def fields(body):
    return body.items() if isinstance(body, dict) else []


def cannot_be_written(field):
    """A form has no `null` and no empty list, and schemathesis writes other things for them.

    The name of a part stands in a header, where there are no control characters (RFC 9110, section 5.5): what schemathesis
    writes all the same is answered 400.
    """
    name, value = field
    return value is None or value == [] or any(ord(letter) < 32 or ord(letter) == 127 for letter in name)


def with_whole_numbers(value):
    """The body with `1` for `1.0`. They are one number in JSON Schema, and fastr takes only the first for a whole one."""
    if isinstance(value, dict):
        return {key: with_whole_numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_whole_numbers(inner) for inner in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value
