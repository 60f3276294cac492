//! Colours by meaning. Only the sixteen colours of the terminal, never as the only sign: every
//! meaning has a word or a mark as well.
//!
//! Each palette has other colours under these sixteen names. One is taken only where text in it can be read
//! (4.5 : 1, WCAG 2.2, 1.4.3) in all the usual palettes that have the background of the theme; the test below
//! computes it. On a dark background there are six of that kind; on a light one there is none but black, and none
//! on both: there the meanings are told apart by bold, italic and underlined text in the colour that the
//! terminal's owner reads everything in.

use ratatui::style::{Color, Modifier, Style};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Which colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum ThemeName {
    /// Those for a dark background where the environment says that there is one; else none. None under
    /// `NO_COLOR`.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light one.
    Light,
    /// No colour: bold, italic, underlined and reversed text only.
    Mono,
}

impl ThemeName {
    /// Every name.
    pub const ALL: &[ThemeName] = ThemeName::VARIANTS;

    /// The name as the command line has it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A style for each meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub title: Style,
    /// What is less important.
    pub muted: Style,
    /// What is highlighted.
    pub selected: Style,
    /// Keys that can be pressed.
    pub key: Style,
    /// What is reached or holds.
    pub good: Style,
    /// What is possible, provisional or under way.
    pub open: Style,
    /// What is in the way or failed.
    pub bad: Style,
    /// What one aims at.
    pub target: Style,
    /// A QR code: light on dark, so that its light modules are characters.
    pub qr: Style,
}

impl Theme {
    /// The theme with this name; `no_color` is whether the environment asks for none.
    pub fn new(name: ThemeName, no_color: bool) -> Theme {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let underlined = plain.add_modifier(Modifier::UNDERLINED);
        let mono = Theme {
            title: bold,
            muted: plain,
            selected: plain.add_modifier(Modifier::REVERSED),
            key: bold,
            good: bold,
            open: plain.add_modifier(Modifier::ITALIC),
            bad: underlined,
            target: bold.add_modifier(Modifier::UNDERLINED),
            // A reader wants it dark on light, whatever the terminal's own colours are.
            qr: if no_color { plain } else { plain.fg(Color::White).bg(Color::Black) },
        };
        match name {
            // A terminal may show bold text in the bright colour: of `Cyan` and `LightCyan` both can be read.
            ThemeName::Dark => Theme {
                muted: plain.fg(Color::Gray),
                key: bold.fg(Color::LightCyan),
                good: plain.fg(Color::Green),
                open: plain.fg(Color::Yellow),
                bad: underlined.fg(Color::White),
                target: bold.fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
                ..mono
            },
            ThemeName::Auto if !no_color && is_dark(std::env::var("COLORFGBG").ok().as_deref()) => {
                Theme::new(ThemeName::Dark, false)
            }
            ThemeName::Auto | ThemeName::Light | ThemeName::Mono => mono,
        }
    }
}

