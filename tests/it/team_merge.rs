//! Many people's files, put together: votes, median, agreement, who said what.

use std::collections::BTreeMap;
use std::path::Path;

use ospo_assess::assessment::{ActionState, Answer, Assessment, Decision, Entry, How, State, Voice, Votes};
use ospo_assess::files::Document;
use ospo_assess::interview::Session;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::report::{Medium, scores};
use ospo_assess::team::{
    MergeError, MergeNote, Merged, Options, Participant, Who, anonymise, decide, discussion, merge,
};
use proptest::prelude::*;

use crate::common::assessments::{asking, entry};
use crate::common::catalogues::{self, CHOOSE, EXAMPLE};

fn catalogue() -> Catalogue {
    catalogues::of(&[("example.toml", EXAMPLE), ("choose.toml", CHOOSE)])
}

/// Somebody's file; an answer is `question=word`.
fn person(name: &str, answers: &[&str]) -> Assessment {
    let mut assessment = asking(&catalogue(), &["example", "choose"]);
    assessment.respondent = Some(name.to_owned());
    for answer in answers {
        let (id, word) = answer.split_once('=').unwrap();
        let reason = (word == "not-applicable").then(|| format!("{name} says no"));
        let given = Entry { reason, revision: Some(2), ..entry(word) };
        assessment.answers.insert(id.to_owned(), given);
    }
    assessment
}

fn merged_with(files: &[(&str, &Assessment)], options: &Options) -> Result<Merged, MergeError> {
    let participants: Vec<Participant<'_>> =
        files.iter().map(|(file, assessment)| Participant { file, assessment }).collect();
    merge(&participants, &catalogue(), options)
}

/// The merge of people called by letters, each with answers.
fn merged(people: &[&[&str]]) -> Merged {
    let names = ["Ada", "Ben", "Chen", "Dana", "Eli", "Fay"];
    let files: Vec<Assessment> =
        people.iter().zip(names).map(|(answers, name)| person(name, answers)).collect();
    let files: Vec<(&str, &Assessment)> = files.iter().zip(names).map(|(file, name)| (name, file)).collect();
    merged_with(&files, &Options::default()).unwrap()
}

/// The answer that a group gives to one question.
fn answer_of(words: &[&str]) -> (Option<String>, How) {
    let said: Vec<String> = words.iter().map(|word| format!("test-rules={word}")).collect();
    let said: Vec<[&str; 1]> = said.iter().map(|said| [said.as_str()]).collect();
    let people: Vec<&[&str]> = said.iter().map(|said| said.as_slice()).collect();
    let merged = merged(&people).assessment;
    let answer = merged.answers["test-rules"].answer.as_ref().map(|answer| answer.word().to_owned());
    (answer, merged.decisions["test-rules"].how)
}

fn only_ada() -> Who {
    Who::Names(vec!["Ada".to_owned()])
}

#[test]
fn the_answer_is_one_that_a_room_accepts() {
    for (words, expected) in [
        (&["none", "partly", "fully"][..], "partly"),
        (&["none", "none", "fully"], "none"),
        // Between two, the lower.
        (&["none", "fully"], "none"),
        (&["none", "partly", "partly", "fully"], "partly"),
        // One that knows suffices.
        (&["unknown", "unknown", "fully"], "fully"),
        (&["unknown", "unknown"], "unknown"),
        // Not applicable takes more than half of all votes.
        (&["not-applicable", "fully"], "fully"),
        (&["not-applicable", "not-applicable", "fully"], "not-applicable"),
        (&["not-applicable", "not-applicable", "fully", "unknown"], "fully"),
        (&["not-applicable", "unknown"], "unknown"),
    ] {
        assert_eq!(answer_of(words), (Some(expected.to_owned()), How::Median), "{words:?}");
    }
}

#[test]
fn choices_without_an_order_have_no_median() {
    let two_to_one = merged(&[&["test-size=many"], &["test-size=few"], &["test-size=many"]]).assessment;
    assert_eq!(two_to_one.answers["test-size"].answer, Some(Answer::from_word("many")));
    assert_eq!(two_to_one.decisions["test-size"].how, How::Chosen);
    let tie = merged(&[&["test-size=many"], &["test-size=few"]]).assessment;
    assert_eq!(tie.answers["test-size"].answer, None);
    assert_eq!(tie.decisions["test-size"].how, How::Parked);
}

