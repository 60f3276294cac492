//! A Markdown plan taken apart: what the program wrote, and what people wrote, each with its place.
//! Knows the form alone, and nothing of what it means for an assessment.

use std::collections::BTreeSet;

use super::fence::fence;
use super::form::{
    ACTION, ANY_PLAN, CLOSE, Detail, DetailKind, END, PART, SEALS, detail, indent, is_detail, is_list_item,
    is_plan, is_step, marked, seal, task_box, title,
};
use crate::words::plan_file as words;

/// The name of the part that lists what is finished.
const DONE: &str = "done";

/// A plan, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedPlan {
    /// Everything in its order.
    pub(super) passages: Vec<Passage>,
    /// The problems: the number of the line, from 1, and what to do.
    pub(super) problems: Vec<(usize, String)>,
    /// The organisation in the title, as Markdown; `None` where the title was changed.
    pub(super) organization: Option<String>,
    seals: BTreeSet<String>,
}

/// A piece that the program wrote, and what people wrote behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    pub kind: PassageKind,
    /// All its lines as they stand, blank ones and those of people too.
    pub all: Vec<String>,
    /// The lines that the program writes here.
    pub own: Vec<String>,
    /// The lines that people wrote behind it, without blank lines around it.
    pub people: Vec<String>,
    /// True when a blank line stands before that.
    pub spaced: bool,
}

/// The place of something in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PassageKind {
    /// The lines that people wrote above the plan.
    Top,
    /// The first line and the title.
    Start,
    /// The beginning of a part, up to its first action.
    Part(String),
    Task(Task),
    End(String),
}

/// An action as it stands in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Task {
    /// The question.
    pub id: String,
    /// The number of its line, from 1.
    pub line: usize,
    pub ticked: bool,
    /// True when it stands among the finished ones.
    pub among_done: bool,
    /// The owner; `None` where there is no such line.
    pub owner: Option<FilledIn>,
    pub due: Option<FilledIn>,
    pub state: Option<FilledIn>,
}

/// The text that people wrote behind a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FilledIn {
    /// The number of its line, from 1.
    pub line: usize,
    /// The text, as Markdown.
    pub text: String,
}

/// A plan as the program has just written it, with seals at its end.
pub fn add_seals(plan: &str) -> String {
    let seals = |passage: &Passage| {
        let title = passage.own.iter().filter(|line| title(line).is_some());
        let title = title.filter(|_| passage.kind == PassageKind::Start);
        let seals: Vec<String> = passage.sealed().chain(title).map(|line| seal(line)).collect();
        (!seals.is_empty()).then(|| format!("{SEALS}{} {CLOSE}\n", seals.join(" ")))
    };
    let all_own = Parser { all_own: true, ..Parser::default() };
    let seals: String = all_own.parse(plan).passages.iter().filter_map(seals).collect();
    format!("{plan}\n{seals}")
}

/// Takes a plan apart.
pub fn parse(text: &str) -> ParsedPlan {
    Parser::default().parse(text)
}

impl ParsedPlan {
    /// True when the program wrote this line of the plan.
    pub(super) fn is_sealed(&self, line: &str) -> bool {
        self.seals.contains(&seal(line))
    }
}

impl Passage {
    /// The lines that the program answers for: those that people fill in are theirs, and so is the name
    /// in a title.
    pub(super) fn sealed(&self) -> impl Iterator<Item = &String> {
        let is_sealed = matches!(self.kind, PassageKind::Part(_) | PassageKind::Task(_));
        let filled_in = |line: &str| detail(line).is_some_and(|detail| detail.kind.is_filled_in());
        self.own.iter().filter(move |line| is_sealed && !line.is_empty() && !filled_in(line))
    }
}

/// The lines that may follow a detail as a part of it.
#[derive(Default, PartialEq, Eq)]
enum Follows {
    #[default]
    Nothing,
    Steps,
    Note,
    /// No line is one of the action any more: people began something else.
    People,
}

#[derive(Default)]
struct Parser {
    plan: ParsedPlan,
    /// True when every line is the program's.
    all_own: bool,
    part: Option<String>,
    /// The line of the fence that is open, and its sign.
    fence: Option<(usize, &'static str)>,
    follows: Follows,
    /// The columns before the bullet of the action.
    indent: usize,
}

impl Parser {
    fn parse(mut self, text: &str) -> ParsedPlan {
        let seals = text.lines().filter_map(|line| marked(line.trim(), SEALS));
        self.plan.seals = seals.flat_map(str::split_whitespace).map(str::to_owned).collect();
        self.begin(PassageKind::Top, None);
        for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            self.line(i + 1, line.trim_end());
            if let Some(passage) = self.plan.passages.last_mut() {
                passage.all.push(line.trim_end().to_owned());
            }
        }
        self.finish(text)
    }

    fn line(&mut self, number: usize, line: &str) {
        let text = line.trim();
        let before = self.fence;
        let open = fence(before.map(|(_, sign)| sign), text);
        self.fence = open.map(|sign| before.unwrap_or((number, sign)));
        if open.is_some() || before.is_some() {
            if text.contains(ACTION) || text.starts_with(PART) {
                let sign = self.fence.map_or("```", |(_, sign)| sign);
                self.plan.problems.push((number, words::within_fence(sign)));
            }
            return self.other(number, line, true);
        }
        if marked(text, SEALS).is_some() {
        } else if let Some(name) = marked(text, PART) {
            self.close();
            self.part = Some(name.to_owned());
            self.begin(PassageKind::Part(name.to_owned()), Some(line));
        } else if text == END {
            self.close();
        } else if text.starts_with(ANY_PLAN) {
            self.begin(PassageKind::Start, Some(text));
        } else if text.contains(ACTION) {
            self.task(number, line);
        } else {
            self.other(number, line, false);
        }
    }

