//! Questionnaires that look closer at what is weak: offered when a question that they deepen has a
//! low answer.

use ratatui::style::Style;
use ratatui::text::Line;

use super::{Item, words};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Question, Questionnaire};
use crate::report::words as scores;
use crate::score::{Standing, standing};
use crate::tui::theme::Theme;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text::wrap;

/// Answers below this credit are low.
const LOW: u32 = 67;
/// The most reasons that are shown for one.
const REASONS: usize = 2;

/// A questionnaire that is not asked, and the low answers for which it is offered.
pub(super) struct Offer<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    low: Vec<(&'a Question, Standing)>,
}

/// What can be offered, in the order of the catalogue.
pub(super) fn offers<'a>(catalogue: &'a Catalogue, assessment: &Assessment) -> Vec<Offer<'a>> {
    let others = catalogue.questionnaires().iter().filter(|other| !assessment.asks(&other.id));
    let asked: Vec<&str> = assessment
        .questionnaires
        .iter()
        .filter_map(|(id, _)| catalogue.questionnaire(id))
        .flat_map(|questionnaire| questionnaire.places.iter().map(|place| place.question.as_str()))
        .collect();
    let low = |id: &String| {
        let question = catalogue.question(id).filter(|_| asked.contains(&id.as_str()))?;
        let standing = standing(question, assessment.entry(id));
        matches!(standing, Standing::Answered { credit, .. } if credit < LOW).then_some((question, standing))
    };
    others
        .map(|questionnaire| Offer {
            questionnaire,
            low: questionnaire.deepens.iter().filter_map(low).collect(),
        })
        .filter(|offer| !offer.low.is_empty())
        .collect()
}

/// The page that offers them.
pub(super) fn lay<'l>(column: &mut Column<'l, Item>, offers: &[Offer<'_>], theme: &Theme, columns: usize) {
    column.text(words::DEEPER_INTRO, theme.muted, columns);
    for Offer { questionnaire, low } in offers {
        column.gap();
        let mut lines = vec![Line::styled(words::offer(questionnaire), theme.title)];
        let mut add = |text: &str, style: Style| {
            lines.extend(wrap(text, columns).into_iter().map(|line| Line::styled(line, style)));
        };
        add(&questionnaire.text.summary, Style::new());
        let answers = low.iter().take(REASONS);
        let answers: Vec<String> = answers
            .map(|(question, standing)| {
                format!("{} ({})", question.text.question, scores::answer(question, *standing))
            })
            .collect();
        add(&words::because(&answers), theme.open);
        column.item(Item::Add(questionnaire.id.clone()), lines);
    }
}
