//! The order of asking, milestones, undo: what both front ends share.

use jiff::Timestamp;
use ospo_assess::assessment::{Answer, Assessment, Entry};
use ospo_assess::interview::{Milestone, NextStep, Session, progress, queue};
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::report::verdict;
use ospo_assess::words::interview::{summary, time};

use crate::common::assessments::asking;
use crate::common::catalogues;

/// Two levels of two questions, one of ability, and an areas questionnaire that shares one.
const LEVELS: &str = r#"
format = 1
id = "model"
version = "1"
title = "Model"
kind = "levels"
gate = 75
key_gate = 67
[[scale]]
id = "s"
steps = [{ id = "no", credit = 0, label = "No" }, { id = "half", credit = 50, label = "Half" }, { id = "yes", credit = 100, label = "Yes" }]
[[level]]
id = "zero"
number = 0
title = "Zero"
[[level]]
id = "one"
number = 1
title = "One"
[[level]]
id = "two"
number = 2
title = "Two"
[[question]]
id = "able"
text = "Is it so?"
level = "ability"
[question.options]
[[question]]
id = "second"
text = "Is it so?"
level = "two"
[question.options]
[[question]]
id = "first"
text = "Is it so?"
level = "one"
[question.options]
[[question]]
id = "first-key"
text = "Is it so?"
level = "one"
key = true
[question.options]
"#;
const AREAS: &str = r#"
format = 1
id = "zz-areas"
version = "1"
title = "Areas"
kind = "areas"
[[scale]]
id = "s"
steps = [{ id = "no", credit = 0, label = "No" }, { id = "yes", credit = 100, label = "Yes" }]
[[area]]
id = "all"
title = "All"
[[question]]
id = "own"
text = "Is it so?"
area = "all"
[question.options]
[[use]]
question = "first"
area = "all"
"#;

fn catalogue() -> Catalogue {
    catalogues::of(&[("a.toml", LEVELS), ("b.toml", AREAS)])
}

fn empty() -> Assessment {
    asking(&catalogue(), &["model", "zz-areas"])
}

fn asked(catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
    queue(catalogue, assessment).iter().map(|position| position.place.question.clone()).collect()
}

fn option(id: &str) -> Answer {
    Answer::Option(id.to_owned())
}

fn answer(assessment: &mut Assessment, question: &str, answer: Answer) {
    let entry = Entry { answer: Some(answer), ..Entry::default() };
    assessment.answers.insert(question.to_owned(), entry);
}

#[test]
fn a_level_is_asked_whole_and_ability_after_the_first_that_does_not_hold() {
    let catalogue = catalogue();
    let mut assessment = empty();
    assert_eq!(asked(&catalogue, &assessment), ["first-key", "first", "able", "second", "own"]);
    answer(&mut assessment, "first-key", option("no"));
    assert_eq!(asked(&catalogue, &assessment), ["first", "able", "second", "own"], "nothing is left out");
    answer(&mut assessment, "first-key", option("yes"));
    answer(&mut assessment, "first", option("yes"));
    assert_eq!(asked(&catalogue, &assessment), ["second", "able", "own"], "the level holds: the next one");
    answer(&mut assessment, "second", option("yes"));
    assert_eq!(asked(&catalogue, &assessment), ["able", "own"], "all hold: ability comes last");
}

/// Whoever goes to the second questionnaire stays there, now and in the next sitting, once the first has told its
/// result; until then it comes first.
#[test]
fn an_answer_leads_on_in_the_questionnaire_where_it_is_given() {
    let more = format!(
        "{AREAS}[[question]]\nid = \"another\"\ntext = \"Is it?\"\narea = \"all\"\n[question.options]\n"
    );
    let catalogue = catalogues::of(&[("a.toml", LEVELS), ("b.toml", &more)]);
    let at = |second: i64| Timestamp::from_second(1_800_000_000 + second).unwrap();
    let mut session = Session::new(&catalogue, asking(&catalogue, &["model", "zz-areas"]));
    session.go_to("own");
    session.answer(option("yes"), None, at(0));
    session.go_on();
    assert_eq!(session.question().unwrap().id, "first-key", "the first has no result yet");
    for (second, id) in (1..).zip(["first-key", "first", "able"]) {
        session.go_to(id);
        session.answer(option("no"), None, at(second));
        session.go_on();
    }
    assert_eq!(session.question().unwrap().id, "second", "what is left of the first comes next");
    session.clear();
    session.go_to("own");
    session.clear();
    session.answer(option("no"), None, at(9));
    session.go_on();
    assert_eq!(session.question().unwrap().id, "another");
    let again = Session::new(&catalogue, session.assessment().clone());
    assert_eq!(again.question().unwrap().id, "another", "the next sitting goes on there");
    session.answer(option("no"), None, at(10));
    session.go_on();
    assert_eq!(session.question().unwrap().id, "second");
}

