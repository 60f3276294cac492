//! What text may contain once it is cleaned, and how it is cut.

use ospo_assess::text::{MAX_LINE, clean, clean_lines, cut, is_clean};

#[test]
fn escape_sequences_lose_what_makes_them_sequences() {
    for (hostile, harmless) in [
        ("\u{1b}[31mred\u{1b}[0m", "\u{fffd}[31mred\u{fffd}[0m"),
        ("\u{1b}]8;;https://x.example\u{7}link", "\u{fffd}]8;;https://x.example\u{fffd}link"),
        ("\u{1b}]52;c;cm0gLXJm\u{1b}\\", "\u{fffd}]52;c;cm0gLXJm\u{fffd}\\"),
        ("\u{1b}P1$q\u{9c}", "\u{fffd}P1$q\u{fffd}"),
        ("\u{9b}2J\u{90}x\u{9d}y", "\u{fffd}2J\u{fffd}x\u{fffd}y"),
        ("a\u{8}b\u{7f}c\0", "a\u{fffd}b\u{fffd}c\u{fffd}"),
    ] {
        assert_eq!(clean(hostile), harmless);
        assert_eq!(clean_lines(hostile), harmless);
        assert!(!is_clean(hostile) && is_clean(harmless));
    }
}

#[test]
fn nothing_invisible_remains() {
    let bidi =
        "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}";
    let empty = "\u{200b}\u{2060}\u{feff}\u{ad}\u{34f}\u{3164}\u{e0001}\u{e0041}\u{e007f}\u{180e}";
    assert_eq!(clean(&format!("a{bidi}b{empty}c")), "abc");
}

#[test]
fn letters_of_every_script_stay() {
    for text in [
        "e\u{301}te\u{301}",
        "开源办公室",
        "نمی\u{200c}خواهم",
        "क\u{94d}\u{200d}ष",
        "👩\u{200d}💻",
        "❤\u{fe0f}\u{200d}🔥",
        "葛\u{e0100}",
    ] {
        assert!(is_clean(text), "{text}");
    }
}

#[test]
fn joiners_and_selectors_stay_only_where_they_mean_something() {
    assert_eq!(clean("ad\u{200d}min\u{200c}"), "admin");
    assert_eq!(clean("\u{fe0f}a\u{fe0f}\u{fe0f}b"), "a\u{fe0f}b");
    assert_eq!(clean("é\u{200d}\u{200d}\u{200b}a"), "éa");
}

#[test]
fn line_ends_and_tabs() {
    let text = "a\r\nb\rc\nd\u{2028}e\u{85}f\tg";
    assert_eq!(clean(text), "a b c d e f g");
    assert_eq!(clean_lines(text), "a\nb\nc\nd\ne\nf    g");
}

#[test]
fn long_lines_go_on_in_the_next_one() {
    let full = "é".repeat(MAX_LINE);
    assert!(is_clean(&full));
    assert_eq!(clean(&format!("{full}é")), format!("{}…", "é".repeat(MAX_LINE - 1)));
    assert_eq!(clean_lines(&format!("{full}é\nshort\n{full}")), format!("{full}\né\nshort\n{full}"));
    assert_eq!(clean_lines(&format!("{full}\t")), format!("{full}\n    "));
}

proptest::proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in proptest::collection::vec(sample(), 0..40)) {
        let text: String = text.into_iter().collect();
        let once = clean_lines(&text).into_owned();
        proptest::prop_assert_eq!(clean_lines(&once), once.as_str());
        let once = clean(&text).into_owned();
        proptest::prop_assert!(is_clean(&once));
        proptest::prop_assert!(!once.chars().any(char::is_control));
    }
}

fn sample() -> impl proptest::strategy::Strategy<Value = char> {
    let odd: Vec<char> = "a é\u{200d}\u{200c}\u{fe0f}\u{200b}\r\n\t\u{1b}\u{202e}👩💻".chars().collect();
    proptest::prop_oneof![proptest::sample::select(odd), proptest::char::any()]
}

#[test]
fn cuts_between_characters_and_says_so() {
    assert_eq!(cut("Leadership", 10), "Leadership");
    assert_eq!(cut("Leadership", 7), "Leader…");
    assert_eq!(cut("社区驱动", 5), "社区…");
    assert_eq!(cut("社区驱动", 4), "社…");
    assert_eq!(cut("cafe\u{301} society", 5), "cafe\u{301}…");
    assert_eq!(cut("two words", 5), "two…");
    assert_eq!(cut("anything", 0), "");
}
