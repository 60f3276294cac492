//! The list at the left: levels with how much of them is answered, the questions of the current one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders};

use crate::app::Open;
use crate::interview::QuestionGroup;
use crate::questionnaire::{Part, Placement};
use crate::score::{Counts, Standing, standing};
use crate::tui::scene::Scene;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::scroll::scroll;
use crate::tui::widgets::text::{fit, styled, wrap};
use crate::words::interview::group_title;
use crate::words::interview_screen::IMPLIED_SIGN;

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
    // Of the part where one is only those questions become lines that are seen: there may be thousands.
    let (mut above, mut below): (Vec<Line<'_>>, Vec<Line<'_>>) = (Vec::new(), Vec::new());
    let (mut here, mut has_implied): (&[&Placement], _) = (&[], false);
    for (id, _) in &assessment.questionnaires {
        let Some(questionnaire) = scene.app.catalogue.questionnaire(id) else { continue };
        let is_asked = questionnaire.id == position.questionnaire.id;
        let style = if is_asked { scene.theme.title } else { scene.theme.muted };
        let texts = if here.is_empty() { &mut above } else { &mut below };
        texts.extend(styled(&questionnaire.text.title, columns, style));
        if !is_asked {
            continue;
        }
        let groups = open.session.progress().groups.iter();
        for (group, counts) in groups.filter(|(group, _)| group.questionnaire.id == *id) {
            let within = group.part == position.place.part;
            let style = if within { scene.theme.title } else { Style::new() };
            let texts = if here.is_empty() { &mut above } else { &mut below };
            texts.extend(heading(group, *counts, columns, style));
            if within {
                (here, has_implied) = (&group.places, counts.implied > 0);
            }
        }
    }
    let legend = if has_implied { styled(IMPLIED_SIGN, columns, scene.theme.muted) } else { Vec::new() };
    let room = usize::from(inner.height).saturating_sub(legend.len());
    // By where it stands: to compare ids would read each of thousands.
    let is_this = |place: &Placement| std::ptr::eq(place, position.place);
    let current = here.iter().position(|place| is_this(place)).map_or(0, |index| above.len() + index);
    let top = scroll(current, above.len() + here.len() + below.len(), room);
    let seen = here.iter().skip(top.saturating_sub(above.len())).take(room);
    let seen = seen.map(|place| question(scene, open, place, is_this(place), columns));
    let mut shown: Vec<Line<'_>> = above.into_iter().skip(top).chain(seen).chain(below).take(room).collect();
    shown.resize(room, Line::raw(""));
    shown.extend(legend);
    frame.render_widget(Lines(shown), inner);
}

/// The title of a group, in as many lines as it takes, and how many of the questions that it asks have an
/// answer.
fn heading<'l>(group: &QuestionGroup<'_>, counts: Counts, columns: usize, style: Style) -> Vec<Line<'l>> {
    let asked = counts.total - counts.implied;
    let count = format!("{}/{asked}", asked - counts.unanswered);
    let number = match group.part {
        Part::Level(number) => format!("{number} "),
        Part::Ability | Part::Area(_) | Part::Fit => String::new(),
    };
    let room = columns.saturating_sub(count.len() + 1);
    let mut lines = wrap(&format!("{number}{}", group_title(group)), room);
    if let Some(last) = lines.last_mut() {
        *last = format!("{} {count}", fit(last, room));
    }
    lines.into_iter().map(|line| Line::styled(line, style)).collect()
}

fn question<'l>(
    scene: &Scene<'_, '_>,
    open: &Open<'_>,
    place: &Placement,
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