#[test]
fn what_a_question_depends_on_is_asked_just_before_it() {
    let depends = |id: &str, on: &str| {
        let question = format!("id = \"{id}\"");
        let condition = format!("{question}\nonly_if = {{ question = \"{on}\", at_least = \"half\" }}");
        move |text: String| text.replace(&question, &condition)
    };
    let text = depends("second", "own")(depends("first-key", "second")(LEVELS.to_owned()));
    let areas =
        AREAS.replace("{ id = \"yes\"", "{ id = \"half\", credit = 50, label = \"Half\" }, { id = \"yes\"");
    let catalogue = catalogues::of(&[("a.toml", &text), ("b.toml", &areas)]);
    let mut assessment = asking(&catalogue, &["model", "zz-areas"]);
    assert_eq!(asked(&catalogue, &assessment), ["own", "second", "first-key", "first", "able"]);
    answer(&mut assessment, "own", option("no"));
    assert_eq!(asked(&catalogue, &assessment), ["first", "able"], "the others are implied");
}

#[test]
fn unknown_is_not_asked_again() {
    let catalogue = catalogue();
    let mut assessment = empty();
    answer(&mut assessment, "first-key", Answer::Unknown);
    assert_eq!(asked(&catalogue, &assessment), ["first", "able", "second", "own"]);
}

#[test]
fn a_shared_question_is_asked_once_and_found_in_both() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    let positions: Vec<_> =
        session.positions().iter().map(|position| position.place.question.clone()).collect();
    assert_eq!(positions, ["first-key", "first", "second", "able", "own", "first"]);
    assert!(session.go_to("own"));
    assert!(session.go_to("first"), "the questionnaire where one is asks it too");
    assert_eq!(session.position().unwrap().questionnaire.id, "zz-areas");
}

/// The ids of the questionnaires whose results an answer tells.
fn told(milestone: Option<Milestone<'_>>) -> Vec<&str> {
    milestone.map_or(Vec::new(), |milestone| milestone.told.iter().map(|told| told.id.as_str()).collect())
}

/// Answers these questions one after the other; what each tells.
fn tells<'a>(session: &mut Session<'a>, answers: &[(&str, &str)]) -> Vec<Vec<&'a str>> {
    let tell = |(question, word): &(&str, &str)| {
        session.go_to(question);
        told(session.answer(option(word), None, Timestamp::UNIX_EPOCH))
    };
    answers.iter().map(tell).collect()
}

#[test]
fn the_result_is_told_once_after_the_level_and_ability() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    let answers = [("first-key", "no"), ("first", "yes"), ("able", "yes"), ("second", "yes"), ("own", "yes")];
    let expected = [vec![], vec![], vec!["model"], vec![], vec!["zz-areas"]];
    assert_eq!(tells(&mut session, &answers), expected, "never in the middle of a level");
}

#[test]
fn a_result_that_has_changed_since_is_told_again_at_the_end() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    let first = [("first-key", "no"), ("first", "yes"), ("able", "yes")];
    assert_eq!(tells(&mut session, &first).pop(), Some(vec!["model"]));
    let then = [("first-key", "yes"), ("second", "no")];
    assert_eq!(tells(&mut session, &then), [vec![], vec!["model"]], "level 1 at last");
}

#[test]
fn what_was_finished_before_this_sitting_is_not_told() {
    let catalogue = catalogue();
    let mut assessment = empty();
    for question in ["first-key", "first", "able"] {
        answer(&mut assessment, question, option("no"));
    }
    let mut session = Session::new(&catalogue, assessment);
    assert_eq!(tells(&mut session, &[("second", "no")]), [Vec::<&str>::new()]);
}

#[test]
fn the_last_answer_says_that_everything_is_answered() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    let mut last = None;
    for _ in 0..5 {
        last = session.answer(option("yes"), None, Timestamp::UNIX_EPOCH);
        session.go_on();
    }
    assert!(last.is_some_and(|milestone| milestone.complete));
    assert_eq!(session.progress().queue.len(), 0);
}

#[test]
fn a_question_passed_over_comes_again_after_the_others() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    let mut seen = vec![session.question().unwrap().id.clone()];
    for _ in 0..5 {
        session.go_on();
        seen.push(session.question().unwrap().id.clone());
    }
    assert_eq!(seen, ["first-key", "first", "able", "second", "own", "first-key"]);
}

#[test]
fn undo_goes_back_to_where_the_change_was_made() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    let before = session.assessment().clone();
    session.answer(option("yes"), None, Timestamp::UNIX_EPOCH);
    session.set_note("Ask the lawyers".to_owned());
    session.go_on();
    let after = session.assessment().clone();
    assert!(session.undo() && session.undo() && !session.undo());
    assert_eq!(session.assessment(), &before);
    assert_eq!(session.question().unwrap().id, "first-key");
    assert!(session.redo() && session.redo() && !session.redo());
    assert_eq!(session.assessment(), &after);
}

#[test]
fn clearing_an_answer_keeps_its_note() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    session.set_note("Ask the lawyers".to_owned());
    session.answer(option("yes"), None, Timestamp::UNIX_EPOCH);
    session.clear();
    let entry = session.assessment().entry("first-key").unwrap();
    assert_eq!(entry, &Entry { note: Some("Ask the lawyers".to_owned()), ..Entry::default() });
    session.set_note("  ".to_owned());
    assert_eq!(session.assessment().entry("first-key"), None);
}

