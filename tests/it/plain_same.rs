//! What the screens can do, the lines can: the same session by keys and line by line leaves the same files,
//! byte for byte apart from the times, after each of its steps and in the same place, for every command of
//! the table of keys wherever it means something.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread;

use ospo_assess::app::keys::{Command, Context, TABLE};
use ospo_assess::check::load;
use strum::VariantArray;

use crate::common::by_keys::ByKeys;
use crate::common::files::without_times;
use crate::common::program::Folder;
use crate::common::pty::{self, Pty};
use crate::common::talk::Talk;

/// A step: the keys, and the lines that do the same. `FOLDER` stands for where one is, `END` for the end of
/// the input.
type Step = (&'static str, &'static [&'static str]);

/// The commands that mean nothing line by line, and why.
const FOR_SCREENS: &[(&[Command], &str)] = &[
    (
        &[Command::Up, Command::Down, Command::PageUp, Command::PageDown],
        "nothing is highlighted or scrolled: a number chooses, an empty line reads on",
    ),
    (&[Command::First, Command::Last], "the same"),
    (&[Command::Mouse], "there is nothing to click at"),
    (&[Command::Suspend], "the terminal itself stops a program that reads lines"),
    (&[Command::Large], "there are no fonts"),
    (&[Command::Editor], "a line is written with whatever writes it, or comes out of a pipe"),
];

/// An assessment that has a plan on a fixed day.
const FILE: &str = "\
# Kept by hand
format = 1
organization = \"Example Corp\"
questionnaires = { example = \"1.0.0\", rungs = \"1.0.0\", choose = \"2.0.0\" }

[plan]
start = 2027-01-01
";

/// The same for a workshop, with few questions.
const SMALL: &str = "\
format = 1
organization = \"Example Corp\"
questionnaires = { example = \"1.0.0\" }

[plan]
start = 2027-01-01
";

/// An assessment whose answers are old.
const OLD: &str = "\
format = 1
organization = \"Old Corp\"
questionnaires = { example = \"1.0.0\" }

[answers.test-rules]
answer = \"partly\"
answered_at = 2026-01-01T10:00:00Z
";

/// An assessment of whose plan nothing is known.
const NEW: &str = "\
format = 1
organization = \"New Corp\"
questionnaires = { example = \"1.0.0\" }
";

/// What is asked before the first plan; its start is no longer today's.
const SET_UP: &[Step] = &[
    ("p<esc>", &["p", "back"]),
    ("<esc><esc><enter>", &["back", "back", "1"]),
    ("p11", &["p", "1", "1"]),
    ("24", &["2", "4"]),
    ("2<esc>", &["2", "back"]),
    ("3<c-u>2027-01-01<enter>", &["3", "2027-01-01"]),
    ("<enter>", &["4"]),
    ("w1<c-u>FOLDER/plan.md<enter>", &["w", "1", "FOLDER/plan.md"]),
];

/// What is asked for wherever an assessment is open, and leaves the place or not.
const EVERYWHERE: &[Step] = &[
    ("r", &["r"]),
    ("i", &["i"]),
    ("t", &["t"]),
    ("p", &["p"]),
    ("W", &["W"]),
    ("h", &["h"]),
    ("l", &["l"]),
    ("h", &["h"]),
    ("?<esc>", &["?"]),
    ("/list<enter><esc>", &["/list", "back"]),
    ("b<esc>", &["b", "back"]),
];

/// A session: what is in `a.toml`, if it is opened, and the steps.
struct Session {
    name: &'static str,
    file: Option<&'static str>,
    steps: Vec<Step>,
}

fn session(name: &'static str, file: Option<&'static str>, steps: &[&[Step]]) -> Session {
    Session { name, file, steps: steps.concat() }
}

/// What is asked for everywhere, and after each of them the way back.
fn everywhere(back: Step) -> Vec<Step> {
    EVERYWHERE.iter().flat_map(|step| [*step, back]).collect()
}

fn sessions() -> Vec<Session> {
    let mut sessions = lists();
    sessions.extend(screens());
    sessions.extend(workshops());
    sessions.extend(dialogs());
    sessions
}

/// The list of assessments and the comparison.
fn lists() -> Vec<Session> {
    vec![
        session(
            "nothing on the list",
            None,
            &[&[
                ("?<esc>", &["?"]),
                ("u", &["u"]),
                ("<esc>", &["back"]),
                ("o<c-u>FOLDER/elsewhere/b.toml<enter>", &["o FOLDER/elsewhere/b.toml"]),
                ("<esc>", &["back"]),
                ("D<down><enter>", &["D 1", "yes"]),
                ("u", &["u"]),
                ("D<down><enter>", &["D 1", "yes"]),
                ("aNew Corp<enter><enter>", &["a", "New Corp", ""]),
                ("3<esc>", &["3", "back"]),
                ("D<down><enter>", &["D 1", "yes"]),
                ("<enter>", &[""]),
                ("Newer Corp<enter><enter>", &["Newer Corp", ""]),
                ("<esc>", &["back"]),
                ("q", &["q"]),
            ]],
        ),
        session("leaving an empty list", None, &[&[("q", &["q"])]]),
        session(
            "a list",
            Some(OLD),
            &[&[
                ("<esc>", &["back"]),
                ("?<esc>", &["?"]),
                ("<esc>", &["back"]),
                ("R<c-u>Renamed Corp<enter>", &["R 1", "Renamed Corp"]),
                ("R<c-u>Other Corp<esc>", &["R 1", "back"]),
                ("c<esc>", &["c 1"]),
                ("2<esc>", &["2", "back"]),
                ("<up><up><up>C<enter>", &["C 1", "1"]),
                ("?<esc>", &["?"]),
                ("<esc>", &["back"]),
                ("o<c-u>FOLDER/elsewhere/b.toml<enter>", &["o FOLDER/elsewhere/b.toml"]),
                ("<esc>", &["back"]),
                ("aThird Corp<enter><enter>", &["a", "Third Corp", ""]),
                ("<esc>", &["back"]),
                ("D<down><enter>", &["D 1", "yes"]),
                ("u", &["u"]),
                ("<enter>", &["1"]),
                ("<esc>", &["back"]),
                ("q", &["q"]),
            ]],
        ),
        session(
            "leaving a comparison",
            Some(OLD),
            &[&[
                ("<esc>", &["back"]),
                ("c<esc>", &["c 1"]),
                ("<esc>", &["back"]),
                ("C<enter>q", &["C 1", "1", "q"]),
            ]],
        ),
    ]
}

const INTERVIEW: &[Step] = &[
    ("<esc><enter>", &["back", "1"]),
    ("3", &["3"]),
    ("0", &["0"]),
    ("xNo developers of our own<enter><esc>", &["x", "No developers of our own", "back"]),
    (
        "nAsk the lawyers<a-enter>Ada \u{5f00}\u{6e90}<enter>",
        &["n", "Ask the lawyers", "Ada \u{5f00}\u{6e90}", "."],
    ),
    ("ehttps://example.org/a<c-j>wiki, page 3<enter>", &["e", "https://example.org/a", "wiki, page 3", "."]),
    ("nNot this<esc>", &["n", "."]),
    ("u", &["u"]),
    ("U", &["U"]),
    ("hh", &["h", "h"]),
    ("LAda<a-enter>Ben<enter>", &["L", "Ada", "Ben", "."]),
    ("uU", &["u", "U"]),
    ("LNobody<esc>", &["L", "."]),
    ("g", &["g"]),
    ("2", &["2"]),
    ("v", &["v"]),
    ("h", &["h"]),
    ("<back>", &["clear"]),
    ("g", &["g"]),
    ("<enter>", &[""]),
    ("l", &["l"]),
    ("y", &["y"]),
    ("/list<enter><enter>", &["/list", "1"]),
    ("3", &["3"]),
    ("w1<c-u>FOLDER/plan.md<enter>", &["w", "1", "FOLDER/plan.md"]),
];

const MILESTONE: &[Step] = &[
    ("111", &["1", "1", "1"]),
    ("<esc>", &["back"]),
    ("u1", &["u", "1"]),
    ("<enter>", &["1"]),
    ("iu1", &["i", "u", "1"]),
    ("1", &["1"]),
    ("iu1", &["i", "u", "1"]),
    ("w3<c-u>FOLDER/plan.json<enter>", &["w", "3", "FOLDER/plan.json"]),
    ("iuU", &["i", "u", "U"]),
    ("u1U", &["u", "1", "U"]),
    ("u", &["u"]),
    ("1", &["1"]),
];

const RESULTS: &[Step] = &[
    ("111<esc>", &["1", "1", "1", "back"]),
    ("r", &["r"]),
    ("vv", &["v", "v"]),
    ("j<enter>", &["1"]),
    ("2", &["2"]),
    ("r", &["r"]),
    ("u", &["u"]),
    ("U", &["U"]),
    ("g", &["g"]),
    ("nHere<enter>", &["n Here"]),
    ("r<esc>", &["r", "back"]),
    ("r", &["r"]),
    ("w4<c-u>FOLDER/plan.csv<enter>", &["w", "4", "FOLDER/plan.csv"]),
];

const TARGET: &[Step] = &[
    ("t<esc>", &["t", "back"]),
    ("t", &["t"]),
    ("j<enter>", &["0"]),
    ("u", &["u"]),
    ("U", &["U"]),
    ("l", &["l"]),
    ("jj<space>", &["3"]),
    ("w2<c-u>FOLDER/plan.html<enter>", &["w", "2", "FOLDER/plan.html"]),
];

const PLAN: &[Step] = &[
    ("p<esc>", &["p", "back"]),
    ("p", &["p"]),
    ("<enter><esc>", &["1"]),
    ("s2", &["s", "2"]),
    ("oAda<enter>", &["o", "Ada"]),
    ("d2027-03-31<enter>", &["d 2027-03-31"]),
    ("nHard<enter>", &["n Hard"]),
    ("ewiki<enter>", &["e", "wiki", "."]),
    ("u", &["u"]),
    ("U", &["U"]),
    ("o<c-u><enter>", &["o", "-"]),
    ("d<c-u><enter>", &["d", "-"]),
    ("+", &["+"]),
    ("<lt>", &["sooner"]),
    (">", &["later"]),
    (">", &[">"]),
    ("u", &["u"]),
    ("O<esc>", &["O"]),
    ("c2", &["c", "2"]),
    ("c3", &["c", "3"]),
    ("c4<c-u>8<enter>", &["c", "4", "8"]),
    ("c5<c-u><enter>", &["c", "5", "-"]),
    ("c5+0<enter>", &["c", "5", "+0"]),
    ("c5<c-u>2027-02-01<enter>", &["c", "5", "2027-02-01"]),
    ("w1<c-u>FOLDER/plan.md<enter>", &["w", "1", "FOLDER/plan.md"]),
    ("s3", &["s", "3"]),
    ("i3", &["p", "1", "i", "3"]),
    ("p", &["p"]),
];

const NOTES: &[Step] =
    &[("nOf the answer<enter>", &["n Of the answer"]), ("ewiki<enter>", &["e", "wiki", "."])];

const QUIT: &[Step] = &[("q", &["q"])];

/// The screens of an assessment.
fn screens() -> Vec<Session> {
    let milestone_back: Step = ("iu1", &["i", "u", "1"]);
    let on = |name, steps: &[&[Step]]| session(name, Some(FILE), steps);
    vec![
        on("the interview", &[INTERVIEW, &everywhere(("i", &["i"])), QUIT]),
        session("a milestone", Some(SMALL), &[MILESTONE, &everywhere(milestone_back), NOTES, QUIT]),
        on("the results", &[RESULTS, &everywhere(("r", &["r"])), QUIT]),
        on("the target", &[TARGET, &everywhere(("t", &["t"])), QUIT]),
        session("the set-up of the plan", Some(NEW), &[SET_UP, QUIT]),
        on("the plan", &[PLAN, &everywhere(("p", &["p"])), QUIT]),
        session(
            "answers to confirm",
            Some(OLD),
            &[&[
                ("<esc>", &["back"]),
                ("c<esc>", &["c 1"]),
                ("y<esc>", &["y", "no"]),
                ("y<down><enter>", &["y", "yes"]),
            ]],
        ),
    ]
}

const VOTING: &[Step] = &[
    ("W", &["W"]),
    ("33", &["3 3"]),
    ("0x", &["0 x"]),
    ("+2", &["+ 2"]),
    ("-3", &["-", "3"]),
    ("<back>", &["clear"]),
    ("=9<enter>3", &["=", "9", "3"]),
    ("=1", &["rest 1"]),
    ("u", &["u"]),
    ("U", &["U"]),
    ("nTwo camps<enter>", &["n Two camps"]),
    ("LAda<enter>", &["L Ada"]),
    ("ewiki<enter>", &["e", "wiki", "."]),
    ("w2<c-u>FOLDER/minutes.md<enter>", &["w", "2", "FOLDER/minutes.md"]),
    ("w2<c-u>FOLDER/minutes.md<enter>", &["w", "2", "FOLDER/minutes.md"]),
    ("<down><enter>", &["yes"]),
    ("a2a1", &["a", "2", "a", "1"]),
    ("A<esc>", &["A", "back"]),
    ("s<esc>", &["s"]),
    ("N", &["who"]),
    ("d", &["devices"]),
    ("c20<enter>", &["c 20"]),
    ("<space><space>", &["break", "break"]),
    ("<esc><enter>", &["back", "1"]),
];

const VOTING_LAST: &[Step] = &[("v", &["v"]), ("2", &["2"]), ("z<enter>", &["z", ""]), ("1", &["1"])];

const REVEALED: &[Step] = &[
    ("W112<enter>", &["W", "1 1 2", ""]),
    ("+3", &["+ 3"]),
    ("-3", &["- 3"]),
    ("+2<back>", &["+ 2", "clear"]),
    ("u", &["u"]),
    ("U", &["U"]),
    ("nTwo camps<enter>", &["n Two camps"]),
    ("LAda<enter>", &["L Ada"]),
    ("ewiki<enter>", &["e", "wiki", "."]),
    ("A<esc>", &["A", "back"]),
    ("a<esc>", &["a", "back"]),
    ("s<esc>", &["s"]),
    ("N", &["who"]),
    ("d", &["devices"]),
    ("w<esc>", &["w", "back"]),
    ("c20<enter>", &["c", "20"]),
    ("<space><space>", &["break", "break"]),
    ("<esc><enter>", &["back", "1"]),
    ("2The team has it<enter>u", &["2", "The team has it", "u"]),
    ("0Nobody knows<enter>u", &["0 Nobody knows", "u"]),
    ("xNot ours<enter>u", &["x Not ours", "u"]),
    ("<enter>u", &["", "u"]),
    ("zh<esc>", &["z", "back"]),
    ("zThe lawyer knows<enter>h", &["z The lawyer knows", "h"]),
];

const REVEALED_LAST: &[Step] = &[("v", &["v"]), ("113<enter>", &["1 1 3", ""])];

const DECIDED: &[Step] = &[
    ("W33<enter><enter>", &["W", "3 3", "", ""]),
    ("u", &["u"]),
    ("UU", &["U", "U"]),
    ("nAll of one mind<enter>", &["n All of one mind"]),
    ("LAda<enter>", &["L Ada"]),
    ("ewiki<enter>", &["e", "wiki", "."]),
    ("<back><enter>", &["clear", ""]),
    ("A<esc>", &["A", "back"]),
    ("a<esc>", &["a", "back"]),
    ("s<esc>", &["s"]),
    ("N", &["who"]),
    ("d", &["devices"]),
    ("w<esc>", &["w", "back"]),
    ("c20<enter>", &["c 20"]),
    ("<space><space>", &["break", "break"]),
    ("<esc><enter>", &["back", "1"]),
    ("<enter>h", &["", "h"]),
];

const DECIDED_LAST: &[Step] =
    &[("z<enter>h<enter>", &["z", "", "h", ""]), ("v", &["v"]), ("22<enter><enter>", &["2 2", "", ""])];

const OVER: &[Step] = &[
    ("W13<enter>", &["W", "1 3", ""]),
    ("z<enter>llll", &["z", "", "l", "l", "l", "l"]),
    ("u<down><enter>", &["u", "yes"]),
    ("U", &["U"]),
    ("Wllll", &["W", "l", "l", "l", "l"]),
    ("w3<c-u>FOLDER/minutes.html<enter>", &["w", "3", "FOLDER/minutes.html"]),
    ("A<esc>", &["shortlist", "back"]),
    ("a1", &["a", "1"]),
    ("WllllU", &["W", "l", "l", "l", "l", "U"]),
    ("<esc><enter>", &["back", "1"]),
    ("<enter>", &["1"]),
    ("1", &["1"]),
    ("Wllll", &["W", "l", "l", "l", "l"]),
];

/// The workshop, from counting hands to its end.
fn workshops() -> Vec<Session> {
    let there: Step = ("W", &["W"]);
    let end: Step = ("Wllll", &["W", "l", "l", "l", "l"]);
    let on = |name, steps: &[&[Step]]| session(name, Some(SMALL), steps);
    vec![
        on("counting votes", &[VOTING, &everywhere(there), VOTING_LAST, QUIT]),
        on("votes that are shown", &[REVEALED, &everywhere(there), REVEALED_LAST, QUIT]),
        on("decided", &[DECIDED, &everywhere(there), DECIDED_LAST, QUIT]),
        on("the end of a workshop", &[OVER, &everywhere(end), QUIT]),
        on("a break", &[&[("W<space>", &["W", "break"]), ("?<esc>", &["?"]), ("q", &["q"])]]),
    ]
}

/// The dialogs, and leaving the program from them.
fn dialogs() -> Vec<Session> {
    let on = |name, steps: &[Step]| session(name, Some(SMALL), &[steps]);
    let plan_over: Step = ("w1<c-u>FOLDER/elsewhere/PLAN.md<enter>", &["w", "1", "FOLDER/elsewhere/PLAN.md"]);
    vec![
        on("a text to read", &[("?<enter>", &["?"]), ("?q", &["?", "q"])]),
        on(
            "a choice",
            &[
                ("w?<esc><esc>", &["w", "?", "back"]),
                ("w<enter><c-u>FOLDER/plan.md<enter>", &["w", "1", "FOLDER/plan.md"]),
                ("w2<c-u>FOLDER/plan.html<enter>", &["w", "2", "FOLDER/plan.html"]),
                ("wq", &["w", "q"]),
            ],
        ),
        on(
            "a list to tick",
            &[
                ("b?<esc><esc>", &["b", "?", "back"]),
                ("b<space><enter>", &["b", "1", ""]),
                ("b12<enter>", &["b", "1 2", ""]),
                ("b3q", &["b", "3", "q"]),
            ],
        ),
        on(
            "a list that is put in order",
            &[
                ("WA?<esc><esc>", &["W", "A", "?", "back"]),
                ("A<space>3<enter>", &["A", "1 3", ""]),
                ("A2><lt>+<enter>", &["A", "2", "> 2", "sooner 2", "add 1", ""]),
                ("1", &["1"]),
                ("A1-<enter>", &["shortlist", "1", "- 1", ""]),
                ("A<enter>", &["A", ""]),
                ("Aq", &["A", "q"]),
            ],
        ),
        on(
            "a question that opens by itself",
            &[
                plan_over,
                ("?<esc>", &["?"]),
                ("<esc>", &["back"]),
                plan_over,
                ("<enter>", &["no"]),
                plan_over,
                ("<down><enter>", &["yes"]),
                ("w3<c-u>FOLDER/elsewhere/PLAN.md<enter>", &["w", "3", "FOLDER/elsewhere/PLAN.md"]),
                ("q", &["q"]),
            ],
        ),
        on(
            "a line",
            &[
                ("xFor no reason<esc>", &["x", "back"]),
                ("xFor<c-u>There is a reason<enter>", &["x", "There is a reason"]),
                ("xHalf a line<c-c>", &["x", "END"]),
            ],
        ),
        on("a note", &[("nA line<a-enter>and half a line<c-c>", &["n", "A line", "and half a line", "END"])]),
    ]
}

/// A folder in which a session begins.
fn folder(file: Option<&str>) -> Folder {
    let folder = Folder::new();
    let rungs = include_str!("common/small/rungs.toml").replace("\"inventory\"", "\"test-list\"");
    folder.write("home/questionnaires/rungs.toml", rungs);
    folder.write("elsewhere/b.toml", OLD.replace("Old", "Other"));
    folder.write("elsewhere/PLAN.md", "# Written by somebody\n");
    if let Some(file) = file {
        folder.write("a.toml", file);
    }
    folder
}

/// The assessments and plans of a folder, without what cannot be the same: times, and where the folder is.
fn files(folder: &Folder) -> BTreeMap<PathBuf, String> {
    let place = folder.path().canonicalize().unwrap().display().to_string();
    let files = folder.files().into_iter().filter(|(path, _)| {
        // What is being written at this moment, and what the program remembers, is no part of it.
        let name = path.file_name().unwrap().to_string_lossy();
        !path.starts_with(folder.path().join("home/questionnaires"))
            && !name.contains("recent")
            && name != ".workshops"
            && !name.ends_with(".lock")
            && !name.ends_with(".tmp")
    });
    let text = |bytes: &[u8]| without_times(&String::from_utf8_lossy(bytes).replace(&place, "FOLDER"));
    files.map(|(path, bytes)| (path.strip_prefix(folder.path()).unwrap().to_owned(), text(&bytes))).collect()
}

/// How the prompt of a place begins.
fn prompt(context: Context) -> Option<&'static [&'static str]> {
    Some(match context {
        Context::Welcome => &["What to do"],
        Context::Home => &["Assessment"],
        Context::Interview => &["Answer"],
        Context::Milestone => &["How to go on"],
        Context::Results => &["Results"],
        Context::Target => &["Target"],
        Context::Plan => &["Plan", "Action"],
        Context::Voting => &["Votes"],
        Context::Revealed => &["Decision"],
        Context::Decided => &["Decided"],
        Context::Over => &["Workshop"],
        Context::Break => &["Break"],
        Context::Comparison => &["What changed"],
        _ => return None,
    })
}

/// Runs a session both ways; returns what was asked for by keys, and where.
fn run(session: &Session) -> Vec<(Context, Command)> {
    let (by_keys, by_lines) = (folder(session.file), folder(session.file));
    let place = |text: &str, folder: &Folder| text.replace("FOLDER", &folder.path().display().to_string());
    let catalogue = load(&[by_keys.path().join("home/questionnaires")]).unwrap();
    let mut keys = ByKeys::start(&catalogue, &by_keys, session.file.is_some());
    let arguments: &[&str] = if session.file.is_some() { &["--plain", "a.toml"] } else { &["--plain"] };
    let (mut talk, mut said) = Talk::start(&by_lines, arguments);
    let (mut steps, mut ended) = (session.steps.as_slice(), None);
    while let [(pressed, lines), rest @ ..] = steps {
        keys.press(&place(pressed, &by_keys));
        for line in *lines {
            // The last step leaves.
            match (*line, rest) {
                ("END", _) => {}
                ("q", []) => talk.say_last("q"),
                _ => {
                    said = talk.say(&place(line, &by_lines));
                    assert_speaks_of_no_key(&said);
                }
            }
        }
        if rest.is_empty() {
            ended = Some(talk.end());
            break;
        }
        let at = format!("{}, after {pressed:?} and {lines:?}", session.name);
        let last = said.lines().last().unwrap();
        if let Some(prompts) = prompt(keys.context()) {
            assert!(
                prompts.iter().any(|prompt| last.starts_with(prompt)),
                "{at}: {:?}: {said}",
                keys.context()
            );
        }
        assert_eq!(files(&by_keys), files(&by_lines), "{at}: {said}");
        steps = rest;
    }
    let pressed = std::mem::take(&mut keys.pressed);
    let leaves = session.steps.last().is_some_and(|(keys, _)| keys.ends_with('q') || keys.ends_with("<c-c>"));
    assert_eq!(keys.end(), leaves, "{}", session.name);
    assert_eq!(ended.map(|(_, status)| status), Some(0), "{}", session.name);
    assert_eq!(files(&by_keys), files(&by_lines), "{}, at its end", session.name);
    pressed
}

/// Whoever reads lines has no keys: what is said names what may be written.
fn assert_speaks_of_no_key(said: &str) {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let keys = [
        "Press ",
        "press ",
        "PgDn",
        "Space",
        "Esc",
        "rrow",
        "ighlight",
        "Backspace",
        "Ctrl",
        "Alt+",
        "keys ",
    ];
    let named = keys.iter().find(|key| said.contains(**key));
    assert_eq!(named, None, "{said}");
}

fn is_same(one: Command, other: Command) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

#[test]
fn keys_and_lines_do_the_same_with_every_command() {
    let sessions = sessions();
    let pressed: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = sessions.iter().map(|session| scope.spawn(|| run(session))).collect();
        let ended: Vec<_> = running.into_iter().map(thread::ScopedJoinHandle::join).collect();
        ended.into_iter().flat_map(|pressed| pressed.expect("this session went well")).collect()
    });
    let mut missing = Vec::new();
    for binding in TABLE {
        let is_for_screens = FOR_SCREENS.iter().any(|(commands, _)| commands.contains(&binding.command));
        for context in Context::VARIANTS {
            let is_bound = binding.contexts.contains(*context) && !is_for_screens;
            let is_pressed =
                pressed.iter().any(|(at, command)| at == context && is_same(*command, binding.command));
            if is_bound && !is_pressed {
                missing.push(format!("{context:?}: {} ({:?})", binding.keys, binding.command));
            }
        }
    }
    assert!(missing.is_empty(), "no session presses\n{}", missing.join("\n"));
}

#[test]
fn a_terminal_gets_text_alone_and_ctrl_d_leaves() {
    let folder = folder(Some(SMALL));
    let mut command = pty::program(folder.path(), &["a.toml"]);
    command.env("OSPO_ASSESS_HOME", folder.path().join("home"));
    command.env("TERM", "dumb");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("help):").type_keys("3\r").wait_for("In place throughout. Saved.");
    pty.type_keys("\x04");
    assert!(pty.end().success());
    let sent = String::from_utf8(pty.bytes()).unwrap();
    // A terminal turns line ends into these two itself.
    let sent = sent.replace("\r\n", "\n");
    assert!(sent.chars().all(|c| c == '\n' || !c.is_control()), "{sent:?}");
    assert!(sent.contains("? help): 3\ntest-rules"), "no blank line where the user has ended it: {sent}");
    assert!(sent.ends_with('\n'));
}
