//! `workshop`: a group answers together, on the screen or line by line.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;

use super::{Common, interface, message, open, portfolio};
use crate::app::{App, MOST_PEOPLE, Room, Setup};
use crate::assessment::Assessment;
use crate::clock;
use crate::files::{Folders, HOME_VARIABLE, KeptRoom, Library, Readers};
use crate::listen::{Address, DEFAULT_ADDRESS, Door, RoomKeys};
use crate::questionnaire::Catalogue;
use crate::team::Participant;
use crate::text::clean;
use crate::words::{command_line, help, room, saving, terminal, workshop_screen};
use crate::workshop::{DEFAULT_MINUTES, MOST_MINUTES, Picked, Stage, prepare, stage};

#[derive(Debug, Args)]
#[command(about = help::workshop::ABOUT, after_help = help::workshop::NOTES)]
pub(super) struct WorkshopArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::workshop::MINUTES, long, value_name = "N", default_value_t = DEFAULT_MINUTES)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_MINUTES)))]
    minutes: u32,
    #[arg(help = help::workshop::WITH, long, value_name = "FILE", num_args = 1..)]
    with: Vec<PathBuf>,
    #[arg(help = help::workshop::ALL, long)]
    all: bool,
    #[arg(help = help::workshop::QUESTIONS, long, value_name = "ID[=MINUTES]", value_delimiter = ',')]
    #[arg(value_parser = picked, num_args = 1..)]
    questions: Vec<Picked>,
    #[arg(help = help::workshop::PEOPLE, long, value_name = "N|NAMES", value_parser = people)]
    people: Option<People>,
    #[arg(help = help::workshop::LISTEN, long, value_name = "ADDRESS", num_args = 0..=1)]
    #[arg(default_missing_value = DEFAULT_ADDRESS, value_parser = address)]
    listen: Option<Address>,
    #[arg(help = help::workshop::NAMES, long, requires = "listen")]
    names: bool,
}

/// Who is in the room.
#[derive(Debug, Clone)]
struct People {
    number: u32,
    /// Their names, where they were given.
    names: Option<String>,
}

/// A number of people, or their names with commas between them.
fn people(text: &str) -> Result<People, String> {
    let names: Vec<&str> = text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let (number, names) = match text.trim().parse() {
        Ok(number) => (number, None),
        Err(_) => {
            (u32::try_from(names.len()).unwrap_or(u32::MAX), Some(clean(&names.join(", ")).into_owned()))
        }
    };
    let is_room = (1..=MOST_PEOPLE).contains(&number);
    is_room.then_some(People { number, names }).ok_or_else(|| workshop_screen::bad_number(MOST_PEOPLE))
}

/// A question, with its minutes or without.
fn picked(text: &str) -> Result<Picked, String> {
    let (question, minutes) = text.split_once('=').map_or((text, None), |(id, minutes)| (id, Some(minutes)));
    let number = |minutes: &str| minutes.trim().parse().ok().filter(|n| (1..=MOST_MINUTES).contains(n));
    let minutes =
        minutes.map(|minutes| number(minutes).ok_or_else(|| workshop_screen::bad_number(MOST_MINUTES)));
    Ok(Picked { question: clean(question.trim()).into_owned(), minutes: minutes.transpose()? })
}

fn address(text: &str) -> Result<Address, String> {
    text.parse().map_err(|_| room::no_address(text))
}

