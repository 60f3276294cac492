//! The interface line by line: a whole session, every command, bad lines, the end of the input
//! anywhere, and that nothing but text comes out.

use ospo_assess::app::keys::{Command, Context, bindings};

use crate::common::files::without_times;
use crate::common::program::Folder;
use crate::common::talk::{finished, run};

/// An assessment whose plan begins on a day that is always the same.
const FILE: &str = "\
format = 1
organization = \"Example Corp\"
questionnaires = { example = \"1.0.0\", choose = \"2.0.0\" }

[plan]
start = 2027-01-01
";

/// Every command that there is, most places, and a plan at the end.
const SESSION: &str = "\
?
3
0
x
No money of our own
back
n
Ask the lawyers
Ada knows more
.
e
https://example.org/budget
.
2
u
U
l
h
/
list
1
v
v

1
r
1
n A short note
r
l
i
t
2
p
1
s
2
o
Ada
d
2027-03-31

c
3
6
c
2
w
1


w
1

g
foo
99
q
";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("a.toml", FILE);
    folder
}

/// What the program says to these lines, at an assessment; `FOLDER` stands for where it is.
fn said(lines: &str) -> String {
    said_in(&folder(), lines)
}

fn said_in(folder: &Folder, lines: &str) -> String {
    let said = run(folder, &["--plain", "a.toml"], lines).quietly();
    let path = folder.path().display().to_string();
    // A longer path begins a line of its own.
    let said =
        said.replace(&path, "FOLDER").replace(&format!("FOLDER{}", std::path::MAIN_SEPARATOR), "FOLDER/");
    said.replace("is in\nFOLDER", "is in FOLDER")
}

#[test]
fn a_whole_session() {
    let folder = folder();
    insta::assert_snapshot!("session", said_in(&folder, SESSION));
    insta::assert_snapshot!("session_file", without_times(&folder.read("a.toml")));
    assert!(folder.read("a-plan.md").starts_with("<!-- ospo-assess plan, format 1 -->\n"));
}

#[test]
fn the_input_may_end_at_any_line() {
    let lines: Vec<&str> = SESSION.lines().collect();
    let whole = said(SESSION);
    for end in 0..lines.len() {
        let folder = folder();
        let input: String = lines[..end].iter().map(|line| format!("{line}\n")).collect();
        let said = said_in(&folder, &input);
        let said = said.strip_suffix("Everything is saved. ospo-assess --plain comes back to it.\n");
        let said = said.expect("it says how to come back");
        assert!(said.ends_with('\n'), "a shell finds its prompt on a line of its own");
        let said = said.split("The input has ended: what was written is kept.").next().unwrap();
        assert!(whole.starts_with(said.trim_end_matches('\n')), "after {:?}:\n{said}", lines[..end].last());
        folder.run(&["score", "a.toml"]).quietly();
    }
}

#[test]
fn questionnaires_are_chosen_by_their_numbers() {
    let folder = folder();
    let list = run(&folder, &["--plain", "a.toml"], "b\n").quietly();
    let number = |title: &str| {
        let line = list.lines().find(|line| line.contains(&format!(". {title}: "))).unwrap();
        line.split_once(". ").unwrap().0.to_owned()
    };
    let (levels, fit) = (number("Example of levels"), number("Example of candidates"));
    let said = run(&folder, &["--plain", "a.toml"], format!("b\n{levels}, {fit}\n\n99 {levels}\n{fit}\n\n"))
        .quietly();
    for text in [": not ticked.", "Tick at least one questionnaire", "99 is no choice"] {
        assert!(said.contains(text), "{text:?} is missing in\n{said}");
    }
    let file = folder.read("a.toml");
    assert!(file.contains("{ example = \"1.0.0\"") && !file.contains("choose"), "{file}");
}

#[test]
fn the_last_line_needs_no_end() {
    let folder = folder();
    run(&folder, &["--plain", "a.toml"], "3").quietly();
    assert!(folder.read("a.toml").contains("answer = \"fully\""));
}