#[test]
fn an_answer_says_which_revision_it_answers() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    session.answer(Answer::NotApplicable, Some("No products".to_owned()), Timestamp::UNIX_EPOCH);
    let entry = session.assessment().entry("first-key").unwrap();
    assert_eq!((entry.revision, entry.reason.as_deref()), (Some(1), Some("No products")));
    session.answer(option("yes"), None, Timestamp::UNIX_EPOCH);
    assert_eq!(session.assessment().entry("first-key").unwrap().reason, None, "the reason was for n/a");
}

#[test]
fn the_time_left_follows_ones_own_pace_slowly_and_never_below_ten_seconds() {
    let catalogue = catalogue();
    let with_pauses = |seconds: &[i64]| {
        let mut assessment = empty();
        let mut at = 1_800_000_000;
        for (i, pause) in [0].iter().chain(seconds).enumerate() {
            at += pause;
            let answered_at = Some(Timestamp::from_second(at).unwrap());
            assessment.answers.insert(format!("q{i}"), Entry { answered_at, ..Entry::default() });
        }
        progress(&catalogue, &assessment)
    };
    assert_eq!(with_pauses(&[1; 5]).pace, 40, "a handful says nothing yet");
    assert_eq!(with_pauses(&[1; 10]).pace, 25);
    assert_eq!(with_pauses(&[1; 200]).pace, 10);
    assert_eq!(with_pauses(&[120; 10]).pace, 80);
    let usual = with_pauses(&[]);
    let times = [1, 2, 3, 30].map(|questions| time(&usual, questions));
    assert_eq!(times, ["less than a minute", "about 2 minutes", "about 2 minutes", "about 20 minutes"]);
}

#[test]
fn whoever_goes_on_with_a_questionnaire_stays_with_it_until_it_is_through() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, empty());
    session.answer(option("no"), None, Timestamp::UNIX_EPOCH);
    session.go_to("first");
    session.answer(option("no"), None, Timestamp::UNIX_EPOCH);
    session.go_to("able");
    let milestone = session.answer(option("no"), None, Timestamp::UNIX_EPOCH).expect("the result is told");
    let next_steps = session.next_steps(&milestone);
    let other = next_steps.into_iter().rfind(|step| matches!(step, NextStep::Other { .. })).unwrap();
    let NextStep::Other { questionnaire: areas, left: 1, .. } = other else { panic!("{other:?}") };
    session.go_on_with(areas);
    let mut seen = Vec::new();
    for _ in 0..2 {
        seen.push(session.question().unwrap().id.clone());
        session.answer(option("yes"), None, Timestamp::UNIX_EPOCH);
        session.go_on();
    }
    assert_eq!(seen, ["own", "second"], "then the usual order");
}

#[test]
fn a_questionnaire_that_is_added_is_asked_to_its_end() {
    let catalogue = catalogue();
    let mut assessment = empty();
    assessment.questionnaires.pop();
    let mut session = Session::new(&catalogue, assessment);
    session.add_questionnaire(catalogue.questionnaire("zz-areas").unwrap());
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(session.question().unwrap().id.clone());
        session.go_on();
    }
    assert_eq!(seen, ["own", "first", "first-key"], "passed over too");
}

#[test]
fn a_verdict_says_what_is_in_place_what_is_missing_and_how_far_it_is() {
    let catalogue = catalogue();
    let says = |answers: &[(&str, &str)]| {
        let mut session = Session::new(&catalogue, empty());
        tells(&mut session, answers);
        let told = verdict::told(&catalogue, session.assessment(), &session.progress().scores[0]);
        let lines = told.blocks.iter().flat_map(|block| block.spoken());
        [told.heading.clone()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    };
    let short = says(&[("first-key", "no"), ("first", "yes"), ("able", "no")]);
    assert!(short.starts_with("Level 0, Zero; one practice short of level 1\n"), "{short}");
    assert!(short.contains("Of the 2 practices of level 1, One, 1 is in place at least in part."), "{short}");
    let unknown = says(&[("first", "yes"), ("able", "no")]);
    assert!(unknown.starts_with("Open: the answers so far leave every level possible\n"), "{unknown}");
    assert!(unknown.contains("1 of the 2 is not answered yet."), "{unknown}");
    let all = says(&[("first-key", "yes"), ("first", "yes"), ("second", "yes"), ("able", "yes")]);
    assert!(all.starts_with("Level 2, Two\nThere is no further level"), "{all}");
}

#[test]
fn a_list_says_how_much_is_to_be_confirmed() {
    let catalogue = catalogue();
    let mut assessment = empty();
    for question in ["first", "second"] {
        answer(&mut assessment, question, option("yes"));
    }
    let mut next = assessment.carried_over();
    assert_eq!(summary(&catalogue, &next)[0], "2 of 5 to be confirmed");
    answer(&mut next, "first", option("yes"));
    assert_eq!(summary(&catalogue, &next)[..2], ["1 of 5 answered", "1 of 5 to be confirmed"]);
}
