//! Killed at any moment, nothing is lost that the screen showed as saved: real sessions in a terminal,
//! SIGKILL at a random point while keys are typed. `OSPO_ASSESS_KILLS` says how often. Each kill has a seed
//! of its own, one after the other from `OSPO_ASSESS_SEED`: what failed says how to repeat it.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use ospo_assess::assessment::Assessment;
use ospo_assess::files::Document;
use ospo_assess::questionnaire::Catalogue;

use crate::common::catalogues::BUILT_IN;
use crate::common::files::NEW;
use crate::common::pty::{Pty, program};
use crate::common::random::Random;
use crate::common::screen::Screen;

const SIZE: (u16, u16) = (100, 40);

/// The end of each frame: the program hides the cursor before it hands the frame over.
const FRAME_END: &[u8] = b"\x1b[?25l";

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |value| value.parse().unwrap())
}

/// The seed of a kill, told where the test fails.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("failed: OSPO_ASSESS_KILLS=1 OSPO_ASSESS_SEED={} repeats it", self.0);
        }
    }
}

#[test]
fn what_is_shown_as_saved_survives_a_kill_at_any_moment() {
    let kills = number("OSPO_ASSESS_KILLS", 60);
    let seed = number("OSPO_ASSESS_SEED", jiff::Timestamp::now().as_second() as u64 * 1_000_000);
    println!("{kills} kills, OSPO_ASSESS_SEED={seed}");
    let catalogue = &*BUILT_IN;
    let next = AtomicU64::new(0);
    let [saved, unsaved] = [(); 2].map(|()| AtomicU64::new(0));
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                // One folder for many: what a killed program leaves must not hinder the next one.
                let home = tempfile::tempdir().unwrap();
                loop {
                    let kill = next.fetch_add(1, Ordering::Relaxed);
                    if kill >= kills {
                        break;
                    }
                    let seed = Seed(seed.wrapping_add(kill));
                    let (shown, found) = session(home.path(), catalogue, &mut Random(seed.0));
                    saved.fetch_add(shown as u64, Ordering::Relaxed);
                    unsaved.fetch_add((found - shown) as u64, Ordering::Relaxed);
                }
            });
        }
    });
    let (saved, unsaved) = (saved.into_inner(), unsaved.into_inner());
    println!(
        "{saved} answers were shown as saved, all of them were there; {unsaved} more were there unshown"
    );
    // How many depends on how busy the machine is; a handful would prove nothing.
    assert!(kills < 100 || saved >= kills / 20, "too few answers to prove anything");
}

/// The words of a reason, behind which stands a number.
const REASON: &str = "We make none of ";

/// One session, killed. Returns how many of its changes the screen showed as saved, and how many the
/// file holds.
fn session(home: &Path, catalogue: &Catalogue, random: &mut Random) -> (usize, usize) {
    let path = home.join("a.toml");
    fs::write(&path, NEW).unwrap();
    let script = script(random);
    let states = rehearse(catalogue, &script);
    let mut pty = Pty::start(program(home, &["a.toml"]), SIZE.0, SIZE.1);
    pty.wait_for("to the first result");
    let before = fs::read_dir(home).unwrap().filter(|file| is_leftover(file.as_ref().unwrap())).count();
    assert_eq!(before, 0, "what the last one left was cleaned up");
    let last = random.below(script.len() as u64);
    for keys in script.iter().take(last as usize + 1) {
        pty.type_keys(keys);
        std::thread::sleep(Duration::from_micros(random.below(20_000)));
    }
    let bytes = pty.kill();
    if String::from_utf8_lossy(&bytes).contains("Pasted") {
        // The machine was so busy that keys came at once: they were taken for a paste, and this is said.
        return (0, 0);
    }

    let text = fs::read_to_string(&path).unwrap();
    let (document, _) = Document::read(&path).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let mut reasons = document.assessment.answers.values().filter_map(|entry| entry.reason.as_ref());
    if reasons.any(|reason| reason.trim_start_matches(REASON).parse::<u64>().is_err()) {
        // The same in a field, where a paste is text: it has the keys that came behind it.
        return (0, 0);
    }
    let found = without_times(document.assessment);
    let found = states.iter().rposition(|(_, state)| *state == found);
    let found = found.unwrap_or_else(|| panic!("no state of this session, after {script:?}:\n{text}"));
    let shown = shown_as_saved(&bytes, &states);
    assert!(found >= shown, "shown as saved: {shown}, in the file: {found}, after {script:?}:\n{text}");
    (shown, found)
}

fn is_leftover(file: &fs::DirEntry) -> bool {
    let name = file.file_name().into_string().unwrap();
    name.starts_with(".ospo-assess-a.toml")
}

/// What is typed, key by key or, where a text follows, together; `i` leads back to the questions from
/// wherever a key led before.
fn script(random: &mut Random) -> Vec<String> {
    let keys = (0..30).map(|_| match random.below(12) {
        0 => "i0".to_owned(),
        1 => format!("ix{REASON}{}\r", random.below(100)),
        2 => "\r".to_owned(),
        _ => format!("i{}", 1 + random.below(4)),
    });
    keys.collect()
}

/// The states through which a session goes: the question that the screen says was answered last, if it
/// says so, and what is to be in the file then. The interface is the real one, without terminal and disk.
fn rehearse(catalogue: &Catalogue, script: &[String]) -> Vec<(Option<String>, Assessment)> {
    let (document, _) = (Document::parse(NEW, Path::new("a.toml")).unwrap(), ());
    let mut screen = Screen::open(catalogue, document.assessment.clone(), SIZE.0, SIZE.1);
    let mut states: Vec<(Option<String>, Assessment)> = vec![(None, without_times(document.assessment))];
    for keys in script {
        screen.press(&keys.replace('\r', "<enter>"));
        if let Some(file) = screen.file.take() {
            let file = without_times(file);
            // A result that is told hides what was answered last: it stands in the file.
            let before = &states[states.len() - 1].1.answers;
            let new = file.answers.iter().find(|(id, entry)| before.get(*id) != Some(entry));
            let answered = new.map(|(id, _)| id.clone()).or_else(|| last(&screen.text()));
            states.push((answered, file));
        }
    }
    states
}

/// The index of the last state that the screen showed together with "saved".
fn shown_as_saved(bytes: &[u8], states: &[(Option<String>, Assessment)]) -> usize {
    let mut terminal = vt100::Parser::new(
        std::num::NonZero::new(SIZE.1).unwrap(),
        std::num::NonZero::new(SIZE.0).unwrap(),
        0,
    );
    let mut shown = 0;
    let mut rest = bytes;
    while let Some(end) = rest.windows(FRAME_END.len()).position(|window| window == FRAME_END) {
        let (frame, after) = rest.split_at(end + FRAME_END.len());
        terminal.process(frame);
        rest = after;
        let text = terminal.screen().contents();
        if text.lines().next().is_some_and(|line| line.trim_end().ends_with(" saved"))
            && let last @ Some(_) = last(&text)
        {
            let state = states.iter().position(|(other, _)| *other == last);
            shown = shown.max(state.unwrap_or_else(|| panic!("no state of this session: {last:?}\n{text}")));
        }
    }
    shown
}

/// The question that was answered last, where that is said.
fn last(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.contains("(u undoes)"))?;
    Some(line.rsplit_once("\u{2713} ")?.1.split_once(':')?.0.to_owned())
}

fn without_times(mut assessment: Assessment) -> Assessment {
    assessment.answers.values_mut().for_each(|entry| entry.answered_at = None);
    assessment
}
