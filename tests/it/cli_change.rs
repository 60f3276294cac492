//! The commands that change an assessment: `new`, `answer`, `target`, `action`.

use crate::common::files::without_times;
use crate::common::program::Folder;

const NEW: &str = "\
format = 1
organization = \"Example Corp\"
questionnaires = { example = \"1.0.0\" }
";

#[test]
fn new_asks_the_two_core_questionnaires_unless_told_otherwise() {
    let folder = Folder::new();
    let said = folder.run(&["new", "a.toml", "--organization", "Example Corp", "--respondent", "Ada"]);
    assert_eq!(said.status, 0);
    assert_eq!(said.err, "ospo-assess: made a.toml; answer it with `ospo-assess a.toml`\n");
    let text = folder.read("a.toml");
    assert!(text.contains("respondent = \"Ada\""), "{text}");
    assert!(text.contains("questionnaires = { maturity-model = \""), "{text}");
    assert!(text.contains("strategy-ladder = \""), "{text}");

    let said = folder.run(&["new", "My firm & co.toml", "--organization", "Example Corp"]);
    let typed = "`ospo-assess \"My firm & co.toml\"`";
    assert!(said.err.ends_with(&format!("answer it with {typed}\n")), "a shell takes it: {}", said.err);

    let chosen = ["--questionnaire", "choose", "--questionnaire", "example", "--questionnaire", "choose"];
    let said =
        folder.run(&[&["new", "b.toml", "--organization", "\u{202e}B\u{7}\t"], chosen.as_slice()].concat());
    assert_eq!(said.status, 0);
    let expected = "questionnaires = { choose = \"2.0.0\", example = \"1.0.0\" }\n";
    assert_eq!(folder.read("b.toml"), format!("format = 1\norganization = \"B\u{fffd}\"\n{expected}"));
}

#[test]
fn answers_take_note_evidence_revision_and_time() {
    let folder = Folder::with_assessment();
    let answers = ["answer", "a.toml", "test-rules=partly", "test-list=unknown", "--note", "One\nTwo"];
    let evidence = ["--evidence", "https://example.org/1", "--evidence", "Shelf 2"];
    let said = "test-rules: no answer yet → In place in part; note, evidence
test-list: no answer yet → we don't know; note, evidence\n";
    assert_eq!(folder.run(&[answers.as_slice(), &evidence].concat()).quietly(), said);
    let text = folder.read("a.toml");
    let expected = "
[answers.test-rules]
answer = \"partly\"
note = \"\"\"
One
Two\"\"\"
evidence = [\"https://example.org/1\", \"Shelf 2\"]
revision = 1

[answers.test-list]
answer = \"unknown\"
note = \"\"\"
One
Two\"\"\"
evidence = [\"https://example.org/1\", \"Shelf 2\"]
revision = 2
";
    assert_eq!(without_times(&text), format!("{NEW}{expected}"));
    let times: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("answered_at = ")).collect();
    assert_eq!(times.len(), 2);
    for time in times {
        assert!(
            time.len() == "2026-11-22T10:15:00Z".len() && time.ends_with('Z'),
            "whole seconds, UTC: {time}"
        );
    }
}

#[test]
fn a_cleared_question_keeps_its_note_and_loses_it_when_told() {
    let folder = Folder::with_assessment();
    folder
        .run(&["answer", "a.toml", "test-rules=not-applicable", "--reason", "No code", "--note", "n"])
        .quietly();
    let answered = without_times(&folder.read("a.toml"));
    assert!(
        answered.contains("answer = \"not-applicable\"\nreason = \"No code\"\nnote = \"n\"\n"),
        "{answered}"
    );
    folder.run(&["answer", "a.toml", "test-rules="]).quietly();
    assert_eq!(folder.read("a.toml"), format!("{NEW}\n[answers.test-rules]\nnote = \"n\"\n"));
    folder.run(&["answer", "a.toml", "test-rules=", "--note", ""]).quietly();
    let score = folder.run(&["score", "a.toml"]).quietly();
    assert!(score.contains("3 questions: 0 answered, 0 unknown, 0 not applicable, 3 unanswered"), "{score}");
    assert!(!folder.read("a.toml").contains("note"), "{}", folder.read("a.toml"));
}

#[test]
fn a_choice_of_a_fit_questionnaire_is_an_answer_and_no_action() {
    let folder = Folder::new();
    folder.run(&["new", "a.toml", "--organization", "A", "--questionnaire", "choose"]);
    folder.run(&["answer", "a.toml", "test-size=many"]).quietly();
    let json: serde_json::Value =
        serde_json::from_str(&folder.run(&["score", "a.toml", "--format", "json"]).quietly()).unwrap();
    assert_eq!(json["questionnaires"][0]["candidates"][0]["id"], "many-teams");
    assert_eq!(
        folder.run(&["action", "a.toml", "test-size=done"]).failure(),
        "ospo-assess: a.toml: test-size has no action: its questionnaire compares candidates; nothing is to be done\n"
    );
}

#[test]
fn a_target_is_chosen_and_taken_back() {
    let folder = Folder::with_assessment();
    let said = folder.run(&["target", "a.toml", "example=second"]).quietly();
    assert_eq!(said, "example: no target chosen → step 2, Second\n");
    assert_eq!(folder.run(&["target", "a.toml", "example=second"]).quietly(), "nothing has changed\n");
    assert_eq!(folder.read("a.toml"), format!("{NEW}\n[targets]\nexample = \"second\"\n"));
    let score = folder.run(&["score", "a.toml"]).quietly();
    assert!(score.contains("Target: step 2, Second"), "{score}");
    folder.run(&["target", "a.toml", "example="]).quietly();
    let score = folder.run(&["score", "a.toml"]).quietly();
    assert!(score.contains("Target: step 1, First"), "{score}");
}

#[test]
fn an_action_takes_state_owner_and_due_and_keeps_what_is_not_given() {
    let folder = Folder::with_assessment();
    let given =
        ["action", "a.toml", "test-rules=doing", "test-list=todo", "--owner", "Ada", "--due", "2027-01-31"];
    let said = "test-rules: to do → under way, owner nobody → Ada, due no date → 2027-01-31
test-list: owner nobody → Ada, due no date → 2027-01-31\n";
    assert_eq!(folder.run(&given).quietly(), said);
    let rules = |state: &str| {
        format!("\n[actions.test-rules]\nstate = \"{state}\"\nowner = \"Ada\"\ndue = 2027-01-31\n")
    };
    let list = "\n[actions.test-list]\nstate = \"todo\"\nowner = \"Ada\"\ndue = 2027-01-31\n";
    assert_eq!(folder.read("a.toml"), format!("{NEW}{}{list}", rules("doing")));
    folder.run(&["action", "a.toml", "test-rules=done"]).quietly();
    assert_eq!(folder.read("a.toml"), format!("{NEW}{}{list}", rules("done")));
    folder.run(&["action", "a.toml", "test-list=todo", "--owner", "", "--due", ""]).quietly();
    assert_eq!(folder.read("a.toml"), format!("{NEW}{}", rules("done")));
}

#[test]
fn what_people_wrote_into_the_file_stays() {
    let folder = Folder::with_assessment();
    let by_hand = format!("# ours\n{NEW}extra = \"kept\" # too\n");
    folder.write("a.toml", &by_hand);
    folder.run(&["answer", "a.toml", "test-rules=fully"]).quietly();
    assert!(folder.read("a.toml").starts_with(&by_hand), "{}", folder.read("a.toml"));
}

#[test]
fn nothing_changes_when_one_of_several_is_wrong() {
    let folder = Folder::with_assessment();
    let before = folder.files();
    for arguments in [
        ["answer", "a.toml", "test-rules=fully", "nonsense=fully"],
        ["answer", "a.toml", "test-rules=fully", "test-list=most"],
        ["target", "a.toml", "example=second", "nonsense=first"],
        ["action", "a.toml", "test-rules=done", "nonsense=done"],
    ] {
        folder.run(&arguments).failure();
        assert_eq!(folder.files(), before, "{arguments:?}");
    }
}

#[test]
fn a_file_that_another_program_holds_is_not_changed() {
    let folder = Folder::with_assessment();
    let (_store, _) = ospo_assess::files::GuardedFile::open(&folder.path().join("a.toml")).unwrap();
    let before = folder.files();
    for arguments in [["answer", "a.toml", "test-rules=fully"], ["action", "a.toml", "test-rules=done"]] {
        assert_eq!(
            folder.run(&arguments).failure(),
            "ospo-assess: a.toml: open in another ospo-assess; close it there, or save elsewhere\n"
        );
        assert_eq!(folder.files(), before);
    }
    assert_eq!(folder.run(&["score", "a.toml"]).status, 0, "reading needs nobody's leave");
}

#[test]
fn what_differs_from_the_questionnaires_is_told_once_in_a_line() {
    let folder = Folder::with_assessment();
    folder.write("a.toml", NEW.replace("1.0.0", "0.9.0") + "\n[answers.test-list]\nanswer = \"fully\"\n");
    let said = folder.run(&["score", "a.toml"]);
    assert_eq!(
        said.err,
        "ospo-assess: a.toml: The questionnaire example was 0.9.0 when this was answered, and is 1.0.0 now.\n\
         ospo-assess: a.toml: Answers whose question has changed since, to be confirmed (1): test-list.\n"
    );
    assert_eq!(said.status, 0);
}

#[test]
fn actions_are_moved_in_the_plan_and_keep_their_state() {
    let folder = Folder::with_assessment();
    folder.run(&["action", "a.toml", "test-rules=doing"]).quietly();
    let mv = |arguments: &[&str]| {
        folder.run(&[&["action", "a.toml"], arguments].concat()).quietly();
        let text = folder.read("a.toml");
        let lines = text.lines().skip_while(|line| *line != "[plan]").skip(1);
        lines.take_while(|line| line.contains('=')).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(mv(&["test-rules", "--sooner"]), r#"first = ["test-rules"]"#);
    assert_eq!(mv(&["test-list", "--sooner"]), r#"first = ["test-list", "test-rules"]"#);
    assert_eq!(mv(&["test-rules", "--sooner"]), r#"first = ["test-rules", "test-list"]"#);
    assert_eq!(mv(&["test-rules", "--later"]), r#"first = ["test-list"]"#);
    assert_eq!(mv(&["test-rules", "--later"]), r#"first = ["test-list"] later = ["test-rules"]"#);
    assert_eq!(mv(&["test-rules", "--sooner"]), r#"first = ["test-list"]"#, "where it was");
    assert_eq!(mv(&["test-list", "--later"]), "");
    assert_eq!(mv(&["test-list", "test-rules", "--sooner"]), r#"first = ["test-list", "test-rules"]"#);
    assert_eq!(
        mv(&["test-budget", "--also"]),
        r#"also = ["test-budget"] first = ["test-list", "test-rules"]"#
    );
    assert_eq!(mv(&["test-budget", "--also"]), r#"first = ["test-list", "test-rules"]"#);
    assert!(folder.read("a.toml").contains("[actions.test-rules]\nstate = \"doing\"\n"));

    let before = folder.files();
    let message = folder.run(&["action", "a.toml", "test-list", "gone", "--later"]).failure();
    assert!(message.contains("there is no question gone"), "{message}");
    assert_eq!(folder.files(), before, "all or nothing");
}

#[test]
fn the_next_assessment_begins_from_an_earlier_one_wherever_it_is() {
    let folder = Folder::with_assessment();
    folder.run(&["answer", "a.toml", "test-rules=partly", "--note", "Since spring"]).quietly();
    let before = folder.read("a.toml");
    let said = folder.run(&["next", "a.toml", "--output", "b.toml"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("made b.toml") && said.err.contains("1 answer"), "{}", said.err);
    let next = folder.read("b.toml");
    assert!(next.contains("Since spring") && next.contains("revision = 0"), "{next}");
    assert_eq!(folder.read("a.toml"), before);
    // A file that is there is nobody's to replace, and another one is not made of nothing.
    assert_eq!(folder.run(&["next", "a.toml", "--output", "b.toml"]).status, 1);
    assert_eq!(folder.run(&["next", "none.toml", "--output", "c.toml"]).status, 1);
    assert_eq!(folder.read("b.toml"), next);
}
