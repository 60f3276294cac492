//! Colours by meaning. Only the sixteen colours of the terminal, never as the only sign: every
//! meaning has a word or a mark as well, and `mono` uses none at all.

use ratatui::style::{Color, Modifier, Style};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Which colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum ThemeName {
    /// Colours that can be read on a dark and on a light background; none under `NO_COLOR`.
    #[default]
    Auto,
    Dark,
    Light,
    /// No colour: bold, underline and reverse only.
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
}

impl Theme {
    /// The theme with this name; `no_color` is whether the environment asks for none.
    pub fn new(name: ThemeName, no_color: bool) -> Theme {
        use Color::{
            Blue, Cyan, DarkGray, Gray, Green, LightBlue, LightCyan, LightGreen, LightRed, LightYellow,
            Magenta, Red,
        };
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let colours =
            |muted: Option<Color>, key: Color, good: Color, open: Color, bad: Color, target: Color| Theme {
                title: bold,
                muted: muted.map_or(plain, |colour| plain.fg(colour)),
                selected: plain.add_modifier(Modifier::REVERSED),
                key: bold.fg(key),
                good: plain.fg(good),
                open: plain.fg(open),
                bad: plain.fg(bad),
                target: bold.fg(target),
            };
        match name {
            ThemeName::Auto if no_color => Theme::new(ThemeName::Mono, true),
            ThemeName::Auto => colours(None, Cyan, Green, Magenta, Red, Blue),
            ThemeName::Dark => colours(Some(Gray), LightCyan, LightGreen, LightYellow, LightRed, LightBlue),
            ThemeName::Light => colours(Some(DarkGray), Blue, Green, Magenta, Red, Blue),
            ThemeName::Mono => Theme {
                title: bold,
                muted: plain,
                selected: plain.add_modifier(Modifier::REVERSED),
                key: bold,
                good: bold,
                open: plain.add_modifier(Modifier::ITALIC),
                bad: plain.add_modifier(Modifier::UNDERLINED),
                target: bold.add_modifier(Modifier::UNDERLINED),
            },
        }
    }
}
