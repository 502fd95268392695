//! Addresses of the internet: `IpAddr`, `Ipv4Addr`, `Ipv6Addr`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde_json::Value;

use crate::schema::format::scalar;
use crate::schema::{Formatted, Refusal};

macro_rules! address {
    ($type:ty, $name:literal, $kind:literal, $msg:literal) => {
        impl Formatted for $type {
            const NAME: Option<&'static str> = Some($name);

            fn read(text: &str) -> Result<Self, Refusal> {
                text.parse().map_err(|_| Refusal::new($kind, $msg))
            }

            /// pydantic has the same words for a value that is no text at all.
            fn refuse(_: &Value) -> Refusal {
                Refusal::new($kind, $msg)
            }
        }

        scalar!($type);
    };
}

address!(
    IpAddr,
    "ipvanyaddress",
    "ip_any_address",
    "value is not a valid IPv4 or IPv6 address"
);
address!(
    Ipv4Addr,
    "ipv4",
    "ip_v4_address",
    "Input is not a valid IPv4 address"
);
address!(
    Ipv6Addr,
    "ipv6",
    "ip_v6_address",
    "Input is not a valid IPv6 address"
);
