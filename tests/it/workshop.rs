//! A workshop without a screen: votes, decisions, the order of questions, the clock.

use jiff::{SignedDuration, Timestamp};
use ospo_assess::assessment::{Answer, Assessment, Decision, Entry, How};
use ospo_assess::files::Document;
use ospo_assess::interview::Session;
use ospo_assess::questionnaire::DEFAULT_SELECTION;
use ospo_assess::team::Participant;
use ospo_assess::workshop::{Clock, Picked, PrepareError, Scope, Stage, View, Workshop, agenda, prepare};
use proptest::prelude::*;

use crate::common::assessments::{asking, entry};
use crate::common::cases;
use crate::common::catalogues::BUILT_IN;

const WORDS: [&str; 6] = ["none", "started", "partly", "fully", "unknown", "not-applicable"];

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

/// An assessment of the first core questionnaire, without an answer.
fn empty() -> Assessment {
    asking(&BUILT_IN, &DEFAULT_SELECTION[..1])
}

fn begun(assessment: Assessment) -> (Session<'static>, Workshop) {
    let mut session = Session::new(&BUILT_IN, assessment);
    let scope = Scope::of(session.assessment());
    let workshop = Workshop::start(&mut session, scope, 90, at(0));
    (session, workshop)
}

fn here(session: &Session<'_>) -> String {
    session.question().unwrap().id.clone()
}

fn vote(session: &mut Session<'_>, workshop: &mut Workshop, votes: &[(&str, usize)]) {
    for (word, count) in votes {
        (0..*count).for_each(|_| workshop.vote(session, word));
    }
}

/// The answers of one participant to the first questions, as digits; `0` is unknown, `.` none.
fn participant(name: &str, digits: &str) -> Assessment {
    let mut assessment = empty();
    assessment.respondent = Some(name.to_owned());
    let questions: Vec<String> = Session::new(&BUILT_IN, empty())
        .progress()
        .queue
        .iter()
        .map(|position| position.place.question.clone())
        .collect();
    for (question, digit) in questions.iter().zip(digits.chars()) {
        let word = match digit {
            '0' => "unknown",
            '.' => continue,
            digit => WORDS[digit.to_digit(10).unwrap() as usize - 1],
        };
        let given = Entry { answered_at: Some(at(name.len() as i64)), ..entry(word) };
        assessment.answers.insert(question.clone(), given);
    }
    assessment
}

#[test]
fn votes_are_hidden_shown_and_decided() {
    let (mut session, mut workshop) = begun(empty());
    let first = here(&session);
    assert_eq!(workshop.view(&session), View::Voting);
    assert!(!workshop.reveal(&session), "without votes there is nothing to show");
    vote(&mut session, &mut workshop, &[("started", 2), ("partly", 2), ("unknown", 1)]);
    assert_eq!(workshop.view(&session), View::Voting);
    workshop.reveal(&session);
    assert_eq!(workshop.view(&session), View::Revealed);
    let tally = workshop.tally(&session).unwrap();
    assert_eq!((tally.options, tally.unknown, tally.all), (vec![0, 2, 2, 0], 1, 5));
    assert_eq!(tally.agreement, Some(667));
    let median = tally.outcome.unwrap().answer.unwrap();
    assert_eq!(median.word(), "started", "between two the lower");
    workshop.decide(&mut session, median, None, at(60));
    assert_eq!(workshop.view(&session), View::Decided);
    let assessment = session.assessment();
    assert_eq!(assessment.decisions[&first], Decision::new(How::Median, None));
    assert_eq!(assessment.answers[&first].answered_at, Some(at(60)));
    workshop.pass(&mut session, at(61));
    assert_ne!(here(&session), first);
}

#[test]
fn another_option_is_kept_with_its_reason() {
    let (mut session, mut workshop) = begun(empty());
    let first = here(&session);
    vote(&mut session, &mut workshop, &[("none", 3), ("fully", 1)]);
    workshop.reveal(&session);
    assert!(workshop.tally(&session).unwrap().contested);
    let reason = Some("The new policy is signed".to_owned());
    workshop.decide(&mut session, Answer::from_word("partly"), reason.clone(), at(9));
    let assessment = session.assessment();
    assert_eq!(assessment.decisions[&first], Decision::new(How::Chosen, reason));
    assert_eq!(assessment.answers[&first].reason, None, "the reason is that of the decision");
}

