//! What proxies say of a request that they hand on: `Forwarded` (RFC 7239) and `X-Forwarded-For`.
//!
//! Each proxy adds to the right of what it was told, so both are read from the right: what a proxy has written is understood
//! whatever its client wrote before it, an open quotation mark for instance.

use std::borrow::Cow;
use std::net::IpAddr;

/// Who asked a proxy, as far as it tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// None where the proxy hides it, or says something that is no address.
    pub address: Option<IpAddr>,
    /// The port, where it is told.
    pub port: Option<u16>,
}

/// What one proxy says of the request that it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hop<'a> {
    /// Who sent it.
    pub node: Node,
    /// By which protocol, such as `https`.
    pub proto: Option<Cow<'a, str>>,
    /// What its client called the host.
    pub host: Option<Cow<'a, str>>,
}

/// The hops of `Forwarded`, the last proxy first. One that cannot be understood says nothing.
pub fn hops<'a>(lines: impl DoubleEndedIterator<Item = &'a [u8]>) -> impl Iterator<Item = Hop<'a>> {
    lines
        .rev()
        .flat_map(|line| from_the_right(line, true))
        .map(|element| hop(element).unwrap_or_default())
}

/// The members of a plain list, such as `X-Forwarded-For`, the last one first. One that is no text is empty.
pub fn members<'a>(lines: impl DoubleEndedIterator<Item = &'a [u8]>) -> impl Iterator<Item = &'a str> {
    lines
        .rev()
        .flat_map(|line| from_the_right(line, false))
        .map(|member| std::str::from_utf8(member).unwrap_or_default())
}

/// A member of `X-Forwarded-For`. Some proxies write IPv6 without brackets there, and some write a port.
pub fn plain_node(text: &str) -> Node {
    match text.parse() {
        Ok(address) => Node {
            address: Some(address),
            port: None,
        },
        Err(_) => node(text).unwrap_or_default(),
    }
}

/// The members of a list between its commas, from the right; those that are empty are left out (RFC 9110, section 5.6.1.2).
fn from_the_right(line: &[u8], has_quotes: bool) -> impl Iterator<Item = &[u8]> {
    let mut left = Some(line);
    let members = std::iter::from_fn(move || {
        let line = left?;
        if let Some(comma) = last_comma(line, has_quotes) {
            left = Some(&line[..comma]);
            Some(line[comma + 1..].trim_ascii())
        } else {
            left = None;
            Some(line.trim_ascii())
        }
    });
    members.filter(|member| !member.is_empty())
}

/// The last comma that stands in no quotation marks. Read from the right, the first mark closes; the one that belongs to it is
/// the next with an even number of backslashes before it.
fn last_comma(line: &[u8], has_quotes: bool) -> Option<usize> {
    let mut is_quoted = false;
    for (at, &byte) in line.iter().enumerate().rev() {
        match byte {
            b'"' if has_quotes => {
                let before = line[..at].iter().rev();
                let escapes = before.take_while(|&&byte| byte == b'\\').count();
                is_quoted = !is_quoted || escapes % 2 == 1;
            }
            b',' if !is_quoted => return Some(at),
            _ => {}
        }
    }
    None
}

/// One element of `Forwarded`: pairs between semicolons, none of them twice.
fn hop(element: &[u8]) -> Option<Hop<'_>> {
    let mut rest = std::str::from_utf8(element).ok()?;
    let (mut hop, mut sender) = (Hop::default(), None);
    loop {
        let (name, value, behind) = pair(rest)?;
        let place = match name {
            _ if name.eq_ignore_ascii_case("for") => &mut sender,
            _ if name.eq_ignore_ascii_case("proto") => &mut hop.proto,
            _ if name.eq_ignore_ascii_case("host") => &mut hop.host,
            _ => &mut None,
        };
        if place.replace(value).is_some() {
            return None;
        }
        let behind = behind.trim_ascii_start();
        if behind.is_empty() {
            break;
        }
        rest = behind.strip_prefix(';')?.trim_ascii_start();
    }
    if let Some(sender) = sender {
        hop.node = node(&sender)?;
    }
    Some(hop)
}

/// A name, its value, and what stands behind it.
fn pair(text: &str) -> Option<(&str, Cow<'_, str>, &str)> {
    let (name, rest) = text.split_once('=')?;
    if !is_token(name) {
        return None;
    }
    if let Some(quoted) = rest.strip_prefix('"') {
        let (value, behind) = unquoted(quoted)?;
        return Some((name, value, behind));
    }
    let end = rest.find([';', ' ', '\t']).unwrap_or(rest.len());
    let (value, behind) = rest.split_at(end);
    is_token(value).then_some((name, Cow::Borrowed(value), behind))
}

/// What stands before the quotation mark that closes, without the backslashes that protect a character (RFC 9110, section
/// 5.6.4), and what stands behind it.
fn unquoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let end = text.find(['"', '\\'])?;
    if text.as_bytes().get(end) == Some(&b'"') {
        return Some((Cow::Borrowed(&text[..end]), &text[end + 1..]));
    }
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((Cow::Owned(value), &text[at + 1..])),
            '\\' => value.push(characters.next()?.1),
            _ => value.push(character),
        }
    }
    None
}

/// RFC 9110, section 5.6.2.
fn is_token(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_letter)
}

