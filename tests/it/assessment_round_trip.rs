//! Whatever an assessment says, its file says too: after any change to any file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use ospo_assess::assessment::{
    ActionState, Answer, Assessment, Decision, DeviceVote, Entry, How, LastTime, PlanSettings, Route, State,
    Voice,
};
use ospo_assess::files::Document;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::text::{clean, clean_lines};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use crate::common::catalogues::{self, BUILT_IN};
use crate::common::files::{read, toml_files};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    catalogues::of(&[("questionnaire.toml", &read("tests/assessments/questionnaire.toml"))])
});

fn bases() -> Vec<String> {
    let texts =
        toml_files("tests/assessments/good").into_iter().map(|file| fs::read_to_string(file).unwrap());
    texts.flat_map(|text| [format!("\u{feff}{}", text.replace('\n', "\r\n")), text]).collect()
}

fn any_text() -> impl Strategy<Value = String> {
    let odd = vec(select("ab \"'\\\n\t#=[]{}.,é开\u{1b}\u{202e}\u{7f}".chars().collect::<Vec<_>>()), 0..12);
    prop_oneof![odd.prop_map(String::from_iter), ".*"]
}

fn text() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| clean(&text).into_owned())
}

fn lines() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| clean_lines(&text).into_owned())
}

fn id() -> impl Strategy<Value = String> {
    let ids = ["policy", "inventory", "training", "audit", "left-long-ago", "zebra", "a.b", "开源", "1"];
    select(ids.map(str::to_owned).to_vec())
}

fn by_id<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = BTreeMap<String, T>> {
    btree_map(id(), value, 0..5)
}

fn date() -> impl Strategy<Value = Date> {
    (0i32..3_000_000).prop_map(|days| Date::constant(0, 1, 1).saturating_add(days.days()))
}

fn time() -> impl Strategy<Value = Timestamp> {
    let second = prop_oneof![0i64..4_000_000_000, -62_000_000_000i64..253_000_000_000];
    (second, prop_oneof![Just(0), 0..1_000_000_000]).prop_map(|(s, ns)| Timestamp::new(s, ns).unwrap())
}

fn entry() -> impl Strategy<Value = Entry> {
    let answer = of(prop_oneof![
        Just("unknown".to_owned()),
        Just("not-applicable".to_owned()),
        Just("partly".to_owned()),
        text()
    ]);
    let said = (answer, of(lines()), of(lines()), vec(text(), 0..4), of(any::<u32>()), of(time()));
    let entry = said.prop_map(|(answer, reason, note, evidence, revision, answered_at)| Entry {
        answer: answer.map(|word| Answer::from_word(&word)),
        reason,
        note,
        evidence,
        revision,
        answered_at,
    });
    entry.prop_filter("entries say something", |entry| *entry != Entry::default()).prop_map(|mut entry| {
        if entry.answer == Some(Answer::NotApplicable) {
            entry.reason = Some(format!("because {}", entry.reason.unwrap_or_default()));
        }
        entry
    })
}

fn voice() -> impl Strategy<Value = Voice> {
    (of(text()), of(text()), of(lines()), of(lines()), vec(text(), 0..3))
        .prop_map(|(by, answer, reason, note, evidence)| Voice { by, answer, reason, note, evidence })
}

fn action() -> impl Strategy<Value = ActionState> {
    (select(State::ALL.to_vec()), of(text()), of(date())).prop_map(|(state, owner, due)| ActionState {
        state,
        owner,
        due,
    })
}

fn plan() -> impl Strategy<Value = PlanSettings> {
    let ids = || vec(id(), 0..3);
    (of(select(Route::ALL.to_vec())), of(1..=u32::MAX), of(date()), [ids(), ids(), ids()]).prop_map(
        |(route, capacity, start, [also, first, later])| PlanSettings {
            route,
            capacity,
            start,
            also,
            first,
            later,
        },
    )
}

