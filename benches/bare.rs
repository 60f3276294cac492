//! The least that a form on the whole screen can be: a question, five options, a key that moves. What the program takes
//! is measured against it (`benches/measure`), since nothing on the same machine can be faster.

use std::io::{BufWriter, stdout};

use crossterm::event::{Event, KeyCode, read};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{List, ListItem, ListState, Paragraph};

const OPTIONS: [&str; 5] =
    ["Not in place", "Started", "In place in part", "In place throughout", "We don't know"];

fn main() -> std::io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(64 * 1024, stdout())))?;
    let mut chosen = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let [head, body] =
                Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(frame.area());
            frame.render_widget(
                Paragraph::new("Do you keep an inventory of the open source that you use?"),
                head,
            );
            let options = List::new(OPTIONS.map(ListItem::new)).highlight_symbol("> ");
            let options = options.highlight_style(Style::new().add_modifier(Modifier::BOLD));
            frame.render_stateful_widget(options, body, &mut chosen);
        })?;
        match read()? {
            Event::Key(key) if key.code == KeyCode::Down => chosen.select_next(),
            Event::Key(key) if key.code == KeyCode::Up => chosen.select_previous(),
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            _ => {}
        }
    }
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}
