//! `answer`: answers, notes and evidence, several at once: all of them or none.

use std::path::PathBuf;

use clap::Args;
use jiff::{Timestamp, Unit};

use super::names::{pair, twice};
use super::{Common, open, usage};
use crate::assessment::{Answer, Assessment};
use crate::interview::Session;
use crate::questionnaire::{Catalogue, NOT_APPLICABLE, Question, UNKNOWN};
use crate::text::{clean, clean_lines};

/// Answer questions, or clear their answers
#[derive(Debug, Args)]
#[command(after_help = "\
The options apply to every question that is given. A note or evidence takes the place of the one \
before; an empty one (--note \"\") removes it. A cleared question keeps its note and its evidence. \
`ospo-assess show QUESTIONNAIRE` names the questions and their options.

Examples:
  ospo-assess answer ospo.toml QUESTION=partly --note \"Two of five products\"
  ospo-assess answer ospo.toml QUESTION=unknown OTHER-QUESTION=none
  ospo-assess answer ospo.toml QUESTION=not-applicable --reason \"No developers\"
  ospo-assess answer ospo.toml QUESTION=")]
pub(super) struct AnswerArgs {
    /// The assessment
    file: PathBuf,
    /// A question and its answer: an option, unknown, not-applicable, or nothing to clear it
    #[arg(required = true, value_name = "QUESTION=ANSWER", value_parser = pair)]
    answers: Vec<(String, String)>,
    /// A note, of one or more lines
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Why the question does not apply; needed with not-applicable, and only there
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Where the answer can be seen, for instance an address; may be given several times
    #[arg(long, value_name = "URL")]
    evidence: Vec<String>,
}

impl AnswerArgs {
    pub(super) fn run(&self, common: &Common) -> anyhow::Result<()> {
        self.check_usage()?;
        let catalogue = open::catalogue(common)?;
        let now = crate::clock::now();
        let now = now.round(Unit::Second).unwrap_or(now);
        open::change(&self.file, &catalogue, |assessment| self.answered(assessment, &catalogue, now))
    }

    /// What is wrong with the arguments whatever the file says.
    fn check_usage(&self) -> anyhow::Result<()> {
        if let Some(question) = twice(&self.answers) {
            return Err(usage(Some("answer"), format!("{question} is given twice; answer it once")));
        }
        let excluded = self.answers.iter().find(|(_, answer)| answer == NOT_APPLICABLE);
        match (excluded, self.reason().is_some()) {
            (Some((question, _)), false) => Err(usage(
                Some("answer"),
                format!("{question}={NOT_APPLICABLE} needs a reason; say it with --reason"),
            )),
            (None, true) => Err(usage(
                Some("answer"),
                format!("--reason goes with {NOT_APPLICABLE} alone; use --note for anything else"),
            )),
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

    /// The answer that a word stands for, with its reason; `None` to clear.
    fn answer(&self, question: &Question, word: &str) -> anyhow::Result<Option<(Answer, Option<String>)>> {
        if word.is_empty() {
            return Ok(None);
        }
        let answer = Answer::from_word(word);
        match &answer {
            Answer::Option(option) if question.option(option).is_none() => {
                let options: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
                let id = &question.id;
                let options = options.join(", ");
                anyhow::bail!(
                    "{id} has no option {word}; its answers are {options}, {UNKNOWN} and {NOT_APPLICABLE}"
                )
            }
            Answer::NotApplicable => Ok(Some((answer, self.reason()))),
            _ => Ok(Some((answer, None))),
        }
    }
}
