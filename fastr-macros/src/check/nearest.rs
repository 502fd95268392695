//! The known word that an unknown one was probably meant to be.

/// `; did you mean `x`?`, or the list of all words when none is near.
pub fn suggestion(word: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|known| (strsim::osa_distance(word, known), known))
        .min();
    match near {
        Some((distance, known)) if distance <= 1 + known.len() / 4 => format!("did you mean `{known}`?"),
        _ => format!("there are {}", list(known)),
    }
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
            suggestion("zzz", &["summary", "tags"]),
            "there are `summary` and `tags`"
        );
    }
}
