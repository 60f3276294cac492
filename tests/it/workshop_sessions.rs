//! Two workshops of six people in a pseudo-terminal, played from a script: one in harmony, one divided
//! and interrupted. `WORKSHOP_RECORDS=FOLDER` keeps their files.

use std::fs;
use std::path::{Path, PathBuf};

use ospo_assess::assessment::{Answer, Assessment, How};
use ospo_assess::files::Document;
use ospo_assess::interview::queue;

use crate::common::assessments::{answer, answered_now, asking};
use crate::common::catalogues::BUILT_IN;
use crate::common::pty::{Pty, program};

/// A questionnaire of areas: its questions come in their own order whatever is answered.
const ASKED: &str = "characteristics";

fn write(path: &Path, assessment: Assessment) {
    fs::write(path, Document::new(assessment).to_text(&BUILT_IN)).unwrap();
}

fn read(path: &Path) -> Assessment {
    Document::read(path).unwrap().0.assessment
}

/// The ids of the questions, in the order in which they are asked, and what each says.
fn questions() -> Vec<(String, String)> {
    let assessment = asking(&BUILT_IN, &[ASKED]);
    let ids = queue(&BUILT_IN, &assessment).into_iter().map(|position| position.place.question.clone());
    ids.map(|id| {
        let text = BUILT_IN.question(&id).unwrap().text.question.clone();
        // Long questions take two lines: their beginning is enough to know them.
        (id, text.split(' ').take(5).collect::<Vec<_>>().join(" "))
    })
    .collect()
}

fn workshop(home: &Path, more: &[&str]) -> Pty {
    Pty::start(program(home, &[&["workshop", "ospo.toml"], more].concat()), 80, 24)
}

fn keep(path: &Path, name: &str) {
    if let Some(folder) = std::env::var_os("WORKSHOP_RECORDS") {
        fs::copy(path, PathBuf::from(folder).join(name)).unwrap();
    }
}

fn votes(assessment: &Assessment, question: &str) -> u32 {
    assessment.votes.get(question).map_or(0, |votes| votes.values().sum())
}

#[test]
fn six_people_in_harmony() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ospo.toml");
    write(&path, asking(&BUILT_IN, &[ASKED]));
    let questions = questions();
    let mut pty = workshop(home.path(), &["--minutes", "30"]);
    let hands = ["333343", "222233", "444444", "333222", "223333", "222222", "112222", "344444", "333320"];
    assert_eq!(hands.len(), questions.len());
    for ((_, text), hands) in questions.iter().zip(hands) {
        // Everybody on one option is no agreement to measure: the line says so in words.
        pty.wait_for(text).type_keys(hands).wait_for("Votes: 6").type_keys("\r").wait_for("The median");
        pty.type_keys("\r");
        if hands == "333222" {
            pty.wait_for("The room is split").type_keys("The lower one is safe\r");
        }
        pty.wait_for("DECIDED").type_keys("\r");
    }
    pty.wait_for("Everything is decided").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert!(pty.is_given_back());
    assert!(pty.text().contains("saved in ospo.toml; nothing is left to decide"), "{}", pty.text());
    keep(&path, "harmonious.toml");

    let result = read(&path);
    let answers: Vec<_> = questions
        .iter()
        .map(|(id, _)| BUILT_IN.question(id).unwrap().option(word(&result, id)).unwrap().0)
        .collect();
    assert_eq!(answers, [2, 1, 3, 1, 2, 1, 1, 3, 2], "the median of each; between two the lower");
    for (id, _) in &questions {
        assert_eq!((votes(&result, id), result.decisions[id].how), (6, How::Median), "{id}");
    }
}

