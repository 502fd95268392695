//! What makes an address of electronic mail: first the mistakes that Python's `email-validator` has words for, then
//! the grammar of the crate `email_address`.

use email_address::{EmailAddress, Options};

/// Names that no mail reaches (RFC 6761 and its successors).
const RESERVED: [&str; 6] = ["arpa", "invalid", "local", "localhost", "onion", "test"];

/// The address in a text, its domain in lower case; or why there is none.
pub fn address(text: &str) -> Result<String, String> {
    let text = bare(text.trim());
    let (local, domain) = parts(text)?;
    if !local.starts_with('"') {
        local_part(local)?;
    }
    let domain = domain.to_lowercase();
    domain_part(&domain)?;
    let address = format!("{local}@{domain}");
    let options = Options::default()
        .with_required_tld()
        .without_display_text()
        .without_domain_literal();
    match EmailAddress::parse_with_options(&address, options) {
        Ok(_) => Ok(address),
        Err(error) => Err(error.to_string()),
    }
}

/// `ann@example.com` of `Ann <ann@example.com>`.
fn bare(text: &str) -> &str {
    text.strip_suffix('>')
        .and_then(|text| text.rsplit_once('<'))
        .map_or(text, |(_, address)| address.trim())
}

fn parts(text: &str) -> Result<(&str, &str), &'static str> {
    let split = if text.starts_with('"') {
        text.rsplit_once('@')
    } else {
        text.split_once('@')
    };
    match split.ok_or("An email address must have an @-sign.")? {
        ("", _) => Err("There must be something before the @-sign."),
        (_, "") => Err("There must be something after the @-sign."),
        parts => Ok(parts),
    }
}

fn local_part(local: &str) -> Result<(), String> {
    let is_atom = |letter: char| {
        letter.is_alphanumeric() || !letter.is_ascii() || "!#$%&'*+-/=?^_`{|}~.".contains(letter)
    };
    let foreign = shown(local, is_atom);
    if !foreign.is_empty() {
        return Err(format!(
            "The email address contains invalid characters before the @-sign: {foreign}."
        ));
    }
    if local.ends_with('.') {
        return Err("An email address cannot have a period immediately before the @-sign.".into());
    }
    if local.starts_with('.') {
        return Err("An email address cannot start with a period.".into());
    }
    if local.contains("..") {
        return Err("An email address cannot have two periods in a row.".into());
    }
    Ok(())
}

fn domain_part(domain: &str) -> Result<(), String> {
    let is_known = |letter: char| letter.is_alphanumeric() || !letter.is_ascii() || "-.".contains(letter);
    let foreign = shown(domain, is_known);
    if !foreign.is_empty() {
        return Err(format!(
            "The part after the @-sign contains invalid characters: {foreign}."
        ));
    }
    let mistakes = [
        (
            domain.starts_with('.'),
            "An email address cannot have a period immediately after the @-sign.",
        ),
        (
            domain.ends_with('.'),
            "An email address cannot end with a period.",
        ),
        (
            domain.contains(".."),
            "An email address cannot have two periods in a row.",
        ),
        (
            domain.starts_with('-'),
            "An email address cannot have a hyphen immediately after the @-sign.",
        ),
        (
            domain.ends_with('-'),
            "An email address cannot end with a hyphen.",
        ),
        (
            domain.contains(".-") || domain.contains("-."),
            "An email address cannot have a period and a hyphen next to each other.",
        ),
        (
            is_reserved(domain) && domain.contains('.'),
            "The part after the @-sign is a special-use or reserved name that cannot be used with email.",
        ),
        (
            !domain.contains('.'),
            "The part after the @-sign is not valid. It should have a period.",
        ),
    ];
    let found = mistakes.into_iter().find(|(is_so, _)| *is_so);
    found.map_or(Ok(()), |(_, reason)| Err(reason.into()))
}

fn is_reserved(domain: &str) -> bool {
    domain
        .rsplit('.')
        .next()
        .is_some_and(|last| RESERVED.contains(&last))
}

/// The characters that are not allowed, each once and in order.
fn shown(text: &str, is_allowed: impl Fn(char) -> bool) -> String {
    let mut foreign: Vec<char> = text.chars().filter(|&letter| !is_allowed(letter)).collect();
    foreign.sort_unstable();
    foreign.dedup();
    let shown = foreign.into_iter().map(|letter| match letter {
        ' ' => "SPACE".to_owned(),
        letter if letter.is_control() => format!("U+{:04X}", u32::from(letter)),
        letter => format!("'{letter}'"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_trimmed_and_its_domain_lowered() {
        for (text, wanted) in [
            ("ann@example.com", "ann@example.com"),
            (" Ann@EXAMPLE.com ", "Ann@example.com"),
            ("Ann <ann@example.com>", "ann@example.com"),
            ("ann+tag@example.com", "ann+tag@example.com"),
            ("anné@example.com", "anné@example.com"),
            ("ann@bücher.example", "ann@bücher.example"),
            ("\"an n\"@example.com", "\"an n\"@example.com"),
        ] {
            assert_eq!(address(text).as_deref(), Ok(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_none_is_refused_with_a_reason() {
        for (text, part) in [
            ("", "must have an @-sign"),
            ("ann.example.com", "must have an @-sign"),
            ("@example.com", "something before"),
            ("ann@", "something after"),
            ("an n@example.com", "before the @-sign: SPACE."),
            ("ann..b@example.com", "two periods"),
            (".ann@example.com", "start with a period"),
            ("ann.@example.com", "immediately before"),
            ("ann@b@example.com", "invalid characters: '@'."),
            ("ann@localhost", "should have a period"),
            ("ann@example.test", "special-use"),
            ("ann@-example.com", "hyphen immediately after"),
            ("ann@example-.com", "next to each other"),
            ("ann@[127.0.0.1]", "invalid characters: '[', ']'."),
        ] {
            let refused = address(text).expect_err(text);
            assert!(refused.contains(part), "{text}: {refused}");
        }
    }
}
