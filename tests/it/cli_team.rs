//! The commands for groups and over time: `merge`, `compare`, `sync`, tables of many assessments.

#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use crate::common::files::slashes;
use crate::common::program::Folder;

/// A folder with the files of three people in `people/`.
fn people() -> Folder {
    let folder = Folder::new();
    folder.write("people/note.txt", "not an assessment");
    for (name, answers) in [
        ("Ada", ["test-rules=fully", "test-list=partly"]),
        ("Ben", ["test-rules=none", "test-list=unknown"]),
        ("Chen", ["test-rules=none", "test-list=partly"]),
    ] {
        let file = format!("people/{name}.toml");
        let new = [
            "new",
            &file,
            "--organization",
            "Example Corp",
            "--respondent",
            name,
            "--questionnaire",
            "example",
        ];
        assert_eq!(folder.run(&new).status, 0);
        folder.run(&[["answer", &file].as_slice(), &answers].concat()).quietly();
    }
    folder
}

#[test]
fn merge_makes_a_file_and_says_what_to_discuss() {
    let folder = people();
    let said = folder.run(&["merge", "people", "--output", "all.toml"]);
    assert_eq!((said.status, said.err.as_str()), (0, "ospo-assess: made all.toml\n"));
    let expected = "\
Example Corp: 2 answered questions by Ada, Ben, Chen

Contested, the most divided first: 1 question, about 1 minute in a workshop

1. Who wrote the rules? (test-rules)
  Divergence (agreement −0.33)
  Not in place 2 · In place in part 0 · In place throughout 1
  Answer: Not in place (the median)

Small differences: 1 question

2. Who keeps the list? (test-list)
  Gap (1 does not know)
  Not in place 0 · In place in part 2 · In place throughout 0 · we don't know 1
  Answer: In place in part (the median)

No answer yet: 2 questions
  - Who took the course? (test-course)
  - Who holds the budget? (test-budget)
";
    assert_eq!(said.out, expected);
    let other_order =
        ["merge", "people/Chen.toml", "people/Ada.toml", "people/Ben.toml", "--output", "b.toml"];
    assert_eq!(folder.run(&other_order).out, expected);
    assert_eq!(folder.read("all.toml"), folder.read("b.toml"));
    assert!(
        folder.read("all.toml").contains("[votes.test-rules]\nfully = 1\nnone = 2\n"),
        "{}",
        folder.read("all.toml")
    );
    let score = folder.run(&["score", "all.toml"]).quietly();
    assert!(score.contains("4 questions") || score.contains("3 questions: 2 answered"), "{score}");
}

#[test]
fn merging_what_nobody_answered_speaks_of_no_agreement() {
    let folder = people();
    let new = ["new", "dana.toml", "--organization", "Example Corp", "--questionnaire", "example"];
    assert_eq!(folder.run(&new).status, 0);
    let said = folder.run(&["merge", "dana.toml", "--output", "all.toml"]);
    assert!(said.out.ends_with("\n\nNobody has answered anything yet.\n"), "{}", said.out);
}

#[test]
fn a_workshop_without_a_terminal_changes_nothing_and_says_what_to_do() {
    let folder = people();
    let before = folder.files();
    for file in ["new.toml", "people/Ada.toml"] {
        let error = folder.run(&["workshop", file, "--with", "people"]).failure();
        assert!(error.contains("use --plain"), "{error}");
    }
    assert_eq!(folder.files(), before);
}

