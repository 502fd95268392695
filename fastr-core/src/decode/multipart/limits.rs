//! How much of a form is taken in.

/// The limits of `multipart/form-data`, with the defaults of Starlette. What exceeds one is answered 413.
///
/// How large such a body may be as a whole is said with `App::upload_limit`.
///
/// ```
/// # use fastr_core::private::{App, MultipartLimits};
/// let limits = MultipartLimits::new().fields(20).files(4).text_size(64 * 1024);
/// let app = App::new().multipart_limits(limits).upload_limit(8 * 1024 * 1024);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MultipartLimits {
    pub(super) fields: usize,
    pub(super) files: usize,
    pub(super) text_size: usize,
    pub(super) memory: usize,
}

impl MultipartLimits {
    /// The defaults.
    #[expect(
        clippy::new_without_default,
        reason = "limits are a deliberate thing, as the application is"
    )]
    pub const fn new() -> Self {
        Self {
            fields: 1000,
            files: 1000,
            text_size: 1024 * 1024,
            memory: 1024 * 1024,
        }
    }

    /// How many parts may be texts; 1,000 when not given.
    #[must_use]
    pub const fn fields(mut self, count: usize) -> Self {
        self.fields = count;
        self
    }

    /// How many parts may be files; 1,000 when not given.
    #[must_use]
    pub const fn files(mut self, count: usize) -> Self {
        self.files = count;
        self
    }

    /// The greatest text of one part, in bytes; 1 MiB when not given.
    #[must_use]
    pub const fn text_size(mut self, bytes: usize) -> Self {
        self.text_size = bytes;
        self
    }

    /// How much of each file is kept in memory, in bytes, before it goes to a temporary file; 1 MiB when not given.
    #[must_use]
    pub const fn memory(mut self, bytes: usize) -> Self {
        self.memory = bytes;
        self
    }
}