/// How to get to each place from the start: the list of assessments, or an assessment.
const PLACES: [(Context, &str); 12] = [
    (Context::Home, ""),
    (Context::Comparison, "C 1\n1\n"),
    (Context::Interview, ""),
    (Context::Milestone, "1\n1\n1\n"),
    (Context::Results, "r\n"),
    (Context::Target, "t\n"),
    (Context::Plan, "p\n1\n"),
    (Context::Voting, "W\n"),
    (Context::Revealed, "W\n3 3\n\n"),
    (Context::Decided, "W\n3 3\n\n\n"),
    (Context::Break, "W\nbreak\n"),
    (Context::Over, "W\nl\nl\nl\nl\nl\n"),
];

#[test]
fn every_key_of_the_screens_means_something_here_too() {
    let for_screens = |command| {
        matches!(
            command,
            Command::Choose(_)
                | Command::Enter
                | Command::Toggle
                | Command::Mouse
                | Command::Up
                | Command::Down
                | Command::PageUp
                | Command::PageDown
                | Command::First
                | Command::Last
                | Command::Large
        )
    };
    for (context, way) in PLACES {
        for binding in bindings(context).filter(|binding| !for_screens(binding.command)) {
            let Some(key) = binding.keys.split(' ').find(|key| key.chars().count() == 1) else { continue };
            let folder = folder();
            folder.write("home/b.toml", FILE);
            folder.write("home/c.toml", FILE);
            let is_open = !matches!(context, Context::Home | Context::Comparison);
            let arguments: &[&str] = if is_open { &["--plain", "a.toml"] } else { &["--plain"] };
            let said = run(&folder, arguments, format!("{way}{key}\n")).quietly();
            assert!(!said.contains("means nothing"), "{key} in {context:?}:\n{said}");
        }
    }
}

#[test]
fn what_means_nothing_changes_nothing_and_is_said() {
    let folder = folder();
    let long = "9".repeat(300_000);
    let mut input = b"4\n-1\nfoo bar\nm\n99999999999999999999\nx\n\n".to_vec();
    input.extend(format!("{long}\n").as_bytes());
    input.extend(b"\xff\xfe\x00\x1b[31m3\n\x1b]0;title\x07\n");
    let said = run(&folder, &["--plain", "a.toml"], input).quietly();
    assert_eq!(said.matches("means nothing here").count(), 7, "{said}");
    assert!(said.contains("4 is no choice: choose from 1 to 3."), "{said}");
    assert!(said.contains("Nothing has changed."), "{said}");
    assert_eq!(folder.read("a.toml"), FILE);
    assert_is_text(&said);
}

#[test]
fn text_that_is_no_utf_8_is_kept_as_far_as_it_is() {
    let folder = folder();
    run(&folder, &["--plain", "a.toml"], b"n\nJos\xe9 and \xe5\xbc\x80\xe6\xba\x90\x1b[2J\n.\n").quietly();
    assert!(
        folder.read("a.toml").contains("note = \"Jos\u{fffd} and 开源\u{fffd}[2J\""),
        "{}",
        folder.read("a.toml")
    );
}

#[test]
fn a_dot_or_the_end_of_the_input_keeps_a_note_and_a_minus_removes_it() {
    let folder = folder();
    let note = |lines: &str| {
        run(&folder, &["--plain", "a.toml"], lines).quietly();
        let file = folder.read("a.toml");
        file.lines().find(|line| line.starts_with("note")).map(str::to_owned)
    };
    assert_eq!(note("n\nFirst\n.\n").as_deref(), Some("note = \"First\""));
    assert_eq!(note("n\n.\n").as_deref(), Some("note = \"First\""));
    assert_eq!(note("n Second\n").as_deref(), Some("note = \"Second\""));
    assert_eq!(note("n\nThe input ends").as_deref(), Some("note = \"The input ends\""));
    assert_eq!(note("n\n-\n.\n"), None);
    // What an input method writes for a full stop ends it too, and is text within it.
    assert_eq!(note("ｎ\n没有１。\n。\n").as_deref(), Some("note = \"没有１。\""));
    assert_eq!(note("n\n－\n．\n"), None);
}