#[test]
fn what_a_room_decided_without_agreement_is_handed_over() {
    let folder = people();
    folder.run(&["merge", "people", "--output", "all.toml"]);
    let heading = "Decisions to know about";
    for command in [["score", "all.toml", "--explain"].as_slice(), &["plan", "all.toml"]] {
        assert!(!folder.run(command).result().contains(heading), "merging is no decision of a room");
    }
    let text = folder.read("all.toml");
    let decided = "[decisions.test-rules]\nhow = \"chosen\"\nreason = \"Signed *today*\"\n";
    folder.write("all.toml", text.replace("[decisions.test-rules]\nhow = \"median\"\n", decided));
    let expected =
        "Who wrote the rules? Not in place (chosen: Signed *today*). Votes: 3 · agreement −0.33: none";
    let explained = folder.run(&["score", "all.toml", "--explain"]).quietly();
    assert!(
        explained.replace("\n    ", " ").contains(&format!("{heading}\n  - {expected}\n")),
        "{explained}"
    );
    assert!(!folder.run(&["score", "all.toml"]).quietly().contains(heading));
    let plan = folder.run(&["plan", "all.toml"]).result();
    let part = format!(
        "<!-- part: contested -->\n\n## {heading}\n\n- {}\n\n<!-- end -->",
        expected.replace('*', "\\*")
    );
    assert!(plan.contains(&part), "{plan}");
}

#[test]
fn merge_replaces_nothing_unasked_and_none_of_its_own_files() {
    let folder = people();
    folder.run(&["merge", "people", "--output", "all.toml"]);
    let error = folder.run(&["merge", "people", "--output", "all.toml"]).failure();
    assert!(error.contains("all.toml: there is such a file already") && error.contains("--force"), "{error}");
    assert_eq!(folder.run(&["merge", "people/Ada.toml", "--output", "all.toml", "--force"]).status, 0);
    assert!(folder.read("all.toml").contains("respondent = \"Ada\""));
    let error = folder.run(&["merge", "people", "--output", "people/Ada.toml", "--force"]).failure();
    assert!(error.contains("one of the files to merge"), "{error}");
    folder.write("notes.txt", "ours");
    folder.run(&["merge", "people", "--output", "notes.txt", "--force"]).failure();
    assert_eq!(folder.read("notes.txt"), "ours");
}

#[test]
fn merge_without_names_says_what_it_cannot_do() {
    let folder = people();
    let said = folder.run(&["merge", "--anonymous", "people", "--output", "all.toml"]);
    assert_eq!(said.status, 0);
    assert!(said.err.contains("read through notes, reasons and evidence"), "{}", said.err);
    let everything = folder.read("all.toml") + &said.out;
    assert!(!["Ada", "Ben", "Chen"].iter().any(|name| everything.contains(name)), "{everything}");
}

#[test]
fn merge_refuses_one_person_twice() {
    let folder = people();
    let twice = folder.read("people/Ben.toml").replace("Ben", "Ada");
    folder.write("people/Dana.toml", twice);
    let error = folder.run(&["merge", "people", "--output", "all.toml"]).failure();
    assert!(slashes(&error).contains("Ada is in people/Ada.toml and people/Dana.toml"), "{error}");
    assert!(!folder.path().join("all.toml").exists());
}

