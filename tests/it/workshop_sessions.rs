//! Workshops in a pseudo-terminal, played from a script: two of six people, one in harmony, one divided and
//! interrupted; two of eight, one by hands, one by devices. `WORKSHOP_RECORDS=FOLDER` keeps their files and minutes.

use std::fs;
use std::path::{Path, PathBuf};

use ospo_assess::assessment::{Answer, Assessment, How};
use ospo_assess::files::Document;
use ospo_assess::interview::queue;
use serde_json::Value;

use crate::common::assessments::{answer, answered_now, asking};
use crate::common::catalogues::BUILT_IN;
use crate::common::pty::{Pty, program};
use crate::common::voter::{Voter, address};

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
        let kept = PathBuf::from(folder).join(name);
        fs::copy(path, &kept).unwrap();
        fs::write(kept.with_extension("md"), minutes(path.parent().unwrap())).unwrap();
    }
}

/// The minutes of the workshop in a folder.
fn minutes(home: &Path) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ospo-assess"));
    command.args(["minutes", "ospo.toml", "--output", "minutes.md", "--force"]).current_dir(home);
    assert!(command.env("OSPO_ASSESS_HOME", home).output().unwrap().status.success());
    fs::read_to_string(home.join("minutes.md")).unwrap()
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
    park(&mut pty);
    pty.wait_for(&second.1);
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
    let said = pty.text().replace('\n', "");
    assert!(
        said.contains("8 questions left: `ospo-assess workshop ospo.toml --minutes 12` goes on"),
        "{said}"
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

/// The names of a room of eight.
const EIGHT: &str = "Ada,Ben,Chen,Dana,Eli,Fay,Gus,Hana";

/// A questionnaire of areas begins a workshop of eight; returns where its questions are.
fn of_eight(home: &Path) -> Vec<Asked> {
    write(&home.join("ospo.toml"), asking(&BUILT_IN, &[ASKED]));
    questions()
}

/// Parks the question, and says not why.
fn park(pty: &mut Pty) {
    pty.type_keys("z").wait_for("Why it is parked").type_keys("\r");
}

/// Counts the hands of eight, shows them and decides; says why where that is asked.
fn decide(pty: &mut Pty, text: &str, hands: &str, why: Option<&str>) {
    pty.wait_for(text).type_keys(hands).wait_for("8 of 8 have voted").type_keys("\r").wait_for("Votes: 8");
    pty.type_keys("\r");
    if let Some(why) = why {
        pty.wait_for("The room is split").type_keys(why).type_keys("\r");
    }
    pty.wait_for("DECIDED").wait_for("saved").type_keys("\r");
}

#[test]
fn eight_people_by_hands_interrupted() {
    let home = tempfile::tempdir().unwrap();
    let questions = of_eight(home.path());
    let [first, second, third, fourth, fifth, rest @ ..] = questions.as_slice() else { panic!() };
    let mut pty = workshop(home.path(), &["--minutes", "60", "--people", EIGHT]);
    decide(&mut pty, &first.1, "22223333", Some("Two products have no owner yet"));
    // Nobody in the room knows it: it waits.
    pty.wait_for(&second.1).type_keys("11444000").wait_for("8 of 8").type_keys("\r").wait_for("CONTESTED");
    pty.type_keys("nAsk the legal team").wait_for("new line").type_keys("\r").wait_gone("new line");
    park(&mut pty);
    pty.wait_for("Parked");
    // The battery dies in the middle of counting.
    pty.wait_for(&third.1).type_keys("2333").wait_for("4 of 8 have voted").wait_for("saved");
    pty.kill();
    let mut pty = workshop(home.path(), &["--minutes", "50", "--people", "8"]);
    pty.wait_for(&third.1).wait_for("4 of 8 have voted");
    assert!(!pty.text().contains('█'), "hidden as before");
    decide(&mut pty, &third.1, "3344", None);
    pty.wait_for(&fourth.1).type_keys("22222223").wait_for("8 of 8").type_keys("\r").wait_for("Votes: 8");
    pty.type_keys("3")
        .wait_for("Why this")
        .type_keys("The tool went live on Monday\r")
        .wait_for("DECIDED: 3");
    pty.type_keys("\r");
    // Somebody says more: the question is voted on again.
    decide(&mut pty, &fifth.1, "11114444", Some("The list is kept for one product"));
    pty.wait_for(&rest[0].1).type_keys("h").wait_for("DECIDED").type_keys("v").wait_for("0 of 8");
    decide(&mut pty, &fifth.1, "22222333", None);
    for (_, text) in rest {
        decide(&mut pty, text, "33333344", None);
    }
    pty.wait_for(&second.1).wait_for("PARKED");
    park(&mut pty);
    pty.wait_for("1 question to decide: 1 parked").wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    // A decision is changed a week later, by one of them alone.
    let changed = format!("{}=fully", rest[0].0);
    let mut later =
        Pty::start(program(home.path(), &["answer", "ospo.toml", &changed, "--by", "Ada"]), 80, 24);
    assert!(later.end().success(), "{}", later.text());

    let path = home.path().join("ospo.toml");
    keep(&path, "eight-by-hands.toml");
    let result = read(&path);
    for (id, _) in &questions {
        assert_eq!(votes(&result, id), 8, "{id}");
    }
    assert_eq!(result.decisions[&second.0].how, How::Parked);
    assert_eq!(result.rounds[&fifth.0].len(), 1);
    assert_eq!(result.decisions[&fourth.0].reason.as_deref(), Some("The tool went live on Monday"));
    assert_eq!(result.decisions[&rest[0].0].changed_by.as_deref(), Some("Ada"));
    let said = minutes(home.path());
    for text in [
        "Ada, Ben, Chen, Dana, Eli, Fay, Gus, Hana",
        "Two products have no owner yet",
        "Ask the legal team",
        "The tool went live on Monday",
        "Parked: 1 question",
        "- **Decided:** 8 questions, 1 parked",
        ", by Ada",
    ] {
        assert!(said.contains(text), "{text} is missing in\n{said}");
    }
}

/// The word of an option, counted from 1.
fn option((id, _): &Asked, number: usize) -> &'static str {
    &BUILT_IN.question(id).unwrap().options[number - 1].id
}

