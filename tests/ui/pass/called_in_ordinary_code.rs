//! The function stays the function that was written, its visibility and its attributes with it.
#![deny(warnings)]

mod shop {
    use fastr::{HttpException, get};

    #[get("/halves/{number}", raises(400))]
    #[must_use]
    pub fn half(number: u64) -> Result<String, HttpException> {
        if number % 2 == 1 {
            return Err(HttpException::new(400, "odd"));
        }
        Ok((number / 2).to_string())
    }

    #[get("/names/{name}")]
    #[inline]
    pub(crate) fn name(mut name: String) -> String {
        name.push('!');
        name
    }
}

fn main() {
    assert_eq!(shop::half(4).ok(), Some("2".to_owned()));
    assert!(shop::half(3).is_err());
    assert_eq!(shop::name("a".into()), "a!");
    let pointer: fn(String) -> String = shop::name;
    assert_eq!(pointer("b".into()), "b!");
}