#[test]
fn digits_and_letters_of_every_script_are_commands() {
    for line in ["2", "２", "٢", "２\nｑ"] {
        let folder = folder();
        let said = run(&folder, &["--plain", "a.toml"], format!("{line}\n")).quietly();
        assert!(!said.contains("means nothing"), "{said}");
        let plain = folder.read("a.toml");
        assert!(plain != FILE && plain.contains("answer = "), "{line}: {plain}");
    }
    let folder = folder();
    let said = run(&folder, &["--plain", "a.toml"], "й\nｂ\n１ ２\n\n").quietly();
    assert!(said.contains("\"й\" means nothing here. ? tells what does."), "{said}");
    assert!(!said.contains("no choice"), "{said}");
}

#[test]
fn an_answer_to_be_confirmed_is_taken_over_by_an_empty_line() {
    let folder = folder();
    folder.write("a.toml", format!("{FILE}\n[answers.test-list]\nanswer = \"partly\"\nrevision = 1\n"));
    let said = run(&folder, &["--plain", "a.toml"], "3\n\n").quietly();
    assert!(
        said.contains("To be confirmed (the question has changed since): 2. An empty line takes it\nover."),
        "{said}"
    );
    let file = folder.read("a.toml");
    assert!(file.contains("[answers.test-list]\nanswer = \"partly\"\nrevision = 2\n"), "{file}");
}

#[test]
fn a_dumb_terminal_gets_lines_and_another_one_is_told_of_them() {
    let folder = folder();
    let mut dumb = folder.command(&["a.toml"]);
    dumb.env("TERM", "dumb");
    assert!(finished(dumb, b"3\n").quietly().contains("In place throughout. Saved."));
    let mut other = folder.command(&["a.toml"]);
    other.env("TERM", "xterm");
    assert!(finished(other, b"3\n").failure().contains("use --plain"));
}

#[test]
fn the_list_begins_copies_renames_removes_and_puts_back() {
    let folder = Folder::new();
    let lines = "a\nExample Corp\n\nback\nc\n1\nback\nR 1\nOther Corp\nD 1\nyes\nu\nD\n2\nno\n7\na\n\n";
    let said = run(&folder, &["--plain"], lines).quietly();
    // A long path breaks lines elsewhere.
    let line = said.replace('\n', " ");
    for text in [
        "You have no assessment yet.",
        "is now called Other Corp.",
        "is removed (u puts it back).",
        "is back.",
        "Remove this assessment (yes or no, an empty line is no): \nNothing has changed.",
        "7 is no choice: choose from 1 to 2.",
        "New assessment (an empty line goes back, ? help): \nNothing has changed.",
    ] {
        assert!(line.contains(&text.replace('\n', " ")), "{text:?} is missing in\n{said}");
    }
    let files = folder.files();
    let kept = files.iter().filter(|(path, _)| path.to_string_lossy().contains("example-corp-"));
    let kept: Vec<String> = kept.map(|(_, text)| String::from_utf8_lossy(text).into_owned()).collect();
    assert_eq!(kept.len(), 2, "{:?}", files.keys());
    assert_eq!(kept.iter().filter(|text| text.contains("organization = \"Other Corp\"")).count(), 1);
}

#[test]
fn a_question_mark_explains_every_prompt_and_is_no_name() {
    let folder = Folder::with_assessment();
    let before = folder.files().len();
    // What is asked for, and lines that lead there.
    for (lines, explained) in [
        ("w\n\n?\nback\n", "A number chooses the line with that number"),
        ("w\n\n1\n?\nback\n", "Where to? A path without a folder"),
        ("b\n?\nback\n", "A number ticks its line"),
        ("/\n?\nback\n", "A part of the question, its options or its name."),
        ("/ rules\n?\nback\n", "A number chooses"),
        ("x\n?\nback\n", "Why does this question not apply"),
        ("p\n\n1\no ?\nback\n", "Who does it?"),
        ("p\n\n1\nd\n?\nback\n", "By when?"),
        ("p\n\nc\n4\n?\nback\n", "How many points of work"),
    ] {
        let said = run(&folder, &["--plain", "a.toml"], lines).quietly();
        assert!(said.contains(explained) && said.contains("back"), "{lines:?}:\n{said}");
        assert!(!said.contains("means nothing"), "{said}");
        let file = folder.read("a.toml");
        assert!(!file.contains("\"?\"") && !file.contains("back"), "{lines:?}: {file}");
    }
    // What was opened is remembered beside it.
    assert!(folder.files().len() <= before + 1, "{:?}", folder.files().keys());
    let said = run(&folder, &["--plain", "a.toml"], "w\nq\n3\n").quietly();
    assert!(!said.contains("In place throughout"), "q leaves from there: {said}");
}