/// Each device votes for its option, once the room is at the question.
fn vote(devices: &[Voter], asked: &Asked, options: &[usize]) {
    for (device, number) in devices.iter().zip(options) {
        let is_open =
            |state: &Value| state["question"]["id"] == asked.0.as_str() && state["stage"] == "voting";
        device.wait_for("the question", is_open);
        assert_eq!(device.vote(option(asked, *number), None).status, 202);
    }
}

#[test]
fn eight_people_by_devices_interrupted() {
    let home = tempfile::tempdir().unwrap();
    let questions = of_eight(home.path());
    let [first, second, third, rest @ ..] = questions.as_slice() else { panic!() };
    let more = ["--listen", "127.0.0.1:0", "--people", "8", "--minutes", "60"];
    let start = || {
        let mut pty = workshop(home.path(), &more);
        pty.wait_for("Vote from your own device").type_keys("\r").wait_for("http://127");
        pty
    };
    let mut pty = start();
    let (place, code) = address(&pty.text());
    let devices: Vec<Voter> = (0..8).map(|_| Voter::enter(&place, &code)).collect();
    // A tie, decided for a reason; one of them says more on the device.
    pty.wait_for(&first.1);
    vote(&devices[..7], first, &[2, 2, 2, 2, 3, 3, 3]);
    assert_eq!(devices[7].vote(option(first, 3), Some("Not in the subsidiary")).status, 202);
    pty.wait_for("8 of 8 have voted").type_keys("\r").wait_for("Votes: 8").type_keys("\r");
    pty.wait_for("The room is split")
        .type_keys("The subsidiary counts\r")
        .wait_for("DECIDED")
        .type_keys("\r");
    // Three have voted when the program is killed; one device is out of reach meanwhile.
    pty.wait_for(&second.1);
    vote(&devices[..3], second, &[1, 2, 2]);
    devices[0].wait_for("what is saved", |state| state["saved"] == true && state["voted"] == 3);
    pty.kill();
    let mut pty = start();
    pty.wait_for(&second.1).wait_for("3 of 8 have voted");
    let state = devices[0].wait_for("its vote", |state| !state["mine"].is_null());
    assert_eq!(state["mine"]["answer"], option(second, 1), "nobody came in again");
    vote(&devices[3..7], second, &[2, 2, 3, 3]);
    pty.wait_for("7 of 8 have voted");
    // The last one comes back, and is where the room is.
    vote(&devices[7..], second, &[2]);
    pty.wait_for("8 of 8 have voted").type_keys("\r").wait_for("Votes: 8").type_keys("\r");
    pty.wait_for("DECIDED").type_keys("\r");
    pty.wait_for(&third.1);
    vote(&devices, third, &[1, 1, 1, 1, 4, 4, 4, 4]);
    pty.wait_for("8 of 8 have voted").type_keys("\r").wait_for("CONTESTED");
    park(&mut pty);
    for asked in rest {
        pty.wait_for(&asked.1);
        vote(&devices, asked, &[3, 3, 3, 3, 3, 3, 4, 4]);
        pty.wait_for("8 of 8 have voted").type_keys("\r").wait_for("Votes: 8").type_keys("\r");
        pty.wait_for("DECIDED").wait_for("saved").type_keys("\r");
    }
    pty.wait_for(&third.1).wait_for("PARKED");
    park(&mut pty);
    pty.wait_for("1 question to decide: 1 parked").wait_for("saved").type_keys("q");
    assert!(pty.end().success());

    let path = home.path().join("ospo.toml");
    keep(&path, "eight-by-devices.toml");
    let result = read(&path);
    for (id, _) in &questions {
        assert_eq!(votes(&result, id), 8, "{id}");
    }
    assert!(result.ballots.is_empty(), "nobody gave a name");
    assert_eq!(result.decisions[&first.0].reason.as_deref(), Some("The subsidiary counts"));
    let said = minutes(home.path());
    for text in ["The subsidiary counts", "Not in the subsidiary", "Parked: 1 question"] {
        assert!(said.contains(text), "{text} is missing in\n{said}");
    }
}
