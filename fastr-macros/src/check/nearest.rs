//! The known word that an unknown one was probably meant to be.

/// `; did you mean `x`?`, or the list of all words when none is near.
pub fn suggestion(word: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|known| (strsim::osa_distance(word, known), known))
        .min();
    match near {
        Some((_, known)) if is_near(word, known) => format!("did you mean `{known}`?"),
        _ => match beginning(word, known) {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("there are {}", list(known)),
        },
    }
}

/// Whether a word was probably meant to be this one.
pub fn is_near(word: &str, known: &str) -> bool {
    strsim::osa_distance(word, known) <= 1 + known.len() / 4
}

/// The only known word that has this one as its first part.
fn beginning<'known>(word: &str, known: &[&'known str]) -> Option<&'known str> {
    let mut longer = known
        .iter()
        .filter(|known| known.split_once('_').is_some_and(|(first, _)| first == word));
    longer.next().copied().filter(|_| longer.next().is_none())
}

fn list(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_suggested_and_else_all_are_listed() {
        assert_eq!(
            suggestion("sumary", &["summary", "tags"]),
            "did you mean `summary`?"
        );
        assert_eq!(
            suggestion("status", &["status_code", "tags"]),
            "did you mean `status_code`?"
        );
        assert_eq!(
            suggestion("zzz", &["summary", "tags"]),
            "there are `summary` and `tags`"
        );
    }
}