#[test]
fn what_is_parked_comes_back_at_the_end() {
    let (mut session, mut workshop) = begun(empty());
    let first = here(&session);
    vote(&mut session, &mut workshop, &[("none", 1), ("fully", 1)]);
    workshop.park(&mut session, None, at(1));
    assert_eq!(session.assessment().decisions[&first].how, How::Parked);
    let mut others = 0;
    while here(&session) != first {
        vote(&mut session, &mut workshop, &[("none", 1)]);
        workshop.decide(&mut session, Answer::from_word("none"), None, at(2));
        workshop.pass(&mut session, at(3));
        others += 1;
    }
    let counts = session.progress().counts;
    assert_eq!(others + 1, counts.total - counts.implied, "what follows from other answers is not asked");
    assert_eq!(workshop.view(&session), View::Revealed, "its votes were seen");
    workshop.park(&mut session, None, at(4));
    assert_eq!(workshop.view(&session), View::Over, "once a round is enough");
    workshop.begin_again(&mut session, at(5));
    assert_eq!(here(&session), first);
    workshop.decide(&mut session, Answer::from_word("none"), None, at(6));
    workshop.pass(&mut session, at(7));
    assert_eq!(workshop.view(&session), View::Over);
    assert!(workshop.agenda(&session).is_empty());
}

#[test]
fn a_workshop_is_taken_up_where_votes_were_counted() {
    let (mut session, mut workshop) = begun(empty());
    workshop.pass(&mut session, at(1));
    workshop.pass(&mut session, at(2));
    let third = here(&session);
    vote(&mut session, &mut workshop, &[("partly", 2)]);
    let text = Document::new(session.assessment().clone()).to_text(&BUILT_IN);
    let again = Document::parse(&text, "again.toml".as_ref()).unwrap().assessment;
    let (mut session, mut workshop) = begun(again);
    assert_eq!(here(&session), third);
    assert_eq!(workshop.view(&session), View::Voting, "nobody has seen them yet");
    vote(&mut session, &mut workshop, &[("fully", 1)]);
    assert_eq!(workshop.tally(&session).unwrap().options, [0, 0, 2, 1]);
}

#[test]
fn an_answer_taken_away_elsewhere_is_open_again() {
    let (mut session, mut workshop) = begun(empty());
    let first = here(&session);
    vote(&mut session, &mut workshop, &[("none", 1)]);
    workshop.decide(&mut session, Answer::from_word("none"), None, at(2));
    session.clear();
    let mut items = agenda(&session, Scope::Open).into_iter();
    let item = items.find(|item| item.position.place.question == first).unwrap();
    assert_eq!(item.stage, Stage::Voting);
}

#[test]
fn with_files_of_participants_the_most_divided_come_first_and_nothing_else() {
    let files = [participant("Ada", "1211"), participant("Bob!", "1241"), participant("Cleo!!", "1343")];
    let participants: Vec<Participant<'_>> =
        files.iter().map(|assessment| Participant { file: "x", assessment }).collect();
    let (assessment, notes) = prepare(Some(&empty()), &participants, &BUILT_IN).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    let (mut session, mut workshop) = begun(assessment);
    assert_eq!(workshop.scope, Scope::Divided);
    let walked = workshop.agenda(&session);
    assert_eq!(walked.len(), 2, "1-1-1 and 2-2-3 are no dispute");
    assert!(walked.iter().all(|item| item.contested));
    assert_eq!(workshop.view(&session), View::Revealed, "the votes are those of the files");
    let most = here(&session);
    let tally = workshop.tally(&session).unwrap();
    assert_eq!(tally.options, [1, 0, 0, 2]);
    workshop.decide(&mut session, Answer::from_word("fully"), None, at(1));
    assert_eq!(workshop.view(&session), View::Decided);
    assert_eq!(session.assessment().decisions[&most].reason.as_deref(), Some("agreed in the workshop"));

    workshop.pass(&mut session, at(2));
    let second = here(&session);
    workshop.vote_again(&mut session);
    assert_eq!(workshop.view(&session), View::Voting);
    assert!(session.assessment().voices.contains_key(&second), "who said what stays");
    let (mut session, mut workshop) = begun(session.assessment().clone());
    assert_eq!(here(&session), second, "a vote that was begun anew is not lost");
    vote(&mut session, &mut workshop, &[("none", 3)]);
    assert_eq!(workshop.view(&session), View::Voting);
    workshop.decide(&mut session, Answer::from_word("none"), None, at(1));
    workshop.pass(&mut session, at(2));
    assert_eq!(workshop.view(&session), View::Over);
}