#[test]
fn six_people_divided_and_interrupted() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ospo.toml");
    write(&path, asking(&BUILT_IN, &[ASKED]));
    let questions = questions();
    divided(home.path(), &questions);
    let now = read(&path);
    let second = &questions[1].0;
    assert_eq!((votes(&now, second), now.decisions.contains_key(second)), (2, false));
    up_to_the_break(home.path(), &questions);
    to_the_end(home.path(), &questions);
    keep(&path, "divided.toml");

    let result = read(&path);
    let [first, second, _, fourth] = [0, 1, 2, 3].map(|i| &questions[i].0);
    assert_eq!(result.answers[first].note.as_deref(), Some("Sales and engineering differ"));
    assert_eq!(result.decisions[first].how, How::Median);
    assert_eq!(result.decisions[second].reason.as_deref(), Some("The works council has signed"));
    assert_eq!(result.answers[fourth].answer, Some(Answer::NotApplicable));
    assert_eq!(result.answers[fourth].reason.as_deref(), Some("We have no developers of our own"));
    for (id, _) in &questions {
        assert_eq!(votes(&result, id), 6, "{id}");
    }
}

/// A question and what it says.
type Asked = (String, String);

/// Two questions, at the second of which the window is closed.
fn divided(home: &Path, questions: &[Asked]) {
    let [first, second, ..] = questions else { panic!("too few questions") };
    // A slip of the hand, a divided room: parked, with a note.
    let mut pty = workshop(home, &["--minutes", "20"]);
    pty.wait_for(&first.1).type_keys("111444").wait_for("Votes: 6");
    pty.type_keys("2").wait_for("Votes: 7").send(b"\x7f").wait_for("Votes: 6");
    pty.type_keys("\r").wait_for("agreement −1.00").wait_for("CONTESTED");
    pty.type_keys("nSales and engineering differ").wait_for("differ").wait_for("new line");
    pty.type_keys("\r").wait_gone("new line");
    pty.type_keys("z").wait_for(&second.1);
    // Somebody knocks in the middle of counting: the window is closed.
    pty.type_keys("12").wait_for("Votes: 2").wait_for("saved");
    pty.signal("HUP");
    pty.end();
}

/// It goes on, and is left in a break.
fn up_to_the_break(home: &Path, questions: &[Asked]) {
    let [_, second, third, ..] = questions else { panic!("too few questions") };
    // It goes on where it was; the votes are hidden still.
    let mut pty = workshop(home, &["--minutes", "12"]);
    pty.wait_for(&second.1).wait_for("Votes: 2");
    assert!(!pty.text().contains('█'));
    pty.type_keys("234x").wait_for("Votes: 6").type_keys("\r").wait_for("not applicable: 1");
    pty.type_keys("3")
        .wait_for("Why this")
        .type_keys("The works council has signed\r")
        .wait_for("DECIDED: 3");
    // Too early: taken back, and taken again.
    pty.type_keys("u").wait_for("The median: 2").type_keys("U").wait_for("DECIDED: 3").type_keys("\r");
    // In a break no key decides; the window stays on the question.
    pty.wait_for(&third.1)
        .type_keys(" ")
        .wait_for("BREAK")
        .type_keys("3z")
        .wait_for("A break: Space goes on");
    pty.type_keys("q");
    assert!(pty.end().success());
    assert!(
        pty.text().contains("8 questions left: `ospo-assess workshop ospo.toml` goes on"),
        "{}",
        pty.text()
    );
}

