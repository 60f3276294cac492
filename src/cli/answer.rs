//! `answer`: answers, notes and evidence, several at once: all of them or none.

use std::path::PathBuf;

use clap::Args;
use jiff::{Timestamp, Unit};

use super::arguments::{pair, twice};
use super::{Common, open, usage};
use crate::assessment::{Answer, Assessment, Decision, Edit};
use crate::interview::Session;
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Question};
use crate::text::{clean, clean_lines};
use crate::words::{changed, command_line, help};

#[derive(Debug, Args)]
#[command(about = help::answer::ABOUT, after_help = help::answer::NOTES)]
pub(super) struct AnswerArgs {
    #[arg(help = help::ASSESSMENT)]
    file: PathBuf,
    #[arg(help = help::answer::ANSWERS, required = true, value_name = "QUESTION=ANSWER", value_parser = pair)]
    answers: Vec<(String, String)>,
    #[arg(help = help::answer::NOTE, long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(help = help::answer::REASON, long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(help = help::answer::BY, long, value_name = "NAME")]
    by: Option<String>,
    #[arg(help = help::answer::EVIDENCE, long, value_name = "URL")]
    evidence: Vec<String>,
}

impl AnswerArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        self.check_usage()?;
        let catalogue = open::catalogue(common)?;
        let now = crate::clock::now();
        let now = now.round(Unit::Second).unwrap_or(now);
        let lines = |before: &Assessment, after: &Assessment| {
            let changed = self.answers.iter().filter_map(|(id, _)| {
                changed::entry(catalogue.question(id)?, before.entry(id), after.entry(id))
            });
            changed.collect()
        };
        let answered = |assessment| self.answered(assessment, catalogue, now);
        open::change_and_say(&self.file, common, catalogue, answered, lines)
    }

    /// What is wrong with the arguments whatever the file says.
    fn check_usage(&self) -> anyhow::Result<()> {
        if let Some(question) = twice(&self.answers) {
            return Err(usage(Some("answer"), command_line::answered_twice(question)));
        }
        let excluded = self.answers.iter().find(|(_, answer)| answer == NOT_APPLICABLE);
        match (excluded, self.reason().is_some()) {
            (Some((question, _)), false) => Err(usage(Some("answer"), command_line::needs_reason(question))),
            (None, true) => Err(usage(Some("answer"), command_line::reason_without_need())),
            _ => Ok(()),
        }
    }

    fn reason(&self) -> Option<String> {
        let reason = self.reason.as_deref().map(|reason| clean(reason.trim()).into_owned());
        reason.filter(|reason| !reason.is_empty())
    }

    /// The assessment with these answers: by the same rules as in the interface.
    fn answered(
        &self,
        assessment: Assessment,
        catalogue: &Catalogue,
        now: Timestamp,
    ) -> anyhow::Result<Assessment> {
        let mut answers = Vec::new();
        for (id, word) in &self.answers {
            let question = open::asked(id, &assessment, catalogue)?;
            answers.push((id, self.answer(question, word)?));
        }
        let mut session = Session::new(catalogue, assessment);
        for (id, answer) in answers {
            session.go_to(id);
            match answer {
                Some((answer, reason)) => {
                    session.answer(answer, reason, now);
                }
                None => session.clear(),
            }
            self.say_who(&mut session, id);
            if let Some(note) = &self.note {
                session.set_note(clean_lines(note.trim()).into_owned());
            }
            if !self.evidence.is_empty() {
                let evidence = self.evidence.iter().map(|place| clean(place.trim()).into_owned());
                session.set_evidence(evidence.filter(|place| !place.is_empty()).collect());
            }
        }
        Ok(session.assessment().clone())
    }

    /// Notes who has changed what a group had decided.
    fn say_who(&self, session: &mut Session<'_>, id: &str) {
        let by = self.by.as_deref().map(|by| clean(by.trim()).into_owned()).filter(|by| !by.is_empty());
        let decision = session.assessment().decisions.get(id);
        if let Some(decision) = decision.filter(|decision| decision.decided.is_some() && by.is_some()) {
            let decision = Decision { changed_by: by, ..decision.clone() };
            session.edit(Edit::Decision(id.to_owned(), Some(decision)));
        }
    }

    /// The answer that a word stands for, with its reason; `None` to clear.
    fn answer(&self, question: &Question, word: &str) -> anyhow::Result<Option<(Answer, Option<String>)>> {
        if word.is_empty() {
            return Ok(None);
        }
        let answer = Answer::from_word(word);
        match &answer {
            Answer::Option(option) if question.option(option).is_none() => {
                anyhow::bail!(command_line::no_option(question, word))
            }
            Answer::NotApplicable => Ok(Some((answer, self.reason()))),
            _ => Ok(Some((answer, None))),
        }
    }
}