#[test]
fn reasons_notes_and_evidence_stay_with_who_gave_them() {
    let mut ada = person("Ada", &["test-rules=not-applicable"]);
    let mut ben = person("Ben", &["test-rules=not-applicable"]);
    ada.answers.get_mut("test-rules").unwrap().note = Some("Ask legal.\nSoon.".to_owned());
    ben.answers.get_mut("test-rules").unwrap().evidence = vec!["Shelf 2".to_owned()];
    let chen = person("Chen", &["test-rules=none"]);
    let files = [("a.toml", &ada), ("b.toml", &ben), ("c.toml", &chen)];

    let named = merged_with(&files, &Options::default()).unwrap().assessment;
    let entry = &named.answers["test-rules"];
    assert_eq!(entry.reason.as_deref(), Some("Ada says no; Ben says no"));
    assert_eq!(entry.note.as_deref(), Some("Ada: Ask legal.\nSoon."));
    assert_eq!(entry.evidence, ["Shelf 2"]);
    let by: Vec<_> = named.voices["test-rules"].iter().map(|voice| voice.by.as_deref().unwrap()).collect();
    assert_eq!(by, ["Ada", "Ben", "Chen"]);
    assert_eq!(named.respondent.as_deref(), Some("Ada, Ben, Chen"));
}

#[test]
fn an_anonymous_merge_has_no_name_anywhere() {
    let mut ada = person("Adanym", &["test-rules=none"]);
    let mut ben = person("Bennym", &["test-rules=fully"]);
    ben.answers.get_mut("test-rules").unwrap().note = Some("Two of five.".to_owned());
    let done = ActionState { state: State::Doing, owner: Some("Ownernym".to_owned()), due: None };
    ada.actions.insert("test-rules".to_owned(), done);
    // Anything worth a note: an older revision, an answer from before, one that is not offered.
    ada.answers.get_mut("test-rules").unwrap().revision = Some(1);
    ada.answers
        .insert("test-list".to_owned(), Entry { revision: Some(0), ..ben.answers["test-rules"].clone() });
    let options = Options { anonymous: true, organization: None };
    let merged = merged_with(&[("1.toml", &ada), ("2.toml", &ben)], &options).unwrap();
    let text = Document::new(merged.assessment.clone()).to_text(&catalogue());
    assert!(!text.contains("nym"), "{text}");
    assert!(text.contains("respondent = \"2 people\"") && text.contains("note = \"Two of five.\""), "{text}");
    let notes: Vec<String> = merged.notes.iter().map(ToString::to_string).collect();
    assert!(!notes.is_empty() && !notes.join(" ").contains("nym"), "{notes:?}");
    assert_eq!(merged.people, 2);
}

#[test]
fn the_same_person_twice_is_noticed() {
    let ada = person("Ada", &["test-rules=none"]);
    let later = person("ada ", &["test-rules=fully"]);
    let copy = merged_with(&[("a.toml", &ada), ("copy.toml", &ada)], &Options::default()).unwrap();
    assert_eq!(copy.assessment.votes["test-rules"], Votes::from([("none".to_owned(), 1)]));
    assert_eq!(
        copy.notes,
        [MergeNote::CountedOnce { files: vec!["a.toml".to_owned(), "copy.toml".to_owned()] }]
    );
    let error = merged_with(&[("b.toml", &later), ("a.toml", &ada)], &Options::default()).unwrap_err();
    let MergeError::SameRespondent { files, .. } = error else { panic!("{error}") };
    assert_eq!(files, ["a.toml", "b.toml"]);
}

#[test]
fn files_without_a_name_go_by_the_name_of_the_file() {
    let mut nameless = person("", &["test-rules=none"]);
    nameless.respondent = None;
    let merged = merged_with(&[("a.toml", &nameless), ("b.toml", &nameless)], &Options::default()).unwrap();
    assert_eq!(merged.assessment.votes["test-rules"]["none"], 2);
    assert_eq!(merged.assessment.respondent.as_deref(), Some("a.toml, b.toml"));
}

#[test]
fn copies_under_other_names_are_pointed_out() {
    let mut ada = person("Ada", &["test-rules=none"]);
    ada.answers.get_mut("test-rules").unwrap().answered_at = Some("2026-11-22T10:15:00Z".parse().unwrap());
    let ben = Assessment { respondent: Some("Ben".to_owned()), ..ada.clone() };
    let merged = merged_with(&[("a.toml", &ada), ("b.toml", &ben)], &Options::default()).unwrap();
    assert!(matches!(merged.notes.as_slice(), [MergeNote::LooksCopied { .. }]), "{:?}", merged.notes);
}

