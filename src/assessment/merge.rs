//! Two changes of one file put together: what this program changed, and what somebody else changed on
//! disk meanwhile. Pure. It merges two states of the same assessment; putting together what several
//! people said is another matter.

use std::collections::{BTreeMap, BTreeSet};

use super::model::*;

/// The characters of a value that a conflict shows.
const SHOWN: usize = 60;

/// A fact that both sides changed, each in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What it is, for people and to name it: `inventory: answer`, `plan: route`, `organization`.
    pub fact: String,
    /// What is said here.
    pub mine: String,
    /// What the file says.
    pub theirs: String,
}

/// The assessment with the changes of both sides since `base`. A fact that one side alone changed is as
/// that side has it. One that both changed differently is a conflict: it is as `mine` has it, or as
/// `theirs` has it where `take_theirs` names it. When a question was answered is no fact of its own: it
/// comes with the answer.
pub fn merge_changes(
    base: &Assessment,
    mine: &Assessment,
    theirs: &Assessment,
    take_theirs: &[String],
) -> (Assessment, Vec<Conflict>) {
    let mut merge = Merge { take_theirs, conflicts: Vec::new() };
    let merged = Assessment {
        organization: fact(
            &mut merge,
            "organization",
            [base, mine, theirs],
            |one| &one.organization,
            show_text,
        ),
        respondent: fact(&mut merge, "respondent", [base, mine, theirs], |one| &one.respondent, show_option),
        questionnaires: fact(
            &mut merge,
            "questionnaires",
            [base, mine, theirs],
            |one| &one.questionnaires,
            |list| join(list.iter().map(|(id, _)| id.clone())),
        ),
        plan: merge.plan([&base.plan, &mine.plan, &theirs.plan]),
        targets: merge.map("target", [&base.targets, &mine.targets, &theirs.targets], show_text),
        objectives: merge.map(
            "objectives",
            [&base.objectives, &mine.objectives, &theirs.objectives],
            |list| join(list.iter().cloned()),
        ),
        answers: merge.answers([&base.answers, &mine.answers, &theirs.answers]),
        votes: merge.map("votes", [&base.votes, &mine.votes, &theirs.votes], |votes| {
            join(votes.iter().map(|(word, count)| format!("{word} {count}")))
        }),
        voices: merge.map("voices", [&base.voices, &mine.voices, &theirs.voices], |voices| {
            join(voices.iter().filter_map(|voice| voice.by.clone()))
        }),
        decisions: merge.map("decision", [&base.decisions, &mine.decisions, &theirs.decisions], |decision| {
            decision.how.id().to_owned()
        }),
        actions: merge.map("action", [&base.actions, &mine.actions, &theirs.actions], |action| {
            let due = action.due.map(|due| due.to_string());
            join([Some(action.state.id().to_owned()), action.owner.clone(), due].into_iter().flatten())
        }),
    };
    (merged, merge.conflicts)
}

/// Base, mine and theirs, in this order.
type Sides<'a, T> = [&'a T; 3];

struct Merge<'a> {
    take_theirs: &'a [String],
    conflicts: Vec<Conflict>,
}

impl Merge<'_> {
    /// Which of three sides a fact is taken from.
    fn choose<T: PartialEq>(
        &mut self,
        name: &str,
        [base, mine, theirs]: [T; 3],
        show: impl Fn(&T) -> String,
    ) -> Side {
        if theirs == base || mine == theirs {
            return Side::Mine;
        }
        if mine == base {
            return Side::Theirs;
        }
        let shown = |value: &T| cut(&show(value));
        let (mine, theirs) = (shown(&mine), shown(&theirs));
        self.conflicts.push(Conflict { fact: name.to_owned(), mine, theirs });
        if self.take_theirs.iter().any(|fact| fact == name) { Side::Theirs } else { Side::Mine }
    }

    fn plan(&mut self, sides: Sides<'_, PlanSettings>) -> PlanSettings {
        PlanSettings {
            route: fact(
                self,
                "plan: route",
                sides,
                |plan| &plan.route,
                |route| show_option(&route.map(Route::id)),
            ),
            capacity: fact(self, "plan: capacity", sides, |plan| &plan.capacity, show_option),
            start: fact(self, "plan: start", sides, |plan| &plan.start, show_option),
        }
    }

    fn map<T: Clone + PartialEq>(
        &mut self,
        what: &str,
        sides: Sides<'_, BTreeMap<String, T>>,
        show: impl Fn(&T) -> String,
    ) -> BTreeMap<String, T> {
        let mut merged = BTreeMap::new();
        for id in keys(sides) {
            let values = sides.map(|side| side.get(id));
            let show = |value: &Option<&T>| value.map_or_else(|| NOTHING.to_owned(), &show);
            let side = self.choose(&format!("{id}: {what}"), values, show);
            if let Some(value) = side.of(values) {
                merged.insert(id.clone(), value.clone());
            }
        }
        merged
    }

    /// What is said about questions: answer, note and evidence each for itself.
    fn answers(&mut self, sides: Sides<'_, BTreeMap<String, Entry>>) -> BTreeMap<String, Entry> {
        let none = Entry::default();
        let mut merged = BTreeMap::new();
        for id in keys(sides) {
            let entries = sides.map(|side| side.get(id).unwrap_or(&none));
            let said = entries.map(|entry| (&entry.answer, &entry.reason, entry.revision));
            let show = |(answer, _, _): &(&Option<Answer>, &Option<String>, Option<u32>)| {
                show_option(&answer.as_ref().map(Answer::word))
            };
            let answered = self.choose(&format!("{id}: answer"), said, show).of(entries);
            let note = fact(self, &format!("{id}: note"), entries, |entry| &entry.note, show_option);
            let evidence = fact(
                self,
                &format!("{id}: evidence"),
                entries,
                |entry| &entry.evidence,
                |list| join(list.iter().cloned()),
            );
            let entry = Entry { note, evidence, ..answered.clone() };
            if entry != none {
                merged.insert(id.clone(), entry);
            }
        }
        merged
    }
}

#[derive(Debug, Clone, Copy)]
enum Side {
    Mine,
    Theirs,
}

impl Side {
    fn of<T>(self, [_, mine, theirs]: [T; 3]) -> T {
        match self {
            Side::Mine => mine,
            Side::Theirs => theirs,
        }
    }
}

/// One fact of something that each side has.
fn fact<S, T: Clone + PartialEq>(
    merge: &mut Merge<'_>,
    name: &str,
    sides: Sides<'_, S>,
    get: impl Fn(&S) -> &T,
    show: impl Fn(&T) -> String,
) -> T {
    let values = sides.map(get);
    merge.choose(name, values, |value| show(value)).of(values).clone()
}

fn keys<T>(sides: Sides<'_, BTreeMap<String, T>>) -> BTreeSet<&String> {
    sides.into_iter().flat_map(BTreeMap::keys).collect()
}

/// How the absence of a value is shown.
const NOTHING: &str = "nothing";

fn show_text(text: &String) -> String {
    text.clone()
}

fn show_option(value: &Option<impl ToString>) -> String {
    value.as_ref().map_or_else(|| NOTHING.to_owned(), ToString::to_string)
}

fn join(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { NOTHING.to_owned() } else { parts.join(", ") }
}

fn cut(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= SHOWN { line } else { line.chars().take(SHOWN).chain(['…']).collect() }
}