/// All the others, and what was put off.
fn to_the_end(home: &Path, questions: &[Asked]) {
    let [first, _, third, fourth, fifth, rest @ ..] = questions else { panic!("too few questions") };
    let mut pty = workshop(home, &["--minutes", "5"]);
    pty.wait_for(&third.1)
        .type_keys("000123")
        .wait_for("Votes: 6")
        .type_keys("\r")
        .wait_for("we don't know: 3");
    pty.type_keys("\r").wait_for("The room is split").type_keys("Half of us know\r");
    pty.wait_for("DECIDED").type_keys("\r");
    pty.wait_for(&fourth.1)
        .type_keys("xxxx12")
        .wait_for("Votes: 6")
        .type_keys("\r")
        .wait_for("not applicable: 4");
    // That most say so is no reason: somebody names one.
    pty.type_keys("\r")
        .wait_for("Why does this question not apply?")
        .type_keys("We have no developers of our own\r")
        .wait_for("DECIDED: not applicable")
        .type_keys("\r");
    pty.wait_for(&fifth.1)
        .type_keys("222222")
        .wait_for("Votes: 6")
        .type_keys("\r")
        .wait_for("all 6 chose the same");
    pty.type_keys("\r").wait_for("DECIDED").type_keys("\r");
    for (_, text) in rest {
        pty.wait_for(text).type_keys("223333").wait_for("Votes: 6").type_keys("\r").wait_for("The median: 3");
        pty.type_keys("\r").wait_for("DECIDED").type_keys("\r");
    }
    // What was parked comes back, is voted on again, and decided.
    pty.wait_for(&first.1).wait_for("PARKED").wait_for("CONTESTED");
    pty.type_keys("v").wait_for("Votes: 0").type_keys("112222").wait_for("Votes: 6").type_keys("\r");
    pty.wait_for("The median: 2").type_keys("\r").wait_for("DECIDED").type_keys("\r");
    pty.wait_for("Everything is decided").wait_for("although contested").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
}

#[test]
fn files_of_participants_are_put_in_first() {
    let home = tempfile::tempdir().unwrap();
    let questions = questions();
    for (name, digits) in [("ada", [1, 1, 2]), ("ben", [1, 4, 2]), ("chen", [1, 4, 3])] {
        let mut own = asking(&BUILT_IN, &[ASKED]);
        own.respondent = Some(name.to_owned());
        for ((id, _), digit) in questions.iter().zip(digits) {
            answer(&mut own, id, &BUILT_IN.question(id).unwrap().options[digit - 1].id);
        }
        write(&home.path().join(format!("{name}.toml")), answered_now(&BUILT_IN, own));
    }
    let with = ["--with", "ada.toml", "ben.toml", "chen.toml"];
    let mut pty = workshop(home.path(), &with);
    pty.wait_for(&questions[1].1).wait_for("1 left").wait_for("CONTESTED");
    pty.type_keys("\r")
        .wait_for("The room is split")
        .type_keys("Ada gave in\r")
        .wait_for("DECIDED: 4")
        .type_keys("\r")
        .wait_for("Every contested question is decided; 6 have no answer yet")
        .type_keys("q");
    assert!(pty.end().success());
    assert!(pty.text().contains("saved in ospo.toml; 6 questions left: "), "{}", pty.text());
    let path = home.path().join("ospo.toml");
    let result = read(&path);
    assert_eq!(result.decisions[&questions[1].0].reason.as_deref(), Some("Ada gave in"));
    assert_eq!(result.voices[&questions[0].0].len(), 3);

    let mut pty = workshop(home.path(), &with);
    assert_eq!(pty.end().exit_code(), 1);
    assert!(pty.text().contains("it has votes already"), "{}", pty.text());

    write(&path, Assessment { organization: "Other AG".to_owned(), ..asking(&BUILT_IN, &[ASKED]) });
    let before = fs::read(&path).unwrap();
    let mut pty = workshop(home.path(), &with);
    assert_eq!(pty.end().exit_code(), 1);
    assert!(pty.text().contains("of different organisations (Example Corp, Other AG)"), "{}", pty.text());
    assert_eq!(fs::read(&path).unwrap(), before);
}

/// The word of an answer.
fn word<'a>(assessment: &'a Assessment, question: &str) -> &'a str {
    assessment.answers[question].answer.as_ref().unwrap().word()
}

#[test]
fn a_running_clock_is_redrawn_without_a_key() {
    let home = tempfile::tempdir().unwrap();
    write(&home.path().join("ospo.toml"), asking(&BUILT_IN, &[ASKED]));
    let mut pty = workshop(home.path(), &[]);
    pty.wait_for(" of 10:00");
    let text = pty.text();
    let (before, _) = text.split_once(" of 10:00").unwrap();
    let shown = format!("{} of 10:00", before.split(' ').next_back().unwrap());
    pty.wait_gone(&shown).type_keys(" ").wait_for("BREAK").type_keys("q");
    assert!(pty.end().success());
}