    /// A line with the mark of an action.
    fn task(&mut self, number: usize, line: &str) {
        let id =
            line.split_once(ACTION).and_then(|(_, rest)| rest.split_once(CLOSE)).map(|(id, _)| id.trim());
        let Some((id, (ticked, _))) = id.filter(|id| !id.is_empty()).zip(task_box(line)) else {
            self.plan.problems.push((number, words::NO_TASK.to_owned()));
            return self.other(number, line, false);
        };
        self.indent = indent(line);
        let among_done = self.part.as_deref() == Some(DONE);
        let task =
            Task { id: id.to_owned(), line: number, ticked, among_done, owner: None, due: None, state: None };
        self.begin(PassageKind::Task(task), Some(line));
    }

    /// Any line without a mark of its own: of the program where it may be, otherwise of people. What
    /// stands between fences is no detail of an action.
    fn other(&mut self, number: usize, line: &str, fenced: bool) {
        let detail = detail(line);
        let is_sealed = self.all_own || self.plan.is_sealed(line);
        let begins = (line.starts_with('#') || is_list_item(line)) && detail.is_none();
        if begins && !fenced && indent(line) <= self.indent {
            self.follows = Follows::People;
        }
        let Some(passage) = self.plan.passages.last_mut() else { return };
        let own = match &mut passage.kind {
            PassageKind::Part(_) => true,
            PassageKind::Start => {
                let title = title(line);
                let name = title.map(|title| title.organization.to_owned());
                self.plan.organization = self.plan.organization.take().or(name);
                title.is_some_and(|title| title.is_ours || is_sealed)
            }
            PassageKind::Top | PassageKind::End(_) => false,
            PassageKind::Task(_) if fenced || self.follows == Follows::People => false,
            PassageKind::Task(task) => match detail {
                Some(detail) => {
                    self.follows = match detail.kind {
                        DetailKind::Steps => Follows::Steps,
                        DetailKind::Note => Follows::Note,
                        DetailKind::Owner | DetailKind::Due | DetailKind::State | DetailKind::Other => {
                            Follows::Nothing
                        }
                    };
                    task.fill_in(&mut self.plan.problems, number, detail);
                    true
                }
                None => {
                    if is_sealed && is_detail(line) {
                        self.follows = Follows::Nothing;
                    }
                    is_sealed && indent(line) > self.indent
                        || match self.follows {
                            Follows::Steps => line.starts_with("    ") && is_step(line),
                            Follows::Note => line.starts_with("    >"),
                            Follows::Nothing | Follows::People => false,
                        }
                }
            },
        };
        if own {
            passage.own.push(line.to_owned());
        } else if !line.is_empty() || !passage.people.is_empty() {
            passage.people.push(line.to_owned());
        } else {
            passage.spaced = true;
        }
    }

    fn begin(&mut self, kind: PassageKind, line: Option<&str>) {
        let own = line.into_iter().map(str::to_owned).collect();
        let passage = Passage { kind, all: Vec::new(), own, people: Vec::new(), spaced: false };
        self.plan.passages.push(passage);
        self.follows = Follows::Nothing;
    }

    fn close(&mut self) {
        if let Some(name) = self.part.take() {
            self.begin(PassageKind::End(name), Some(END));
        }
    }

    fn finish(mut self, text: &str) -> ParsedPlan {
        let problems = &mut self.plan.problems;
        if let Some((number, sign)) = self.fence {
            problems.push((number, words::open_fence(sign)));
        }
        if !is_plan(text) {
            let newer = text.lines().any(|line| line.trim().starts_with(ANY_PLAN));
            problems.push((1, if newer { words::OTHER_FORMAT } else { words::NO_PLAN }.to_owned()));
        }
        let is_piece =
            |passage: &Passage| matches!(passage.kind, PassageKind::Part(_) | PassageKind::Task(_));
        if problems.is_empty() && !self.plan.passages.iter().any(is_piece) {
            problems.push((1, words::NO_MARKS.to_owned()));
        }
        for passage in &mut self.plan.passages {
            while passage.people.last().is_some_and(String::is_empty) {
                passage.people.pop();
            }
        }
        self.plan
    }
}

impl Task {
    /// Takes what people filled in; a second line with the same label must say the same.
    fn fill_in(&mut self, problems: &mut Vec<(usize, String)>, line: usize, detail: Detail<'_>) {
        let Detail { kind, name, value: text } = detail;
        let field = match kind {
            DetailKind::Owner => &mut self.owner,
            DetailKind::Due => &mut self.due,
            DetailKind::State => &mut self.state,
            DetailKind::Steps | DetailKind::Note | DetailKind::Other => return,
        };
        match field {
            Some(before) if before.text == text || text.is_empty() => {}
            Some(before) if !before.text.is_empty() => {
                problems.push((line, words::two_lines(&self.id, name)))
            }
            _ => *field = Some(FilledIn { line, text }),
        }
    }
}