#[test]
fn a_file_that_has_begun_takes_no_files_of_participants() {
    let file = participant("Ada", "12");
    let participants = [Participant { file: "ada.toml", assessment: &file }];
    let own = prepare(Some(&file), &participants, &BUILT_IN);
    assert_eq!(own.unwrap_err(), PrepareError::Answered);
    let (begun, _) = prepare(None, &participants, &BUILT_IN).unwrap();
    let again = prepare(Some(&begun), &participants, &BUILT_IN);
    assert_eq!(again.unwrap_err(), PrepareError::Begun);
}

#[test]
fn files_of_another_organisation_are_not_put_in() {
    let file = Assessment { organization: "Delta AG".to_owned(), ..participant("Ada", "12") };
    let participants = [Participant { file: "ada.toml", assessment: &file }];
    let both = PrepareError::Organizations(vec!["Delta AG".to_owned(), "Example Corp".to_owned()]);
    assert_eq!(prepare(Some(&empty()), &participants, &BUILT_IN).unwrap_err(), both);
    let other = participant("Bob", "12");
    let participants = [("ada.toml", &file), ("bob.toml", &other)]
        .map(|(file, assessment)| Participant { file, assessment });
    assert_eq!(prepare(None, &participants, &BUILT_IN).unwrap_err(), both);
}

#[test]
fn the_clock_tells_what_fits_and_breaks_take_nothing() {
    let mut clock = Clock::start(90, at(0));
    clock.begin_question(None, &[None; 60], at(0));
    assert_eq!(clock.question(at(30)), (30, 90));
    clock.allot(None, &[None; 30], at(30));
    assert_eq!(clock.question(at(30)), (30, 179), "a new share forgets nothing");
    assert_eq!(clock.time_left(&[None; 60], at(0)).fits, 60);
    assert_eq!(clock.time_left(&[None; 100], at(0)).fits, 90, "a minute each until the pace is known");
    clock.pause_or_go_on(at(600));
    assert_eq!(clock.time_left(&[None; 10], at(5000)).left, 4800);
    clock.pause_or_go_on(at(5000));
    assert_eq!(clock.time_left(&[None; 10], at(5060)).left, 4740);
    (0..4).for_each(|_| clock.decided(false, at(5060)));
    // 660 seconds for four decisions: 165 each, of 4740 that are left.
    assert_eq!(clock.time_left(&[None; 60], at(5060)).fits, 28);
    clock.set_left(10, at(5060));
    let time = clock.time_left(&[None; 4], at(5060));
    assert_eq!((time.fits, time.each), (3, 200), "three fit, and share what is left");
    let late = clock.time_left(&[None; 4], at(7000));
    assert_eq!((late.left < 0, late.each, late.fits), (true, 0, 0));
    assert_eq!(clock.time_left(&[None; 4], at(0)).left, 660, "a clock that is set back takes nothing away");
}

#[test]
fn a_long_question_with_minutes_of_its_own_is_not_the_pace_of_the_room() {
    let mut clock = Clock::start(90, at(0));
    clock.begin_question(Some(1800), &[None; 9], at(0));
    clock.decided(true, at(1800));
    clock.begin_question(None, &[None; 8], at(1800));
    (0..3).for_each(|_| clock.decided(false, at(2100)));
    // 300 seconds for three decisions: 100 each, of 3300 that are left.
    assert_eq!(clock.time_left(&[None; 60], at(2100)).fits, 33);
}

#[test]
fn what_there_is_no_time_for_comes_after_what_is_parked() {
    let mut session = Session::new(&BUILT_IN, empty());
    let start = at(0);
    let mut workshop = Workshop::start(&mut session, Scope::Open, 2, start);
    let first = here(&session);
    let all = workshop.agenda(&session).len();
    assert_eq!(workshop.to_skip(&session, start).len(), all - 2);
    vote(&mut session, &mut workshop, &[("none", 1), ("fully", 1)]);
    workshop.park(&mut session, None, start);
    let late = start + SignedDuration::from_secs(119);
    workshop.pass(&mut session, late);
    assert_eq!(here(&session), first);
    workshop.pass(&mut session, late);
    assert_eq!(workshop.view(&session), View::Voting, "the rest comes all the same");
}

fn picked(questions: &[(&String, Option<u32>)]) -> Vec<Picked> {
    let picked =
        |(question, minutes): &(&String, _)| Picked { question: (*question).clone(), minutes: *minutes };
    questions.iter().map(picked).collect()
}