#[test]
fn sync_shows_what_changed_and_takes_it_over_once() {
    let folder = Folder::with_assessment();
    folder.run(&["plan", "a.toml", "--start", "2027-01-01", "--output", "PLAN.md"]);
    let plan = folder.read("PLAN.md");
    let line = plan.lines().find(|line| line.contains("action: test-rules")).unwrap();
    let filled = format!("{}\n  - owner: Ada", line.replace("[ ]", "[x]"));
    folder.write("PLAN.md", plan.replacen(line, &filled, 1).replace('\n', "\r\n"));
    let said = folder.run(&["sync", "a.toml", "PLAN.md"]);
    assert_eq!(said.out, "test-rules: to do → done, owner nobody → Ada\n");
    assert_eq!((said.status, said.err.as_str()), (0, "ospo-assess: 1 change taken over into a.toml\n"));
    assert!(folder.read("a.toml").ends_with("[actions.test-rules]\nstate = \"done\"\nowner = \"Ada\"\n"));
    let before = folder.files();
    let said = folder.run(&["sync", "a.toml", "PLAN.md"]);
    assert_eq!((said.status, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "ospo-assess: PLAN.md says nothing new\n");
    assert_eq!(folder.files(), before);
}

/// The lists are shaped as the clients of GitHub and GitLab write them.
#[test]
fn issues_that_were_closed_in_a_tracker_come_back() {
    let folder = Folder::with_assessment();
    let body = |id: &str| format!("Why\\n\\n- [x] step\\n\\n<!-- action: {id} -->\\n");
    let github = format!(
        r#"[{{"body":"{}","state":"CLOSED","stateReason":"COMPLETED"}},
            {{"body":"{}","state":"CLOSED","stateReason":"NOT_PLANNED"}},
            {{"body":"{}","state":"OPEN","stateReason":""}},
            {{"body":"Somebody's own","state":"CLOSED","stateReason":"COMPLETED"}},
            {{"body":"{}","state":"CLOSED","stateReason":"COMPLETED"}}]"#,
        body("test-rules"),
        body("test-list"),
        body("test-budget"),
        body("of-another-plan"),
    );
    folder.write("github.json", github);
    folder.run(&["action", "a.toml", "test-rules=doing", "--owner", "Ada"]).quietly();
    let said = folder.run(&["sync", "a.toml", "github.json"]);
    assert_eq!(said.out, "test-list: to do → dropped\ntest-rules: under way → done\n");
    let passed = "the assessment has no action of-another-plan; its issue is passed over";
    assert!(said.status == 0 && said.err.contains(passed), "{}", said.err);
    assert!(folder.read("a.toml").contains("owner = \"Ada\""), "who had it stays");

    let gitlab = format!(
        r#"[{{"iid":7,"title":"t","description":"{}","state":"closed","labels":["ospo-assess"]}},
            {{"iid":8,"title":"t","description":"{}","state":"opened"}},
            {{"iid":9,"title":"t","description":null,"state":"closed"}},
            {{"iid":5,"title":"t","description":"{}","state":"closed"}}]"#,
        body("test-list"),
        body("test-budget"),
        body("test-budget"),
    );
    folder.write("gitlab.json", gitlab);
    let said = folder.run(&["sync", "a.toml", "gitlab.json"]);
    assert_eq!(said.out, "test-list: dropped → done\n", "what is open once more stays open");

    let before = folder.files();
    assert_eq!(
        folder.run(&["sync", "a.toml", "gitlab.json"]).err,
        "ospo-assess: gitlab.json says nothing new\n"
    );
    folder.write("other.json", "[{\"number\": 1}]");
    let error = folder.run(&["sync", "a.toml", "other.json"]).failure();
    assert!(error.contains("other.json: this is no list of issues (missing field `state`"), "{error}");
    std::fs::remove_file(folder.path().join("other.json")).unwrap();
    assert_eq!(folder.files(), before);
}

/// Nothing is saved of which nobody could be told.
#[test]
#[cfg(target_os = "linux")]
fn sync_that_cannot_say_what_it_did_saves_nothing() {
    let folder = Folder::with_assessment();
    folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    folder.write("PLAN.md", folder.read("PLAN.md").replace("[ ]", "[x]"));
    let before = folder.files();
    let full = || std::fs::File::create("/dev/full").unwrap();
    let (reader, broken) = std::io::pipe().unwrap();
    drop(reader);
    for out in [Stdio::from(full()), Stdio::from(broken)] {
        let mut sync = folder.command(&["sync", "a.toml", "PLAN.md"]);
        let told = said_by(sync.stdout(out));
        assert!(told.contains("cannot write to standard output"), "{told}");
        assert_eq!(folder.files(), before);
    }
    let mut plan = folder.command(&["plan", "a.toml", "--output", "PLAN.md"]);
    assert!(!plan.stderr(full()).status().unwrap().success());
    assert_eq!(folder.files(), before);
    folder.run(&["sync", "a.toml", "PLAN.md"]).result();
    assert!(folder.read("a.toml").contains("state = \"done\""));
}

