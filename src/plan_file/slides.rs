//! A plan as slides for the room: five pages of 16:9 in one HTML file, to be shown in any browser or printed
//! to a file. What they say is the page for the sponsor, a subject at a time.

use pulldown_cmark::{Parser, html};

use super::html::{STYLE, text};
use super::svg;
use crate::assessment::Assessment;
use crate::plan::{Plan, Planned, ahead};
use crate::questionnaire::Catalogue;
use crate::report::chart::{Chart, ChartShape, charts, timeline};
use crate::report::sponsor;
use crate::report::tree::{Block, Section};
use crate::score::score;
use crate::team::compare;
use crate::words;
use crate::words::slides as say;

const SLIDES: &str = include_str!("slides.css");

/// The quarters of which a slide tells.
const SHOWN: usize = 2;
/// The most quarters of a drawn plan.
const QUARTERS: usize = 6;
/// The figures for which a slide has room.
const FIGURES: usize = 2;
/// The most actions of a quarter that a slide names.
const NAMED: usize = 7;

/// The plan as slides.
pub(super) fn plan_slides<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    plan: &'a Plan<'a>,
    earlier: Option<&'a Assessment>,
) -> String {
    let scores = score(catalogue, assessment);
    let ahead = ahead(catalogue, assessment, plan);
    let since = earlier.map(|earlier| compare(earlier, assessment, catalogue));
    let page = sponsor(catalogue, assessment, plan, &scores, since.as_ref(), ahead.as_ref());
    let drawn = scores.iter().flat_map(|score| charts(catalogue, assessment, score, since.as_ref()));
    let positions = drawn.filter(|chart| chart.shape != ChartShape::Bars).take(FIGURES).collect();
    let part = |labels: &[&str]| labelled(&page, labels);
    let [chosen, proposed] = words::sponsor::AIMS.map(|label| (label, part(&[label]), first_quarters(plan)));
    let slides = [
        (say::STANDING, labelled(&page, &[]), positions),
        (say::REASONS, part(&[words::verdict::IN_PLACE, words::sponsor::GAPS]), Vec::new()),
        chosen,
        proposed,
        (say::NEXT, next(catalogue, plan), Vec::new()),
        (words::sponsor::DECISIONS, part(&[words::sponsor::DECISIONS]), Vec::new()),
    ];
    let title = words::plan::title(&assessment.organization, assessment.asked(catalogue));
    let shown = slides.iter().filter(|(_, section, _)| !section.blocks.is_empty());
    let named = words::sources::of(assessment.asked(catalogue));
    let named: String = named.iter().map(|line| format!("<p>{}</p>\n", text(line))).collect();
    let mut number = 0;
    let body: String = shown
        .map(|(heading, section, figures)| {
            let figures = figures.iter().map(|chart: &Chart| {
                number += 1;
                svg::figure(chart, number)
            });
            slide(heading, section, &figures.collect::<String>(), &title)
        })
        .collect();
    // What the questionnaires are owed to, below the last slide's subject.
    let end = body.rfind("<footer>").unwrap_or(body.len());
    let (before, behind) = body.split_at(end);
    format!(
        include_str!("plan.html"),
        language = words::LANGUAGE,
        title = text(&title),
        style = [STYLE, SLIDES].concat(),
        body = format!("{before}<aside>\n{named}</aside>\n{behind}")
    )
}

/// A slide: its heading, what it says, and its figures beside that.
fn slide(heading: &str, section: &Section, figures: &str, footer: &str) -> String {
    let markdown = Section { heading: String::new(), blocks: section.blocks.clone() }.markdown();
    let mut said = String::new();
    html::push_html(&mut said, Parser::new(&markdown));
    let figures = if figures.is_empty() { String::new() } else { format!("<div>{figures}</div>\n") };
    format!(
        "<section>\n<h1>{}</h1>\n<div>\n{said}</div>\n{figures}<footer>{}</footer>\n</section>\n",
        text(heading),
        text(footer)
    )
}

/// What stands below these labels; without labels, what stands above the first.
fn labelled(page: &Section, labels: &[&str]) -> Section {
    let mut shown = labels.is_empty();
    let mut section = Section { heading: String::new(), blocks: Vec::new() };
    for block in &page.blocks {
        let Block::Label(label) = block else {
            section.blocks.extend(shown.then(|| block.clone()));
            continue;
        };
        shown = labels.contains(&label.as_str());
        // A slide with one subject has it in its heading.
        section.blocks.extend((shown && labels.len() > 1).then(|| block.clone()));
    }
    section
}

/// The quarters for which a slide has room.
fn first_quarters(plan: &Plan<'_>) -> Vec<Chart> {
    let mut chart = timeline(plan);
    chart.iter_mut().for_each(|chart| chart.bars.truncate(QUARTERS));
    chart.into_iter().collect()
}

/// The actions of the next quarters, and who does them.
fn next(catalogue: &Catalogue, plan: &Plan<'_>) -> Section {
    let mut section = Section { heading: String::new(), blocks: Vec::new() };
    for quarter in plan.quarters.iter().take(SHOWN) {
        let actions = plan.actions.get(quarter.actions.clone()).unwrap_or_default();
        let item = |planned: &Planned<'_>| {
            let who = planned.state.owner.clone();
            let who = who.unwrap_or_else(|| words::plan::role(catalogue, &planned.action.owner));
            Block::Item(1, say::action(&planned.action.text.title, &who))
        };
        section.blocks.push(Block::Label(words::plan::quarter(quarter)));
        section.blocks.extend(actions.iter().take(NAMED).map(item));
        let more = actions.len().saturating_sub(NAMED);
        section.blocks.extend((more > 0).then(|| Block::Item(1, say::more(more))));
    }
    section
}