#[test]
fn what_was_picked_is_walked_through_in_its_order_and_nothing_else() {
    let (mut session, mut workshop) = begun(empty());
    let ids: Vec<String> =
        workshop.agenda(&session).iter().map(|item| item.position.place.question.clone()).collect();
    workshop.pick(&mut session, picked(&[(&ids[5], Some(10)), (&ids[2], None)]), at(0));
    assert_eq!((here(&session), workshop.clock.question(at(0)).1), (ids[5].clone(), 600));
    assert_eq!(workshop.not_picked(&session).len(), ids.len() - 2);
    vote(&mut session, &mut workshop, &[("none", 1)]);
    workshop.decide(&mut session, Answer::from_word("none"), None, at(60));
    workshop.pass(&mut session, at(60));
    assert_eq!(here(&session), ids[2]);
    workshop.pass(&mut session, at(61));
    assert_eq!(workshop.view(&session), View::Over);
    workshop.pick(&mut session, Vec::new(), at(62));
    assert_eq!(here(&session), ids[0], "without a list everything comes again");
    assert!(workshop.not_picked(&session).is_empty());
}

#[test]
fn picking_leaves_no_vote_behind() {
    let (mut session, mut workshop) = begun(empty());
    let first = here(&session);
    let second = workshop.agenda(&session)[1].position.place.question.clone();
    vote(&mut session, &mut workshop, &[("none", 1)]);
    workshop.pick(&mut session, picked(&[(&second, None)]), at(1));
    assert_eq!(here(&session), first, "its votes are being counted");
    workshop.pass(&mut session, at(2));
    assert_eq!(here(&session), second);
}

#[test]
fn minutes_of_its_own_are_taken_from_the_others() {
    let (mut session, mut workshop) = begun(empty());
    let ids: Vec<String> =
        workshop.agenda(&session).iter().map(|item| item.position.place.question.clone()).collect();
    let list = picked(&[(&ids[0], Some(70)), (&ids[1], Some(15)), (&ids[2], Some(10)), (&ids[3], None)]);
    workshop.pick(&mut session, list, at(0));
    let late: Vec<&str> = workshop.to_skip(&session, at(0));
    assert_eq!(late, [ids[2].as_str(), ids[3].as_str()], "70 and 15 of 90 minutes leave none of ten");
    workshop.set_left(&session, 120, at(0));
    assert!(workshop.to_skip(&session, at(0)).is_empty());
    // What the first one has taken is not asked for again.
    assert_eq!(workshop.time_left(&session, at(60 * 60)).fits, 4);
    vote(&mut session, &mut workshop, &[("none", 1)]);
    workshop.decide(&mut session, Answer::from_word("none"), None, at(60 * 60));
    assert_eq!(workshop.time_left(&session, at(60 * 60)).fits, 3);
}

proptest! {
    #![proptest_config(cases(100))]

    /// Votes are counted whatever their order, and undo takes back everything.
    #[test]
    fn votes_are_counted_and_undone(steps in prop::collection::vec((0usize..6, any::<bool>()), 0..60)) {
        let (mut session, mut workshop) = begun(empty());
        let before = session.assessment().clone();
        let question = here(&session);
        let mut expected = [0u32; 6];
        let mut edits = 0;
        for (word, add) in steps {
            if add {
                workshop.vote(&mut session, WORDS[word]);
                expected[word] += 1;
                edits += 1;
            } else if workshop.take_back(&mut session, WORDS[word]) {
                expected[word] -= 1;
                edits += 1;
            }
        }
        let tally = workshop.tally(&session).unwrap();
        prop_assert_eq!(&tally.options[..], &expected[..4]);
        prop_assert_eq!((tally.unknown, tally.not_applicable), (expected[4], expected[5]));
        prop_assert_eq!(tally.all, expected.iter().map(|count| u64::from(*count)).sum::<u64>());
        prop_assert_eq!(session.assessment().votes.contains_key(&question), tally.all > 0);
        if let Some(answer) = tally.outcome.and_then(|outcome| outcome.answer) {
            workshop.decide(&mut session, answer, Some("why".to_owned()), at(1));
            edits += 1;
        }
        let after = session.assessment().clone();
        let text = Document::new(after.clone()).to_text(&BUILT_IN);
        prop_assert_eq!(&Document::parse(&text, "x.toml".as_ref()).unwrap().assessment, &after);
        for _ in 0..edits {
            prop_assert!(session.undo());
        }
        prop_assert_eq!(session.assessment(), &before);
        while session.redo() {}
        prop_assert_eq!(session.assessment(), &after);
    }
}
