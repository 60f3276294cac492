//! A plan, or a result alone, as one HTML page that stands alone: no script, nothing from elsewhere,
//! good on paper too.

use std::collections::VecDeque;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::svg;
use super::write::plan_markdown;
use crate::assessment::{Assessment, State};
use crate::plan::Plan;
use crate::questionnaire::Catalogue;
use crate::report::chart::{Chart, ChartShape, agreement, charts, timeline};
use crate::report::{Medium, comparison_of, printable, scores_since};
use crate::score::score;
use crate::team::compare;
use crate::words;

pub(super) const STYLE: &str = include_str!("plan.css");

/// The page for the sponsor has a sheet of paper of its own.
const SPONSOR_FIRST: &str = "<main class=\"plan\">";

/// The figures for which the page for the sponsor has room: they say where the organisation stands.
const FIGURES: usize = 2;
/// The parts that one looks up, closed on a screen until somebody opens them.
const CLOSED: [&str; 3] = [words::plan::LEFT_OUT, words::plan::NOTES, words::plan::METHOD];

/// The Markdown plan as an HTML page with its figures drawn; with an earlier assessment also what changed since.
pub fn plan_html<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    plan: &'a Plan<'a>,
    earlier: Option<&'a Assessment>,
) -> String {
    let markdown = plan_markdown(catalogue, assessment, plan, earlier);
    let title = words::plan::title(&assessment.organization, assessment.asked(catalogue));
    let mut results = drawn(catalogue, assessment, earlier);
    let mut first = Vec::new();
    for charts in &mut results {
        let is_first = |chart: &Chart| chart.shape != ChartShape::Bars && first.len() < FIGURES;
        let position = charts.iter().position(is_first);
        first.extend(position.map(|position| charts.remove(position)));
    }
    page(&title, &markdown, Figures { first, results, timeline: timeline(plan) }).replacen(
        "<main>",
        SPONSOR_FIRST,
        1,
    )
}

/// The results and their reasons as an HTML page with their figures drawn.
pub fn score_html(catalogue: &Catalogue, assessment: &Assessment, earlier: Option<&Assessment>) -> String {
    let markdown = scores_since(catalogue, assessment, earlier, Medium::Markdown, true).markdown();
    let results = drawn(catalogue, assessment, earlier);
    page(&assessment.organization, &markdown, Figures { results, ..Figures::default() })
}

/// What changed between two assessments, of which the files have these names, as an HTML page, with the later
/// one's figures, which show both.
pub fn compare_html(
    catalogue: &Catalogue,
    (before, after): (&Assessment, &Assessment),
    files: (&str, &str),
) -> String {
    let since = compare(before, after, catalogue);
    let report = comparison_of(&since, files);
    let scores = score(catalogue, after);
    let first = scores.iter().flat_map(|score| charts(catalogue, after, score, Some(&since)));
    page(&report.title, &report.markdown(), Figures { first: first.collect(), ..Figures::default() })
}

/// Markdown of this program as an HTML page of the same looks; whatever HTML stood in it is dropped.
pub fn page_html(title: &str, markdown: &str) -> String {
    page(title, markdown, Figures::default())
}

/// The figures of each result that has any, in the order of the results.
fn drawn(
    catalogue: &Catalogue,
    assessment: &Assessment,
    earlier: Option<&Assessment>,
) -> VecDeque<Vec<Chart>> {
    let scores = score(catalogue, assessment);
    let since = earlier.map(|earlier| compare(earlier, assessment, catalogue));
    let drawn = scores.iter().map(|score| charts(catalogue, assessment, score, since.as_ref()));
    let mut drawn: VecDeque<Vec<Chart>> = drawn.filter(|charts| !charts.is_empty()).collect();
    // What several people said stands behind all results.
    drawn.iter_mut().last().into_iter().for_each(|last| last.extend(agreement(catalogue, assessment)));
    drawn
}

/// What is drawn on a page.
#[derive(Default)]
struct Figures {
    /// At the end of the first part.
    first: Vec<Chart>,
    /// In place of what is preformatted: the figures of each result, in their order.
    results: VecDeque<Vec<Chart>>,
    /// In place of the table below the route.
    timeline: Option<Chart>,
}

/// A page of Markdown; whatever HTML stood in it is dropped.
fn page(title: &str, markdown: &str, figures: Figures) -> String {
    let mut page = HtmlPage { figures, ..HtmlPage::default() };
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options).for_each(|event| page.put(event));
    page.end_part();
    let mut body = String::new();
    html::push_html(&mut body, page.events.into_iter());
    format!(
        include_str!("plan.html"),
        language = words::LANGUAGE,
        title = text(title),
        style = STYLE,
        body = body
    )
}

/// A page while it is made.
#[derive(Default)]
struct HtmlPage<'m> {
    events: Vec<Event<'m>>,
    figures: Figures,
    /// How many figures were drawn.
    drawn: usize,
    /// The heading of this part, and where it begins; empty before the first.
    heading: String,
    begins: usize,
    /// The end of what a figure replaces.
    until: Option<TagEnd>,
}

impl<'m> HtmlPage<'m> {
    fn put(&mut self, event: Event<'m>) {
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => return,
            Event::End(end) if self.until.as_ref() == Some(end) => {
                self.until = None;
                return;
            }
            _ if self.until.is_some() => return,
            Event::Start(Tag::CodeBlock(_)) => {
                if let Some(charts) = self.figures.results.pop_front() {
                    self.until = Some(TagEnd::CodeBlock);
                    return self.draw(charts);
                }
            }
            Event::Start(Tag::Table(_)) if self.heading == words::plan::ROUTE => {
                if let Some(timeline) = self.figures.timeline.take() {
                    self.until = Some(TagEnd::Table);
                    return self.draw(vec![timeline]);
                }
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                self.end_part();
                self.begins = self.events.len();
            }
            Event::Text(text) if self.is_in_heading() => self.heading += text,
            _ => {}
        }
        self.events.push(tick(event));
        let ends_heading = matches!(self.events.last(), Some(Event::End(TagEnd::Heading(HeadingLevel::H2))));
        if ends_heading && CLOSED.contains(&self.heading.as_str()) {
            self.events.insert(self.begins, Event::Html("<details class=\"part\">\n<summary>".into()));
            self.events.push(Event::Html("</summary>\n".into()));
        }
    }

    fn is_in_heading(&self) -> bool {
        let mut part = self.events.iter().skip(self.begins);
        let starts = matches!(part.next(), Some(Event::Start(Tag::Heading { level: HeadingLevel::H2, .. })));
        starts && !part.any(|event| matches!(event, Event::End(TagEnd::Heading(_))))
    }

    /// Ends the part: with what is drawn at its end, and so that it can be opened and closed as a whole.
    fn end_part(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        if heading == words::plan::ROUTE {
            let timeline = self.figures.timeline.take();
            self.draw(timeline.into_iter().collect());
        }
        if CLOSED.contains(&heading.as_str()) {
            self.events.push(Event::Html("</details>\n".into()));
        }
        if !heading.is_empty() {
            let first = std::mem::take(&mut self.figures.first);
            self.draw(first);
        }
    }

    fn draw(&mut self, charts: Vec<Chart>) {
        let figures = charts.iter().map(|chart| {
            self.drawn += 1;
            svg::figure(chart, self.drawn)
        });
        let figures: String = figures.collect();
        if !figures.is_empty() {
            self.events.push(Event::Html(format!("<div class=\"figures\">\n{figures}</div>\n").into()));
        }
    }
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
