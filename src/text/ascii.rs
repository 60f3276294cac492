//! Characters that stand for one of ASCII: what input methods and keyboards of other scripts write.

/// The zeros of scripts with digits of their own; 1 to 9 follow each.
const ZEROS: [char; 18] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}', '\u{1810}',
];

/// The ASCII character for which a full-width one or a digit of another script stands; others as they are.
pub fn ascii(c: char) -> char {
    let offset = |zero: char, digits: u32| (c as u32).checked_sub(zero as u32).filter(|at| *at < digits);
    let found = match c {
        '\u{3000}' => Some(' '),
        '\u{3002}' => Some('.'),
        _ => offset('！', 94).and_then(|at| char::from_u32('!' as u32 + at)),
    };
    let digit = || ZEROS.iter().find_map(|zero| char::from_digit(offset(*zero, 10)?, 10));
    found.or_else(digit).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_and_digits_of_every_script_are_those_of_ascii() {
        let plain = |text: &str| text.chars().map(ascii).collect::<String>();
        assert_eq!(plain("１ｑＵ？／－．～　。"), "1qU?/-.~ .");
        assert_eq!(plain("٣۳३৩੩૩୩௩౩೩൩๓໓༣၃៣᠓߃"), "3".repeat(18));
        assert_eq!(plain("٠٩ q1й中²½"), "09 q1й中²½");
    }
}