/// Whether a terminal has said in the environment that its background is one of the dark colours, by the
/// numbers of its text and its background.
fn is_dark(colours: Option<&str>) -> bool {
    let background = colours.and_then(|colours| colours.rsplit(';').next()?.parse().ok());
    matches!(background, Some(0..=6 | 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast that text has at least, by the accessibility guidelines of the W3C (WCAG 2.2, 1.4.3).
    const READABLE: f64 = 4.5;

    /// Palettes as their makers publish them: the sixteen colours in the order of their numbers.
    const XTERM: &str = "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
                         7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff";
    const VS_CODE_DARK: &str = "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 \
                                666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5";
    const VS_CODE_LIGHT: &str = "000000 cd3131 107c10 949800 0451a5 bc05bc 0598bc 555555 \
                                 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5";
    const MACOS: &str = "000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd \
                         818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb";
    const SOLARIZED: &str = "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 \
                             002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3";
    const WINDOWS: &str = "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc \
                           767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2";

    /// Each with the backgrounds that it comes with.
    const ON_DARK: [(&str, u32); 6] = [
        (XTERM, 0x00_0000),
        (VS_CODE_DARK, 0x1e_1e1e),
        (VS_CODE_DARK, 0x18_1818),
        (MACOS, 0x00_0000),
        (SOLARIZED, 0x00_2b36),
        (WINDOWS, 0x0c_0c0c),
    ];
    const ON_LIGHT: [(&str, u32); 5] = [
        (XTERM, 0xff_ffff),
        (VS_CODE_LIGHT, 0xff_ffff),
        (MACOS, 0xff_ffff),
        (SOLARIZED, 0xfd_f6e3),
        (WINDOWS, 0xff_ffff),
    ];

    const SIXTEEN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];

    /// The luminance of a colour.
    fn luminance(colour: u32) -> f64 {
        let [_, parts @ ..] = colour.to_be_bytes();
        let [red, green, blue] = parts.map(|part| match f64::from(part) / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast between two colours, from 1 to 21.
    fn contrast(one: u32, other: u32) -> f64 {
        let [one, other] = [one, other].map(|colour| luminance(colour) + 0.05);
        one.max(other) / one.min(other)
    }

    /// The smallest contrast that one of the sixteen has in these palettes.
    fn least(number: usize, palettes: &[(&str, u32)]) -> f64 {
        let contrasts = palettes.iter().map(|(palette, background)| {
            let colour = palette.split_whitespace().nth(number).unwrap();
            contrast(u32::from_str_radix(colour, 16).unwrap(), *background)
        });
        contrasts.fold(f64::INFINITY, f64::min)
    }

    /// The numbers of the colours in which a style may be shown: bold text of many terminals is bright.
    fn shown(style: Style) -> Vec<usize> {
        let number =
            style.fg.map(|colour| SIXTEEN.iter().position(|one| *one == colour).expect("of the sixteen"));
        let is_bold = style.add_modifier.contains(Modifier::BOLD);
        let bright = number.filter(|number| is_bold && *number < 8).map(|number| number + 8);
        number.into_iter().chain(bright).collect()
    }

    #[test]
    fn every_text_can_be_read_in_all_usual_palettes() {
        let both = [&ON_DARK[..], &ON_LIGHT].concat();
        for (name, palettes) in [
            (ThemeName::Dark, &ON_DARK[..]),
            (ThemeName::Light, &ON_LIGHT),
            (ThemeName::Auto, &both),
            (ThemeName::Mono, &both),
        ] {
            let theme = Theme::new(name, name == ThemeName::Auto);
            let Theme { title, muted, selected, key, good, open, bad, target, qr: _ } = theme;
            for style in [title, muted, selected, key, good, open, bad, target] {
                assert_eq!((style.bg, style.add_modifier.contains(Modifier::DIM)), (None, false));
                for number in shown(style) {
                    let least = least(number, palettes);
                    assert!(least >= READABLE, "{name:?}: {:?} has {least:.2}", SIXTEEN[number]);
                }
            }
            // Where colours do not tell meanings apart, something else does.
            let meanings = [muted, key, open, bad, target];
            assert!(meanings.iter().enumerate().all(|(i, one)| !meanings[..i].contains(one)), "{name:?}");
        }
    }

    /// Why there are no more colours: should one become readable everywhere, a theme may take it.
    #[test]
    fn no_other_colour_can_be_read_everywhere() {
        let readable = |palettes: &[(&str, u32)]| -> Vec<Color> {
            let all = (0..SIXTEEN.len()).filter(|number| least(*number, palettes) >= READABLE);
            all.map(|number| SIXTEEN[number]).collect()
        };
        use Color::{Black, Cyan, Gray, Green, LightCyan, White, Yellow};
        assert_eq!(readable(&ON_DARK), [Green, Yellow, Cyan, Gray, LightCyan, White]);
        assert_eq!(readable(&ON_LIGHT), [Black]);
    }

    #[test]
    fn what_a_terminal_says_of_its_background_is_heard_and_not_waited_for() {
        for (said, dark) in [
            (Some("15;0"), true),
            (Some("15;default;0"), true),
            (Some("0;15"), false),
            (Some("default;default"), false),
            (Some(""), false),
            (None, false),
        ] {
            assert_eq!(is_dark(said), dark, "{said:?}");
        }
    }
}