impl WorkshopArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        // Before anything is made or changed.
        anyhow::ensure!(
            interface::is_plain(common) || (io::stdin().is_terminal() && io::stdout().is_terminal()),
            terminal::NEEDS_TERMINAL
        );
        let catalogue = open::catalogue(common)?;
        if self.with.is_empty() {
            interface::check_exists(&self.file)?;
        } else {
            self.prepare(catalogue)?;
        }
        let folders = Folders::of_user().ok_or_else(|| anyhow::anyhow!(saving::no_home(HOME_VARIABLE)))?;
        let library = Library::new(folders);
        self.keep_questions(catalogue, &library)?;
        let door = self.door(&library)?;
        self.name_people(catalogue)?;
        let people = self.people.as_ref().map(|people| people.number);
        let setup = Setup { minutes: self.minutes, all: self.all, people };
        let app = App::new(catalogue).in_workshop(setup).with_options(self.options());
        let app = match &door {
            Some(door) => {
                let (place, code) = (door.place().to_owned(), door.code().to_owned());
                app.with_room(Room::new(place, code, door.is_local(), self.names))
            }
            None => app,
        };
        let app = interface::show(common, app, Some(&self.file), door)?;
        if self.listen.is_some() && !app.was_ended {
            // What cannot be forgotten lasts no longer than a day.
            let _ = library.remember_room(&self.file, None);
        }
        // Line by line it was said already.
        if let Some(left) = app.left_to_decide().filter(|_| !interface::is_plain(common)) {
            message::say(&command_line::workshop_left(&self.file, left, &app.options, false));
        }
        Ok(())
    }

    /// The options that are typed again where the workshop goes on: who is in the room is in the file by then, and
    /// what was picked is kept.
    fn options(&self) -> String {
        let minutes = (self.minutes != DEFAULT_MINUTES).then(|| format!(" --minutes {}", self.minutes));
        let people = self.people.as_ref().map(|people| format!(" --people {}", people.number));
        let listen = self.listen.as_ref().map(|address| format!(" --listen {address}"));
        let names = self.names.then(|| " --names".to_owned());
        let all = self.all.then(|| " --all".to_owned());
        [minutes, people, listen, names, all].into_iter().flatten().collect()
    }

    /// Writes into the file who is in the room, where that was said and the file names nobody yet.
    fn name_people(&self, catalogue: &Catalogue) -> anyhow::Result<()> {
        let Some(names) = self.people.as_ref().and_then(|people| people.names.clone()) else { return Ok(()) };
        if open::read(&self.file, catalogue)?.respondent.is_some() {
            return Ok(());
        }
        open::change_quietly(&self.file, catalogue, |own| Ok(Assessment { respondent: Some(names), ..own }))
    }

    /// Keeps the questions that were picked for the workshop.
    fn keep_questions(&self, catalogue: &Catalogue, library: &Library) -> anyhow::Result<()> {
        if self.questions.is_empty() {
            return Ok(());
        }
        let assessment = open::read(&self.file, catalogue)?;
        let mut picked: Vec<Picked> = Vec::new();
        let mut decided = Vec::new();
        for one in &self.questions {
            let question = open::asked(&one.question, &assessment, catalogue)?;
            if stage(question, &assessment) == Stage::Decided {
                decided.push(question.id.as_str());
            } else if !picked.iter().any(|before| before.question == one.question) {
                picked.push(one.clone());
            }
        }
        if !decided.is_empty() {
            message::say(&command_line::decided_already(&decided));
        }
        anyhow::ensure!(!picked.is_empty(), command_line::NOTHING_PICKED);
        let shortlist = picked.into_iter().map(|picked| (picked.question, picked.minutes)).collect();
        Ok(library.remember_shortlist(&self.file, shortlist)?)
    }

    /// The door for devices, where they may come in: with the code of a room that was killed.
    fn door(&self, library: &Library) -> anyhow::Result<Option<Door>> {
        let Some(address) = &self.listen else { return Ok(None) };
        let before = library.room_of(&self.file, clock::now());
        let before = before.map(|KeptRoom { code, port, removed, .. }| RoomKeys { code, port, removed });
        let door = Door::open(address, before)
            .map_err(|error| anyhow::anyhow!(room::cannot_listen(address, &error)))?;
        Ok(Some(door))
    }

    /// Puts the answers of the participants into the file, which is made where there is none.
    fn prepare(&self, catalogue: &Catalogue) -> anyhow::Result<()> {
        // A room is told before it begins: nobody's answers are missing from what it sees.
        let mut found = portfolio::files(&self.with)?.each_once();
        let read = found.read();
        anyhow::ensure!(found.left_out == 0, command_line::NOT_ALL_READ);
        let participants: Vec<Participant<'_>> =
            read.iter().map(|(file, assessment)| Participant { file, assessment }).collect();
        let mut notes = Vec::new();
        if self.file.symlink_metadata().is_ok() {
            open::change(&self.file, catalogue, |own| {
                let (assessment, said) = prepare(Some(&own), &participants, catalogue)?;
                notes = said;
                Ok(assessment)
            })?;
        } else {
            let (assessment, said) = prepare(None, &participants, catalogue)?;
            notes = said;
            let readers = Readers::of_all(self.with.iter().map(PathBuf::as_path));
            open::create(&self.file, assessment, readers, catalogue)?;
        }
        notes.iter().for_each(|note| message::say(&note.to_string()));
        Ok(())
    }
}