fn ballot() -> impl Strategy<Value = DeviceVote> {
    (of(text()), of(text()), text(), of(lines())).prop_map(|(device, by, answer, note)| DeviceVote {
        device,
        by,
        answer,
        note,
    })
}

fn decision() -> impl Strategy<Value = Decision> {
    (select(vec![How::Median, How::Chosen, How::Parked]), of(lines()))
        .prop_map(|(how, reason)| Decision::new(how, reason))
}

fn last() -> impl Strategy<Value = LastTime> {
    let how = of(select(vec![How::Median, How::Chosen, How::Parked]));
    (text(), how, of(any::<u32>()), of(date())).prop_map(|(answer, how, revision, on)| LastTime {
        answer: Some(answer),
        how,
        revision,
        on,
    })
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let versions = by_id(text()).prop_map(|map| map.into_iter().collect::<Vec<_>>()).prop_shuffle();
    let head = (text(), of(text()), versions, plan());
    let chosen = (by_id(text()), by_id(vec(text(), 0..4)), by_id(vec(text(), 0..4)));
    let said = (
        by_id(entry()),
        by_id(btree_map(id(), any::<u32>(), 1..4)),
        by_id(vec(voice(), 1..4)),
        by_id(decision()),
        by_id(action()),
        by_id(vec(ballot(), 1..4)),
        by_id(vec(btree_map(id(), any::<u32>(), 1..4), 1..3)),
        by_id(last()),
        by_id(btree_map(id(), any::<u32>(), 1..4)),
    );
    (head, chosen, said).prop_map(|(head, chosen, said)| Assessment {
        organization: head.0,
        respondent: head.1,
        questionnaires: head.2,
        plan: head.3,
        targets: chosen.0,
        objectives: chosen.1,
        lists: chosen.2,
        answers: said.0,
        votes: said.1,
        voices: said.2,
        decisions: said.3,
        actions: said.4,
        ballots: said.5,
        rounds: said.6,
        last: said.7,
        last_votes: said.8,
    })
}

