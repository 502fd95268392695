//! One operation for each kind and each place, as the recorded server has them.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ::url::Url;
use ::uuid::Uuid;
use fastr::{Base64Bytes, EmailAddress, HttpUrl, get, model, post};
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;

macro_rules! scalar {
    ($name:ident, $type:ty, $path:tt, $query:tt, $optional:tt, $body:tt) => {
        mod $name {
            use super::*;

            #[model]
            struct Holder {
                value: $type,
            }

            #[model]
            struct MaybeHolder {
                value: Option<$type>,
            }

            #[get($path)]
            fn in_path(value: $type) -> Holder {
                Holder { value }
            }

            #[get($query)]
            fn in_query(value: $type) -> Holder {
                Holder { value }
            }

            #[get($optional)]
            fn in_query_optional(value: Option<$type>) -> MaybeHolder {
                MaybeHolder { value }
            }

            #[post($body)]
            fn in_body(body: Holder) -> Holder {
                body
            }
        }
    };
}

scalar!(
    uuid,
    Uuid,
    "/path/uuid/{value}",
    "/query/uuid",
    "/query/optional/uuid",
    "/body/uuid"
);
scalar!(
    date,
    Date,
    "/path/date/{value}",
    "/query/date",
    "/query/optional/date",
    "/body/date"
);
scalar!(
    datetime,
    Timestamp,
    "/path/datetime/{value}",
    "/query/datetime",
    "/query/optional/datetime",
    "/body/datetime"
);
scalar!(
    naive,
    DateTime,
    "/path/naive/{value}",
    "/query/naive",
    "/query/optional/naive",
    "/body/naive"
);
scalar!(
    time,
    Time,
    "/path/time/{value}",
    "/query/time",
    "/query/optional/time",
    "/body/time"
);
scalar!(
    timedelta,
    SignedDuration,
    "/path/timedelta/{value}",
    "/query/timedelta",
    "/query/optional/timedelta",
    "/body/timedelta"
);
scalar!(
    decimal,
    Decimal,
    "/path/decimal/{value}",
    "/query/decimal",
    "/query/optional/decimal",
    "/body/decimal"
);
scalar!(
    url,
    Url,
    "/path/url/{value}",
    "/query/url",
    "/query/optional/url",
    "/body/url"
);
scalar!(
    httpurl,
    HttpUrl,
    "/path/httpurl/{value}",
    "/query/httpurl",
    "/query/optional/httpurl",
    "/body/httpurl"
);
scalar!(
    email,
    EmailAddress,
    "/path/email/{value}",
    "/query/email",
    "/query/optional/email",
    "/body/email"
);
scalar!(
    ip,
    IpAddr,
    "/path/ip/{value}",
    "/query/ip",
    "/query/optional/ip",
    "/body/ip"
);
scalar!(
    ipv4,
    Ipv4Addr,
    "/path/ipv4/{value}",
    "/query/ipv4",
    "/query/optional/ipv4",
    "/body/ipv4"
);
scalar!(
    ipv6,
    Ipv6Addr,
    "/path/ipv6/{value}",
    "/query/ipv6",
    "/query/optional/ipv6",
    "/body/ipv6"
);

/// Bytes, and how many.
#[model]
struct Bytes {
    value: Base64Bytes,
    #[field(default)]
    length: usize,
}

#[post("/body/base64")]
fn base64(body: Bytes) -> Bytes {
    Bytes {
        length: body.value.len(),
        ..body
    }
}

#[model]
struct Three {
    value: (i64, String, bool),
}

#[post("/body/tuple")]
fn tuple(body: Three) -> Three {
    body
}

#[model]
struct Numbered {
    value: BTreeMap<i64, f64>,
}

#[post("/body/dict-int-float")]
fn numbered(body: Numbered) -> Numbered {
    body
}

#[post("/top/dict-int-float")]
fn top(body: BTreeMap<i64, f64>) -> BTreeMap<i64, f64> {
    body
}

/// FastAPI's page "Extra Data Types" in one model.
#[model]
struct Schedule {
    id: Uuid,
    day: Date,
    start: Timestamp,
    repeat_at: Option<Time>,
    #[field(default)]
    process_after: SignedDuration,
    #[field(default)]
    cost: Decimal,
    site: Option<HttpUrl>,
    contact: Option<EmailAddress>,
    address: Option<IpAddr>,
}

#[post("/schedule")]
fn schedule(schedule: Schedule) -> Schedule {
    schedule
}