/// An address or what stands for one, and a port (RFC 7239, section 6).
fn node(text: &str) -> Option<Node> {
    let bracketed = text.strip_prefix('[').and_then(|text| text.split_once(']'));
    let (address, port) = if let Some((address, rest)) = bracketed {
        let port = if rest.is_empty() {
            None
        } else {
            Some(rest.strip_prefix(':')?)
        };
        (Some(IpAddr::V6(address.parse().ok()?)), port)
    } else {
        let (name, port) = text
            .split_once(':')
            .map_or((text, None), |(name, port)| (name, Some(port)));
        let is_hidden = name.eq_ignore_ascii_case("unknown") || is_obfuscated(name);
        let address = if is_hidden {
            None
        } else {
            Some(IpAddr::V4(name.parse().ok()?))
        };
        (address, port)
    };
    let port = match port {
        Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some(port.parse().ok()?),
        Some(port) if !is_obfuscated(port) => return None,
        _ => None,
    };
    Some(Node { address, port })
}

/// RFC 7239, section 6.3.
fn is_obfuscated(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    text.len() > 1 && text.starts_with('_') && text.bytes().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hops of lines, each as `address:port proto host`.
    fn told(lines: &[&str]) -> Vec<String> {
        let hops = hops(lines.iter().map(|line| line.as_bytes()));
        let show = |Hop { node, proto, host }: Hop<'_>| {
            let address = node.address.map_or("?".to_owned(), |address| address.to_string());
            let port = node.port.map_or("-".to_owned(), |port| port.to_string());
            let [proto, host] = [proto, host].map(|word| word.unwrap_or("-".into()));
            format!("{address} {port} {proto} {host}")
        };
        hops.map(show).collect()
    }

    #[test]
    fn each_hop_is_read_from_the_right() {
        for (lines, expected) in [
            // The examples of RFC 7239, sections 4, 6 and 7.1.
            (&["for=\"_gazonk\""][..], &["? - - -"][..]),
            (
                &["For=\"[2001:db8:cafe::17]:4711\""],
                &["2001:db8:cafe::17 4711 - -"],
            ),
            (
                &["for=192.0.2.60;proto=http;by=203.0.113.43"],
                &["192.0.2.60 - http -"],
            ),
            (
                &["for=192.0.2.43, for=198.51.100.17"],
                &["198.51.100.17 - - -", "192.0.2.43 - - -"],
            ),
            (&["for=\"192.0.2.43:47011\""], &["192.0.2.43 47011 - -"]),
            (&["for=\"_hidden:_http\""], &["? - - -"]),
            (&["for=unknown"], &["? - - -"]),
            (
                &[
                    "for=192.0.2.43",
                    "for=198.51.100.17;by=203.0.113.60;proto=http;host=example.com",
                ],
                &["198.51.100.17 - http example.com", "192.0.2.43 - - -"],
            ),
            (&["for=_a;proto=https;host=\"a:8443\""], &["? - https a:8443"]),
            (
                &["for=1.2.3.4;host=\"a\\\"b\\\\\" ; proto=http"],
                &["1.2.3.4 - http a\"b\\"],
            ),
            (&[" , for=1.2.3.4 ,,"], &["1.2.3.4 - - -"]),
            (&["proto=https"], &["? - https -"]),
            (&[""], &[]),
        ] {
            assert_eq!(told(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn what_is_wrong_says_nothing() {
        for wrong in [
            "for",
            "for=",
            "=1.2.3.4",
            "for=1.2.3.4;",
            "for=1.2.3.4;;proto=http",
            "for=1.2.3.4 for=1.2.3.5",
            "for=1.2.3.4;for=1.2.3.5",
            "for=1.2.3.4:80",
            "for=[::1]",
            "for=\"::1\"",
            "for=\"[::1\"",
            "for=\"[::1]80\"",
            "for=\"[1.2.3.4]\"",
            "for=\"1.2.3.4:99999\"",
            "for=\"1.2.3.4:\"x",
            "for=\"1.2.3.4\"x",
            "for=\"_\"",
            "for=1.2.3",
            "f or=1.2.3.4",
            "for=\"1.2.3.4",
            "for=1.2.3.4\"",
        ] {
            let found = told(&[wrong]);
            assert!(found.iter().all(|hop| hop == "? - - -"), "{wrong}: {found:?}");
        }
    }

    #[test]
    fn nothing_before_it_changes_what_a_proxy_says() {
        for client in [
            "for=\"",
            "\"",
            "\\",
            "for=\"a\\",
            "\"\\\"",
            ",",
            "for=6.6.6.6;by=\"",
            "é",
            "for=\"a, b",
        ] {
            for proxy in ["for=1.2.3.4", "for=\"1.2.3.4\"", "by=\"a, b\\\"\";for=1.2.3.4"] {
                let found = told(&[&format!("{client}, {proxy}")]);
                assert_eq!(found[0], "1.2.3.4 - - -", "{client}, {proxy}");
            }
        }
    }

    #[test]
    fn plain_lists_have_addresses_of_every_form() {
        let list = members(["1.2.3.4, ::1".as_bytes(), b" [::2]:80 ,,1.2.3.4:80,x"].into_iter());
        let found: Vec<_> = list
            .map(plain_node)
            .map(|node| (node.address, node.port))
            .collect();
        let address = |text: &str| text.parse().ok();
        assert_eq!(
            found,
            [
                (None, None),
                (address("1.2.3.4"), Some(80)),
                (address("::2"), Some(80)),
                (address("::1"), None),
                (address("1.2.3.4"), None),
            ]
        );
    }
}
