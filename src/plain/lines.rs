//! What a line means: the answer to a dialog, else a command, or a number for what the page offers.

use super::commands::{self, plain};
use super::console::Exit;
use super::shell::{Place, Shell};
use super::{help, page};
use crate::app::dialogs::{Body, Dialog};
use crate::app::keys::{Command, Context};
use crate::app::screens::results::Pages;
use crate::app::{Cursor, Message, Pick, Tab};
use crate::words::prompts;
use crate::words::spoken as words;

/// Ends a note.
const DOT: &str = ".";
/// What is written for nothing at all.
const NOTHING: &str = "-";

impl Shell<'_> {
    /// Does what a line asks for. Returns what is to be said where nothing comes of it.
    pub(super) fn line(&mut self, line: &str) -> Result<&'static str, Exit> {
        if self.app.dialog.is_some() {
            return self.answer(line);
        }
        let (line, context) = (line.trim(), self.app.context());
        if context == Context::Voting && commands::are_votes(line) {
            return line.split_whitespace().try_fold("", |_, vote| self.line(vote));
        }
        if let (help::LIST, Some(open)) = (line.to_lowercase().as_str(), self.app.open()) {
            return self.console.say_all(page::list(open)).map(|()| "");
        }
        let Some((command, rest)) = commands::command(context, line) else {
            return self.console.say(&words::not_known(line)).map(|()| "");
        };
        let before = self.place();
        let otherwise = self.nothing(command);
        let goes_back = command == Command::Back || (command == Command::Enter && self.action.is_some());
        self.follow(command, &rest)?;
        if !goes_back {
            self.remember(before);
        }
        Ok(otherwise)
    }

    /// What is said where nothing comes of a command.
    fn nothing(&self, command: Command) -> &'static str {
        match (command, self.app.context()) {
            (Command::Enter | Command::Back, Context::Home | Context::Welcome) => words::CHOOSE_ONE,
            (Command::Enter, _) => words::ALL_TOLD,
            (Command::Next | Command::Previous, _) => words::NO_FURTHER,
            (_, Context::Plan) if self.action.is_none() => words::ACTION_FIRST,
            _ => words::UNCHANGED,
        }
    }

    fn follow(&mut self, command: Command, rest: &str) -> Result<(), Exit> {
        match command {
            Command::Help => {
                return self.console.say_all(help::help(self.app.context(), self.action.is_some()));
            }
            Command::Choose(number) => return self.choose(number),
            Command::Enter if self.page.has_more() => return self.page.tell_on(&mut self.console, 1),
            Command::Enter => self.enter(),
            Command::Back => self.back(),
            Command::Copy | Command::Compare | Command::Rename | Command::Remove => {
                return self.on_listing(command, rest);
            }
            _ => return self.command(command, rest),
        }
        Ok(())
    }

    /// Gives a command; what stands behind it is the next line.
    fn command(&mut self, command: Command, rest: &str) -> Result<(), Exit> {
        self.give(command);
        let is_sign = matches!(command, Command::Add | Command::TakeBack | Command::Rest);
        if !rest.is_empty() && (is_sign || self.app.dialog.is_some()) {
            self.line(rest)?;
            if self.is_writing_note() {
                self.end_note();
            }
        }
        Ok(())
    }

    fn give(&mut self, command: Command) {
        // Nothing is highlighted line by line: an action is selected while it is told.
        if let Some(open) = self.app.open().filter(|open| open.tab == Tab::Plan) {
            let told = |item: &Pick| matches!(item, Pick::Question(id) if self.action.as_ref() == Some(id));
            let position = open.items().iter().position(told);
            self.send(position.map_or(Message::Moved(Cursor::default()), Message::Select));
        }
        // Who asks for a place wants to hear of it, though it be the same.
        if matches!(command, Command::Interview | Command::Results | Command::Target | Command::Plan) {
            self.page = Default::default();
            self.action = None;
        }
        self.send(Message::Command(command));
    }

    /// Takes the number of what the page offers.
    fn choose(&mut self, number: usize) -> Result<(), Exit> {
        let Some(position) = self.page.page.position(number) else {
            let numbers = self.page.page.numbers();
            return self.console.say(&words::no_such_number(&number.to_string(), numbers));
        };
        match (self.app.context(), self.app.open()) {
            (Context::Interview | Context::Voting | Context::Revealed, _) => {
                self.give(Command::Choose(number));
            }
            (Context::Plan, Some(open)) => {
                if let Some(Pick::Question(id)) = open.items().into_iter().nth(position) {
                    self.action = Some(id);
                }
            }
            _ => {
                self.send(Message::Select(position));
                self.send(Message::Command(Command::Enter));
            }
        }
        Ok(())
    }

    /// An empty line where everything is told.
    fn enter(&mut self) {
        match (self.app.context(), self.app.open()) {
            (Context::Results, Some(open)) if Pages::of(open).is_last() => {}
            (Context::Target, Some(open)) if open.target.page + 1 >= open.target.targets.len() => {}
            (Context::Results | Context::Target, _) => self.give(Command::Next),
            (Context::Plan, _) if self.action.is_some() => self.back(),
            (Context::Home | Context::Plan | Context::Break | Context::Over, _) => {}
            (Context::Comparison, _) => self.give(Command::Back),
            (Context::Interview, _) => {
                self.page = Default::default();
                self.give(Command::Enter);
            }
            _ => self.give(Command::Enter),
        }
    }

    /// Goes to where one came from.
    fn back(&mut self) {
        let was_action = self.action.take().is_some();
        match self.trail.pop() {
            None if was_action => {}
            None => self.give(Command::Back),
            Some((tab, action)) => {
                self.give(tab.command());
                self.action = action;
            }
        }
    }

    /// The place in an open assessment. A milestone is none: nothing leads back to it.
    fn place(&self) -> Option<Place> {
        let open = self.app.open().filter(|open| open.interview.milestone.is_none())?;
        Some((open.tab, self.action.clone()))
    }

    /// Remembers where one came from. From the screens of a workshop's file one goes back to the workshop.
    fn remember(&mut self, before: Option<Place>) {
        if self.app.open().is_none_or(|open| open.workshop.is_some()) {
            self.trail.clear();
        } else if let Some(before) = before.filter(|before| self.place().as_ref() != Some(before)) {
            let seen = self.trail.iter().position(|place| *place == before);
            self.trail.truncate(seen.unwrap_or(self.trail.len()));
            self.trail.push(before);
        }
    }

    /// Does something to an assessment of the list, whose number stands behind the command or is asked for.
    fn on_listing(&mut self, command: Command, rest: &str) -> Result<(), Exit> {
        let Some((_, last)) = self.page.page.numbers() else { return Ok(()) };
        let (number, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        if number.is_empty() {
            let line = self.ask(&prompts::choose_prompt(words::WHICH_ASSESSMENT, last))?;
            return match line.trim() {
                "" => Ok(()),
                line if plain(line).parse::<usize>().is_ok() => self.on_listing(command, line),
                line => self.line(line).map(drop),
            };
        }
        match plain(number).parse().ok().and_then(|number| self.page.page.position(number)) {
            Some(position) => {
                self.send(Message::Select(position));
                self.command(command, rest)
            }
            None => self.console.say(&words::no_such_number(number, self.page.page.numbers())),
        }
    }

    /// Answers the dialog that is open; as [`Shell::line`].
    fn answer(&mut self, line: &str) -> Result<&'static str, Exit> {
        let Some(dialog) = &self.app.dialog else { return Ok("") };
        let word = line.trim();
        let command = match (&dialog.body, plain(word).to_lowercase().as_str()) {
            (Body::Page(_), _) => Command::Back,
            (Body::Field(field), _) if field.is_note => return Ok(self.write_note(line)),
            (_, "?" | "help") => {
                let said = [dialog.hint.clone(), self.dialog.page.help.to_owned()];
                return self.console.say_all(said).map(|()| "");
            }
            (_, "back" | "esc") => Command::Back,
            (Body::Field(field), "") => {
                let is_answer = !field.text.is_empty() || field.nothing.is_some();
                if !is_answer || field.problem.is_some() { Command::Back } else { Command::Enter }
            }
            (Body::Field(_), _) => {
                let text = if plain(word) == NOTHING { "" } else { word };
                self.send(Message::Typed(text.to_owned()));
                Command::Enter
            }
            (Body::List(_), "q" | "quit") => Command::Quit,
            (Body::List(list), "y" | "yes") if list.is_yes_or_no => {
                self.send(Message::Select(1));
                Command::Enter
            }
            (Body::List(list), word) if list.is_yes_or_no => match word {
                "" | "n" | "no" => Command::Back,
                _ => return self.console.say(words::YES_OR_NO).map(|()| ""),
            },
            (Body::List(list), "") if list.has_ticks() => return self.accept(),
            (Body::List(_), "") => Command::Back,
            (Body::List(list), _) => {
                let (has_ticks, last) = (list.has_ticks(), list.items.len());
                return match commands::command(Context::Picking, word) {
                    Some((command, rest)) if list.has_order() && is_about_a_line(command) => {
                        self.take_numbers(Some(command), last, &rest)
                    }
                    _ => self.take_numbers(has_ticks.then_some(Command::Toggle), last, word),
                };
            }
        };
        self.send(Message::Command(command));
        Ok(words::UNCHANGED)
    }

    /// Takes the number of a line of a list, or those of lines to which this is done.
    fn take_numbers(&mut self, what: Option<Command>, last: usize, line: &str) -> Result<&'static str, Exit> {
        let line = plain(line);
        let words: Vec<&str> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let number = |word: &str| word.parse().ok().filter(|number| (1..=last).contains(number));
        let numbers: Option<Vec<usize>> = words.iter().map(|word| number(word)).collect();
        match (numbers.as_deref(), what) {
            (Some(numbers @ [_, ..]), Some(what)) => {
                for number in numbers {
                    self.send(Message::Select(number - 1));
                    self.send(Message::Command(what));
                }
                Ok("")
            }
            (Some([number]), None) => {
                self.send(Message::Select(number - 1));
                self.accept()
            }
            _ => {
                let odd = words.iter().find(|word| number(word).is_none()).copied().unwrap_or(&line);
                self.console.say(&words::no_such_number(odd, Some((1, last)))).map(|()| "")
            }
        }
    }

    /// Accepts what is chosen from a list. A number may have been typed ahead for a question: nothing is
    /// given up by it alone.
    fn accept(&mut self) -> Result<&'static str, Exit> {
        if let Some(Dialog { body: Body::List(list), .. }) = &self.app.dialog
            && let Some(question) = list.gives_up()
        {
            let answer = self.ask(&prompts::yes_prompt(&question))?;
            if !matches!(plain(answer.trim()).to_lowercase().as_str(), "y" | "yes") {
                return self.console.say(words::UNCHANGED).map(|()| "");
            }
        }
        self.send(Message::Command(Command::Enter));
        Ok(words::UNCHANGED)
    }

    fn is_writing_note(&self) -> bool {
        self.app.dialog.as_ref().and_then(Dialog::field).is_some_and(|field| field.is_note)
    }

    /// Takes a line of a note, or its end.
    fn write_note(&mut self, line: &str) -> &'static str {
        if plain(line.trim()) == DOT {
            self.end_note();
            return words::UNCHANGED;
        }
        self.lines.push(line.to_owned());
        let text = self.lines.join("\n");
        self.send(Message::Typed(if plain(&text) == NOTHING { String::new() } else { text }));
        ""
    }

    fn end_note(&mut self) {
        let command = if self.lines.is_empty() { Command::Back } else { Command::Enter };
        self.send(Message::Command(command));
    }
}

/// Whether a command is about a line of a list that is put in order.
fn is_about_a_line(command: Command) -> bool {
    matches!(command, Command::Sooner | Command::Later | Command::Add | Command::TakeBack)
}