/// What a command that fails says.
#[cfg(target_os = "linux")]
fn said_by(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn sync_names_the_line_that_it_cannot_read_and_takes_over_the_rest() {
    let folder = Folder::with_assessment();
    folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    let plan = folder.read("PLAN.md").replace("[ ]", "[x]").replacen(
        "due: <!-- due -->",
        "due: <!-- due --> soon",
        1,
    );
    assert!(plan.matches("[x]").count() > 1, "{plan}");
    folder.write("PLAN.md", plan);
    let said = folder.run(&["sync", "a.toml", "PLAN.md"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.err.contains("`due: soon` is no date; write it like 2027-01-31"), "{}", said.err);
    assert_eq!(said.out.matches("to do → done").count(), folder.read("PLAN.md").matches("[x]").count());
    assert_eq!(folder.read("a.toml").matches("state = \"done\"").count(), said.out.lines().count());
    // Written again, the plan says it still, in its place.
    let said = folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    assert!(said.status == 0 && said.err.contains("`due: soon`"), "{}", said.err);
    assert!(folder.read("PLAN.md").contains("  - due: <!-- due --> soon\n"));
    let before = folder.files();
    let error = folder.run(&["sync", "a.toml", "missing.md"]).failure();
    assert!(error.contains("missing.md: there is no such file"), "{error}");
    let error = folder.run(&["sync", "a.toml", "a.toml"]).failure();
    assert!(error.contains("this is neither a plan of ospo-assess"), "{error}");
    assert_eq!(folder.files(), before);
}

#[test]
fn a_plan_written_again_keeps_ticks_and_words() {
    let folder = Folder::with_assessment();
    folder.run(&["plan", "a.toml", "--start", "2027-01-01", "--output", "PLAN.md"]);
    let plan = folder.read("PLAN.md").replacen("[ ]", "[x]", 1);
    folder.write("PLAN.md", format!("{plan}\n## Ours\n\nThe board agrees.\n"));
    folder.run(&["answer", "a.toml", "test-budget=partly"]).quietly();
    let said = folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("to do → done"), "{}", said.err);
    let again = folder.read("PLAN.md");
    assert_eq!(again.matches("[x]").count(), 1, "{again}");
    assert!(again.contains("<!-- end -->\n\n## Ours\n\nThe board agrees.\n\n<!-- sealed: "), "{again}");
    folder.run(&["plan", "a.toml", "--output", "PLAN.md"]);
    assert_eq!(folder.read("PLAN.md"), again);
    // By force, everything is replaced.
    folder.run(&["plan", "a.toml", "--output", "PLAN.md", "--force"]);
    assert!(!folder.read("PLAN.md").contains("Ours"));
}

#[test]
fn two_files_are_compared_and_more_give_a_history() {
    let folder = people();
    let text = folder.run(&["compare", "people/Ben.toml", "people/Ada.toml"]).quietly();
    assert!(
        text.contains("\nAnswers that moved up\n  - Who wrote the rules? (test-rules): Not in place →"),
        "{text}"
    );
    let json = folder.run(&["compare", "people/Ben.toml", "people/Ada.toml", "--format", "json"]).quietly();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["answers"][0]["direction"], "up");
    let markdown =
        folder.run(&["compare", "people/Ben.toml", "people/Ada.toml", "--format", "markdown"]).quietly();
    assert!(markdown.starts_with("# Example Corp: "), "{markdown}");
    let history =
        folder.run(&["compare", "people/Ben.toml", "people/Ada.toml", "people/Chen.toml"]).quietly();
    let order = ["Ben", "Ada", "Chen"].map(|name| history.find(&format!("people/{name}.toml")).unwrap());
    assert!(order.is_sorted(), "as given: {history}");
    assert!(history.contains('█'), "{history}");
}