#[test]
fn only_the_newest_revision_counts_and_the_others_are_named() {
    let mut ada = person("Ada", &["test-list=fully"]);
    let entry = ada.answers.get_mut("test-list").unwrap();
    entry.revision = Some(1);
    entry.note = Some("As in spring.".to_owned());
    let ben = person("Ben", &["test-list=none"]);
    let merged = merged_with(&[("a.toml", &ada), ("b.toml", &ben)], &Options::default()).unwrap();
    let assessment = merged.assessment;
    assert_eq!(assessment.votes["test-list"], Votes::from([("none".to_owned(), 1)]));
    assert_eq!(assessment.answers["test-list"].revision, Some(2));
    assert_eq!(assessment.answers["test-list"].note.as_deref(), Some("Ada: As in spring."));
    let expected = MergeNote::OlderRevision { question: "test-list".to_owned(), newest: 2, who: only_ada() };
    assert_eq!(merged.notes, [expected]);
}

#[test]
fn what_was_only_carried_over_is_no_vote() {
    let mut ada = person("Ada", &["test-rules=fully", "test-list=fully"]);
    ada.answers.get_mut("test-rules").unwrap().revision = Some(0);
    let merged = merged_with(&[("a.toml", &ada)], &Options::default()).unwrap();
    assert!(!merged.assessment.votes.contains_key("test-rules"));
    assert_eq!(merged.assessment.answers.get("test-rules"), None);
    assert_eq!(
        merged.notes,
        [MergeNote::NotConfirmed { questions: vec!["test-rules".to_owned()], who: only_ada() }]
    );
}

#[test]
fn versions_are_named_and_the_newest_is_recorded() {
    let mut ada = person("Ada", &[]);
    ada.questionnaires[0].1 = "1.10.0".to_owned();
    let ben = person("Ben", &[]);
    let mut chen = person("Chen", &[]);
    chen.questionnaires.pop();
    let merged = merged_with(&[("a", &ada), ("b", &ben), ("c", &chen)], &Options::default()).unwrap();
    let expected =
        [("choose", "2.0.0"), ("example", "1.10.0")].map(|(id, version)| (id.to_owned(), version.to_owned()));
    assert_eq!(merged.assessment.questionnaires, expected);
    let notes: Vec<String> = merged.notes.iter().map(ToString::to_string).collect();
    assert!(notes[0].contains("1.0.0 (Ben, Chen), 1.10.0 (Ada)"), "{notes:?}");
    assert_eq!(notes[1], "choose was asked of Ada, Ben only.");
}

#[test]
fn other_organisations_are_refused_unless_one_is_named() {
    let ada = person("Ada", &[]);
    let ben = Assessment { organization: "Other".to_owned(), ..person("Ben", &[]) };
    let files = [("a", &ada), ("b", &ben)];
    let error = merged_with(&files, &Options::default()).unwrap_err();
    assert_eq!(error, MergeError::Organizations(vec!["Example Corp".to_owned(), "Other".to_owned()]));
    let options = Options { organization: Some("Both".to_owned()), anonymous: false };
    assert_eq!(merged_with(&files, &options).unwrap().assessment.organization, "Both");
    assert_eq!(merged_with(&[], &Options::default()).unwrap_err(), MergeError::Nothing);
}

#[test]
fn merged_files_add_their_votes_and_nobody_counts_twice_unseen() {
    let people = [
        person("Ada", &["test-rules=none"]),
        person("Ben", &["test-rules=fully"]),
        person("Chen", &["test-rules=fully"]),
    ];
    let [ada, ben, chen] = &people;
    let all = merged_with(&[("a", ada), ("b", ben), ("c", chen)], &Options::default()).unwrap().assessment;
    let two = merged_with(&[("a", ada), ("b", ben)], &Options::default()).unwrap().assessment;
    let later = merged_with(&[("two", &two), ("c", chen)], &Options::default()).unwrap();
    assert_eq!(later.assessment, all);
    assert_eq!(later.notes, [MergeNote::MergedBefore { file: "two".to_owned(), nameless: false }]);

    let error = merged_with(&[("two", &two), ("a", ada)], &Options::default()).unwrap_err();
    assert!(matches!(error, MergeError::SameRespondent { .. }), "{error}");

    let anonymous = Options { anonymous: true, organization: None };
    let two = merged_with(&[("a", ada), ("b", ben)], &anonymous).unwrap().assessment;
    let later = merged_with(&[("two", &two), ("c", chen)], &anonymous).unwrap();
    assert_eq!(later.assessment.votes, all.votes);
    assert_eq!(later.notes, [MergeNote::MergedBefore { file: "two".to_owned(), nameless: true }]);
    assert_eq!((later.people, later.assessment.respondent.as_deref()), (3, Some("3 people")));
}

