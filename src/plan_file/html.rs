//! A plan, or a result alone, as one HTML page that stands alone: no script, nothing from elsewhere,
//! good on paper too.

use std::collections::VecDeque;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::svg;
use super::write::plan_markdown;
use crate::assessment::{Assessment, State};
use crate::plan::Plan;
use crate::questionnaire::Catalogue;
use crate::report::chart::{Chart, agreement, charts, timeline};
use crate::report::{Medium, printable, scores};
use crate::score::score;
use crate::words;

pub(super) const STYLE: &str = include_str!("plan.css");

/// The page for the sponsor has a sheet of paper of its own.
const SPONSOR_FIRST: &str = "<main class=\"plan\">";

/// The Markdown plan as an HTML page with its figures drawn.
pub fn plan_html<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment, plan: &'a Plan<'a>) -> String {
    let markdown = plan_markdown(catalogue, assessment, plan);
    let title = words::plan::title(&assessment.organization, assessment.asked(catalogue));
    page(&title, &markdown, drawn(catalogue, assessment), timeline(plan)).replacen("<main>", SPONSOR_FIRST, 1)
}

/// The results and their reasons as an HTML page with their figures drawn.
pub fn score_html(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let markdown = scores(catalogue, assessment, Medium::Markdown, true).markdown();
    page(&assessment.organization, &markdown, drawn(catalogue, assessment), None)
}

/// Markdown of this program as an HTML page of the same looks; whatever HTML stood in it is dropped.
pub fn page_html(title: &str, markdown: &str) -> String {
    page(title, markdown, VecDeque::new(), None)
}

/// The figures of each result that has any, in the order of the results.
fn drawn(catalogue: &Catalogue, assessment: &Assessment) -> VecDeque<Vec<Chart>> {
    let scores = score(catalogue, assessment);
    let drawn = scores.iter().map(|score| charts(catalogue, assessment, score));
    let mut drawn: VecDeque<Vec<Chart>> = drawn.filter(|charts| !charts.is_empty()).collect();
    // What several people said stands behind all results.
    drawn.iter_mut().last().into_iter().for_each(|last| last.extend(agreement(catalogue, assessment)));
    drawn
}

/// A page of Markdown; whatever HTML stood in it is dropped. Preformatted is nothing but the figures of
/// the results, in their order, which are drawn instead; the timeline comes below the route.
fn page(
    title: &str,
    markdown: &str,
    mut figures: VecDeque<Vec<Chart>>,
    mut timeline: Option<Chart>,
) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut number = 0;
    let mut draw = |charts: Vec<Chart>| {
        let figures = charts.iter().map(|chart| {
            number += 1;
            svg::figure(chart, number)
        });
        Event::Html(figures.collect::<String>().into())
    };
    let (mut events, mut in_figure, mut in_heading, mut in_route) = (Vec::new(), false, false, false);
    for event in Parser::new_ext(markdown, options) {
        let ends_route =
            matches!(event, Event::Start(Tag::Table(_) | Tag::Heading { level: HeadingLevel::H2, .. }));
        if in_route && ends_route {
            events.extend(timeline.take().map(|chart| draw(vec![chart])));
            in_route = false;
        }
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => continue,
            Event::Start(Tag::CodeBlock(_)) => {
                let drawn = figures.pop_front();
                in_figure = drawn.is_some();
                events.extend(drawn.map(&mut draw));
            }
            Event::End(TagEnd::CodeBlock) if in_figure => {
                in_figure = false;
                continue;
            }
            Event::Start(Tag::Heading { level, .. }) => in_heading = *level == HeadingLevel::H2,
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) if in_heading => in_route = **text == *words::plan::ROUTE,
            _ => {}
        }
        if !in_figure {
            events.push(tick(event));
        }
    }
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    format!(
        include_str!("plan.html"),
        language = words::LANGUAGE,
        title = text(title),
        style = STYLE,
        body = body
    )
}

/// A box that says what it is to who cannot see it; anything else as it is.
fn tick(event: Event<'_>) -> Event<'_> {
    let Event::TaskListMarker(done) = event else { return event };
    let (checked, state) = if done { (" checked", State::Done) } else { ("", State::Todo) };
    let label = words::plan_changes::state(state);
    Event::Html(format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{label}\">").into())
}

/// The text with what HTML would read escaped.
pub(super) fn text(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