fn parse(text: &str) -> Document {
    Document::parse(text, Path::new("file.toml")).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

proptest! {
    #[test]
    fn a_new_file_says_what_the_assessment_says(assessment in assessment()) {
        let text = Document::new(assessment.clone()).to_text(&CATALOGUE);
        prop_assert_eq!(&parse(&text).assessment, &assessment, "{}", text);
        prop_assert_eq!(parse(&text).to_text(&CATALOGUE), text);
    }

    #[test]
    fn a_changed_file_says_what_the_assessment_says(base in select(bases()), steps in vec(assessment(), 1..4)) {
        let mut text = base.clone();
        for assessment in steps {
            let mut document = parse(&text);
            document.assessment = assessment.clone();
            text = document.to_text(&CATALOGUE);
            prop_assert_eq!(&parse(&text).assessment, &assessment, "{}", text);
        }
        let own = ["team = ", "ticket = 4711", "[extra]", "anything = [1, 2, { deep = true }]", "# The end.", "# our own field"];
        for own in own.iter().filter(|own| base.contains(**own)) {
            prop_assert!(text.contains(own), "{own} is lost:\n{text}");
        }
        prop_assert_eq!(base.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
        prop_assert_eq!(base.contains('\r'), text.contains("\r\n"));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".*", base in select(bases()), at in any::<prop::sample::Index>()) {
        let _ = Document::parse(&text, Path::new("file.toml"));
        let (at, mut torn) = (at.index(base.len()), base.clone());
        if base.is_char_boundary(at) {
            torn.insert_str(at, &text);
            let _ = Document::parse(&torn, Path::new("file.toml"));
        }
    }

    /// Hostile text that a front end did not clean is cleaned on its way into the file.
    #[test]
    fn nothing_but_clean_text_is_written(organization in any_text(), note in any_text()) {
        let mut assessment = Assessment { organization: organization.clone(), ..Assessment::default() };
        assessment.answers.insert("policy".to_owned(), Entry { note: Some(note.clone()), ..Entry::default() });
        let read = parse(&Document::new(assessment).to_text(&CATALOGUE)).assessment;
        prop_assert_eq!(read.organization, clean(&organization));
        let written = read.answers["policy"].note.clone().unwrap();
        prop_assert_eq!(written, clean_lines(&note));
    }
}

/// Comments behind a fact that goes, and in a list that becomes another one or goes.
#[test]
fn comments_behind_a_fact_and_in_a_list_stay() {
    let text = "format = 1\norganization = \"A\"\nquestionnaires = {}\n\n[answers.a]\nanswer = \"x\"\nnote = \"n\" # Ask Ben.\n\
        evidence = [ # From the audit:\n  # the list\n  \"u\", # in the wiki\n  \"v\", # on paper\n] # both old\n\n\
        [answers.b]\nanswer = \"x\"\nevidence = [\n  # one\n  \"u\", # two\n]\n";
    let all = [
        "# Ask Ben.",
        "# From the audit:",
        "# the list",
        "# in the wiki",
        "# on paper",
        "# both old",
        "# one",
        "# two",
    ];
    let mut document = Document::parse(text, Path::new("a.toml")).unwrap();
    let change = |document: &mut Document, id: &str, note: Option<&str>, evidence: &[&str]| {
        let entry = document.assessment.answers.get_mut(id).unwrap();
        entry.note = note.map(str::to_owned);
        entry.evidence = evidence.iter().map(|text| (*text).to_owned()).collect();
        document.to_text(&BUILT_IN)
    };
    change(&mut document, "a", None, &["w"]);
    let text = change(&mut document, "b", None, &[]);
    for comment in all {
        assert_eq!(text.matches(comment).count(), 1, "{comment}: {text}");
    }
    let mut document = Document::parse(&text, Path::new("a.toml")).unwrap();
    let text = change(&mut document, "a", Some("n"), &[]);
    for comment in all {
        assert_eq!(text.matches(comment).count(), 1, "{comment}: {text}");
    }
    assert!(Document::parse(&text, Path::new("a.toml")).unwrap().assessment.answers["a"].evidence.is_empty());
}

/// A comment is somebody's work: it stays when the fact below it goes, and when a list grows in front.
#[test]
fn comments_survive_what_is_taken_away() {
    let text = "format = 1\norganization = \"A\"\nquestionnaires = {}\n\n[targets]\n# The board decided.\nm = \"a\"\nn = \"b\"\n\n\
        # --- Legal ---\n[answers.first]\nanswer = \"not-applicable\"\n# Ben said so.\nreason = \"r\"\n\n\
        [answers.second]\nevidence = [\n  # The list\n  \"x\",\n]\n";
    let mut document = Document::parse(text, Path::new("a.toml")).unwrap();
    let catalogue = &*BUILT_IN;
    document.assessment.targets.remove("m");
    let second = document.assessment.answers.get_mut("second").unwrap();
    second.evidence.insert(0, "w".to_owned());
    let first = document.assessment.answers.get_mut("first").unwrap();
    (first.answer, first.reason) = (Some(Answer::Unknown), None);
    let text = document.to_text(catalogue);
    for comment in [
        "# The board decided.\nn = \"b\"",
        "# --- Legal ---\n[answers.first]",
        "# Ben said so.\n",
        "# The list\n  \"x\"",
    ] {
        assert!(text.contains(comment), "{comment}: {text}");
    }
    // Nothing is said any more: the heading keeps its place, and the answer comes back below it.
    let mut document = Document::parse(&text, Path::new("a.toml")).unwrap();
    let entry = document.assessment.answers.remove("first").unwrap();
    let text = document.to_text(catalogue);
    assert!(text.contains("# --- Legal ---\n[answers.first]\n"), "{text}");
    let mut document = Document::parse(&text, Path::new("a.toml")).unwrap();
    document.assessment.answers.insert("first".to_owned(), entry);
    let text = document.to_text(catalogue);
    assert!(text.contains("# --- Legal ---\n[answers.first]\nanswer = \"unknown\"\n"), "{text}");
}