/// A workshop's file: votes by hands, a note of the facilitator, an answer without votes.
#[test]
fn the_votes_of_a_workshop_count_as_they_are() {
    let mut workshop = person("Workshop", &["test-rules=partly", "test-course=fully"]);
    workshop.answers.get_mut("test-rules").unwrap().note = Some("Loud.".to_owned());
    workshop
        .votes
        .insert("test-rules".to_owned(), Votes::from([("none".to_owned(), 3), ("partly".to_owned(), 4)]));
    let ada = person("Ada", &["test-rules=none", "test-course=none"]);
    let merged = merged_with(&[("w", &workshop), ("a", &ada)], &Options::default()).unwrap().assessment;
    assert_eq!(merged.votes["test-rules"], Votes::from([("none".to_owned(), 4), ("partly".to_owned(), 4)]));
    assert_eq!(merged.answers["test-rules"].note.as_deref(), Some("Loud."));
    assert_eq!(merged.votes["test-course"], Votes::from([("none".to_owned(), 1), ("fully".to_owned(), 1)]));
}

#[test]
fn what_is_no_answer_stays_where_the_files_agree() {
    let mut ada = person("Ada", &[]);
    ada.targets.insert("example".to_owned(), "second".to_owned());
    ada.plan.capacity = Some(6);
    ada.plan.first = vec!["test-list".to_owned()];
    ada.lists.insert("projects".to_owned(), vec!["zephyr".to_owned()]);
    let mut ben = ada.clone();
    ben.respondent = Some("Ben".to_owned());
    ben.plan.capacity = Some(9);
    ben.plan.also = vec!["test-course".to_owned()];
    ben.lists.insert("projects".to_owned(), vec!["yocto".to_owned()]);
    let merged = merged_with(&[("a", &ada), ("b", &ben)], &Options::default()).unwrap();
    assert_eq!(merged.assessment.targets["example"], "second");
    assert_eq!(merged.assessment.plan.capacity, None);
    assert_eq!(
        (&merged.assessment.plan.first, &merged.assessment.plan.also),
        (&ada.plan.first, &ben.plan.also)
    );
    assert!(merged.assessment.lists.is_empty());
    let differs = ["lists.projects", "plan.capacity"];
    assert_eq!(merged.notes, differs.map(|what| MergeNote::Differs { what: what.to_owned() }));
}

#[test]
fn an_answer_that_is_not_offered_or_not_known_is_named() {
    let merged = merged(&[&["test-rules=most", "elsewhere=much"], &["test-rules=none", "elsewhere=much"]]);
    assert_eq!(merged.assessment.votes["test-rules"], Votes::from([("none".to_owned(), 1)]));
    assert_eq!(merged.assessment.answers["elsewhere"].answer, Some(Answer::from_word("much")));
    let not_offered = MergeNote::NotOffered { question: "test-rules".to_owned(), answer: "most".to_owned() };
    let unknown = MergeNote::UnknownQuestions { questions: vec!["elsewhere".to_owned()] };
    assert_eq!(merged.notes, [not_offered, unknown]);
}

#[test]
fn the_most_divided_comes_first_and_why_is_told_apart() {
    let merged = merged(&[
        &["test-rules=none", "test-list=partly", "test-course=partly", "test-budget=none", "test-size=few"],
        &["test-rules=fully", "test-list=fully", "test-course=unknown", "test-budget=not-applicable"],
        &["test-rules=fully", "test-list=fully", "test-course=partly", "test-budget=none"],
        &["test-rules=none", "test-list=fully", "test-course=partly", "test-budget=none"],
    ]);
    let catalogue = catalogue();
    let topics = discussion(&catalogue, &merged.assessment);
    let found: Vec<_> = topics
        .iter()
        .map(|topic| (topic.question.id.as_str(), topic.agreement, topic.divergence, topic.gap, topic.scope))
        .collect();
    assert_eq!(
        found,
        [
            ("test-rules", Some(-1000), true, 0, 0),
            ("test-list", Some(750), true, 0, 0),
            ("test-budget", Some(1000), false, 0, 1),
            ("test-course", Some(1000), false, 1, 0),
        ]
    );
}

