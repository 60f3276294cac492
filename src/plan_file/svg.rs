//! Figures as HTML: a drawing that anybody can hear or read as well, and the table behind it.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::html::text;
use crate::report::chart::{Chart, ChartBar, ChartShape, Here};
use crate::report::figure::{Tone, cut};
use crate::score::Sum;
use crate::words::{capital, charts as say, figures, scores};

/// The units across a figure; it is scaled to the page.
const WIDTH: usize = 480;
/// The units of a row: its words, and its bar below them.
const ROW: usize = 46;
/// The units of a row that says below its bar how it stands.
const BAR_ROW: usize = 66;
/// The units above the first row, for the words of the upright axis or the arrow.
const HEAD: usize = 24;
/// The units below the last row, for the words of the other axis.
const FOOT: usize = 34;
/// The units left of the upright axis.
const LEFT: usize = 46;
/// The units of the shortest bar of the staircase.
const SHORTEST: usize = 180;
/// The units right of the highest riser of the ladder.
const BESIDE: usize = 240;
/// The most columns of a name at a step: the table has all of it.
const NAME: usize = 26;
/// The columns above a bar, for its name and its value.
const ACROSS: usize = 48;
/// The radius of a dot.
const DOT: usize = 7;
/// The most columns of how a bar stands.
const STATE: usize = 48;

/// The figure of this number on its page: drawing, legend and table.
pub(super) fn figure(chart: &Chart, number: usize) -> String {
    let rows = chart.bars.len() * ROW;
    let (height, drawn) = match chart.shape {
        ChartShape::Staircase => (HEAD + rows + FOOT, staircase(chart)),
        ChartShape::Ladder => (HEAD + rows, ladder(chart)),
        ChartShape::Bars => (chart.bars.len() * BAR_ROW, bars(chart)),
    };
    format!(
        "<figure>\n<figcaption>{caption}</figcaption>\n\
         <svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"t{number} d{number}\">\n\
         <title id=\"t{number}\">{caption}</title>\n<desc id=\"d{number}\">{description}</desc>\n\
         {drawn}</svg>\n{legend}{table}</figure>\n",
        caption = text(&chart.title),
        description = text(&chart.description),
        legend = legend(chart),
        table = table(chart),
    )
}

