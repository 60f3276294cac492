//! The same answers by keys and line by line give the same file and the same plan, byte for byte apart
//! from the times: both in the real program.

use std::path::Path;

use crate::common::files::without_times;
use crate::common::program::Folder;
use crate::common::pty::Pty;
use crate::common::{pty, talk};

/// A step of the session: the keys, what the screen shows then, and the lines that do the same.
struct Step(&'static str, &'static str, &'static str);

const SESSION: &[Step] = &[
    Step("3", ": 3 In place in part", "3\n"),
    Step("0", "we don't know", "0\n"),
    Step("xNo developers of our own\r", ": not applicable", "x\nNo developers of our own\n"),
    Step(
        "nAsk the lawyers\rAda \u{5f00}\u{6e90}",
        "\u{5f00}\u{6e90}",
        "n\nAsk the lawyers\nAda \u{5f00}\u{6e90}\n.\n",
    ),
    Step("\x1b", "Note: Ask", ""),
    Step(
        "ehttps://example.org/sbom\rwiki, page 3",
        "page 3",
        "e\nhttps://example.org/sbom\nwiki, page 3\n.\n",
    ),
    Step("\x1b", "Evidence: wiki", ""),
    // The level is settled: the results, and back.
    Step("1", "is settled", "1\n"),
    Step("\r", "In the way", "\n"),
    Step("i2", ": 2 Started", "i\n2\n"),
    Step("2u", "(u undoes)", "2\nu\n"),
    Step("U/policy\r", "found", "U\n/policy\n"),
    Step("\r4", "licence-policy: 4", "1\n4\n"),
    // Passed over, back, taken away.
    Step("\rgh", "in all:", "\ng\nh\n"),
    Step("33h", "in all:", "3\n3\nh\n"),
    Step("\x7f", "in all:", "clear\n"),
    // A target by hand, and an objective of the ladder that suggests one.
    Step("t", "you are here", "t\n"),
    Step("k\r", "Target: stage 2", "2\n"),
    Step("l", "What you want of open source", "l\n"),
    Step("jj ", "[x]", "5\n"),
    // The first action of the plan, then how the plan is made.
    Step("p", "Quarter 1", "p\n"),
    Step("s2", "[~]", "1\ns\n2\n"),
    Step("oAda\r", "Ada", "o\nAda\n"),
    Step("d2027-03-31\r", "2027-03-31", "d\n2027-03-31\n"),
    Step("c3\x7f\x7f8\r", "of 8 points", "c\n3\n8\n"),
    Step("c42027-01-01\r", "from 2027-01-01", "c\n4\n2027-01-01\n"),
    Step("w1", "a-plan.md", "w\n1\n\n"),
    Step("\r", "The plan is in", ""),
    Step("w3", "a-plan.json", "w\n3\n\n"),
    Step("\r", "/a-plan.json", ""),
    Step("c2", "Full: everything", "c\n2\n"),
    Step("w4", "a-plan.csv", "w\n4\n\n"),
    Step("\r", "/a-plan.csv", ""),
];

/// A folder with an assessment in it that somebody wrote a comment into.
fn folder() -> Folder {
    let folder = Folder::new();
    assert_eq!(folder.run(&["new", "a.toml", "--organization", "Example Corp"]).status, 0);
    folder.write("a.toml", format!("# Kept by hand\n{}", folder.read("a.toml")));
    folder
}

fn by_keys(folder: &Folder) {
    let mut command = pty::program(folder.path(), &["a.toml"]);
    command.env("OSPO_ASSESS_HOME", folder.path().join("home"));
    let mut pty = Pty::start(command, 120, 40);
    pty.wait_for("legal-risks");
    for Step(keys, shown, _) in SESSION {
        pty.type_keys(keys).wait_for(shown);
    }
    pty.type_keys("q");
    assert!(pty.end().success());
}

fn by_lines(folder: &Folder) {
    let lines: String = SESSION.iter().map(|Step(_, _, lines)| *lines).collect();
    talk::run(folder, &["--plain", "a.toml"], lines).quietly();
}

#[test]
fn keys_and_lines_give_the_same_file_and_the_same_plans() {
    let (keys, lines) = (folder(), folder());
    by_keys(&keys);
    by_lines(&lines);
    let file = without_times(&keys.read("a.toml"));
    assert_eq!(file, without_times(&lines.read("a.toml")));
    let times = |folder: &Folder| folder.read("a.toml").matches("\nanswered_at = ").count();
    assert_eq!(times(&keys), times(&lines));
    for fact in [
        "# Kept by hand",
        "answer = \"unknown\"",
        "reason = \"No developers of our own\"",
        "Ada \u{5f00}\u{6e90}\"\"\"",
        "evidence = [\"https://example.org/sbom\", \"wiki, page 3\"]",
        "maturity-model = \"community\"",
        "[objectives]",
        "state = \"doing\"",
        "owner = \"Ada\"",
        "due = 2027-03-31",
        "route = \"full\"",
        "capacity = 8",
        "start = 2027-01-01",
    ] {
        assert!(file.contains(fact), "{fact} is missing in\n{file}");
    }
    for plan in ["a-plan.md", "a-plan.json", "a-plan.csv"] {
        assert!(Path::new(&keys.path().join(plan)).exists(), "{plan}");
        assert_eq!(keys.read(plan), lines.read(plan), "{plan}");
    }
}

#[test]
fn a_terminal_gets_text_alone_and_ctrl_d_leaves() {
    let folder = folder();
    let mut command = pty::program(folder.path(), &["a.toml"]);
    command.env("OSPO_ASSESS_HOME", folder.path().join("home"));
    command.env("TERM", "dumb");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("help):").type_keys("3\r").wait_for("In place in part. Saved.");
    pty.type_keys("\x04");
    assert!(pty.end().success());
    let sent = String::from_utf8(pty.bytes()).unwrap();
    // A terminal turns line ends into these two itself.
    let sent = sent.replace("\r\n", "\n");
    assert!(sent.chars().all(|c| c == '\n' || !c.is_control()), "{sent:?}");
    assert!(sent.contains("? help): 3\nlegal-risks"), "no blank line where the user has ended it: {sent}");
    assert!(sent.ends_with('\n'));
}