#[test]
fn two_files_of_one_person_and_day_are_told_apart_by_their_names() {
    let folder = people();
    folder.write("again.toml", folder.read("people/Ben.toml"));
    let text = folder.run(&["compare", "people/Ben.toml", "again.toml"]).quietly();
    assert!(text.lines().next().unwrap().ends_with(": people/Ben.toml → again.toml"), "{text}");
    let html = folder.run(&["compare", "people/Ben.toml", "again.toml", "--format", "html"]).quietly();
    assert!(html.contains("again.toml"), "{html}");
    let each = folder.run(&["compare", "--each", "people/Ben.toml", "again.toml"]).quietly();
    assert_eq!(each.lines().count(), 2, "a table of one step: {each}");
}

#[test]
fn a_folder_of_clients_gives_one_table() {
    let folder = people();
    for (client, file) in [("Zebra", "z"), ("Yak", "y")] {
        let text = folder.read("people/Ben.toml").replace("Example Corp", client);
        folder.write(&format!("clients/{file}/1.toml"), &text);
        let later = text
            .replace("answer = \"none\"", "answer = \"fully\"")
            .replace("answered_at = 20", "answered_at = 21");
        folder.write(&format!("clients/{file}/2.toml"), later);
    }
    folder.write("clients/.hidden/x.toml", "broken");
    let table = folder.run(&["score", "clients"]).quietly();
    assert_eq!(table.lines().count(), 5, "{table}");
    assert!(table.lines().nth(1).unwrap().starts_with("Yak"), "by path: {table}");
    let csv = folder.run(&["score", "clients", "--format", "csv"]).quietly();
    assert!(csv.starts_with("organization,file,respondent,answered_on,questionnaire,"), "{csv}");
    assert_eq!(csv.lines().count(), 5);
    let lines = folder.run(&["score", "clients", "--format", "json-lines"]).quietly();
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(slashes(lines[0]["file"].as_str().unwrap()), "clients/y/1.toml");
    assert_eq!(
        lines[0]["answers"][0],
        serde_json::json!({"question": "test-rules", "answer": "none", "credit": 0})
    );
    assert_eq!(lines[0]["questionnaires"][0]["reached"]["number"], 0);

    let changes = folder.run(&["compare", "clients"]).quietly();
    assert_eq!(changes.lines().count(), 3, "{changes}");
    let csv = folder.run(&["compare", "clients", "--format", "csv"]).quietly();
    assert!(
        slashes(csv.lines().nth(1).unwrap())
            .starts_with("Yak,example,levels,clients/y/1.toml,clients/y/2.toml,"),
        "{csv}"
    );
    assert!(csv.lines().all(|line| line.starts_with("organization") || line.ends_with(",1,0")), "{csv}");
    let lines = folder.run(&["compare", "clients", "--format", "json-lines"]).quietly();
    assert_eq!(lines.lines().count(), 2);
    let error = folder.run(&["compare", "clients", "--format", "markdown"]).failure();
    assert!(error.contains("several organisations"), "{error}");
}

#[test]
fn a_broken_file_is_named_and_the_others_are_still_there() {
    let folder = people();
    folder.write("people/Aaa.toml", "format = 1\n");
    folder.write("people/Zzz.toml", "");
    let said = folder.run(&["score", "people", "--format", "csv"]);
    assert_eq!((said.status, said.out.lines().count()), (1, 4), "{}", said.out);
    let err = slashes(&said.err);
    assert!(err.contains("people/Aaa.toml: ") && err.contains("people/Zzz.toml: "), "{err}");
    assert!(said.err.ends_with("ospo-assess: 2 of 5 cannot be read and are left out\n"), "{}", said.err);
}

