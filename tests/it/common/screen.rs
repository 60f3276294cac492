//! The interface without a terminal: keys in, screen as text out. What goes outside is answered by a
//! small world of its own, in memory.

use crossterm::event::Event;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use ospo_assess::app::keys::{Command, Context};
use ospo_assess::app::{App, Effect, Listing, Message, Opened, Setup, WrittenPlan};
use ospo_assess::assessment::Assessment;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::tui::Ui;
use ospo_assess::tui::theme::{Theme, ThemeName};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::keys::keys;

/// The interface and the world around it.
pub struct Screen<'a> {
    pub ui: Ui<'a>,
    pub terminal: Terminal<TestBackend>,
    /// Everything that the interface asked for.
    pub effects: Vec<Effect>,
    /// The file of the open assessment as it was saved last.
    pub file: Option<Assessment>,
    /// The list of assessments.
    pub list: Vec<Listing>,
    /// How long every message comes after the one before.
    pub pace: SignedDuration,
    /// Whether the set-up of the plan stays when it is asked for; else what it suggests is taken.
    pub asks_set_up: bool,
    now: Timestamp,
}

/// Why nothing can be changed in what [`Screen::read_only`] shows.
pub const READ_ONLY: &str = "Somebody else has this file open";

/// The day on which all tests take place.
pub const TODAY: Date = Date::constant(2026, 11, 22);

impl<'a> Screen<'a> {
    /// A program that has just started, with nothing on its list.
    pub fn new(catalogue: &'a Catalogue, columns: u16, rows: u16) -> Screen<'a> {
        Screen::with_theme(catalogue, ThemeName::Mono, columns, rows)
    }

    /// The same in colours.
    pub fn with_theme(catalogue: &'a Catalogue, theme: ThemeName, columns: u16, rows: u16) -> Screen<'a> {
        let theme = Theme::new(theme, theme == ThemeName::Mono);
        let mut screen = Screen {
            ui: Ui::new(App::new(catalogue), theme, (columns, rows)),
            terminal: Terminal::new(TestBackend::new(columns, rows)).unwrap(),
            effects: Vec::new(),
            file: None,
            list: Vec::new(),
            pace: SignedDuration::from_secs(20),
            asks_set_up: false,
            now: "2026-11-22T18:00:00Z".parse().unwrap(),
        };
        screen.send(Message::Listed(Vec::new()));
        screen
    }

    /// A program that has an assessment open.
    pub fn open(catalogue: &'a Catalogue, assessment: Assessment, columns: u16, rows: u16) -> Screen<'a> {
        let mut screen = Screen::new(catalogue, columns, rows);
        screen.send(opened(assessment));
        screen
    }

    /// A program with an assessment that somebody else has open, and that it may only read.
    pub fn read_only(catalogue: &'a Catalogue, assessment: Assessment) -> Screen<'a> {
        let mut screen = Screen::new(catalogue, 80, 24);
        let opened = Opened {
            path: "a.toml".into(),
            assessment,
            notices: Vec::new(),
            read_only: Some(READ_ONLY.to_owned()),
            plans: Vec::new(),
            shortlist: Vec::new(),
        };
        screen.send(Message::Opened(Ok(Box::new(opened))));
        screen
    }

    /// A program that has begun a workshop.
    pub fn workshop(catalogue: &'a Catalogue, assessment: Assessment, setup: Setup) -> Screen<'a> {
        let mut screen = Screen::new(catalogue, 80, 24);
        let theme = Theme::new(ThemeName::Mono, true);
        screen.ui = Ui::new(App::new(catalogue).in_workshop(setup), theme, (80, 24));
        screen.send(opened(assessment));
        screen
    }

    /// Sends a message, and does what it asks for.
    pub fn send(&mut self, message: Message) {
        self.now += self.pace;
        let effects = self.ui.update(self.now, TODAY, message);
        self.carry_out(effects);
    }

    /// Sends what a terminal sends, and does what it asks for.
    pub fn input(&mut self, event: Event) {
        self.now += self.pace;
        let effects = self.ui.input(self.now, TODAY, event);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.effects.push(effect.clone());
            match effect {
                Effect::Create(assessment) => {
                    self.file = Some((*assessment).clone());
                    self.send(opened(*assessment));
                }
                Effect::Save(version, assessment) | Effect::SaveOver(version, assessment) => {
                    self.file = Some(*assessment);
                    self.send(Message::Saved(version));
                }
                Effect::List => self.send(Message::Listed(self.list.clone())),
                Effect::Write { path, plan, .. } => {
                    let is_minutes = plan.is_none();
                    self.send(Message::Written(Ok(WrittenPlan { path, is_minutes, refused: Vec::new() })))
                }
                _ => {}
            }
        }
    }

    /// Presses keys.
    pub fn press(&mut self, line: &str) -> &mut Self {
        for key in keys(line) {
            self.input(Event::Key(key));
            if !self.asks_set_up && self.is_asking_set_up() {
                self.send(Message::Command(Command::Back));
            }
        }
        self
    }

    fn is_asking_set_up(&self) -> bool {
        self.ui.app().dialog.as_ref().is_some_and(|dialog| dialog.title == "Before the first plan")
    }

    /// Answers with this key until a result is told.
    pub fn press_to_milestone(&mut self, key: &str) -> &mut Self {
        for _ in 0..200 {
            if self.press(key).ui.app().context() == Context::Milestone {
                return self;
            }
        }
        panic!("no result is told:\n{}", self.text());
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        self.input(Event::Resize(columns, rows));
        self
    }

    /// What the terminal shows, one line of text a row, without trailing spaces.
    pub fn text(&mut self) -> String {
        let ui = &self.ui;
        // Other than a terminal, the test backend keeps what stood below the right half of a wide
        // character: draw on an empty one.
        self.terminal.clear().unwrap();
        self.terminal.draw(|frame| ui.draw(frame)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let rows = (0..buffer.area.height).map(|y| {
            let mut row = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).unwrap();
            }
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Whether the terminal shows this.
    pub fn shows(&mut self, text: &str) -> bool {
        self.text().contains(text)
    }
}

/// The message that an assessment was opened.
pub fn opened(assessment: Assessment) -> Message {
    let path = "/data/example.toml".into();
    Message::Opened(Ok(Box::new(Opened {
        path,
        assessment,
        notices: Vec::new(),
        read_only: None,
        plans: Vec::new(),
        shortlist: Vec::new(),
    })))
}
