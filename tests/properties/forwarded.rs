//! Whatever a client writes into the headers of proxies, it is known by the address from which it asked the first of them.

use std::cell::OnceCell;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use fastr::{App, Client, TestClient, TrustedProxies, get};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::runner;

#[get("/")]
async fn address(client: Client) -> Option<IpAddr> {
    client.address()
}

thread_local! {
    static CLIENTS: OnceCell<[TestClient; 2]> = const { OnceCell::new() };
}

/// Which address the program takes for the client's, with these lines of a header.
fn known_as(rfc_7239: bool, lines: &[String]) -> Option<IpAddr> {
    CLIENTS.with(|clients| {
        let clients = clients.get_or_init(|| {
            let app = |proxies: TrustedProxies| {
                TestClient::new(App::of(module_path!()).trusted_proxies(proxies.clone()))
            };
            let proxies = TrustedProxies::new(["10.0.0.0/8", "fd00::/8"]);
            [app(proxies.clone()), app(proxies.rfc_7239())]
        });
        let name = if rfc_7239 { "forwarded" } else { "x-forwarded-for" };
        let request = clients[usize::from(rfc_7239)].get("/").peer("10.0.0.1");
        let request = lines
            .iter()
            .fold(request, |request, line| request.header(name, line));
        request.send().json()
    })
}

/// Anything that can stand in a header, most of it close to what proxies write.
fn written_by_a_client() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("for=".to_owned()),
        Just("10.0.0.9".to_owned()),
        Just("\"[fd00::9]:80\"".to_owned()),
        "[\"\\\\,;= a_:\\[\\]-]",
        "[ -~]{0,6}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// An address that is none of the proxies'.
fn of_a_client() -> impl Strategy<Value = IpAddr> {
    prop_oneof![
        any::<u32>()
            .prop_filter("a proxy", |bits| bits >> 24 != 10)
            .prop_map(|bits| Ipv4Addr::from(bits).into()),
        any::<u128>()
            .prop_map(|bits| 0x2001 << 112 | bits >> 16)
            .prop_map(|bits| Ipv6Addr::from(bits).into()),
    ]
}

/// What a proxy adds of who asked it.
fn added(rfc_7239: bool, address: IpAddr, has_port: bool) -> String {
    let node = match (address, has_port) {
        (IpAddr::V6(address), true) => format!("[{address}]:4711"),
        (IpAddr::V6(address), false) if rfc_7239 => format!("[{address}]"),
        (address, true) => format!("{address}:4711"),
        (address, false) => address.to_string(),
    };
    if rfc_7239 {
        format!("proto=https;for=\"{node}\"")
    } else {
        node
    }
}

#[test]
fn a_client_cannot_choose_its_address() {
    let cases = (
        prop::collection::vec(written_by_a_client(), 0..3),
        of_a_client(),
        prop::collection::vec(any::<[u8; 2]>(), 0..3),
        any::<[bool; 3]>(),
    );
    let outcome = runner().run(
        &cases,
        |(written, address, proxies, [own_line, has_port, rfc_7239])| {
            let mut lines = written;
            let proxies = proxies
                .into_iter()
                .map(|[a, b]| Ipv4Addr::new(10, 1, a, b).into());
            for address in std::iter::once(address).chain(proxies) {
                let added = added(rfc_7239, address, has_port);
                match lines.last_mut() {
                    Some(line) if !own_line => *line = format!("{line}, {added}"),
                    _ => lines.push(added),
                }
            }
            let known_as = known_as(rfc_7239, &lines);
            if known_as == Some(address) {
                return Ok(());
            }
            Err(TestCaseError::fail(format!(
                "{lines:?} is {known_as:?}, and not {address}"
            )))
        },
    );
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// A proxy that is trusted and writes nonsense is no reason to panic, nor to take its word for that of another proxy.
#[test]
fn whatever_a_proxy_writes_something_is_made_of_it() {
    let lines = prop::collection::vec(written_by_a_client(), 0..4);
    let outcome = runner().run(&lines, |lines| {
        for rfc_7239 in [false, true] {
            let known_as = known_as(rfc_7239, &lines);
            let text = lines.concat();
            if let Some(address) =
                known_as.filter(|address| address.is_ipv4() && !text.contains(&address.to_string()))
                && address != Ipv4Addr::new(10, 0, 0, 1)
            {
                return Err(TestCaseError::fail(format!("{lines:?} is {address}")));
            }
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