#[test]
fn all_saying_not_applicable_is_no_dispute() {
    let all = merged(&[&["test-rules=not-applicable"], &["test-rules=not-applicable"]]);
    assert!(discussion(&catalogue(), &all.assessment).is_empty());
    let nobody_knows = merged(&[&["test-rules=unknown"], &["test-rules=unknown"]]);
    assert_eq!(discussion(&catalogue(), &nobody_knows.assessment).len(), 1);
}

/// What people may say about a question.
fn word() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![
        None,
        Some("none"),
        Some("partly"),
        Some("fully"),
        Some("unknown"),
        Some("not-applicable"),
    ])
}

proptest! {
    #[test]
    fn the_order_of_the_files_does_not_matter(
        answers in prop::collection::vec(prop::collection::vec(word(), 4), 1..6),
        anonymous in any::<bool>(),
        swaps in prop::collection::vec((0usize..6, 0usize..6), 0..6),
    ) {
        let questions = ["test-rules", "test-list", "test-course", "test-budget"];
        let names = ["Ada", "ben", "Chen", "Dana", "eli"];
        let files: Vec<Assessment> = answers.iter().zip(names).map(|(words, name)| {
            let answers: Vec<String> = words.iter().zip(questions)
                .filter_map(|(word, id)| word.map(|word| format!("{id}={word}"))).collect();
            let mut file = person(name, &answers.iter().map(String::as_str).collect::<Vec<_>>());
            for (i, entry) in file.answers.values_mut().enumerate() {
                entry.note = (i % 2 == 0).then(|| format!("note {}", i % 3));
            }
            file
        }).collect();
        let files: Vec<(&str, &Assessment)> = files.iter().zip(names).map(|(file, name)| (name, file)).collect();
        let mut shuffled = files.clone();
        for (a, b) in swaps {
            shuffled.swap(a % files.len(), b % files.len());
        }
        let options = Options { anonymous, organization: None };
        let one = merged_with(&files, &options).unwrap();
        let other = merged_with(&shuffled, &options).unwrap();
        let text = |merged: &Merged| Document::new(merged.assessment.clone()).to_text(&catalogue());
        prop_assert_eq!(text(&one), text(&other));
        prop_assert_eq!(&one.notes, &other.notes);
        // Nothing said is lost, and nothing is counted that nobody said.
        for (id, votes) in &one.assessment.votes {
            let said = files.iter().filter(|(_, file)| file.answers.contains_key(id)).count();
            prop_assert_eq!(votes.values().sum::<u32>() as usize, said);
        }
        // What is read again is what was written.
        let read = Document::parse(&text(&one), Path::new("x")).unwrap();
        prop_assert_eq!(read.assessment, one.assessment);
    }

    #[test]
    fn no_votes_break_a_decision(
        words in prop::collection::btree_map(
            prop::sample::select(vec!["none", "partly", "fully", "unknown", "not-applicable", "odd", ""]),
            any::<u32>(),
            0..6,
        )
    ) {
        let votes: Votes = words.into_iter().map(|(word, count)| (word.to_owned(), count)).collect();
        let catalogue = catalogue();
        let all: u64 = votes.values().map(|count| u64::from(*count)).sum();
        for question in [catalogue.question("test-rules"), catalogue.question("test-size"), None] {
            prop_assert!(decide(question, &votes).is_some() || all == 0 || question.is_some());
        }
    }
}

#[test]
fn a_voice_without_words_says_nothing() {
    let mut ada = person("Ada", &[]);
    ada.voices
        .insert("test-rules".to_owned(), vec![Voice { by: Some("Zoe".to_owned()), ..Voice::default() }]);
    let merged = merged_with(&[("a", &ada)], &Options::default()).unwrap();
    assert!(merged.assessment.voices.is_empty());
}

/// The facts of an assessment, each with its path.
fn facts(assessment: &Assessment) -> BTreeMap<String, String> {
    fn walk(path: &str, value: &toml::Value, facts: &mut BTreeMap<String, String>) {
        let mut below = |name: &str, value| walk(&format!("{path}.{name}"), value, facts);
        match value {
            toml::Value::Table(table) => table.iter().for_each(|(name, value)| below(name, value)),
            toml::Value::Array(list) => {
                list.iter().enumerate().for_each(|(i, value)| below(&i.to_string(), value));
            }
            value => {
                facts.insert(path.to_owned(), value.to_string());
            }
        }
    }
    let mut facts = BTreeMap::new();
    walk("", &toml::Value::Table(assessment.facts()), &mut facts);
    facts
}

