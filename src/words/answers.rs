//! How questions stand. Each state has one wording: here, and nowhere else.

use super::{capital, count};
use crate::assessment::{Answer, ToConfirm};
use crate::questionnaire::Question;
use crate::score::{Counts, Standing};

/// The answer that nobody knows.
pub const UNKNOWN: &str = "we don't know";
/// The answer that a question does not concern the organisation, and whatever follows from it.
pub const NOT_APPLICABLE: &str = "not applicable";
/// No answer.
pub const UNANSWERED: &str = "no answer yet";
/// An answer that counts for nothing until somebody confirms it.
pub const TO_CONFIRM: &str = "to be confirmed";

/// An answer that another one settles.
pub const IMPLIED: &str = "as another answer implies";

/// An option in a few words: the step of its scale, or its text where it has none.
pub fn option(question: &Question, position: usize) -> &str {
    match question.text.options.get(position) {
        Some(text) if text.label.is_empty() => &text.text,
        Some(text) => &text.label,
        None => "",
    }
}

/// How a question stands: the step of its scale, or which of the other states.
pub fn standing(question: &Question, standing: Standing) -> String {
    match standing {
        Standing::Answered { option, .. } => self::option(question, option).to_owned(),
        Standing::Unknown => UNKNOWN.to_owned(),
        Standing::NotApplicable => NOT_APPLICABLE.to_owned(),
        Standing::Unanswered => UNANSWERED.to_owned(),
        Standing::ToConfirm(why) => format!("{TO_CONFIRM}: {}", to_confirm(why)),
        Standing::Implied => format!("{}, {IMPLIED}", self::option(question, 0)),
        Standing::ImpliedNotApplicable => format!("{NOT_APPLICABLE}, {IMPLIED}"),
    }
}

/// An answer without a number: "Started".
pub fn answer(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Option(id) => question
            .option(id)
            .map_or_else(|| id.clone(), |(position, _)| option(question, position).to_owned()),
        other => numbered(question, other),
    }
}

/// An answer with the number of its key: "2 Started".
pub fn numbered(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Unknown => UNKNOWN.to_owned(),
        Answer::NotApplicable => NOT_APPLICABLE.to_owned(),
        Answer::Option(id) => match question.option(id) {
            Some((position, _)) => {
                let label = question.text.options.get(position).map_or("", |option| &option.label);
                format!("{} {label}", position + 1).trim_end().to_owned()
            }
            None => id.clone(),
        },
    }
}

/// Why an answer is to be confirmed.
pub fn to_confirm(why: ToConfirm) -> &'static str {
    match why {
        ToConfirm::CarriedOver => "from the assessment before",
        ToConfirm::Changed => "the question has changed since",
        ToConfirm::NotOffered => "its option is no longer offered",
    }
}

/// That answers were carried over and count for nothing yet; `None` where none were.
pub fn not_confirmed(answers: usize) -> Option<String> {
    match answers {
        0 => None,
        1 => Some(format!("1 answer of the assessment before is {TO_CONFIRM}, and counted as open")),
        _ => {
            Some(format!("{answers} answers of the assessment before are {TO_CONFIRM}, and counted as open"))
        }
    }
}

/// How many questions stand how, by the names that the formats give these states.
pub fn tally(counts: Counts) -> String {
    let Counts { answered, implied, unknown, not_applicable, unanswered, to_confirm, .. } = counts;
    let implied = if implied == 0 { String::new() } else { format!(", {implied} implied by other answers") };
    let to_confirm = if to_confirm == 0 { String::new() } else { format!(" ({to_confirm} {TO_CONFIRM})") };
    format!(
        "{answered} answered{implied}, {unknown} unknown, {not_applicable} {NOT_APPLICABLE}, \
         {unanswered} unanswered{to_confirm}"
    )
}

/// How many questions there are, and how they stand.
pub fn counts(counts: Counts) -> String {
    format!("{}: {}", count(counts.total, "question"), tally(counts))
}

/// An answer that every question has, beside its key or as a heading: "We don't know".
pub fn choice(answer: &str) -> String {
    capital(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{home, keys, screen_help, spoken};

    /// Texts that stand still cannot be put together from the states.
    #[test]
    fn the_keys_and_the_help_say_the_same() {
        for text in [keys::UNKNOWN.0, keys::UNKNOWN.1, keys::VOTE_UNKNOWN.1, keys::DECIDE_UNKNOWN.1] {
            assert!(text.contains(UNKNOWN), "{text}");
        }
        for text in [keys::NOT_APPLICABLE.1, keys::VOTE_NOT_APPLICABLE.1, keys::DECIDE_NOT_APPLICABLE.1] {
            assert!(text.contains(NOT_APPLICABLE), "{text}");
        }
        let help = [screen_help::WORDS, screen_help::INTERVIEW_SIGNS].concat().join("\n");
        let spoken = spoken::HELP_QUESTION.join("\n");
        for state in [UNKNOWN, NOT_APPLICABLE, TO_CONFIRM] {
            assert!(help.contains(state), "{state}");
            assert!(spoken.contains(state) || spoken.contains(&capital(state)), "{state}");
        }
        assert!(help.contains(UNANSWERED));
        assert!(home::WELCOME.iter().any(|text| text.contains(&capital(UNKNOWN))));
    }
}
