//! The list at the left: levels with how much of them is answered, the questions of the current one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Paragraph};

use crate::app::Open;
use crate::interview::{Position, QuestionGroup, question_groups};
use crate::questionnaire::Part;
use crate::score::{Standing, standing};
use crate::tui::scene::Scene;
use crate::tui::widgets::scroll::scroll;
use crate::tui::widgets::text::{cut, fit};
use crate::words::interview::group_title;

/// The mark of a standing: the same in every list, explained in the help.
pub(super) fn mark(standing: Standing) -> char {
    match standing {
        Standing::Answered { .. } => '\u{2713}',
        Standing::Unknown => '?',
        Standing::NotApplicable => '-',
        Standing::Unanswered => '.',
        Standing::ToConfirm(_) => '~',
        Standing::Implied | Standing::ImpliedNotApplicable => '=',
    }
}

pub(super) fn draw(scene: &Scene<'_, '_>, open: &Open<'_>, frame: &mut Frame<'_>, area: Rect) {
    let block = Block::new().borders(Borders::RIGHT).border_style(scene.theme.muted);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let columns = usize::from(inner.width).saturating_sub(1);
    let Some(position) = open.session.position() else { return };
    let assessment = open.session.assessment();
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut current = 0;
    for (id, _) in &assessment.questionnaires {
        let Some(questionnaire) = scene.app.catalogue.questionnaire(id) else { continue };
        let here = questionnaire.id == position.questionnaire.id;
        let style = if here { scene.theme.title } else { scene.theme.muted };
        lines.push(Line::styled(cut(&format!(" {}", questionnaire.text.title), columns), style));
        if !here {
            continue;
        }
        for group in question_groups(scene.app.catalogue, questionnaire) {
            let within = group.part == position.place.part;
            lines.push(heading(&group, open, columns, if within { scene.theme.title } else { Style::new() }));
            if !within {
                continue;
            }
            for place in &group.places {
                let this = Position { questionnaire, place } == position;
                if this {
                    current = lines.len();
                }
                lines.push(question(scene, open, place, this, columns));
            }
        }
    }
    let top = scroll(current, lines.len(), usize::from(inner.height));
    frame.render_widget(Paragraph::new(lines.split_off(top)), inner);
}

fn heading<'l>(group: &QuestionGroup<'_>, open: &Open<'_>, columns: usize, style: Style) -> Line<'l> {
    let done = group.places.iter().filter(|place| !is_open(open, &place.question)).count();
    let count = format!("{done}/{}", group.places.len());
    let number = match group.part {
        Part::Level(number) => format!("{number} "),
        Part::Ability | Part::Area(_) | Part::Fit => String::new(),
    };
    let title = fit(&format!(" {number}{}", group_title(group)), columns.saturating_sub(count.len() + 1));
    Line::styled(format!("{title} {count}"), style)
}

fn question<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    place: &crate::questionnaire::Placement,
    this: bool,
    columns: usize,
) -> Line<'l> {
    let standing = of(open, &place.question);
    let pointer = if this { '>' } else { ' ' };
    let key = if place.key { "*" } else { "" };
    let text = fit(&format!(" {pointer}{} {}{key}", mark(standing), place.question), columns);
    Line::styled(text, if this { scene.theme.selected } else { Style::new() })
}

fn of(open: &Open<'_>, question: &str) -> Standing {
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let known = catalogue.question(question);
    known.map_or(Standing::Unanswered, |question| standing(catalogue, assessment, question))
}

fn is_open(open: &Open<'_>, question: &str) -> bool {
    of(open, question).is_unanswered()
}