/// A workshop with everything that a file can say: one question decided against the median, one parked.
fn workshop_of_named_people() -> Assessment {
    let mut ada = person("Adanym", &["test-rules=none", "test-list=none"]);
    ada.answers.get_mut("test-rules").unwrap().note = Some("Soon.".to_owned());
    let ben = person("Bennym", &["test-rules=fully", "test-list=fully"]);
    let mut all = merged_with(&[("a", &ada), ("b", &ben)], &Options::default()).unwrap().assessment;
    let decided = |how, reason: &str| Decision::new(how, Some(reason.to_owned()));
    all.answers.get_mut("test-rules").unwrap().answer = Some(Answer::from_word("fully"));
    all.decisions.insert("test-rules".to_owned(), decided(How::Chosen, "The policy is signed."));
    all.answers.remove("test-list");
    all.decisions.insert("test-list".to_owned(), decided(How::Parked, "Ask the lawyers."));
    let owner = Some("Ownernym".to_owned());
    all.actions.insert("test-rules".to_owned(), ActionState { state: State::Doing, owner, due: None });
    all.targets.insert("example".to_owned(), "first".to_owned());
    all
}

#[test]
fn without_names_a_workshop_says_everything_else_as_before() {
    let named = workshop_of_named_people();
    let options = Options { anonymous: true, organization: None };
    let merged = merged_with(&[("w", &named)], &options).unwrap().assessment;
    let nameless = anonymise(&named);
    assert_eq!(merged, nameless, "the command and the option do the same");
    assert!(!Document::new(nameless.clone()).to_text(&catalogue()).contains("nym"));
    let is_name = |path: &str| path == ".respondent" || path.ends_with(".by") || path.ends_with(".owner");
    // What was said is put into an order that tells nothing of who said it.
    let mut sorted = named.clone();
    sorted.voices.values_mut().for_each(|voices| voices.sort_by_key(|voice| voice.answer.clone()));
    let mut said = facts(&sorted);
    said.retain(|path, _| !is_name(path));
    said.values_mut().for_each(|value| *value = value.replace("Adanym: ", ""));
    let mut left = facts(&nameless);
    assert_eq!(left.remove(".respondent").as_deref(), Some("\"2 people\""));
    assert_eq!(left, said);
    assert_eq!(anonymise(&nameless), nameless);
}

#[test]
fn what_a_room_decided_stands_until_others_vote_on_it() {
    let named = workshop_of_named_people();
    let chen = person("Chen", &["test-list=none"]);
    let merged = merged_with(&[("w", &named), ("c", &chen)], &Options::default()).unwrap();
    let all = &merged.assessment;
    assert_eq!(all.decisions["test-rules"], named.decisions["test-rules"]);
    assert_eq!(all.answers["test-rules"].answer, Some(Answer::from_word("fully")));
    assert_eq!(all.decisions["test-list"].how, How::Median);
    let anew = MergeNote::DecidedAnew { questions: vec!["test-list".to_owned()] };
    assert!(merged.notes.contains(&anew), "{:?}", merged.notes);
}

#[test]
fn a_decision_that_somebody_changes_later_stays_readable() {
    let catalogue = catalogue();
    let mut session = Session::new(&catalogue, workshop_of_named_people());
    session.go_to("test-rules");
    session.answer(Answer::from_word("none"), None, "2026-11-25T10:00:00Z".parse().unwrap());
    let changed = session.assessment().clone();
    let said = scores(&catalogue, &changed, Medium::Text, true).text();
    for part in
        ["decided was In place throughout (chosen: The policy is signed.)", "changed later, on 2026-11-25"]
    {
        assert!(said.replace("\n    ", " ").contains(part), "{part}\n{said}");
    }
    assert!(said.contains("parked: Ask the lawyers."), "{said}");
    session.undo();
    assert_eq!(*session.assessment(), workshop_of_named_people());
    session.redo();
    session.answer(Answer::from_word("fully"), None, "2026-11-26T10:00:00Z".parse().unwrap());
    let back = &session.assessment().decisions["test-rules"];
    assert_eq!(*back, workshop_of_named_people().decisions["test-rules"]);
}