#[test]
fn back_goes_to_where_one_came_from() {
    let said = said("r\np\n1\ni\nback\nback\nback\nback\nback\nq\n");
    let prompts = said.lines().filter_map(|line| line.strip_suffix("): ")?.split(" (").next());
    assert_eq!(
        prompts.collect::<Vec<_>>(),
        [
            "Answer",
            "Results",
            "Plan",
            "Action",
            "Answer",
            "Action",
            "Plan",
            "Results",
            "Answer",
            "Assessment"
        ]
    );
}

#[test]
fn undo_says_what_it_takes_back_and_reads_no_page_again() {
    let said = said("u\n3\nn Ask Ada\np\nu\nU\nu\nu\n");
    for text in ["Nothing to undo.\nAnswer (", "Taken back: the note on test-list. Saved.\nPlan ("] {
        assert!(said.contains(text), "{text:?} is missing in\n{said}");
    }
    assert!(said.contains("Made again: the note on test-list."), "{said}");
    assert!(said.contains("Taken back: test-rules: 3 In place throughout."), "{said}");
    assert_eq!(
        said.matches("Quarter 1: ").count(),
        1,
        "the plan is told once, then what is new in it: {said}"
    );
}

#[test]
fn the_questions_and_who_is_needed_are_told_when_asked_for() {
    let said = said("3\n0\nlist\np\nwho\n");
    assert!(
        said.contains("First: test-rules 3, test-list we don't know.\nSecond: test-course no answer yet.\n"),
        "{said}"
    );
    assert!(said.contains("Head of the OSPO: "), "{said}");
}

#[test]
fn what_was_set_is_said_and_a_day_that_is_past_too() {
    let said = said("p\n1\no Ada\nd\n2020-01-31\no\n-\nback\nc\n4\n99999999999\n8\n");
    for text in [
        "Changed: the action Write the rules. Saved.\nto do; if it is missing: M, about three weeks, 3 points; Ada (Head of the\nOSPO)\n",
        "That day is past. Saved.\nto do; if it is missing: M, about three weeks, 3 points; Ada (Head of the\nOSPO); due 2020-01-31,",
        "Saved.\nto do; if it is missing: M, about three weeks, 3 points; Head of the OSPO; due\n2020-01-31,",
        "Write a whole number from 1",
        "Changed: route, capacity or start of the plan. Saved.",
        "in 1 quarter of 8 points.",
    ] {
        assert!(said.contains(text), "{text:?} is missing in\n{said}");
    }
}

#[test]
fn long_results_begin_with_the_heaviest_and_read_on_when_asked() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["new", "a.toml", "--organization", "Example Corp"]).status, 0);
    let pages = |lines: &str| run(&folder, &["--plain", "a.toml"], lines).quietly();
    let first = pages("1\nr\n");
    assert!(first.contains("\n3. ") && !first.contains("\n4. Key question"), "{first}");
    assert!(first.contains(" lines more: an empty line reads on.\n"), "{first}");
    let more = pages("r\nv\nmore\nmore\n\n");
    assert!(more.contains("\n23. "), "ten more with each: {more}");
    assert!(more.matches("If in place").count() < 15, "{more}");
}

#[test]
fn what_was_removed_is_gone_when_the_program_ends() {
    let folder = Folder::new();
    run(&folder, &["--plain"], "a\nExample Corp\n\nback\nD 1\nyes\nq\n").quietly();
    assert!(!folder.files().keys().any(|path| path.to_string_lossy().contains("example-corp-")));
}