/// Of a hundred clients one file is broken, and one folder is empty: the others are merged and compared.
#[test]
fn what_cannot_be_read_ends_no_merge_and_no_table() {
    let folder = people();
    folder.write("people/Aaa.toml", "format = 1\n");
    folder.write("empty/x.txt", "");
    let error = folder.run(&["merge", "people/Aaa.toml", "empty", "--output", "all.toml"]).failure();
    assert!(error.contains("there is no assessment to read"), "{error}");
    let said = folder.run(&["merge", "people", "empty", "--output", "all.toml"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(
        slashes(&said.err).contains("people/Aaa.toml: ") && said.err.contains("empty: there is no"),
        "{}",
        said.err
    );
    let all = folder.read("all.toml");
    assert!(all.contains("Ada") && !all.contains("Aaa"), "{all}");
    let said = folder.run(&["score", "people", "empty", "--format", "csv"]);
    assert_eq!((said.status, said.out.lines().count()), (1, 4), "{}", said.out);
    let said = folder.run(&["compare", "people", "empty"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.out.contains("Example Corp"), "{}", said.out);
}

/// A name that somebody mistyped in the file counts as no answer, and the one that was meant is asked for.
#[test]
fn a_mistyped_question_is_no_answer() {
    let folder = people();
    let mistyped = folder.read("people/Ada.toml").replace("test-rules", "test-rulez");
    assert!(mistyped.contains("test-rulez"), "{mistyped}");
    folder.write("people/Ada.toml", mistyped);
    let said = folder.run(&["score", "people/Ada.toml"]);
    assert!(said.err.contains("nothing of it counts: test-rulez (did you mean test-rules?)"), "{}", said.err);
    let merge =
        |folder: &Folder| folder.run(&["merge", "people", "--output", "all.toml", "--force"]).result();
    let before = merge(&people());
    assert_eq!(merge(&folder).lines().next(), before.lines().next(), "others have answered it");
    for file in ["people/Ben.toml", "people/Chen.toml"] {
        folder.write(file, folder.read(file).replace("test-rules", "test-rulez"));
    }
    let counted = |said: &str| said.split_whitespace().find_map(|word| word.parse::<usize>().ok()).unwrap();
    assert_eq!(counted(&merge(&folder)) + 1, counted(&before), "{before}");
}

#[test]
fn tables_come_in_the_same_order_each_time() {
    let folder = people();
    for i in 0..60 {
        folder.write(
            &format!("many/{i:02}.toml"),
            folder.read("people/Ben.toml").replace("Example Corp", &format!("C{i}")),
        );
    }
    let first = folder.run(&["score", "many", "--format", "csv"]).quietly();
    assert_eq!(first, folder.run(&["score", "many", "--format", "csv"]).quietly());
    let files: Vec<&str> = first.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
    assert!(files.is_sorted() && files.len() == 60, "{files:?}");
}

#[test]
fn what_makes_no_sense_is_wrong_usage() {
    let folder = people();
    for arguments in [
        &["compare", "people/Ada.toml"][..],
        &["score", "people", "--format", "json"],
        &["score", "people", "--explain"],
        &["score", "people/Ada.toml", "--explain", "--format", "csv"],
        &["merge", "people"],
    ] {
        assert_eq!(folder.run(arguments).status, 2, "{arguments:?}");
    }
    folder.write("empty/x.txt", "");
    let error = folder.run(&["score", "empty"]).failure();
    assert!(error.contains("empty: there is no assessment in this folder"), "{error}");
}

#[test]
fn the_minutes_say_who_decided_what_and_why() {
    let folder = people();
    folder.run(&["merge", "people", "--output", "all.toml"]);
    let decided = "[decisions.test-rules]\nhow = \"chosen\"\nreason = \"Signed *today*\"\n";
    let text = folder.read("all.toml").replace("[decisions.test-rules]\nhow = \"median\"\n", decided);
    let dated = |line: &str| {
        if line.starts_with("answered_at") {
            "answered_at = 2026-01-05T10:00:00Z\n".to_owned()
        } else {
            format!("{line}\n")
        }
    };
    folder.write("all.toml", text.lines().map(dated).collect::<String>());
    let minutes = folder.run(&["minutes", "all.toml"]).quietly();
    assert!(minutes.contains("Ada") && minutes.contains("- **Why:** Signed \\*today\\*"), "{minutes}");
    assert!(minutes.contains("## Sources and licences\n\n- Example of levels"), "{minutes}");
    folder.run(&["answer", "all.toml", "test-rules=partly", "--by", "Kim"]).quietly();
    let said = folder.run(&["minutes", "all.toml", "--anonymous", "--output", "m.html", "--format", "html"]);
    assert!(said.err.contains("read through notes"), "{}", said.err);
    let page = folder.read("m.html");
    assert!(page.contains("<h2>Who wrote the rules? (test-rules)</h2>"), "{page}");
    assert!(page.contains("Changed later") && !page.contains("Kim") && !page.contains("Ada"), "{page}");
    let minutes = folder.run(&["minutes", "all.toml"]).quietly();
    assert!(minutes.contains("by Kim"), "{minutes}");
    assert!(
        minutes.contains("2026-01-05, 10:00 to 10:00 (UTC)"),
        "nobody met on the day of the change: {minutes}"
    );
    let error = folder.run(&["minutes", "all.toml", "--output", "m.html"]).failure();
    assert!(error.contains("--force"), "{error}");
}

#[test]
fn tables_fit_the_screen_and_tell_files_of_one_organisation_apart() {
    let folder = people();
    folder.run(&["merge", "people", "--output", "people/all.toml"]);
    let table = folder.run(&["score", "people"]).quietly();
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    assert!(table.starts_with("organization     by              answered_on  questionnaire"), "{table}");
    for who in ["  Ada  ", "  Ben  ", "  Chen  ", "  Ada, Ben, Chen"] {
        assert!(table.contains(who), "{who} is missing in\n{table}");
    }
    let csv = folder.run(&["score", "people", "--format", "csv"]).quietly();
    assert!(!csv.contains(",by,"), "CSV has file and respondent: {csv}");
    // Of one day the one that all made; the newest before that.
    let newest = folder.run(&["score", "people", "--newest"]).quietly();
    assert_eq!(newest.lines().count(), 2, "{newest}");
    assert!(newest.contains("Ada, Ben, Chen"), "{newest}");
    let later = folder.read("people/Ben.toml").replace("answered_at = 20", "answered_at = 21");
    folder.write("people/Ben.toml", later);
    let newest = folder.run(&["score", "people", "--newest", "--format", "csv"]).quietly();
    assert!(newest.lines().nth(1).unwrap().contains("Ben.toml,Ben,21"), "{newest}");
}

#[test]
fn levels_and_answers_are_columns_and_a_series_has_all_its_dates() {
    let folder = people();
    let wide = folder.run(&["score", "people", "--format", "csv-columns"]).quietly();
    let mut lines = wide.lines();
    assert_eq!(
        lines.next(),
        Some(
            "organization,file,respondent,answered_on,example.result,example.percent,test-rules,test-list,test-course,test-budget"
        )
    );
    let ada = lines.next().unwrap();
    assert!(ada.contains(",Ada,") && ada.ends_with(",fully,partly,,"), "{ada}");
    assert_eq!(lines.count(), 2);

    let first = folder.read("people/Ben.toml");
    for (i, answer) in ["none", "partly", "fully"].into_iter().enumerate() {
        let text = first.replace("answer = \"none\"", &format!("answer = \"{answer}\""));
        folder.write(
            &format!("series/{i}.toml"),
            text.replace("answered_at = 20", &format!("answered_at = 2{i}")),
        );
    }
    let each = folder.run(&["compare", "series", "--each"]).quietly();
    assert_eq!(each.lines().count(), 3, "two steps: {each}");
    assert!(each.lines().all(|line| line.chars().count() <= 80), "{each}");
    assert!(each.lines().nth(1).unwrap().contains("+1 −0"), "{each}");
    let csv = folder.run(&["compare", "series", "--each", "--format", "csv"]).quietly();
    let steps: Vec<&str> = csv.lines().skip(1).collect();
    assert!(slashes(steps[1]).contains("series/1.toml,series/2.toml"), "{csv}");
}
