//! What other programs put into a file of TOML, and TOML does not know.

/// Something in a text that keeps it from being TOML, and that somebody knows by sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// A line by which a version control system marks what it could not merge.
    ConflictMarker,
    /// A quotation mark of a word processor or an input method.
    Quote(char),
}

const MARKERS: [&str; 2] = ["<<<<<<<", ">>>>>>>"];
const QUOTES: [char; 12] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '＂', '＇', '`'];

/// The slip in a text that is no TOML, and the byte where it is; `at` is the byte where reading stopped.
pub fn slip(text: &str, at: usize) -> Option<(usize, Slip)> {
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        if MARKERS.iter().any(|marker| line.starts_with(marker)) {
            return Some((begin, Slip::ConflictMarker));
        }
        begin += line.len();
    }
    let begin = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(begin..)?.lines().next()?;
    let mut quoted = false;
    let quote = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        !quoted && QUOTES.contains(c)
    });
    quote.map(|(offset, c)| (begin + offset, Slip::Quote(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_where_it_stands() {
        let marked = "format = 1\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> theirs\n";
        assert_eq!(slip(marked, 11), Some((11, Slip::ConflictMarker)));
        assert_eq!(slip("a = 1\nb = “x”\n", 10), Some((10, Slip::Quote('“'))));
        assert_eq!(slip("a = \"don’t\" b\n", 12), None, "in a text it is text");
        assert_eq!(slip("a = = 1\n", 4), None);
        assert_eq!(slip("", 0), None);
    }
}
