//! Where fastr answers otherwise than FastAPI, and why.

const ZONE: &str =
    "`jiff::civil::Time` has no time zone: one that has is refused as by pydantic's `NaiveDatetime`";
const DAYS: &str =
    "in JSON a `SignedDuration` is what jiff reads, which has no days; days are read from text";

/// The rows, each with its reason.
pub const DIFFERENT: &[(&str, &str)] = &[
    ("query_time-z", ZONE),
    ("query_time-offset", ZONE),
    ("body_time-z", ZONE),
    ("body_timedelta-iso", DAYS),
    ("body_timedelta-days-hms", DAYS),
    ("schedule_full", DAYS),
    (
        "body_date-datetime-not-midnight",
        "in JSON a `Date` is what jiff reads, which leaves out the time",
    ),
    (
        "body_datetime-second-60",
        "in JSON a `Timestamp` is what jiff reads, which has leap seconds",
    ),
    (
        "query_ipv6-mapped",
        "the standard library writes a mapped address with dots, as Python does from 3.13 on",
    ),
    ("query_ipv6-scope", "`Ipv6Addr` has no scope"),
    (
        "body_decimal-huge-int",
        "a `Decimal` has 28 digits: the number is refused as one with too many",
    ),
    (
        "body_dict-int-float-keys-collide",
        "a number in a key is written as in JSON, without zeros before it",
    ),
];