#[test]
fn coming_back_asks_first_what_the_plan_worked_on_and_tells_what_changed() {
    let folder = Folder::new();
    let action = "[actions.test-course]\nstate = \"done\"\n";
    let answers = "[answers.test-rules]\nanswer = \"none\"\nanswered_at = 2026-01-01T10:00:00Z\n";
    folder.write("home/a.toml", format!("{FILE}\n{answers}\n{action}"));
    let said = run(&folder, &["--plain"], "c 1\n1\n3\n3\nback\nC 1\n1\nback\nC 1 1\n").quietly();
    assert!(said.contains("The last plan worked on:\n- done: Give the course.\n"), "{said}");
    let (course, rules) = (said.find("test-course: Who took"), said.find("test-rules: Who wrote"));
    assert!(course.unwrap() < rules.unwrap(), "{said}");
    assert!(said.contains("Example Corp: 2026-01-01; then 20"), "the earlier one comes first: {said}");
    assert!(said.contains("\nBefore: answered until 2026-01-01.\nAfter: answered until 20"), "{said}");
    assert_eq!(said.matches("What changed (an empty line reads on").count(), 2, "{said}");
    assert_is_text(&said);
}

#[test]
fn a_file_that_is_no_plan_is_replaced_only_when_asked() {
    let folder = folder();
    folder.write("PLAN.md", "mine\n");
    let said = run(&folder, &["--plain", "a.toml"], "w\n1\nPLAN.md\nno\nw\n3\nPLAN.md\n\n").quietly();
    assert_eq!(said.matches("Nothing has changed.").count(), 2, "{said}");
    assert_eq!(folder.read("PLAN.md"), "mine\n");
    run(&folder, &["--plain", "a.toml"], "w\n1\nPLAN.md\nyes\nw\n1\nPLAN.md\nw\n3\na.toml\n").quietly();
    assert!(folder.read("PLAN.md").starts_with("<!-- ospo-assess plan"));
    assert_eq!(folder.read("a.toml"), FILE);
}

#[test]
fn what_was_ticked_in_an_earlier_plan_is_taken_over_before_it_is_written_again() {
    let folder = folder();
    run(&folder, &["--plain", "a.toml"], "w\n1\nPLAN.md\n").quietly();
    folder.write("PLAN.md", folder.read("PLAN.md").replacen("- [ ]", "- [x]", 1));
    let said = run(&folder, &["--plain", "a.toml"], "w\n1\nPLAN.md\n").quietly();
    assert!(said.contains("Taken over from PLAN.md\n"), "{said}");
    assert!(said.contains(": to do; then done\n"), "{said}");
    assert!(folder.read("a.toml").contains("state = \"done\""));
    assert!(folder.read("PLAN.md").contains("- [x]"));
}

/// A plan of which some lines cannot be read: they are named, and the others are taken over.
#[test]
fn lines_of_a_plan_that_cannot_be_read_are_named() {
    let folder = folder();
    run(&folder, &["--plain", "a.toml"], "w\n1\nPLAN.md\n").quietly();
    let plan = folder.read("PLAN.md").replacen("- [ ]", "- [x]", 1).replacen("- [ ]", "- [-]", 1);
    folder.write("PLAN.md", plan.replacen("\n## ", "\nOurs.\n\n## ", 1));
    let said = run(&folder, &["--plain", "a.toml"], "w\n1\nPLAN.md\n").quietly();
    assert!(said.contains("Taken over from PLAN.md\n"), "{said}");
    assert!(said.contains("Not read in ") && said.contains("`[-]` is none of"), "{said}");
    assert!(folder.read("a.toml").contains("state = \"done\""));
    let line = folder.read("PLAN.md").lines().position(|line| line.starts_with("- [-]")).unwrap() + 1;
    assert!(said.contains(&format!("line {line}: ")), "as it is in the new file, {line}: {said}");
    // From the command line too.
    let said = folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    assert!(said.status == 0 && said.err.contains(&format!("PLAN.md: line {line}: ")), "{}", said.err);
}

