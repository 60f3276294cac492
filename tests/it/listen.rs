//! Everybody votes from their own device: whole sessions with plain clients, and clients that mean harm.

#[cfg(unix)]
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
#[cfg(unix)]
use std::os::unix::fs::MetadataExt;
#[cfg(unix)]
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

#[cfg(unix)]
use ospo_assess::assessment::{Assessment, How};
use ospo_assess::files::Document;
use ospo_assess::interview::queue;
use ospo_assess::listen::{Door, Heard, RoomStage, Serving, Shown, ShownOption, ShownQuestion};

use crate::common::assessments::asking;
use crate::common::catalogues::BUILT_IN;
use crate::common::program::Folder;
#[cfg(unix)]
use crate::common::pty::{Pty, program};
use crate::common::talk::Talk;
use crate::common::voter::{Voter, address, send};

/// A questionnaire of areas: its questions come in their own order whatever is answered.
const ASKED: &str = "characteristics";

#[cfg(unix)]
fn file(home: &Path) {
    let text = Document::new(asking(&BUILT_IN, &[ASKED])).to_text(&BUILT_IN);
    fs::write(home.join("ospo.toml"), text).unwrap();
}

#[cfg(unix)]
fn read(home: &Path) -> Assessment {
    Document::read(&home.join("ospo.toml")).unwrap().0.assessment
}

/// The ids of the first questions, and the words of their options.
fn questions() -> Vec<(String, Vec<String>)> {
    let places = queue(&BUILT_IN, &asking(&BUILT_IN, &[ASKED]));
    let ids = places.into_iter().map(|position| position.place.question.clone());
    let words =
        |id: &str| BUILT_IN.question(id).unwrap().options.iter().map(|option| option.id.clone()).collect();
    ids.map(|id| (id.clone(), words(&id))).collect()
}

#[cfg(unix)]
fn workshop(home: &Path, more: &[&str]) -> Pty {
    let arguments = [&["workshop", "ospo.toml", "--listen", "127.0.0.1:0"], more].concat();
    let mut pty = Pty::start(program(home, &arguments), 100, 30);
    pty.wait_for("Vote from your own device").type_keys("\r").wait_for("http://127");
    pty
}

#[cfg(unix)]
fn eight(pty: &Pty) -> Vec<Voter> {
    let (place, code) = address(&pty.text());
    (0..8).map(|_| Voter::enter(&place, &code)).collect()
}

#[cfg(unix)]
#[test]
fn eight_devices_vote_change_their_votes_and_see_them_when_all_do() {
    let home = tempfile::tempdir().unwrap();
    file(home.path());
    let (id, words) = questions().swap_remove(0);
    let mut pty = workshop(home.path(), &["--people", "8"]);
    let voters = eight(&pty);
    for (i, voter) in voters.iter().enumerate().take(7) {
        let note = (i == 2).then_some("Only in \u{1b}[31mSales");
        assert_eq!(voter.vote(&words[i % 2], note).status, 202);
    }
    pty.wait_for("7 of 8 have voted");
    // Nobody sees what others voted, and everybody what they voted.
    let state = voters[2].wait_for("its vote", |state| !state["mine"].is_null() && state["voted"] == 7);
    assert_eq!((&state["mine"]["answer"], &state["stage"]), (&words[0].as_str().into(), &"voting".into()));
    assert_eq!(state["results"].as_array().unwrap().len(), 0);
    assert!(!state.to_string().contains("ballots") && !pty.text().contains("\u{2588}"));
    // A vote that is changed is no second one; an answer that is not offered is none at all.
    assert_eq!(voters[0].vote("unknown", None).status, 202);
    assert_eq!(voters[7].vote("everything", None).status, 409);
    assert_eq!(voters[7].vote(&words[1], None).status, 202);
    pty.wait_for("8 of 8 have voted");
    voters[7].wait_for("what is saved", |state| state["saved"] == true && state["voted"] == 8);
    let now = read(home.path());
    assert_eq!(now.votes[&id].values().sum::<u32>(), 8);
    assert_eq!((now.votes[&id]["unknown"], now.votes[&id][&words[1]], now.ballots[&id].len()), (1, 4, 8));

    pty.type_keys("\r").wait_for("\u{2588}");
    let state = voters[3].wait_for("the votes", |state| state["stage"] == "revealed");
    assert_eq!(state["results"][1]["votes"], 4);
    assert_eq!(voters[3].vote(&words[0], None).status, 409, "what is shown is not changed any more");
    pty.type_keys("\r").wait_for("DECIDED").wait_for("saved");
    voters[3].wait_for("the decision", |state| state["decision"].is_string());
    let now = read(home.path());
    assert!(now.ballots.is_empty(), "who voted what is nobody's any more: {:?}", now.ballots);
    assert_eq!((now.votes[&id].values().sum::<u32>(), now.decisions[&id].how), (8, How::Median));
    assert_eq!(now.answers[&id].note.as_deref(), Some("Only in \u{fffd}[31mSales"));
    pty.type_keys("\r");
    voters[3].wait_for("the next question", |state| state["question"]["id"] != id.as_str());
    pty.type_keys("q");
    assert!(pty.end().success());
}