/// The table behind a figure, opened by whoever wants it.
fn table(chart: &Chart) -> String {
    let when = chart.when.as_deref().filter(|_| chart.bars.iter().any(|bar| bar.before.is_some()));
    let cells = |tag: &str, cells: [&str; 3], before: &str| {
        let cells = cells.into_iter().chain(when.is_some().then_some(before));
        let end = tag.split(' ').next().unwrap_or(tag);
        let cells: String = cells.map(|cell| format!("<{tag}>{}</{end}>", text(cell))).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows = chart.bars.iter().map(|bar| {
        let before = bar.before.map(|before| before.to_string()).unwrap_or_default();
        cells("td", [&bar.name, &bar.value, &bar.state], &before)
    });
    format!(
        "<details>\n<summary>{}</summary>\n<table>\n<thead>{}</thead>\n<tbody>\n{}</tbody>\n</table>\n</details>\n",
        say::NUMBERS,
        cells("th scope=\"col\"", chart.columns, &capital(when.unwrap_or_default())),
        rows.collect::<String>(),
    )
}

/// What dot, colours and lines mean, as far as they occur.
fn legend(chart: &Chart) -> String {
    let open = |bar: &ChartBar| bar.possible > bar.proven;
    let here = chart.here.as_ref().map(|here| ("here", here.said.as_str()));
    let position = chart.before.as_ref().map(|before| format!(": {}", before.said)).unwrap_or_default();
    let before = chart.when.as_ref().map(|when| capital(&format!("{when}{position}")));
    let before = before.as_deref().map(|before| ("was", before));
    let gate = chart.bars.iter().any(|bar| bar.gate.is_some()).then_some(("gate", say::NEEDED));
    let possible = chart.bars.iter().any(open).then_some(("possible", say::POSSIBLE));
    let is_weak = |bar: &ChartBar| bar.tone == Tone::Weak && bar.proven > 0;
    let weak = chart.bars.iter().any(is_weak).then_some(("weak", say::WEAK));
    let proven = possible.or(weak).is_some().then_some(("reached", say::PROVEN));
    let items: String = [here, before, proven, weak, possible, gate]
        .into_iter()
        .flatten()
        .map(|(class, word)| format!("<span><i class=\"{class}\"></i>{}</span> ", text(word)))
        .collect();
    if items.is_empty() { items } else { format!("<p class=\"legend\">{items}</p>\n") }
}

fn bars(chart: &Chart) -> String {
    let mut page = String::new();
    let units = |tenths: u64| usize::try_from(tenths.min(1000)).unwrap_or(0) * WIDTH / 1000;
    for (row, bar) in chart.bars.iter().enumerate() {
        let y = row * BAR_ROW;
        let room = ACROSS.saturating_sub(bar.value.width() + 2);
        words_at(&mut page, "", (0, y + 16), &cut(&bar.name, room));
        words_at(&mut page, "end", (WIDTH, y + 16), &bar.value);
        rect(&mut page, "beyond", (0, y + 23), (WIDTH, 15));
        rect(&mut page, "possible", (0, y + 23), (units(bar.possible), 15));
        rect(&mut page, class(bar.tone), (0, y + 23), (units(bar.proven), 15));
        words_at(&mut page, "mark", (0, y + 54), &cut(&bar.state, STATE));
        if let Some(gate) = bar.gate {
            rect(&mut page, "gate", (units(gate).saturating_sub(2), y + 20), (5, 21));
        }
        if let Some(before) = bar.before.and_then(Sum::tenths) {
            dot(&mut page, "was", (units(before).clamp(DOT, WIDTH - DOT), y + 30));
        }
    }
    page
}

fn staircase(chart: &Chart) -> String {
    let mut page = String::new();
    let top = chart.bars.len().saturating_sub(1);
    let step = (WIDTH - LEFT - SHORTEST) / top.max(1);
    let y = |number: usize| HEAD + (top - number.min(top)) * ROW;
    let base = HEAD + (top + 1) * ROW;
    words_at(&mut page, "axis", (0, 14), scores::ABILITY);
    words_at(&mut page, "axis end", (LEFT - 8, y(top) + 34), figures::HIGH);
    words_at(&mut page, "axis end", (LEFT - 8, y(0) + 34), figures::LOW);
    words_at(&mut page, "axis", (LEFT, base + 24), figures::NULL);
    words_at(&mut page, "axis middle", (WIDTH * 5 / 8, base + 24), figures::OSPO_LEVEL);
    words_at(&mut page, "axis end", (WIDTH, base + 24), figures::HIGH);
    for (number, bar) in chart.bars.iter().enumerate() {
        let (x, y) = (LEFT + number * step, y(number));
        rect(&mut page, class(bar.tone), (x, y + 20), (WIDTH - x, 20));
        words_at(&mut page, "end", (WIDTH, y + 15), &named(bar));
        let on = if bar.tone == Tone::Reached { "mark on end" } else { "mark end" };
        words_at(&mut page, on, (WIDTH - 6, y + 35), &bar.state);
    }
    line(&mut page, "frame", (LEFT, 20), (LEFT, base));
    line(&mut page, "frame", (LEFT, base), (WIDTH, base));
    let place = |here: &Here| {
        let x = LEFT + hundredths(here.position, top) * step / 100;
        (x, here.sustained.map_or(base, |sustained| y(sustained) + 30))
    };
    if let Some(before) = &chart.before {
        dot(&mut page, "was", place(before));
    }
    if let Some(here) = &chart.here {
        let (x, y) = place(here);
        line(&mut page, "way", (x, y), (x, base));
        line(&mut page, "way", (LEFT, y), (x, y));
        dot(&mut page, "here", (x, y));
    }
    page
}

fn ladder(chart: &Chart) -> String {
    let mut page = String::new();
    let top = chart.bars.len().saturating_sub(1);
    let step = (WIDTH - BESIDE) / top.max(1);
    let y = |number: usize| HEAD + (top - number.min(top)) * ROW;
    if top > 1 {
        line(&mut page, "arrow", (step / 4, y(0) - ROW / 4 - 14), (top * step - 16, y(top) - 6));
        let (x, y) = (top * step - 16, y(top) - 6);
        let _ = writeln!(page, "<path class=\"head\" d=\"M{x} {y}l-12 4l8 8z\"/>");
        for (row, words) in textwrap::wrap(figures::ARROW, 18).iter().enumerate() {
            words_at(&mut page, "axis", (0, 14 + row * 17), words);
        }
    }
    for (number, bar) in chart.bars.iter().enumerate() {
        let (x, y) = (number * step, y(number));
        let riser = if number > 0 { format!("M{x} {}V{y}", y + ROW) } else { format!("M{x} {y}") };
        let _ = writeln!(page, "<path class=\"step {}\" d=\"{riser}H{}\"/>", class(bar.tone), x + step);
        words_at(&mut page, "", (x + 10, y + 19), &named(bar));
        words_at(&mut page, "mark", (x + 10, y + 36), &bar.state);
    }
    for (class, here) in [("was", &chart.before), ("here", &chart.here)] {
        let Some(here) = here else { continue };
        let position = hundredths(here.position, top);
        dot(&mut page, class, (position * step / 100, y(position / 100)));
    }
    page
}

/// The name and the number of a level.
fn named(bar: &ChartBar) -> String {
    format!("{} {}", cut(&bar.name, NAME), bar.value)
}

fn hundredths(position: u64, top: usize) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX).min(100 * top)
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Reached => "reached",
        Tone::Possible => "possible",
        Tone::Weak => "weak",
        _ => "beyond",
    }
}

fn words_at(page: &mut String, class: &str, (x, y): (usize, usize), words: &str) {
    if !words.trim().is_empty() {
        let _ = writeln!(page, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", text(words));
    }
}

fn rect(page: &mut String, class: &str, (x, y): (usize, usize), (width, height): (usize, usize)) {
    if width > 0 {
        let size = format!("width=\"{width}\" height=\"{height}\"");
        let _ = writeln!(page, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" {size} rx=\"2\"/>");
    }
}

fn line(page: &mut String, class: &str, (x1, y1): (usize, usize), (x2, y2): (usize, usize)) {
    let _ = writeln!(page, "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>");
}

fn dot(page: &mut String, class: &str, (x, y): (usize, usize)) {
    let _ = writeln!(page, "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{DOT}\"/>");
}
