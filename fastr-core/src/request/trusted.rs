//! Which peers are proxies whose word on their clients is taken.

use std::net::{IpAddr, Ipv6Addr};

use super::Peer;

/// The proxies in front of the program, and the headers in which they tell of their clients:
/// [`App::trusted_proxies`](crate::private::App::trusted_proxies).
///
/// What anybody else says of himself in these headers is not looked at, so that no client can choose its address.
///
/// ```
/// # use fastr_core::private::{App, TrustedProxies};
/// let app = App::of(module_path!()).trusted_proxies(TrustedProxies::new(["10.0.0.0/8"]).rfc_7239());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct TrustedProxies {
    networks: Vec<Network>,
    /// Peers without an address.
    unix: bool,
    rfc_7239: bool,
}

impl TrustedProxies {
    /// Those of these addresses and networks: `"10.1.2.3"`, `"10.0.0.0/8"`, `"fd00::/8"`; `"unix"` for whoever comes through a
    /// Unix socket, and `"*"` for everybody, where nobody but the proxies can reach the program.
    ///
    /// They tell of their clients in `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`, as most proxies do, unless
    /// [`rfc_7239`](Self::rfc_7239) says otherwise. A proxy has to set or to remove each of them: one that it hands on as it came is
    /// the client's word.
    ///
    /// # Panics
    ///
    /// When one of them is no network.
    #[track_caller]
    pub fn new<'a>(networks: impl IntoIterator<Item = &'a str>) -> Self {
        match Self::read(networks) {
            Ok(proxies) => proxies,
            Err(problem) => panic!("TrustedProxies: {problem}"),
        }
    }

    /// They tell of their clients in `Forwarded` ([RFC 7239](https://www.rfc-editor.org/rfc/rfc7239)), and `X-Forwarded-…` is not
    /// looked at: a proxy that sets one of the two hands on what a client has written into the other.
    pub fn rfc_7239(mut self) -> Self {
        self.rfc_7239 = true;
        self
    }

    /// Those of these networks, or what is wrong with one.
    ///
    /// # Errors
    ///
    /// When one of them is no network; the text says what to write.
    pub(crate) fn read<'a>(networks: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut proxies = Self::default();
        for network in networks {
            match network {
                "*" => {
                    proxies.unix = true;
                    for all in [IpAddr::from([0; 4]), Ipv6Addr::UNSPECIFIED.into()] {
                        proxies.networks.push(Network {
                            address: all,
                            length: 0,
                        });
                    }
                }
                "unix" => proxies.unix = true,
                network => proxies.networks.push(Network::read(network)?),
            }
        }
        Ok(proxies)
    }

    /// The same proxies, who tell of their clients as these do.
    pub(crate) fn telling_as(mut self, other: &Self) -> Self {
        self.rfc_7239 = other.rfc_7239;
        self
    }

    /// Whether what this peer says of its client counts.
    #[inline]
    pub(super) fn trust(&self, peer: Peer) -> bool {
        match peer.address {
            Some(address) => !self.networks.is_empty() && self.has(address.ip()),
            None => self.unix,
        }
    }

    /// Whether a proxy has this address. A socket for both versions of IP shows one of IPv4 as `::ffff:10.1.2.3`.
    pub(super) fn has(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks.iter().any(|network| network.has(address))
    }

    /// Whether they use the header of RFC 7239.
    pub(super) fn tell_in_forwarded(&self) -> bool {
        self.rfc_7239
    }
}

impl<'a, const N: usize> From<[&'a str; N]> for TrustedProxies {
    #[track_caller]
    fn from(networks: [&'a str; N]) -> Self {
        Self::new(networks)
    }
}

/// The addresses that begin with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    length: u32,
}

impl Network {
    fn read(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is no network; write an address such as `10.1.2.3`, a network such as `10.0.0.0/8`, `unix` or `*`"
            )
        };
        let (address, length) = text
            .split_once('/')
            .map_or((text, None), |(address, length)| (address, Some(length)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let length = match length {
            Some(length) => length
                .parse()
                .ok()
                .filter(|&length| length <= most)
                .ok_or_else(wrong)?,
            None => most,
        };
        let network = Self { address, length };
        let first = network.first();
        if first == address {
            Ok(network)
        } else {
            Err(format!(
                "`{text}` is an address inside of a network; write `{first}/{length}` for the network"
            ))
        }
    }

    /// The first address of the network.
    fn first(self) -> IpAddr {
        match self.address {
            IpAddr::V4(address) => {
                let mask = u32::MAX.checked_shl(32 - self.length).unwrap_or(0);
                IpAddr::V4((address.to_bits() & mask).into())
            }
            IpAddr::V6(address) => {
                let mask = u128::MAX.checked_shl(128 - self.length).unwrap_or(0);
                IpAddr::V6((address.to_bits() & mask).into())
            }
        }
    }

    fn has(self, address: IpAddr) -> bool {
        let of_both = |other: IpAddr| {
            Self {
                address: other,
                ..self
            }
            .first()
        };
        self.address.is_ipv4() == address.is_ipv4() && of_both(address) == self.address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_has_the_addresses_that_begin_as_it_does() {
        for (network, inside, outside) in [
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.0"),
            ("10.1.2.3", "10.1.2.3", "10.1.2.2"),
            ("10.1.2.3", "::ffff:10.1.2.3", "::ffff:10.1.2.2"),
            ("192.0.2.128/25", "192.0.2.255", "192.0.2.127"),
            ("0.0.0.0/0", "255.255.255.255", "::1"),
            ("fd00::/8", "fdff::1", "fe00::1"),
            ("::/0", "2001:db8::1", "1.2.3.4"),
            ("::1", "::1", "::2"),
        ] {
            let proxies = TrustedProxies::new([network]);
            for (address, expected) in [(inside, true), (outside, false)] {
                let has = address.parse().map(|address| proxies.has(address));
                assert_eq!(has, Ok(expected), "{address} in {network}");
            }
        }
    }

    #[test]
    fn only_a_peer_that_was_named_is_trusted() {
        let at = |address: &str| Peer {
            address: address.parse().ok(),
            ..Peer::default()
        };
        for (networks, expected) in [
            (&[][..], [false, false]),
            (&["127.0.0.1"], [true, false]),
            (&["unix"], [false, true]),
            (&["*"], [true, true]),
        ] {
            let proxies = TrustedProxies::new(networks.iter().copied());
            assert_eq!(
                [at("127.0.0.1:80"), at("")].map(|peer| proxies.trust(peer)),
                expected,
                "{networks:?}"
            );
        }
    }

    #[test]
    fn what_is_no_network_is_told_with_the_cure() {
        for (text, problem) in [
            (
                "10.0.0.1/8",
                "`10.0.0.1/8` is an address inside of a network; write `10.0.0.0/8` for the network",
            ),
            (
                "10.0.0.0/33",
                "`10.0.0.0/33` is no network; write an address such as `10.1.2.3`, a network such as `10.0.0.0/8`, `unix` or `*`",
            ),
            (
                "proxy",
                "`proxy` is no network; write an address such as `10.1.2.3`, a network such as `10.0.0.0/8`, `unix` or `*`",
            ),
        ] {
            assert_eq!(TrustedProxies::read([text]), Err(problem.to_owned()));
        }
    }
}
