//! Two changes of one file put together.

use std::path::Path;

use ospo_assess::assessment::{Assessment, Conflict, Fact, merge_changes};
use ospo_assess::files::Document;
use ospo_assess::words::files;
use proptest::prelude::*;

fn read(rest: &str) -> Assessment {
    let text = format!("format = 1\norganization = \"A\"\nquestionnaires = {{ m = \"1\" }}\n{rest}");
    Document::parse(&text, Path::new("a.toml")).unwrap().assessment
}

/// Facts of every kind, by a number for each: absent, or one of several values.
fn with(facts: [u8; 6]) -> Assessment {
    let mut text = String::new();
    let [route, target, answer, note, other, action] = facts;
    let words = ["none", "partly", "fully"];
    let word = |fact: u8| words.get(usize::from(fact).wrapping_sub(1));
    if route > 0 {
        text += &format!("[plan]\ncapacity = {route}\n");
    }
    if let Some(word) = word(target) {
        text += &format!("[targets]\nm = \"{word}\"\n");
    }
    if answer + note > 0 {
        text += "[answers.one]\n";
    }
    if let Some(word) = word(answer) {
        text += &format!("answer = \"{word}\"\nanswered_at = 2026-11-22T10:15:0{}Z\n", answer);
    }
    if let Some(word) = word(note) {
        text += &format!("note = \"{word}\"\n");
    }
    if let Some(word) = word(other) {
        text += &format!("[answers.two]\nanswer = \"{word}\"\n");
    }
    if action > 0 {
        text += &format!("[actions.one]\nstate = \"doing\"\nowner = \"{action}\"\n");
    }
    read(&text)
}

fn merge(base: [u8; 6], mine: [u8; 6], theirs: [u8; 6]) -> (Assessment, Vec<Conflict>) {
    merge_changes(&with(base), &with(mine), &with(theirs), |_| false)
}

#[test]
fn what_one_side_changed_is_taken() {
    let (merged, conflicts) = merge([0, 1, 1, 0, 1, 1], [2, 1, 2, 0, 1, 0], [0, 2, 1, 3, 0, 1]);
    assert_eq!((merged, conflicts), (with([2, 2, 2, 3, 0, 0]), vec![]));
}

#[test]
fn what_both_changed_differently_is_told_and_chosen() {
    let (base, mine, theirs) = ([0, 1, 1, 1, 1, 1], [0, 1, 2, 2, 1, 1], [0, 1, 3, 0, 0, 1]);
    let (merged, conflicts) = merge(base, mine, theirs);
    assert_eq!(merged, with([0, 1, 2, 2, 0, 1]));
    let told: Vec<String> = conflicts.iter().map(files::conflict).collect();
    assert_eq!(
        told,
        ["one: answer: yours partly; in the file fully", "one: note: yours partly; in the file nothing"]
    );
    let answer = |fact: &Fact| *fact == ["answers", "one"];
    let (merged, _) = merge_changes(&with(base), &with(mine), &with(theirs), answer);
    assert_eq!(merged, with([0, 1, 3, 2, 0, 1]));
}

#[test]
fn the_same_answer_at_another_time_is_no_conflict() {
    let answered = |time: &str| read(&format!("[answers.one]\nanswer = \"fully\"\nanswered_at = {time}\n"));
    let (mine, theirs) = (answered("2026-11-22T10:00:00Z"), answered("2026-11-22T11:00:00Z"));
    assert_eq!(merge_changes(&read(""), &mine, &theirs, |_| false), (mine.clone(), vec![]));
}

fn facts() -> impl Strategy<Value = [u8; 6]> {
    prop::array::uniform6(0..4u8)
}

proptest! {
    #[test]
    fn nothing_is_invented_and_nothing_lost(base in facts(), mine in facts(), theirs in facts()) {
        let (merged, conflicts) = merge(base, mine, theirs);
        let mut differ = 0;
        let mut expected = mine;
        for i in 0..6 {
            if mine[i] == base[i] {
                expected[i] = theirs[i];
            } else if theirs[i] != base[i] && theirs[i] != mine[i] {
                differ += 1;
            }
        }
        prop_assert_eq!(merged, with(expected));
        prop_assert_eq!(conflicts.len(), differ);
        // Taking theirs everywhere is what they would get from merging mine.
        let (taken, _) = merge_changes(&with(base), &with(mine), &with(theirs), |_| true);
        let (swapped, _) = merge(base, theirs, mine);
        prop_assert_eq!(taken, swapped);
    }
}

/// A fact of every kind, of the two sides: what a conflict says of each.
#[test]
fn every_kind_of_fact_is_named() {
    let side = |a: &str, n: u8| {
        format!(
            "respondent = \"{a}\"\n[plan]\nstart = 2027-01-0{n}\n[objectives]\nm = [\"{a}\", \"x\"]\n[answers.answer]\nanswer = \"{a}\"\n\
             evidence = [\"{a}\"]\n[votes.one]\nfully = {n}\n[[voices.one]]\nby = \"{a}\"\n[decisions.one]\nhow = \"median\"\nreason = \"{a}\"\n\
             [actions.answer]\nstate = \"doing\"\nowner = \"{a}\"\n"
        )
    };
    let (mine, theirs) = (read(&side("A", 1)), read(&side("B", 2)));
    let (merged, conflicts) = merge_changes(&read(""), &mine, &theirs, |_| false);
    assert_eq!(merged, mine);
    insta::assert_snapshot!(conflicts.iter().map(files::conflict).collect::<Vec<_>>().join("\n"));
    assert_eq!(merge_changes(&read(""), &mine, &theirs, |_| true).0, theirs);
}
