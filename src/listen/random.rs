//! What nobody can guess: the code of a room, and the cookie of a device.

/// The characters of a code and a cookie: none that is taken for another.
const CHARACTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// The characters of a code: 887 million of them, of which an address may try twenty in ten seconds.
pub(super) const CODE: usize = 6;
/// The characters of a cookie: 109 bits.
pub(super) const COOKIE: usize = 22;

/// So many characters; `None` where the system gives no randomness.
pub(super) fn word(length: usize) -> Option<String> {
    let mut word = String::with_capacity(length);
    let mut bytes = [0; 64];
    while word.len() < length {
        getrandom::fill(&mut bytes).ok()?;
        // Bytes beyond the last multiple are passed over: each character is as likely as another.
        let fair =
            bytes.iter().filter(|byte| usize::from(**byte) < 256 / CHARACTERS.len() * CHARACTERS.len());
        let characters = fair.map(|byte| char::from(CHARACTERS[usize::from(*byte) % CHARACTERS.len()]));
        word.extend(characters.take(length - word.len()));
    }
    Some(word)
}

/// Whether a text could be such a word of this length.
pub(super) fn is_word(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| CHARACTERS.contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_long_enough_and_never_the_same() {
        let words: Vec<String> = (0..100).map(|_| word(COOKIE).unwrap()).collect();
        assert!(words.iter().all(|word| is_word(word, COOKIE)));
        assert!((1..100).all(|i| !words[..i].contains(&words[i])));
        assert!(!is_word("short", COOKIE) && !is_word(&"I".repeat(COOKIE), COOKIE));
    }
}
