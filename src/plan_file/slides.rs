//! A plan as slides for the room: pages of 16:9 in one HTML file, to be shown in any browser or printed
//! to a file. What they say is the page for the sponsor, a subject at a time.

use pulldown_cmark::{Parser, html};

use super::fit::{Fitted, Space, height, pages};
use super::html::{STYLE, text};
use super::svg;
use crate::assessment::Assessment;
use crate::plan::{Plan, Planned, ahead};
use crate::questionnaire::Catalogue;
use crate::report::chart::{Chart, ChartShape, charts, timeline};
use crate::report::sponsor;
use crate::report::tree::{Block, Section};
use crate::score::score;
use crate::team::{answered_on, compare};
use crate::words;
use crate::words::slides as say;

const SLIDES: &str = include_str!("slides.css");

/// The room of a slide below its heading, in thousandths of its width.
const WHOLE: Space = Space { width: 880, height: 425 };
/// The room beside one figure, and above two.
const BESIDE: Space = Space { width: 425, height: 425 };
const ABOVE: Space = Space { width: 880, height: 175 };
/// The room of the line that says whose slides these are.
const NAME: usize = 35;
/// The size of the type below the last slide's subject.
const SMALL_PRINT: usize = 11;

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
        (say::next(plan.quarters.len().min(SHOWN)), next(catalogue, plan), Vec::new()),
        (words::sponsor::DECISIONS, part(&[words::sponsor::DECISIONS]), Vec::new()),
    ];
    let title = words::plan::title(&assessment.organization, assessment.asked(catalogue));
    let mut shown: Vec<_> = slides.into_iter().filter(|(_, section, _)| !section.blocks.is_empty()).collect();
    if shown.is_empty() {
        let blocks = vec![Block::Note(say::NOTHING.to_owned())];
        shown.push((say::STANDING, Section { heading: String::new(), blocks }, Vec::new()));
    }
    let owed = words::sources::of(assessment.asked(catalogue));
    let small_print =
        height(&owed.iter().cloned().map(Block::Note).collect::<Vec<_>>(), WHOLE.width, SMALL_PRINT);
    let last = shown.len().saturating_sub(1);
    let named = say::named(&assessment.organization, answered_on(assessment), plan.settings.start);
    let mut number = 0;
    let mut body = String::new();
    for (at, (heading, section, figures)) in shown.iter().enumerate() {
        let figures = figures.iter().map(|chart: &Chart| {
            number += 1;
            svg::figure(chart, number)
        });
        let figures: Vec<String> = figures.collect();
        let (named, above) = if at == 0 { (named.as_str(), NAME) } else { ("", 0) };
        let below = if at == last { small_print } else { 0 };
        let frame = Frame { heading, named, footer: &title, taken: above + below };
        body += &subject(&frame, &section.blocks, &figures);
    }
    // What the questionnaires are owed to, below the last slide's subject.
    let owed: String = owed.iter().map(|line| format!("<p>{}</p>\n", text(line))).collect();
    let end = body.rfind("<footer>").unwrap_or(body.len());
    let (before, behind) = body.split_at(end);
    format!(
        include_str!("plan.html"),
        language = words::LANGUAGE,
        title = text(&title),
        style = [STYLE, SLIDES].concat(),
        body = format!("{before}<aside>\n{owed}</aside>\n{behind}")
    )
}

/// What stands around the text of a slide, and the height that it takes beside heading and footer.
struct Frame<'a> {
    heading: &'a str,
    named: &'a str,
    footer: &'a str,
    taken: usize,
}

/// The slides of a subject, as many as it takes.
fn subject(frame: &Frame<'_>, blocks: &[Block], figures: &[String]) -> String {
    let less = |room: Space| Space { height: room.height.saturating_sub(frame.taken), ..room };
    let first = match figures.len() {
        0 => WHOLE,
        1 => BESIDE,
        _ => ABOVE,
    };
    let pages = pages(blocks, less(first), less(WHOLE));
    let slides = pages.into_iter().enumerate().map(|(at, page)| match at {
        0 => slide(frame, page, &figures.concat()),
        _ => slide(&Frame { heading: &say::continued(frame.heading), named: "", ..*frame }, page, ""),
    });
    slides.collect()
}

/// A slide: its heading, what it says, and its figures beside that.
fn slide(frame: &Frame<'_>, page: Fitted, figures: &str) -> String {
    let markdown = Section { heading: String::new(), blocks: page.blocks }.markdown();
    let mut said = String::new();
    html::push_html(&mut said, Parser::new(&markdown));
    let figures = if figures.is_empty() { String::new() } else { format!("<div>{figures}</div>\n") };
    let named = if frame.named.is_empty() { String::new() } else { format!("<p>{}</p>", text(frame.named)) };
    format!(
        "<section style=\"--size: {}\">\n<header><h1>{}</h1>{named}</header>\n<div>\n{said}</div>\n{figures}\
         <footer>{}</footer>\n</section>\n",
        page.size,
        text(frame.heading),
        text(frame.footer)
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