#[test]
fn a_plan_is_offered_where_it_was_written_last() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("ours")).unwrap();
    run(&folder, &["--plain", "a.toml"], "w\n1\nours/PLAN.md\nw\n2\n\n").quietly();
    std::fs::remove_file(folder.path().join("ours/PLAN.md")).unwrap();
    let file = folder.read("a.toml");
    let said = run(&folder, &["--plain", "a.toml"], "w\n1\n\n").quietly();
    assert!(folder.read("ours/PLAN.md").starts_with("<!-- ospo-assess plan"), "{said}");
    assert!(folder.path().join("a-plan.html").is_file() && !folder.path().join("a-plan.md").exists());
    assert_eq!(folder.read("a.toml"), file, "it is kept elsewhere");
    assert!(!file.contains("ours"), "{file}");
    // Of another assessment nothing is known.
    folder.write("b.toml", FILE);
    run(&folder, &["--plain", "b.toml"], "w\n1\n\n").quietly();
    assert!(folder.path().join("b-plan.md").is_file());
}

#[test]
fn what_has_to_be_looked_after_is_taken_in_with_the_first_plan_or_switched_off() {
    for (lines, is_taken) in [("p\n6\nq\n", true), ("p\n5\n2\n6\nq\n", false)] {
        let folder = Folder::new();
        folder.write("g.toml", include_str!("../organisations/development/grid-first.toml"));
        let said = run(&folder, &["--plain", "g.toml"], lines).quietly();
        assert!(said.contains("Look after what is there: 4 actions, about 6 weeks (suggested)"), "{said}");
        assert_eq!(said.contains("Look after what is there: not now"), !is_taken, "{said}");
        assert_eq!(folder.read("g.toml").contains("\nalso = "), is_taken, "{}", folder.read("g.toml"));
    }
}

#[test]
fn everything_is_text_with_the_built_in_questionnaires_too() {
    let folder = Folder::new();
    let answers = "3\n2\n0\nx\nNot ours\n1\n\n".repeat(12);
    let looks = "?\nr\nl\nl\nt\nl\n6\n0\np\n1\nc\n2\nw\n1\n\nb\n3\n4\n8\n\nr\nl\nl\nl\nl\nq\n";
    let said = run(&folder, &["--plain"], format!("a\nExample Corp\n\n{answers}{looks}")).quietly();
    assert!(said.len() > 50_000, "the session went on to its end: {}", said.len());
    assert_is_text(&said);
}

/// No control character, no arrow, box, block or sign; lines that fit, but for prompts and paths.
fn assert_is_text(said: &str) {
    for line in said.lines() {
        let odd = |c: char| c.is_control() || ('\u{2190}'..='\u{2bff}').contains(&c) || c == '\u{b7}';
        assert!(!line.contains(odd), "{line:?}");
        let may_be_long = line.ends_with(": ") || line.contains('/');
        assert!(may_be_long || line.chars().count() <= 78, "{} columns: {line}", line.chars().count());
    }
}

#[test]
fn the_transcript_is_text() {
    assert_is_text(&said(SESSION));
}

#[test]
fn scores_are_explained_without_figures() {
    let folder = folder();
    let said = folder.run(&["score", "a.toml", "--explain", "--plain"]).quietly();
    assert!(said.contains("Step 1, First: not reached yet, still possible, 0.0% (up to 100.0%)"), "{said}");
    assert!(!said.contains(|c: char| ('\u{2190}'..='\u{2bff}').contains(&c)), "{said}");
}

#[test]
fn no_figure_is_drawn_where_lines_are_wanted() {
    let folder = folder();
    folder.write("b.toml", FILE.replace("start = 2027-01-01", "start = 2027-02-01"));
    let asked: [&[&str]; 3] = [
        &["score", "a.toml", "--explain"],
        &["compare", "a.toml", "b.toml"],
        &["compare", "a.toml", "b.toml", "a.toml"],
    ];
    for arguments in asked {
        let mut dumb = folder.command(arguments);
        dumb.env("TERM", "dumb");
        let plain = folder.run(&[arguments, &["--plain"]].concat()).out;
        for said in [finished(dumb, b"").out, plain] {
            assert!(!said.contains(|c: char| ('\u{2190}'..='\u{2bff}').contains(&c)), "{said}");
        }
        let mut pipe = folder.command(arguments);
        pipe.env_remove("TERM");
        assert!(finished(pipe, b"").status == 0);
    }
}
