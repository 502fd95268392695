//! Step 2: cookies that nobody can change, or read, but who has the key.

use std::fmt;

use cookie::{CookieJar, Key};

use crate::cookie::Cookie;

/// How many letters a signature has: 32 bytes in base64.
const DIGEST: usize = 44;

/// The key of a program for cookies that clients keep for it.
///
/// [`sign`](Self::sign) lets a client read the value and not change it; [`seal`](Self::seal) lets it do neither. What a client sends
/// back comes through `#[cookie]`, and is [`verified`](Self::verify) or [`opened`](Self::open) before it is trusted. The key is best
/// given to [`App::state`](crate::private::App::state).
///
/// ```
/// # use fastr_core::private::{Cookie, CookieKey};
/// let key = CookieKey::from_secret(&[7; 32]);
/// let signed = key.sign(Cookie::new("user", "7"));
/// assert!(signed.value().ends_with('7'));
/// assert_eq!(key.verify("user", signed.value()).as_deref(), Some("7"));
/// assert_eq!(key.verify("admin", signed.value()), None);
///
/// let sealed = key.seal(Cookie::new("user", "7"));
/// assert_eq!(key.open("user", sealed.value()).as_deref(), Some("7"));
/// ```
#[derive(Clone)]
pub struct CookieKey(Key);

impl CookieKey {
    /// The key that follows from a secret, which all processes of a service share.
    ///
    /// # Panics
    ///
    /// When the secret is shorter than 32 bytes. They should be random: a word is guessed.
    #[track_caller]
    pub fn from_secret(secret: &[u8]) -> Self {
        assert!(
            secret.len() >= 32,
            "a secret of {} bytes can be guessed; give 32 random bytes or more",
            secret.len()
        );
        Self(Key::derive_from(secret))
    }

    /// A new random key. What it signs is worth nothing after a restart.
    pub fn generate() -> Self {
        Self(Key::generate())
    }

    /// The cookie with its value signed (HMAC-SHA256, the name included).
    #[must_use]
    pub fn sign(&self, cookie: Cookie) -> Cookie {
        let mut jar = CookieJar::new();
        let pair = pair(cookie.name(), cookie.value());
        jar.signed_mut(&self.0).add(plain(cookie.name(), &pair));
        let signed = jar.get(cookie.name()).map_or("", |made| made.value());
        let value = match signed.split_at_checked(DIGEST) {
            Some((digest, _)) => format!("{digest}{}", cookie.value()),
            None => String::new(),
        };
        cookie.with_value(value)
    }

    /// The value of a signed cookie, as it was before; nothing if it was not signed with this key and for this name.
    pub fn verify(&self, name: &str, value: &str) -> Option<String> {
        let (digest, value) = value.split_at_checked(DIGEST)?;
        let signed = format!("{digest}{}", pair(name, value));
        CookieJar::new().signed(&self.0).verify(plain(name, &signed))?;
        Some(value.to_owned())
    }

    /// The cookie with its value encrypted (AES-256-GCM, bound to the name).
    #[must_use]
    pub fn seal(&self, cookie: Cookie) -> Cookie {
        let mut jar = CookieJar::new();
        jar.private_mut(&self.0).add(plain(cookie.name(), cookie.value()));
        let sealed = jar.get(cookie.name()).map(|made| made.value().to_owned());
        cookie.with_value(sealed.unwrap_or_default())
    }

    /// The value of a sealed cookie, as it was before; nothing if it was not sealed with this key and for this name.
    pub fn open(&self, name: &str, value: &str) -> Option<String> {
        let read = CookieJar::new().private(&self.0).decrypt(plain(name, value))?;
        Some(read.value().to_owned())
    }
}

/// The key itself is shown to nobody.
impl fmt::Debug for CookieKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CookieKey")
    }
}

fn plain(name: &str, value: &str) -> cookie::Cookie<'static> {
    cookie::Cookie::new(name.to_owned(), value.to_owned())
}

/// What is signed: the `cookie` crate signs the value alone, so that one cookie could be sent under the name of another.
fn pair(name: &str, value: &str) -> String {
    format!("{name}={value}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [&str; 4] = ["", "7", "a b;c", "é ∞"];

    #[test]
    fn a_value_comes_back_with_its_key_and_its_name_alone() {
        let (key, other) = (CookieKey::generate(), CookieKey::generate());
        for value in VALUES {
            let cookie = || Cookie::new("user", value).http_only();
            for (kept, read) in [
                (
                    key.sign(cookie()),
                    CookieKey::verify as fn(&CookieKey, &str, &str) -> _,
                ),
                (key.seal(cookie()), CookieKey::open),
            ] {
                assert_eq!(read(&key, "user", kept.value()).as_deref(), Some(value));
                assert_eq!(read(&key, "admin", kept.value()), None);
                assert_eq!(read(&other, "user", kept.value()), None);
                assert_eq!(read(&key, "user", value), None);
                assert_eq!(read(&key, "user", &format!("{}x", kept.value())), None);
                assert!(kept.to_string().contains("; HttpOnly"), "{kept}");
            }
        }
    }

    #[test]
    fn what_is_sealed_cannot_be_read() {
        let key = CookieKey::generate();
        let sealed = key.seal(Cookie::new("user", "ann"));
        assert!(!sealed.value().contains("ann"));
        assert_ne!(
            sealed,
            key.seal(Cookie::new("user", "ann")),
            "each is sealed anew"
        );
    }

    #[test]
    #[should_panic = "can be guessed"]
    fn a_short_secret_is_none() {
        let _ = CookieKey::from_secret(b"secret");
    }
}