#[cfg(unix)]
#[test]
fn votes_from_devices_survive_a_kill_and_their_devices_come_back() {
    let home = tempfile::tempdir().unwrap();
    file(home.path());
    let (id, words) = questions().swap_remove(0);
    let mut pty = workshop(home.path(), &[]);
    let voters = eight(&pty);
    for voter in &voters {
        assert_eq!(voter.vote(&words[0], None).status, 202);
    }
    voters[0].wait_for("what is saved", |state| state["saved"] == true && state["voted"] == 8);
    pty.kill();
    assert_eq!(read(home.path()).votes[&id][&words[0]], 8);

    let mut pty = workshop(home.path(), &[]);
    // The same address and code, so that nobody comes in again; and for the user's eyes alone.
    assert_eq!(address(&pty.text()), (voters[0].place.clone(), voters[0].code.clone()));
    #[cfg(unix)]
    assert_eq!(fs::metadata(home.path().join(".workshops")).unwrap().mode() & 0o777, 0o600);
    let state = voters[1].wait_for("its vote", |state| state["mine"]["answer"] == words[0].as_str());
    assert_eq!(state["voted"], 8);
    assert_eq!(voters[1].vote(&words[1], None).status, 202);
    voters[1].wait_for("the other vote", |state| state["mine"]["answer"] == words[1].as_str());
    assert_eq!(voters[1].state()["voted"], 8, "it is the same vote");
    pty.type_keys("q");
    assert!(pty.end().success());
    // Who leaves closes the room.
    let pty = workshop(home.path(), &[]);
    assert_ne!(address(&pty.text()).1, voters[0].code);
}

