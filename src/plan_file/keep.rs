//! A plan written again onto an earlier one: the program's parts are new, and what people wrote stays
//! where it stood: behind the same action, or behind the same part. What has lost its place comes at the
//! end, under a heading of its own.

use std::collections::{BTreeSet, HashMap};

use super::fence::units;
use super::form::{CLOSE, Detail, KEPT, OPEN, canonical, detail, is_detail, is_kept_heading, is_step};
use super::parse::{ParsedPlan, Passage, PassageKind, parse};
use super::read::{TaskState, UnreadablePlan, other_organization, read};
use super::take::apply_task;
use crate::assessment::Assessment;
use crate::words::plan_file as words;

/// The reason why a plan is not written over an earlier one; nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// The earlier plan cannot be read back.
    #[error("{}", words::unreadable(.0))]
    Unreadable(#[from] UnreadablePlan),
    /// The earlier plan is that of another organisation.
    #[error("{}", words::of_another(.0))]
    OfAnother(String),
    /// The earlier plan says something that the assessment does not know yet.
    #[error("{}", words::not_synced(&questions(.0)))]
    NotSynced(Vec<TaskState>),
}

/// The plan `new` with what people wrote into the plan `old`. `assessment` is what `new` was made from.
///
/// # Errors
/// An old plan that cannot be read back, or that was not taken over yet.
pub fn keep(old: &str, new: &str, assessment: &Assessment) -> Result<String, KeepError> {
    let windows = old.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n"));
    let (before, after) = (parse(old), parse(new));
    let said = read(&before)?;
    if let Some(name) = other_organization(&before, assessment) {
        return Err(KeepError::OfAnother(name));
    }
    let is_news = |said: &TaskState| {
        position(&after, &Anchor::Action(&said.question)).is_some() && !is_synced(said, assessment)
    };
    if said.iter().any(is_news) {
        return Err(KeepError::NotSynced(said.into_iter().filter(is_news).collect()));
    }
    let text = written(&before, &after, &said, assessment);
    Ok(if windows { text.replace('\n', "\r\n") } else { text })
}

fn questions(said: &[TaskState]) -> String {
    said.iter().map(|said| said.question.as_str()).collect::<Vec<_>>().join(", ")
}

/// True when the assessment knows everything that a plan says about an action.
fn is_synced(said: &TaskState, assessment: &Assessment) -> bool {
    let known = assessment.actions.get(&said.question).cloned().unwrap_or_default();
    apply_task(said, &known) == known
}

