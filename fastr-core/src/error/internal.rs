//! An error that is nobody's business but the server's.

use std::error::Error;
use std::fmt;

/// Any error that the client can do nothing about: `?` makes one of every [`std::error::Error`].
///
/// It is answered 500 and says nothing of why; the log says all of it. So an operation that raises nothing else has a closed
/// signature, and declares nothing.
///
/// ```
/// # use fastr_core::private::InternalError;
/// async fn read_motd() -> Result<String, InternalError> {
///     Ok(std::fs::read_to_string("motd.txt")?)
/// }
/// # let error = InternalError::new("the disk is gone");
/// # assert_eq!(error.to_string(), "the disk is gone");
/// ```
pub struct InternalError(Box<dyn Error + Send + Sync>);

impl InternalError {
    /// An error that says this, or that is this one.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }

    /// What went wrong, itself.
    #[cfg(feature = "websocket")]
    pub(crate) fn into_cause(self) -> Box<dyn Error + Send + Sync> {
        self.0
    }

    /// What went wrong.
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.0
    }
}

/// It is no [`Error`] itself, so that every one becomes it.
impl<E: Error + Send + Sync + 'static> From<E> for InternalError {
    fn from(cause: E) -> Self {
        Self(Box::new(cause))
    }
}

impl fmt::Display for InternalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for InternalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InternalError({:?})", self.0)
    }
}
