//! What keeps text from files from being anything but text: in a terminal, in Markdown, in a
//! spreadsheet. Everything that a user or a questionnaire wrote passes through here.
//!
//! Markdown is escaped for GitHub's reading of it, which adds bare addresses, mentions and formulas
//! to CommonMark's syntax. `<` never appears as itself, so no text can make a comment or a tag.

use crate::text::{clean, is_clean};

/// The text on one line, with single spaces, and without what [`clean`] takes out: control characters
/// and what hides or reorders text.
pub fn printable(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as inline Markdown that reads as just this text; addresses in it become links.
pub(crate) fn inline(text: &str) -> String {
    let text = printable(text);
    let words: Vec<String> = text.split(' ').map(word).collect();
    guard_end(guard_start(&words.join(" ")))
}

/// The same, but an `@name` in it stays a mention: for the people who do something, whom a plan calls by
/// the name that they have there.
pub(crate) fn mentioning(text: &str) -> String {
    inline(text).replace("@\u{2060}", "@")
}

fn word(word: &str) -> String {
    let core = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    if is_address(core) {
        return format!("<{core}>{}", word.get(core.len()..).unwrap_or_default());
    }
    let mut safe = String::with_capacity(word.len() + 8);
    let mut before = None;
    let mut rest = word.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '$' => safe.push_str("&#36;"),
            '&' if after.starts_with(|c: char| c.is_alphanumeric() || c == '#') && after.contains(';') => {
                safe.push_str("&amp;");
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => safe.extend(['\\', c]),
            // "www." and "://" alone make a link on GitHub.
            ':' if after.starts_with("//") => safe.push_str("\\:"),
            '.' if safe.to_lowercase().ends_with("www") => safe.push_str("\\."),
            // GitHub looks for mentions in what it has rendered: only a character between helps.
            '@' if !before.is_some_and(char::is_alphanumeric) => safe.push_str("@\u{2060}"),
            _ => safe.push(c),
        }
        before = Some(c);
    }
    safe
}

/// Keeps the beginning of a line from being a heading, a list, a rule, an underline or a table: what
/// the characters that are always escaped leave over.
fn guard_start(text: &str) -> String {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - number.len();
    let list = number.strip_prefix(['.', ')']).is_some_and(|rest| digits > 0 && ends(rest));
    let bullet = text.strip_prefix(['-', '+']).is_some_and(ends);
    let heading = text.starts_with('#') && ends(text.trim_start_matches('#'));
    let rule = text.trim_matches(['-', '=', ':', ' ']).is_empty();
    match text {
        "" => String::new(),
        _ if list => format!("{}\\{number}", text.get(..digits).unwrap_or_default()),
        _ if bullet || heading || rule => format!("\\{text}"),
        _ => text.to_owned(),
    }
}

/// Keeps hashes at the end from being taken for the end of a heading.
fn guard_end(text: String) -> String {
    let start = text.trim_end_matches('#');
    match text.get(start.len()..) {
        Some(hashes) if !hashes.is_empty() && start.ends_with(' ') => format!("{start}\\{hashes}"),
        _ => text,
    }
}

/// The text in bold, or nothing where there is none.
pub(crate) fn bold(text: &str) -> String {
    match inline(text) {
        text if text.is_empty() => text,
        text => format!("**{text}**"),
    }
}

/// An address, or whatever somebody gave as evidence: a link where it is one, else code.
pub(crate) fn address(text: &str) -> String {
    let text = printable(text);
    if is_address(&text) {
        format!("<{text}>")
    } else if text.is_empty() || text.contains(['`', '<', '>']) {
        inline(&text)
    } else {
        format!("`{text}`")
    }
}

/// A link with a title, or the title alone where the address is none.
pub(crate) fn link(title: &str, address: &str) -> String {
    let title = inline(title);
    match address {
        _ if !is_address(address) => title,
        _ if address.contains(['(', ')']) => format!("[{title}](<{address}>)"),
        _ => format!("[{title}]({address})"),
    }
}

/// The comment by which an action is known again, wherever it is copied to. Of the id of its question it takes
/// what ids are made of, so that it is the comment's last word.
pub(crate) fn action_mark(question: &str) -> String {
    let id = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    format!("<!-- action: {} -->", question.chars().filter(id).collect::<String>())
}

/// Whether this is an address that may become a link: web or mail, nothing that could end it early.
fn is_address(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || "<>\"`\\|".contains(c);
    let host = ["https://", "http://", "mailto:"].iter().find_map(|scheme| text.strip_prefix(scheme));
    host.is_some_and(|host| host.starts_with(char::is_alphanumeric) && !host.contains(odd) && is_clean(host))
}

/// A cell of a spreadsheet that is no formula in it, nor becomes one where a spreadsheet takes the `;` in
/// it for the end of a cell.
pub(crate) fn cell(text: &str) -> String {
    let harmless = |part: &str| {
        let begins = part.trim_start().trim_start_matches('"');
        let quote =
            if begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) { "'" } else { "" };
        format!("{quote}{part}")
    };
    printable(text).split(';').map(harmless).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_mean_something_is_escaped() {
        let cases = [
            ("Keep an inventory (SBOM) of every release", "Keep an inventory (SBOM) of every release"),
            ("R&D, at 50%; C# and e-mail!", "R&D, at 50%; C# and e-mail!"),
            ("a_b *c* `d` [e](f) ~g~ h|i \\", "a\\_b \\*c\\* \\`d\\` \\[e\\](f) \\~g\\~ h\\|i \\\\"),
            ("<!-- action: x -->", "&lt;!-- action: x --&gt;"),
            ("&lt;b&gt; and A & B", "&amp;lt;b&amp;gt; and A & B"),
            ("# heading", "\\# heading"),
            ("Plan #", "Plan \\#"),
            ("- item", "\\- item"),
            ("--- ", "\\---"),
            ("===", "\\==="),
            (":-:", "\\:-:"),
            ("-1 points, #1", "-1 points, #1"),
            ("22.3% of it", "22.3% of it"),
            ("12. item", "12\\. item"),
            ("2027 was", "2027 was"),
            ("ask @ana or ana@example.org", "ask @\u{2060}ana or ana@example.org"),
            ("see https://example.org/a_b, or www.x.org", "see <https://example.org/a_b>, or www\\.x.org"),
            ("javascript://x ftp://y (http://z", "javascript\\://x ftp\\://y (http\\://z"),
            ("costs $5 or 6$", "costs &#36;5 or 6&#36;"),
            ("two\nlines\tand\u{1b}[31m \u{202e}more ", "two lines and\u{fffd}\\[31m more"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(inline(text), expected, "{text:?}");
        }
    }

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert_eq!(address("https://example.org/sbom"), "<https://example.org/sbom>");
        assert_eq!(address("mailto:ana@example.org"), "<mailto:ana@example.org>");
        assert_eq!(address("javascript:alert(1)"), "`javascript:alert(1)`");
        assert_eq!(address("S:\\legal\\list.xlsx"), "`S:\\legal\\list.xlsx`");
        assert_eq!(address("https://x> <b>"), "https\\://x&gt; &lt;b&gt;");
        assert_eq!(address("`x`"), "\\`x\\`");
        assert_eq!(link("a [b]", "https://example.org/(c)"), "[a \\[b\\]](<https://example.org/(c)>)");
        assert_eq!(link("a", "https://example.org/c"), "[a](https://example.org/c)");
        assert_eq!(link("a", "data:text/html,x"), "a");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"] {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell("1 = 1"), "1 = 1");
        assert_eq!(cell("Kim;=X; ＝1"), "Kim;'=X;' ＝1");
    }
}
