//! The commands that say something: `score`, `plan`. What stands in the reports is tested with the
//! reports; here it is who gets them, where they go, and that the same input gives the same bytes.

use serde_json::Value;

use crate::common::program::Folder;

/// An assessment with one answer of each kind, and everything that a plan needs to be told.
fn answered() -> Folder {
    let folder = Folder::with_assessment();
    folder.run(&["answer", "a.toml", "test-rules=partly", "test-list=unknown"]).quietly();
    folder.run(&["answer", "a.toml", "test-budget=not-applicable", "--reason", "No money"]).quietly();
    folder.run(&["target", "a.toml", "example=first"]).quietly();
    let plan = "\n[plan]\ncapacity = 12\nstart = 2027-01-01\n";
    folder.write("a.toml", folder.read("a.toml") + plan);
    folder
}

fn json(folder: &Folder, arguments: &[&str]) -> Value {
    serde_json::from_str(&folder.run(arguments).quietly()).expect("JSON")
}

fn fields(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn score_says_where_and_with_explain_why() {
    let folder = answered();
    let short = folder.run(&["score", "a.toml"]).quietly();
    let long = folder.run(&["score", "a.toml", "--explain"]).quietly();
    assert!(short.contains("3 questions: 1 answered, 1 unknown, 0 not applicable, 1 unanswered"), "{short}");
    assert!(!short.contains("Who keeps the list?"), "{short}");
    assert!(long.contains("\n    - Who keeps the list? (we don't know)\n"), "{long}");
}

#[test]
fn the_json_has_the_designed_fields_and_no_other() {
    let folder = answered();
    let score = json(&folder, &["score", "a.toml", "--format", "json"]);
    assert_eq!(fields(&score), ["format", "organization", "questionnaires"]);
    let levels = &score["questionnaires"][0];
    let expected =
        "id kind version percent questions reached possible provisional position target levels ability";
    assert_eq!(fields(levels).join(" "), expected);
    let expected = "id number percent possible_percent gate holds scoped_out blocking";
    assert_eq!(fields(&levels["levels"][0]).join(" "), expected);
    assert_eq!(levels["levels"][0]["blocking"], serde_json::json!(["test-list", "test-rules"]));

    let plan = json(&folder, &["plan", "a.toml", "--format", "json"]);
    let expected = "format organization route proven points capacity start targets to_answer actions \
                    done left_out quarters";
    assert_eq!(fields(&plan).join(" "), expected);
    let expected = "question title effort points owner level blocking foundation requires quarter state";
    assert_eq!(fields(&plan["actions"][0]).join(" "), expected);
    let expected = "number starts ends points actions under_way reaches sustains";
    assert_eq!(fields(&plan["quarters"][0]).join(" "), expected);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = answered();
    let before = folder.files();
    for arguments in [
        &["score", "a.toml"][..],
        &["score", "a.toml", "--explain"],
        &["score", "a.toml", "--format", "json"],
        &["plan", "a.toml"],
        &["plan", "a.toml", "--format", "json"],
        &["plan", "a.toml", "--format", "csv"],
        &["plan", "a.toml", "--format", "html", "--route", "full"],
        &["questionnaires"],
        &["questionnaires", "--format", "json"],
        &["show", "example"],
        &["schema"],
        &["man"],
    ] {
        let first = folder.run(arguments).quietly();
        assert!(first.ends_with('\n') && !first.ends_with("\n\n"), "{arguments:?} ends with one line end");
        assert_eq!(folder.run(arguments).quietly(), first, "{arguments:?}");
    }
    assert_eq!(folder.files(), before, "looking changes nothing");
}

#[test]
fn options_override_what_the_assessment_says_and_leave_it_as_it_is() {
    let folder = answered();
    let before = folder.files();
    let plan = json(&folder, &["plan", "a.toml", "--format", "json"]);
    assert_eq!((&plan["route"], &plan["capacity"]), (&"recommended".into(), &12.into()));
    assert_eq!((&plan["start"], &plan["targets"]["example"]["id"]), (&"2027-01-01".into(), &"first".into()));
    let options =
        ["--route", "full", "--capacity", "3", "--start", "2028-02-29", "--target", "example=second"];
    let plan = json(&folder, &[&["plan", "a.toml", "--format", "json"], options.as_slice()].concat());
    assert_eq!((&plan["route"], &plan["capacity"]), (&"full".into(), &3.into()));
    assert_eq!((&plan["start"], &plan["targets"]["example"]["id"]), (&"2028-02-29".into(), &"second".into()));
    assert_eq!(folder.files(), before);
}

#[test]
fn the_first_plan_in_a_file_writes_its_start_into_the_assessment() {
    let folder = Folder::with_assessment();
    let before = folder.files();
    let shown = folder.run(&["plan", "a.toml", "--format", "json"]).result();
    assert_eq!(folder.files(), before, "what is only shown changes no file");

    let before = folder.read("a.toml");
    folder.run(&["plan", "a.toml", "--format", "json", "--output", "plan.json"]).result();
    let plan: Value = serde_json::from_str(&folder.read("plan.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), plan);
    let start = plan["start"].as_str().unwrap();
    assert_eq!(folder.read("a.toml"), format!("{before}\n[plan]\nstart = {start}\n"));
}

#[test]
fn what_nobody_said_is_said_in_one_line() {
    let folder = Folder::with_assessment();
    let all = ["plan", "a.toml", "--capacity", "6", "--start", "2027-01-01", "--target", "example=first"];
    folder.run(&all).quietly();
    let said = |arguments: &[&str]| folder.run(arguments).err;
    assert_eq!(
        said(&all[..6]),
        "ospo-assess: assumed: the target step 1, First; --target, --capacity and --start say otherwise\n"
    );
    let first = said(&["plan", "a.toml", "--start", "2027-01-01"]);
    assert_eq!(
        first,
        "ospo-assess: assumed: the target step 1, First; 12 points a quarter; --target, --capacity and --start \
         say otherwise\n"
    );
    assert!(said(&["plan", "a.toml"]).contains("a quarter; the start 20"));
    folder.run(&["target", "a.toml", "example=first"]).quietly();
    folder.write("a.toml", folder.read("a.toml") + "\n[plan]\ncapacity = 5\nstart = 2027-01-01\n");
    folder.run(&["plan", "a.toml"]).quietly();
}

#[test]
fn a_better_aim_than_the_next_level_is_suggested_and_not_taken() {
    let folder = Folder::new();
    folder.write("m.toml", include_str!("../organisations/development/media-first.toml"));
    let next = folder.run(&["plan", "m.toml", "--start", "2027-01-01"]);
    assert!(next.err.contains("suggested: --target maturity-model=engagement. What stage 3"), "{}", next.err);
    assert!(next.out.contains("for OSPO maturity model. Suggested: stage 3"), "{}", next.out);
    assert!(next.out.contains("target: stage 2"), "the plan still leads to the next level: {}", next.out);
    let higher = folder.run(&["plan", "m.toml", "--target", "maturity-model=engagement"]);
    assert!(
        !higher.err.contains("suggested: --target") && !higher.out.contains("Suggested:"),
        "{}",
        higher.err
    );
}

#[test]
fn what_is_there_is_suggested_to_be_looked_after_and_not_taken_in() {
    let folder = Folder::new();
    folder.write("g.toml", include_str!("../organisations/development/grid-first.toml"));
    let written = folder.run(&["plan", "g.toml", "--start", "2027-01-01"]);
    let said = "suggested: look after what is there (4 actions, about 6 weeks): action FILE ID --also, then --sooner, for";
    assert!(written.err.contains(said) && written.err.contains("own-projects"), "{}", written.err);
    assert!(!written.out.contains("<!-- action: own-projects -->"), "{}", written.out);
    // Whoever said how much time there is has been through the set-up.
    folder.write("g.toml", folder.read("g.toml") + "\n[plan]\ncapacity = 12\n");
    assert!(!folder.run(&["plan", "g.toml"]).err.contains("look after"));
}

#[test]
fn a_result_that_is_open_is_told_as_open_and_nothing_is_asked_later_than_the_rest() {
    let folder = Folder::new();
    folder.write("m.toml", include_str!("../organisations/development/media-first.toml"));
    folder.write("g.toml", include_str!("../organisations/development/grid-first.toml"));
    let grid = folder.run(&["plan", "g.toml", "--start", "2027-01-01"]).out;
    let open = "Between stage 0, Ad hoc, and stage 3, Engagement-driven: one open answer decides";
    assert_eq!(grid.matches(open).count(), 3, "summary, route and heading: {grid}");
    assert!(!grid.contains("from stage 0") && !grid.contains("Stage 0, Ad hoc"), "{grid}");
    let media = folder.run(&["plan", "m.toml", "--start", "2027-01-01", "--capacity", "3"]).out;
    assert!(media.contains("Ask in the same round what would decide what comes next"), "{media}");
    assert!(media.contains("Rests on answers for which one asks in the first two weeks"), "{media}");
    assert_eq!(media.matches("First find out").count(), 1, "in the first quarter alone: {media}");
}

#[test]
fn a_start_that_cannot_be_kept_is_a_word_and_no_failure() {
    let folder = Folder::with_assessment();
    folder.run(&["target", "a.toml", "example=first"]).quietly();
    let (_store, _) = ospo_assess::files::GuardedFile::open(&folder.path().join("a.toml")).unwrap();
    let before = folder.read("a.toml");
    let said =
        folder.run(&["plan", "a.toml", "--capacity", "6", "--start", "2027-01-01", "--output", "PLAN.md"]);
    assert_eq!(said.status, 0);
    assert_eq!(
        said.err,
        "ospo-assess: wrote PLAN.md\n\
         ospo-assess: the start 2027-01-01 was not kept in the assessment, so the next plan may start on another \
         day: a.toml: open in another ospo-assess; close it there, or save elsewhere\n"
    );
    assert_eq!(folder.read("a.toml"), before);
}

#[test]
fn a_plan_goes_to_a_file_and_again_onto_it() {
    let folder = answered();
    let to_file =
        |options: &[&str]| folder.run(&[&["plan", "a.toml", "--output", "PLAN.md"], options].concat());
    let said = to_file(&[]);
    assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (0, "", "ospo-assess: wrote PLAN.md\n"));
    let plan = folder.read("PLAN.md");
    assert_eq!(plan, folder.run(&["plan", "a.toml"]).quietly());
    assert_eq!(to_file(&["--route", "full"]).status, 0, "a plan replaces a plan");
    assert_ne!(folder.read("PLAN.md"), plan);
    assert_eq!(to_file(&[]).status, 0);
    assert_eq!(folder.read("PLAN.md"), plan);
    to_file(&["--format", "csv"]).failure();
    assert_eq!(folder.read("PLAN.md"), plan, "another format does not");
    assert_eq!(to_file(&["--format", "csv", "--force"]).status, 0);
    assert!(folder.read("PLAN.md").starts_with("quarter,"));
    to_file(&[]).failure();
    assert_eq!(to_file(&["--force"]).status, 0);
    assert_eq!(folder.read("PLAN.md"), plan);
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "the assessment, the plan, the home, and nothing left behind: {names:?}");
}

#[test]
fn a_file_named_like_a_command_is_reached_by_its_path() {
    let folder = Folder::with_assessment();
    std::fs::rename(folder.path().join("a.toml"), folder.path().join("score")).unwrap();
    assert!(folder.run(&["score", "./score"]).quietly().starts_with("Example Corp"));
    assert_eq!(folder.run(&["score", "score"]).status, 0);
    let message = folder.run(&["./score"]).failure();
    assert!(message.contains("terminal"), "the interface was asked for: {message}");
}

/// Issues are for everybody who reads the tracker: they say what is to be done, and nothing that people said.
#[test]
fn issues_say_what_is_to_be_done_and_who_they_are() {
    let folder = answered();
    folder.run(&["answer", "a.toml", "test-rules=partly", "--note", "Ana said so"]).quietly();
    folder.run(&["action", "a.toml", "test-rules=doing", "--owner", "Ana"]).quietly();
    let plan = json(&folder, &["plan", "a.toml", "--format", "json"]);
    let lines = folder.run(&["plan", "a.toml", "--format", "issues"]).quietly();
    let issues: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let marks: Vec<&Value> = issues.iter().map(|issue| &issue["mark"]).collect();
    let actions: Vec<&Value> =
        plan["actions"].as_array().unwrap().iter().map(|action| &action["question"]).collect();
    assert!(!marks.is_empty());
    assert_eq!(marks, actions, "each action once, in the order of the plan");
    for issue in &issues {
        assert_eq!(fields(issue).join(" "), "title body labels milestone due mark");
        let body = issue["body"].as_str().unwrap();
        assert!(body.ends_with(&format!("<!-- action: {} -->", issue["mark"].as_str().unwrap())), "{body}");
        assert!(issue["milestone"].as_str().unwrap().starts_with("Quarter "), "{issue}");
    }
    assert!(issues.iter().any(|issue| issue["body"].as_str().unwrap().contains("\n- [ ] ")), "{lines}");
    assert!(!lines.contains("Ana"), "{lines}");
}

#[test]
fn a_report_without_names_has_neither_notes_nor_evidence() {
    let folder = answered();
    let said = ["--note", "Ana knows", "--evidence", "https://example.org/ana"];
    folder.run(&[&["answer", "a.toml", "test-rules=partly"], said.as_slice()].concat()).quietly();
    folder.run(&["action", "a.toml", "test-rules=doing", "--owner", "Ana"]).quietly();
    folder.write(
        "a.toml",
        folder.read("a.toml").replacen("format = 1\n", "format = 1\nrespondent = \"Ana\"\n", 1),
    );
    let reports = [
        ["plan", "markdown"],
        ["plan", "html"],
        ["plan", "slides"],
        ["plan", "csv"],
        ["plan", "issues"],
        ["score", "html"],
        ["score", "csv"],
        ["score", "csv-answers"],
        ["score", "json-lines"],
    ];
    let mut told = 0;
    for [command, format] in reports {
        let report = |options: &[&str]| {
            folder.run(&[&[command, "a.toml", "--format", format], options].concat()).quietly()
        };
        told += usize::from(report(&[]).to_lowercase().contains("ana"));
        let nameless = report(&["--anonymous"]);
        assert!(!nameless.to_lowercase().contains("ana"), "{command} {format}: {nameless}");
    }
    assert!(told >= 6, "otherwise they say it: {told}");
}

/// A table for people who open it: read back by another library, with its mark where that is asked for.
#[test]
fn tables_are_read_back_with_and_without_a_byte_order_mark() {
    let folder = answered();
    folder.run(&["answer", "a.toml", "test-rules=partly", "--note", "=1+1, \"über\"\nzwei"]).quietly();
    for (command, format) in [("plan", "csv"), ("score", "csv"), ("score", "csv-answers")] {
        let table = folder.run(&[command, "a.toml", "--format", format]).quietly();
        let marked = folder.run(&[command, "a.toml", "--format", format, "--bom"]).quietly();
        assert_eq!(marked.strip_prefix('\u{feff}'), Some(table.as_str()));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<csv::StringRecord> =
            reader.records().collect::<Result<_, _>>().expect("rows of one length");
        assert!(!rows.is_empty(), "{table}");
        if format == "csv-answers" {
            let notes: Vec<&str> = rows.iter().map(|row| &row[11]).filter(|note| !note.is_empty()).collect();
            assert_eq!(notes, ["'=1+1, \"über\" zwei"], "{table}");
            assert_eq!(&rows[0][6], "test-rules");
        }
    }
    assert_eq!(folder.run(&["plan", "a.toml", "--bom"]).status, 2);
    assert_eq!(folder.run(&["score", "a.toml", "--bom"]).status, 2);
}

#[test]
fn slides_are_five_pages_of_one_file() {
    let folder = answered();
    let slides = folder.run(&["plan", "a.toml", "--format", "slides"]).quietly();
    let headings: Vec<&str> =
        slides.split("<h1>").skip(1).map(|rest| rest.split("</h1>").next().unwrap()).collect();
    let expected =
        ["Where we stand", "Why", "What we want to reach", "The next quarter", "What has to be decided now"];
    assert_eq!(headings, expected, "a plan of one quarter");
    assert_eq!(slides.matches("<section ").count(), 5);
    let first = slides.split("</section>").next().unwrap();
    assert!(
        first.contains("</h1><p>") && first.contains("; planned from 2027-01-01</p>"),
        "whose and when: {first}"
    );
    let owed = slides.split_once("<aside>").unwrap().1.split("</aside>").next().unwrap();
    assert!(owed.contains("<p>Example of levels"), "what it is made from stands on the last one: {owed}");
    assert!(
        !slides.contains("<script")
            && !slides.contains("src=")
            && !slides.contains("http:")
            && !slides.contains("https:"),
        "{slides}"
    );
}

#[test]
fn slides_without_answers_say_that_there_are_none() {
    let folder = Folder::with_assessment();
    folder.run(&["target", "a.toml", "example=ground"]).quietly();
    let slides = folder.run(&["plan", "a.toml", "--format", "slides"]).result();
    assert_eq!(slides.matches("<section ").count(), 1, "{slides}");
    assert!(slides.contains("Too few questions are answered") && slides.contains("<aside>"), "{slides}");
}

/// What a slide has no room for stands on a further one: no page grows, and nothing is lost.
#[test]
fn slides_have_smaller_type_and_then_further_slides_for_much_text() {
    let folder = answered();
    let slides = |owner: &str| {
        folder.run(&["action", "a.toml", "test-rules=doing", "--owner", owner]).quietly();
        folder.run(&["plan", "a.toml", "--format", "slides"]).quietly()
    };
    let size = |slides: &str| {
        let next = slides.split("<section ").find(|slide| slide.contains("<h1>The next")).unwrap();
        next.split("--size: ").nth(1).unwrap().split('"').next().unwrap().parse::<u32>().unwrap()
    };
    let (few, many, most) =
        (slides("Ana"), slides(&"Ana Maria ".repeat(90)), slides(&"Ana Maria ".repeat(260)));
    assert!(size(&few) > size(&many), "{many}");
    assert!(
        !many.contains(", continued</h1>") && most.contains("<h1>The next quarter, continued</h1>"),
        "{most}"
    );
    let items = |slides: &str| slides.matches("<li>").count();
    assert!(items(&most) > items(&few), "the label stands again above the rest");
}