#[cfg(unix)]
#[test]
fn hands_and_devices_are_counted_together_and_names_are_kept_where_that_is_wanted() {
    let home = tempfile::tempdir().unwrap();
    file(home.path());
    let (id, words) = questions().swap_remove(0);
    let mut pty = workshop(home.path(), &["--names"]);
    let voters = eight(&pty);
    let body = |name: &str| format!(r#"{{"question":"{id}","answer":"{}","name":"{name}"}}"#, words[0]);
    assert_eq!(voters[0].post(&body("Ada")).status, 202);
    assert_eq!(voters[1].post(&body("")).status, 202);
    pty.wait_for("Votes: 2").type_keys("11").wait_for("Votes: 4");
    // What a device voted is taken back there alone, and undo leaves it alone.
    pty.type_keys("-1-1-1").wait_for("There is no such vote").wait_for("Votes: 2");
    pty.type_keys("uuuuu").wait_for("Nothing").wait_for("Votes: 2");
    pty.type_keys("\r").wait_for("\u{2588}").type_keys("\r").wait_for("DECIDED").wait_for("saved");
    let ballots = &read(home.path()).ballots[&id];
    assert_eq!(ballots.len(), 1);
    assert_eq!((ballots[0].by.as_deref(), &ballots[0].device), (Some("Ada"), &None));
    pty.type_keys("q");
    assert!(pty.end().success());
}

#[cfg(unix)]
#[test]
fn the_code_is_renewed_and_a_device_removed() {
    let home = tempfile::tempdir().unwrap();
    file(home.path());
    let (_, words) = questions().swap_remove(0);
    let mut pty = workshop(home.path(), &[]);
    let voters = eight(&pty);
    for voter in &voters[..2] {
        assert_eq!(voter.vote(&words[0], None).status, 202);
    }
    pty.wait_for("Votes: 2").type_keys("d").wait_for("2 devices").type_keys("jj\r");
    pty.wait_for("Device 1, ").type_keys("\r").wait_for("The device is removed").wait_for("Votes: 1");
    let is_in = |voter: &Voter| voter.get("state").status;
    assert_eq!(voters[..2].iter().map(is_in).filter(|status| *status == 200).count(), 1);
    let before = address(&pty.text());
    pty.type_keys("d").wait_for("Vote from your own device").type_keys("j\r").wait_for("The new code");
    pty.type_keys("\r").wait_gone("Vote from your own device");
    let (place, code) = address(&pty.text());
    assert_eq!(place, before.0);
    assert_ne!(code, before.1);
    assert_eq!(voters[3].get("state").status, 410);
    let mut back = voters[3].clone();
    back.code = code;
    assert_eq!(back.get("state").status, 200);
    pty.type_keys("q");
    assert!(pty.end().success());
}

/// A room line by line, with a device in it, and the answers to its first question.
fn line_by_line() -> (Folder, Talk, Voter, Vec<String>) {
    let folder = Folder::new();
    folder.write("ospo.toml", Document::new(asking(&BUILT_IN, &[ASKED])).to_text(&BUILT_IN));
    let (id, words) = questions().swap_remove(0);
    let arguments = ["--plain", "workshop", "ospo.toml", "--listen", "127.0.0.1:0"];
    let (talk, said) = Talk::start(&folder, &arguments);
    let (place, code) = address(&said);
    let voter = Voter::enter(&place, &code);
    voter.wait_for("the room", |state| state["question"]["id"] == id.as_str());
    (folder, talk, voter, words)
}

#[test]
fn line_by_line_votes_from_devices_are_taken_and_saved_while_nobody_writes() {
    let (_folder, mut talk, voter, words) = line_by_line();
    assert_eq!(voter.vote(&words[2], None).status, 202);
    voter
        .wait_for("its vote", |state| state["mine"]["answer"] == words[2].as_str() && state["saved"] == true);
    let said = talk.say("1");
    assert!(said.contains("1 of 1 have voted"), "{said}");
    talk.say_last("q");
    assert_eq!(talk.end().1, 0);
}

#[test]
fn a_line_written_before_something_asks_by_itself_answers_nothing() {
    let (folder, mut talk, voter, words) = line_by_line();
    let text = folder.read("ospo.toml");
    talk.say("1");
    folder.write("ospo.toml", format!("# Somebody else was here.\n{text}"));
    assert_eq!(voter.vote(&words[2], None).status, 202);
    voter.wait_for("its vote", |state| state["mine"]["answer"] == words[2].as_str());
    std::thread::sleep(Duration::from_millis(300));
    let said = talk.say("1");
    assert!(said.contains("This line was not counted") && said.contains("changed"), "{said}");
    let said = talk.say("1");
    assert!(said.contains("the changes of both are here"), "{said}");
    talk.say_last("q");
    assert_eq!(talk.end().1, 0);
    assert!(folder.read("ospo.toml").starts_with("# Somebody else was here."));
}

/// A room that votes, and what it hears.
fn room() -> (Serving, String, String, std::sync::mpsc::Receiver<Heard>) {
    let door = Door::open(&"127.0.0.1:0".parse().unwrap(), None).unwrap();
    let (place, code) = (door.place().to_owned(), door.code().to_owned());
    let (sender, heard) = channel();
    let serving = door.serve(move |heard| drop(sender.send(heard))).unwrap();
    let option = |word: &str| ShownOption { word: word.to_owned(), text: word.to_owned() };
    serving.show(Shown {
        stage: RoomStage::Voting,
        title: "Example Corp".to_owned(),
        question: Some(ShownQuestion {
            id: "inventory".to_owned(),
            place: String::new(),
            text: "Do you?".to_owned(),
            help: String::new(),
            names: Vec::new(),
            options: vec![option("none"), option("fully")],
        }),
        voted: 0,
        people: 8,
        results: Vec::new(),
        decision: None,
        names: false,
        saved: true,
        votes: Default::default(),
    });
    (serving, place, code, heard)
}

#[test]
fn without_the_code_from_elsewhere_or_for_another_host_there_is_nothing() {
    let (_serving, place, code, heard) = room();
    let voter = Voter::enter(&place, &code);
    let get = |path: &str, more: &str| {
        send(&place, format!("GET {path} HTTP/1.1\r\nHost: {place}\r\n{more}\r\n").as_bytes()).status
    };
    assert_eq!(get("/", ""), 403);
    assert_eq!(get("/ABCDEF", ""), 403);
    assert_eq!(get("/ABCDEF/state", ""), 403);
    assert_eq!(get(&format!("/{code}/state"), ""), 403, "a cookie is needed too");
    assert_eq!(get(&format!("/{code}/../../etc/passwd"), ""), 404);
    assert_eq!(get("/favicon.ico", ""), 404);
    let lower = code.to_lowercase();
    assert_eq!(get(&format!("/?code={lower}"), ""), 303);
    assert_eq!(get(&format!("/{lower}"), ""), 200);
    let cookie = format!("Cookie: {}\r\n", voter.cookie);
    assert_eq!(get(&format!("/{code}/state"), &cookie), 200);
    let cross = |more: &str| get(&format!("/{code}/state"), &format!("{cookie}{more}"));
    assert_eq!(cross("Origin: http://evil.example\r\n"), 403);
    assert_eq!(cross("Sec-Fetch-Site: cross-site\r\n"), 403);
    // A name that was made to point here.
    for host in ["evil.example", "evil.example:7400", "127.0.0.1", "127.0.0.1:1", "[::1]:80", ""] {
        let request = format!("GET /{code}/state HTTP/1.1\r\nHost: {host}\r\n{cookie}\r\n");
        assert_eq!(send(&place, request.as_bytes()).status, 421, "{host}");
    }
    assert_eq!(send(&place, format!("GET /{code} HTTP/1.1\r\n\r\n").as_bytes()).status, 421);
    let port = place.split(':').nth(1).unwrap();
    let request = format!("GET /{code} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    assert_eq!(send(&place, request.as_bytes()).status, 200);
    // A form of another page: neither its type nor its origin will do.
    let body = r#"{"question":"inventory","answer":"none"}"#;
    for more in [
        "Content-Type: text/plain\r\nOrigin: http://evil.example\r\n".to_owned(),
        "Content-Type: application/json\r\n".to_owned(),
        format!("Content-Type: text/plain\r\nOrigin: http://{place}\r\n"),
    ] {
        let head = format!("POST /{code}/vote HTTP/1.1\r\nHost: {place}\r\n{cookie}{more}");
        let request = format!("{head}Content-Length: {}\r\n\r\n{body}", body.len());
        assert!([403, 415].contains(&send(&place, request.as_bytes()).status), "{more}");
    }
    let votes: Vec<_> = heard.try_iter().flat_map(|heard| heard.votes).collect();
    assert!(votes.is_empty(), "{votes:?}");
}

#[test]
fn devices_come_back_into_a_room_that_was_killed_and_removed_ones_do_not() {
    let (serving, place, code, _heard) = room();
    let [voter, removed] = [(); 2].map(|()| Voter::enter(&place, &code));
    let state = |voter: &Voter| {
        let request =
            format!("GET /{code}/state HTTP/1.1\r\nHost: {place}\r\nCookie: {}\r\n\r\n", voter.cookie);
        send(&place, request.as_bytes()).status
    };
    assert_eq!((state(&voter), state(&removed)), (200, 200));
    serving.remove(removed.cookie.split('=').nth(1).unwrap());
    let keys = serving.keys();
    drop(serving);
    // Its thread ends with the next connection.
    while TcpListener::bind(&place).is_err() {
        std::thread::sleep(Duration::from_millis(10));
    }
    let door = Door::open(&"127.0.0.1:0".parse().unwrap(), Some(keys)).unwrap();
    assert_eq!((door.place(), door.code()), (place.as_str(), code.as_str()));
    let _serving = door.serve(drop).unwrap();
    assert_eq!((state(&voter), state(&removed)), (200, 403));
}

#[test]
fn the_page_asks_for_nothing_elsewhere_and_is_kept_nowhere() {
    let (_serving, place, code, _heard) = room();
    let answer = send(&place, format!("GET /{code} HTTP/1.1\r\nHost: {place}\r\n\r\n").as_bytes());
    let addresses: Vec<&str> = answer.body.matches("http").collect();
    assert!(addresses.is_empty(), "{addresses:?}");
    for header in [
        "Content-Security-Policy: default-src 'none'; script-src 'nonce-",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "X-Frame-Options: DENY",
        "HttpOnly; SameSite=Strict",
    ] {
        assert!(answer.head.contains(header), "{header}: {}", answer.head);
    }
    let again = send(&place, format!("GET /{code} HTTP/1.1\r\nHost: {place}\r\n\r\n").as_bytes());
    assert_ne!(answer.head, again.head, "a script is told by what nobody knows before");
    assert!(!answer.body.contains("{{"), "everything is filled in");
}

#[test]
fn what_is_no_request_or_too_large_is_refused_and_the_room_goes_on() {
    let (_serving, place, code, heard) = room();
    let voter = Voter::enter(&place, &code);
    assert_eq!(send(&place, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n").status, 400);
    assert_eq!(send(&place, &[b'A'; 20_000]).status, 431);
    let long = format!("GET /{} HTTP/1.1\r\n", "a".repeat(20_000));
    assert_eq!(send(&place, long.as_bytes()).status, 431);
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(100));
    assert_eq!(send(&place, many.as_bytes()).status, 431);
    assert_eq!(voter.post(&"x".repeat(40 * 1024 * 1024)).status, 413);
    for body in [
        "",
        "{",
        "[]",
        "null",
        r#"{"question":"inventory"}"#,
        r#"{"question":"inventory","answer":"none","more":1}"#,
        r#"{"question":"inventory","answer":"none","device":"AAAAAAAAAAAAAAAAAAAAAA"}"#,
        &"[".repeat(16_000),
    ] {
        assert_eq!(voter.post(body).status, 400, "{body}");
    }
    for body in [
        r#"{"question":"policy","answer":"none"}"#,
        r#"{"question":"inventory","answer":"partly"}"#,
        r#"{"question":"inventory","answer":""}"#,
    ] {
        assert_eq!(voter.post(body).status, 409, "{body}");
    }
    let note = "\u{1b}[2J".repeat(1000) + &"long ".repeat(1000);
    let body = format!(r#"{{"question":"inventory","answer":"none","note":{}}}"#, serde_json::json!(note));
    assert_eq!(voter.post(&body).status, 202);
    let mut votes = Vec::new();
    while votes.is_empty() {
        votes = heard.recv_timeout(Duration::from_secs(20)).unwrap().votes;
    }
    let note = votes[0].note.as_ref().unwrap();
    assert!(note.chars().count() <= 2000 && !note.contains('\u{1b}'));
}

#[test]
fn slow_and_many_connections_keep_nobody_out() {
    let (_serving, place, code, _heard) = room();
    let mut slow = Vec::new();
    for i in 0..600 {
        let Ok(mut stream) = TcpStream::connect(&place) else { break };
        let head = format!("GET /{code} HTTP/1.1\r\nHost: {place}\r\nX-{i}: ");
        let _ = stream.write_all(head.as_bytes());
        slow.push(stream);
    }
    let voter = Voter::enter(&place, &code);
    assert_eq!(voter.get("state").status, 200);
    // Those that came first gave way, and the last ones are told that they are too slow.
    let mut last = slow.pop().unwrap();
    last.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let (begun, mut text) = (Instant::now(), String::new());
    while begun.elapsed() < Duration::from_secs(15) && last.write_all(b"a").is_ok() {
        std::thread::sleep(Duration::from_millis(500));
    }
    let _ = last.read_to_string(&mut text);
    assert!(text.is_empty() || text.contains("408"), "{text}");
    assert_eq!(voter.get("state").status, 200);
}

#[test]
fn a_device_asks_so_often_and_whoever_guesses_codes_has_to_wait() {
    let (_serving, place, code, _heard) = room();
    let voter = Voter::enter(&place, &code);
    let statuses: Vec<u16> = (0..100).map(|_| voter.get("state").status).collect();
    assert!(statuses.contains(&429) && statuses[0] == 200, "{statuses:?}");
    let guess = |i: usize| {
        let code =
            format!("AAAA{}{}", ["B", "C", "D", "E", "F"][i / 5 % 5], ["B", "C", "D", "E", "F"][i % 5]);
        send(&place, format!("GET /{code} HTTP/1.1\r\nHost: {place}\r\n\r\n").as_bytes()).status
    };
    let statuses: Vec<u16> = (0..25).map(guess).collect();
    assert!(statuses[..20].iter().all(|status| *status == 403) && statuses[24] == 429, "{statuses:?}");
    assert_eq!(voter.get("state").status, 429, "the right code is not told from a wrong one either");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_listened_at_is_said_before_anything_begins() {
    let home = tempfile::tempdir().unwrap();
    file(home.path());
    let mut pty =
        Pty::start(program(home.path(), &["workshop", "ospo.toml", "--listen", "192.0.2.7"]), 100, 30);
    pty.wait_for("cannot listen at 192.0.2.7");
    assert_eq!(pty.end().exit_code(), 1);
    let mut pty =
        Pty::start(program(home.path(), &["workshop", "ospo.toml", "--listen", "http://here"]), 100, 30);
    pty.wait_for("is no address");
    assert_eq!(pty.end().exit_code(), 2);
}

/// Whether what takes long is wanted.
fn long() -> bool {
    std::env::var_os("OSPO_ASSESS_LONG").is_some()
}

#[cfg(unix)]
#[test]
fn a_crowd_votes_and_the_screen_counts_it() {
    let crowd = if long() { 500 } else { 60 };
    let home = tempfile::tempdir().unwrap();
    file(home.path());
    let (id, words) = questions().swap_remove(0);
    let mut pty = workshop(home.path(), &[]);
    let (place, code) = address(&pty.text());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..20 {
            let (place, code, words) = (&place, &code, &words);
            scope.spawn(move || {
                for i in (thread..crowd).step_by(20) {
                    let voter = Voter::enter(place, code);
                    assert_eq!(voter.vote(&words[i % words.len()], None).status, 202);
                }
            });
        }
    });
    let last = Instant::now();
    pty.wait_for(&format!("{crowd} of {crowd} have voted"));
    let (voting, counting) = (last - begun, last.elapsed());
    println!("{crowd} voters: all votes in {voting:.1?}, on the screen {counting:.1?} after the last one");
    pty.wait_for("saved").type_keys("q");
    assert!(pty.end().success());
    assert_eq!(read(home.path()).votes[&id].values().sum::<u32>(), crowd as u32);
}

#[test]
fn ten_thousand_connections_that_never_end_keep_nobody_out() {
    if !long() {
        return;
    }
    let (_serving, place, code, _heard) = room();
    let voter = Voter::enter(&place, &code);
    let mut open = std::collections::VecDeque::new();
    for i in 0..10_000 {
        if let Ok(mut stream) = TcpStream::connect(&place) {
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost:");
            open.push_back(stream);
        }
        if open.len() > 400 {
            open.pop_front();
        }
        if i % 1000 == 999 {
            let begun = Instant::now();
            assert_eq!(voter.get("state").status, 200);
            println!("made {} connections: a device was answered in {:.1?}", i + 1, begun.elapsed());
        }
    }
}
