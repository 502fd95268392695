//! What answers at one path.

use std::ops::BitOr;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use crate::handler::Manner;
#[cfg(feature = "files")]
use crate::respond::Directory;
use crate::route::{Method, Operation};

/// A page that is no operation's.
pub struct Page {
    /// What is said of it: its media type, its tag, what it may load.
    pub headers: HeaderMap,
    /// What it says.
    pub content: Content,
}

/// What a page says.
pub enum Content {
    /// It is known before the start and never changes.
    Kept(Bytes),
    /// It is made anew for each request.
    Made(Box<dyn Fn(&Manner) -> Bytes + Send + Sync>),
}

impl Content {
    /// What it says now.
    pub fn now(&self, manner: &Manner) -> Bytes {
        match self {
            Self::Kept(content) => content.clone(),
            Self::Made(make) => make(manner),
        }
    }
}

/// What answers at a path where no operation does.
pub enum Fixed {
    /// A page.
    Page(Page),
    /// A directory; the path ends in a parameter that takes the rest.
    #[cfg(feature = "files")]
    Files(Directory),
}

/// One path.
#[derive(Default)]
pub struct Place {
    pub fixed: Option<Fixed>,
    pub operations: [Option<&'static Operation>; Method::ALL.len()],
    /// The handshake of a WebSocket.
    pub socket: Option<&'static Operation>,
}

impl Place {
    /// The operation that answers this method, if one does.
    #[inline]
    pub fn operation(&self, method: Method) -> Option<&'static Operation> {
        self.operations[method as usize].or_else(|| match method {
            Method::Head => self.operations[Method::Get as usize],
            // It tells what to upgrade to.
            Method::Get => self.socket,
            _ => None,
        })
    }

    /// What answers this method, if anything does.
    #[inline]
    pub fn answering(&self, method: Method) -> Option<Answering<'_>> {
        if let Some(operation) = self.operation(method) {
            return Some(Answering::Operation(operation));
        }
        let fixed = self.fixed.as_ref()?;
        matches!(method, Method::Get | Method::Head).then_some(Answering::Fixed(fixed))
    }

    /// The methods that are answered; what to say to OPTIONS is always known.
    pub fn methods(&self) -> Methods {
        let is_answered = |method| method == Method::Options || self.answering(method).is_some();
        Methods(Method::ALL.map(is_answered))
    }

    /// What answers there, for a message.
    #[cfg(feature = "files")]
    pub fn name(&self) -> String {
        let operation = self.operations.iter().flatten().next().or(self.socket.as_ref());
        operation.map_or_else(
            || "other files".to_owned(),
            |operation| format!("`{}` ({})", operation.name, operation.place),
        )
    }

    /// One where something fixed answers, and no operation.
    pub fn of(fixed: Fixed) -> Self {
        Self {
            fixed: Some(fixed),
            ..Self::default()
        }
    }
}

/// What answers a method at a path.
pub enum Answering<'router> {
    /// An operation.
    Operation(&'static Operation),
    /// A page or a directory.
    Fixed(&'router Fixed),
}

/// The methods that are answered at a path, or at several.
#[derive(Clone, Copy, Default)]
pub struct Methods([bool; Method::ALL.len()]);

impl Methods {
    /// Those of all these paths.
    pub fn of(places: &[Place]) -> Self {
        let methods = places.iter().map(Place::methods);
        methods.fold(Self::default(), BitOr::bitor)
    }

    /// As the `Allow` header has them (RFC 9110, section 10.2.1).
    pub fn allow(self) -> HeaderValue {
        let methods = Method::ALL.into_iter().filter(|&method| self.0[method as usize]);
        let names: Vec<_> = methods.map(Method::name).collect();
        HeaderValue::try_from(names.join(", ")).unwrap_or(HeaderValue::from_static("OPTIONS"))
    }
}

impl BitOr for Methods {
    type Output = Self;

    fn bitor(mut self, other: Self) -> Self {
        for (one, other) in self.0.iter_mut().zip(other.0) {
            *one |= other;
        }
        self
    }
}