/// A place where people's words belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor<'a> {
    Top,
    Start,
    Action(&'a str),
    End(&'a str),
}

impl<'a> Anchor<'a> {
    fn of(place: &'a PassageKind) -> Anchor<'a> {
        match place {
            PassageKind::Top => Anchor::Top,
            PassageKind::Start => Anchor::Start,
            PassageKind::Task(task) => Anchor::Action(&task.id),
            PassageKind::Part(name) | PassageKind::End(name) => Anchor::End(name),
        }
    }
}

/// The passage of a plan behind which words with this anchor stand.
fn position(form: &ParsedPlan, anchor: &Anchor<'_>) -> Option<usize> {
    let is_here = |passage: &Passage| {
        !matches!(passage.kind, PassageKind::Part(_)) && Anchor::of(&passage.kind) == *anchor
    };
    form.passages.iter().position(is_here)
}

/// Prose of people, and whether a blank line stands before them.
#[derive(Debug, Clone, Default)]
struct Prose {
    lines: Vec<String>,
    spaced: bool,
}

impl Prose {
    fn add(&mut self, lines: impl IntoIterator<Item = String>, spaced: bool) {
        let lines: Vec<String> = lines.into_iter().collect();
        if lines.is_empty() {
            return;
        }
        if self.lines.is_empty() {
            self.spaced = spaced;
        } else if spaced {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }
}

fn written(before: &ParsedPlan, after: &ParsedPlan, said: &[TaskState], assessment: &Assessment) -> String {
    let known: BTreeSet<String> =
        after.passages.iter().flat_map(|passage| &passage.own).map(|line| canonical(line)).collect();
    let said_of: HashMap<&str, &TaskState> = said.iter().map(|said| (said.question.as_str(), said)).collect();
    let mut here: Vec<Prose> = vec![Prose::default(); after.passages.len()];
    let mut homeless = Prose::default();
    for passage in &before.passages {
        let anchor = Anchor::of(&passage.kind);
        let edited = edited(before, passage, &known);
        let people = people(before, passage, &known);
        if let Some(words) = position(after, &anchor).and_then(|position| here.get_mut(position)) {
            words.add(edited, true);
            words.add(people, passage.spaced);
            continue;
        }
        let lines: Vec<String> = edited.into_iter().chain(people).collect();
        let said = match anchor {
            Anchor::Action(question) => said_of.get(question).copied(),
            _ => None,
        };
        let not_known = said.filter(|said| !is_synced(said, assessment));
        if not_known.is_some() || (said.is_some() && !lines.is_empty()) {
            homeless.add(headline(passage, not_known), true);
        }
        homeless.add(lines, passage.spaced);
    }
    if let Some(last) = here.last_mut().filter(|_| !homeless.lines.is_empty()) {
        if !last.lines.iter().any(|line| is_kept_heading(line)) {
            last.add([format!("## {} {KEPT}", words::KEPT)], true);
        }
        last.add(homeless.lines, true);
    }
    let mut text = String::new();
    for (passage, words) in after.passages.iter().zip(&mut here) {
        words.spaced |= matches!(passage.kind, PassageKind::Start | PassageKind::End(_));
        passage.all.iter().for_each(|line| text += &format!("{line}\n"));
        words.put(&mut text);
    }
    text
}

/// The lines that people wrote behind a piece. Where they began something of their own in the midst of
/// an action, the rest of the action stands behind that: it is made anew.
fn people(before: &ParsedPlan, passage: &Passage, known: &BTreeSet<String>) -> Vec<String> {
    let is_program_s = |line: &String| {
        let empty = detail(line).is_some_and(|detail| detail.kind.is_filled_in() && detail.value.is_empty());
        let is_known = before.is_sealed(line) || known.contains(&canonical(line));
        empty || ((is_detail(line) || is_step(line)) && is_known)
    };
    let is_task = matches!(passage.kind, PassageKind::Task(_));
    let lines: Vec<&str> =
        passage.people.iter().filter(|line| !(is_task && is_program_s(line))).map(String::as_str).collect();
    let text = lines.join("\n");
    text.trim_matches('\n').lines().map(str::to_owned).collect()
}

/// The lines of the program's own that people changed: those that neither bear its seal nor stand in the new
/// plan.
fn edited(before: &ParsedPlan, passage: &Passage, known: &BTreeSet<String>) -> Vec<String> {
    let news: BTreeSet<&String> = passage
        .sealed()
        .filter(|line| !before.is_sealed(line) && !known.contains(&canonical(line)))
        .collect();
    let is_task = matches!(passage.kind, PassageKind::Task(_));
    let headline = passage.own.first().filter(|line| is_task && news.contains(line));
    let headline = headline.map(|line| format!("  - {}", without_marker(line)));
    let lines = passage.own.get(1..).unwrap_or_default();
    let units = units(lines).into_iter().filter(|unit| unit.iter().any(|line| news.contains(line)));
    headline.into_iter().chain(units.flatten().map(|line| as_words(line))).collect()
}

/// A line of the program as one of people: no detail of an action any more.
fn as_words(line: &str) -> String {
    match detail(line) {
        Some(Detail { name, value, .. }) => {
            format!("  - {}", words::as_edited(name, &value)).trim_end().to_owned()
        }
        None => line.to_owned(),
    }
}

/// A task line as a line of text, with what the plan says of the action where nobody else knows it.
fn headline(passage: &Passage, said: Option<&TaskState>) -> Vec<String> {
    let text = passage.own.first().map(|line| without_marker(line)).unwrap_or_default();
    let Some(said) = said else { return vec![text] };
    let tick = if said.ticked { 'x' } else { ' ' };
    let details = passage.own.iter().filter_map(|line| detail(line));
    let facts = details.filter(|detail| detail.kind.is_filled_in() && !detail.value.is_empty());
    let facts = facts.map(|Detail { name, value, .. }| format!("  - {name}: {value}"));
    std::iter::once(format!("- [{tick}] {text}")).chain(facts).collect()
}

/// A task line without its bullet, its box and its marker, or any other comment that a line may hold:
/// what stays is text, and is not read as an action again.
fn without_marker(line: &str) -> String {
    let line = canonical(line);
    let mut rest = line.strip_prefix("- [ ] ").unwrap_or(&line);
    let mut text = String::new();
    while let Some((before, comment)) = rest.split_once(OPEN) {
        text += before.trim_end();
        rest = comment.split_once(CLOSE).map_or("", |(_, behind)| behind);
    }
    text + rest
}

impl Prose {
    /// Writes the words behind a piece of the plan.
    fn put(&self, text: &mut String) {
        let Some(first) = self.lines.first() else { return };
        let had_blank = text.ends_with("\n\n");
        let spaced = !text.is_empty() && (self.spaced || !first.starts_with([' ', '\t']));
        while text.ends_with("\n\n") {
            text.pop();
        }
        if spaced {
            text.push('\n');
        }
        self.lines.iter().for_each(|line| *text += &format!("{line}\n"));
        if had_blank || spaced {
            text.push('\n');
        }
    }
}
