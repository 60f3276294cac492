//! A Markdown plan that comes back: ticks, owners and dates are taken over, people's words are kept.

use std::sync::LazyLock;

use jiff::civil::date;
use ospo_assess::assessment::{ActionState, Assessment, Route, State};
use ospo_assess::plan_file::{
    Difference, KeepError, PlanChanges, UnreadablePlan, keep, other_organization, parse, plan_markdown, read,
    take,
};
use ospo_assess::questionnaire::Catalogue;
use proptest::prelude::*;

use crate::common::assessments::{answer, midway, plan_on};
use crate::common::cases;
use crate::common::catalogues::small;
use crate::common::files;
use crate::plan_marks::{as_first_release, in_chinese};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(small);

/// Details as a plan has them that nobody has touched.
const OWNER: &str = "  - owner: <!-- owner -->\n";
const DUE: &str = "  - due: <!-- due -->\n";
const STEPS: &str = "  - steps:\n";

fn written(assessment: &Assessment) -> String {
    plan_markdown(&CATALOGUE, assessment, &plan_on(&CATALOGUE, assessment, Route::Full), None)
}

fn taken(plan: &str, assessment: &Assessment) -> Result<PlanChanges, UnreadablePlan> {
    Ok(take(&read(&parse(plan))?.actions, assessment, &CATALOGUE))
}

/// The changes in words.
fn changes(plan: &str, assessment: &Assessment) -> Vec<String> {
    taken(plan, assessment).unwrap().changes.iter().map(ToString::to_string).collect()
}

/// The lines that are not read, or why nothing is.
fn problem(plan: &str) -> String {
    match read(&parse(plan)) {
        Ok(said) => UnreadablePlan(said.refused).to_string(),
        Err(error) => error.to_string(),
    }
}

/// The plan with its first text `from` replaced behind the first text `behind`.
fn edited(plan: &str, behind: &str, from: &str, to: &str) -> String {
    let at = plan.find(behind).unwrap_or_else(|| panic!("{behind} in {plan}"));
    let (before, after) = plan.split_at(at);
    assert!(after.contains(from), "{from}");
    format!("{before}{}", after.replacen(from, to, 1))
}

/// A tick in the line of an action.
fn ticked(plan: &str, id: &str) -> String {
    let marker = format!("<!-- action: {id} -->");
    let tick =
        |line: &str| if line.contains(&marker) { line.replacen("[ ]", "[x]", 1) } else { line.to_owned() };
    plan.lines().map(|line| tick(line) + "\n").collect()
}

#[test]
fn a_plan_as_it_was_written_changes_nothing() {
    let assessment = midway();
    let plan = written(&assessment);
    let taken = taken(&plan, &assessment).unwrap();
    assert_eq!((taken.changes.as_slice(), taken.kept.as_slice()), (&[][..], &[][..]));
    assert_eq!(keep(&plan, &plan, &assessment).unwrap(), plan);
}

#[test]
fn ticks_owners_dates_and_states_come_back() {
    let assessment = midway();
    let plan = ticked(&written(&assessment), "inventory");
    let plan = edited(
        &plan,
        "action: inventory",
        "  - owner: <!-- owner -->\n  - due: <!-- due -->\n",
        "  - owner: Ben \\& Co\n  - due: <!-- due --> 2027-03-01\n",
    );
    let plan = edited(&plan, "action: contributions", DUE, "  - due:\n  - state: dropped\n");
    let plan = edited(&plan, "action: meetups", "2027-01-31", "2027-02-28");
    let mut found = changes(&plan, &assessment);
    found.sort();
    assert_eq!(
        found,
        [
            "contributions: to do → dropped",
            "inventory: to do → done, owner nobody → Ben & Co, due no date → 2027-03-01",
            "meetups: due 2027-01-31 → 2027-02-28",
        ]
    );
    let mut after = assessment.clone();
    after.apply(taken(&plan, &assessment).unwrap().edit());
    assert_eq!(after.state("inventory"), State::Done);
    assert!(changes(&plan, &after).is_empty(), "taken over once");
}

/// A plan that is older than the assessment takes nothing back that it does not speak of.
#[test]
fn what_a_plan_does_not_say_is_no_change() {
    let old = midway();
    let plan = written(&old);
    let mut now = old.clone();
    let done = ActionState { state: State::Done, owner: Some("Ana".to_owned()), due: Some(date(2027, 1, 1)) };
    now.actions.insert("inventory".to_owned(), done);
    let found = taken(&plan, &now).unwrap();
    assert!(found.changes.is_empty(), "{:?}", found.changes);
    assert!(found.kept.contains(&Difference::State { question: "inventory".to_owned(), state: State::Done }));
    assert!(found.kept.contains(&Difference::Owner { question: "inventory".to_owned() }));
    // By a word it is opened again, and so by taking the tick away where the finished ones stand.
    let reopened = edited(&plan, "action: inventory", DUE, "  - due:\n  - state: todo\n");
    assert_eq!(changes(&reopened, &now), ["inventory: done → to do"]);
    let reopened = written(&now).replace("[x]", "[ ]");
    assert_eq!(changes(&reopened, &now), ["inventory: done → to do"]);
    // A tick beats the word that stood there before.
    let finished = ticked(&written(&old), "meetups");
    assert_eq!(changes(&finished, &old), ["meetups: under way → done"]);
}

#[test]
fn edited_reordered_and_partly_deleted_plans_are_read() {
    let assessment = midway();
    let plan = ticked(&written(&assessment), "inventory");
    let expected = ["inventory: to do → done"];
    let windows = plan.replace('\n', "\r\n");
    let marked = format!("\u{feff}{plan}");
    let front_matter = format!("---\ntitle: Plan\n---\n\n{plan}");
    let star = |line: &str| match line.trim_start().strip_prefix("- ") {
        Some(text) => format!("{}* {text}\n", " ".repeat(line.len() - line.trim_start().len())),
        None => format!("{line}\n"),
    };
    let stars: String = plan.lines().map(star).collect();
    let tasks_alone: String = plan
        .lines()
        .filter(|line| line.contains("ospo-assess plan") || line.contains("<!-- action:"))
        .map(|line| format!("{line}\n\n"))
        .collect();
    let reordered = {
        let at = plan.find("<!-- part: quarter-1").unwrap();
        let end = plan[at..].find("<!-- end -->").unwrap() + at + "<!-- end -->\n".len();
        format!("{}{}\n{}", &plan[..at], &plan[end..], &plan[at..end])
    };
    for (name, text) in [
        ("CRLF", windows),
        ("byte order mark", marked),
        ("front matter", front_matter),
        ("stars", stars),
        ("tasks alone", tasks_alone),
        ("reordered", reordered),
        ("capital X", plan.replace("[x]", "[X]")),
        (
            "no parts",
            plan.lines()
                .filter(|line| !line.starts_with("<!-- part") && *line != "<!-- end -->")
                .map(|line| format!("{line}\n"))
                .collect(),
        ),
    ] {
        assert_eq!(changes(&text, &assessment), expected, "{name}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_refused_with_its_line() {
    let plan = written(&midway());
    let line = |text: &str| plan.lines().position(|line| line.contains(text)).unwrap() + 1;
    let task = line("action: inventory");
    // Role, owner and date stand below the action.
    let (owner, due) = (task + 2, task + 3);
    for (text, expected) in [
        (
            edited(&plan, "action: inventory", DUE, "  - due: next week\n"),
            format!("line {due}: inventory: `due: next week` is no date; write it like 2027-01-31"),
        ),
        (
            edited(&plan, "action: inventory", DUE, "  - due:\n  - state: maybe\n"),
            format!("line {}: inventory: `state: maybe` is none of todo, doing, done and dropped", due + 1),
        ),
        (
            edited(&ticked(&plan, "inventory"), "action: inventory", DUE, "  - due:\n  - state: dropped\n"),
            format!(
                "line {task}: inventory: it is ticked and dropped; untick it, or take `state: dropped` away"
            ),
        ),
        (
            edited(&plan, "action: inventory", OWNER, "  - owner: A\n  - owner: B\n"),
            format!("line {}: inventory: it has two different lines `owner:`; keep one", owner + 1),
        ),
        (
            plan.replace("<!-- ospo-assess plan, format 1 -->", ""),
            "line 1: this is no plan of ospo-assess: its first line is missing".to_owned(),
        ),
        (
            plan.replace("plan, format 1", "plan, format 2"),
            "line 1: this plan has another format; use the ospo-assess that wrote it, or a newer one"
                .to_owned(),
        ),
        (
            format!("{plan}\n```\n"),
            format!(
                "line {}: what begins here with ``` does not end; end it with a line ```",
                plan.lines().count() + 2
            ),
        ),
        (
            format!("{plan}\n- [x] **Again** <!-- action: inventory -->\n"),
            format!(
                "line {}: inventory stands on line {task} too, and says something else there; keep one",
                plan.lines().count() + 2
            ),
        ),
    ] {
        assert_eq!(problem(&text), expected);
    }
    let no_box = plan.lines().map(|line| if line.contains("action: inventory") { line.replace("- [ ] ", "- ") } else { line.to_owned() } + "\n");
    assert!(
        problem(&no_box.collect::<String>()).starts_with(&format!("line {task}: an action is written as"))
    );
}

#[test]
fn an_action_that_the_assessment_does_not_have_is_named() {
    let assessment = midway();
    let plan = written(&assessment).replace("action: inventory", "action: invent");
    let found = taken(&plan, &assessment).unwrap();
    assert!(
        matches!(found.kept.as_slice(), [Difference::Unknown { question, .. }] if question == "invent"),
        "{found:?}"
    );
    // Written again, its tick is kept as a line of text.
    let kept = keep(&ticked(&plan, "invent"), &written(&assessment), &assessment).unwrap();
    assert!(
        kept.contains("\n## Notes kept from the earlier plan <!-- kept -->\n\n- [x] **Keep an inventory**"),
        "{kept}"
    );
}

#[test]
fn people_s_words_stay_where_they_stood() {
    let assessment = midway();
    let old = written(&assessment);
    let old = edited(
        &old,
        "action: meetups",
        "  - due: <!-- due --> 2027-01-31\n",
        "  - due: 2027-01-31\n  - Ana has asked the city library\n",
    );
    let old =
        edited(&old, "<!-- part: route", "<!-- end -->\n", "<!-- end -->\n\nWhat the board said:\n\n> Go.\n");
    let mut now = assessment.clone();
    answer(&mut now, "inventory", "fully");
    let new = written(&now);
    let kept = keep(&old, &new, &now).unwrap();
    let meetups = kept.find("action: meetups").unwrap();
    assert!(kept[meetups..].find("library").unwrap() < kept[meetups..].find("<!-- end -->").unwrap());
    assert!(kept.contains("<!-- end -->\n\nWhat the board said:\n\n> Go.\n\n<!-- part: "), "{kept}");
    assert_eq!(keep(&kept, &new, &now).unwrap(), kept, "and stay there");
    let ours = |line: &&str| !line.contains("library") && !line.contains("board") && !line.contains("> Go.");
    let without: Vec<&str> = kept.lines().filter(ours).filter(|line| !line.is_empty()).collect();
    let all: Vec<&str> = new.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(without, all, "the rest is new");
}

/// A task of their own among the actions is theirs, with its owner and date, wherever it stands.
#[test]
fn own_tasks_are_no_details_of_the_action_above() {
    let assessment = midway();
    let plan = written(&assessment);
    let own = "- [x] **Hire a lawyer** (ours)\n  - owner: Paul\n  - due: 2027-02-02\n";
    let steps = edited(&plan, "action: inventory", STEPS, &format!("{own}{STEPS}"));
    let last = edited(&plan, "action: inventory", "- [", &format!("{own}- ["));
    for text in [steps, last] {
        assert!(changes(&text, &assessment).is_empty());
        let kept = keep(&text, &plan, &assessment).unwrap();
        assert!(kept.contains(own), "{kept}");
        let all =
            |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(all(&kept.replacen(own, "", 1)), all(&plan), "and nothing else: {kept}");
        assert_eq!(keep(&kept, &plan, &assessment).unwrap(), kept);
    }
}

#[test]
fn a_table_that_an_editor_aligned_is_still_the_program_s() {
    let assessment = midway();
    let plan = written(&assessment);
    let wide = |line: &str| line.replace("| ", "|     ").replace(" |", "   |").replace("---", "---------");
    let aligned = |line: &str| if line.starts_with('|') { wide(line) } else { line.to_owned() } + "\n";
    let text: String = plan.lines().map(aligned).collect();
    assert_ne!(text, plan);
    assert_eq!(keep(&text, &plan, &assessment).unwrap(), plan);
}

#[test]
fn a_plan_of_another_or_without_its_comments_is_refused() {
    let assessment = midway();
    let plan = written(&assessment);
    let another = plan.replacen("<!-- organization -->", "<!-- organization -->Not ", 1);
    let error = keep(&another, &plan, &assessment).unwrap_err();
    assert_eq!(error, KeepError::OfAnother("Not Example Corp".to_owned()));
    assert_eq!(other_organization(&parse(&another), &assessment), Some("Not Example Corp".to_owned()));
    assert_eq!(other_organization(&parse(&plan), &assessment), None);
    let is_text = |line: &&str| !line.starts_with("<!--") || line.contains("plan, format 1");
    let text: String = plan
        .lines()
        .filter(is_text)
        .map(|line| line.split(" <!--").next().unwrap().to_owned() + "\n")
        .collect();
    let text = text.replacen("# ", "<!-- ospo-assess plan, format 1 -->\n# ", 1);
    assert!(problem(&text).contains("the comments in it are gone"), "{}", problem(&text));
}

#[test]
fn what_has_lost_its_place_comes_at_the_end() {
    let mut assessment = midway();
    let old = written(&assessment);
    let old = edited(&old, "action: inventory", DUE, "  - due:\n  - Ask Ben for his list\n");
    answer(&mut assessment, "inventory", "fully");
    let new = written(&assessment);
    assert!(!new.contains("action: inventory"));
    let kept = keep(&old, &new, &assessment).unwrap();
    let expected = "\n## Notes kept from the earlier plan <!-- kept -->\n\n- **Keep an inventory** (M, 1 of 3 points left)\n  - Ask Ben for his list\n";
    assert!(kept.contains(expected), "{kept}");
    assert_eq!(keep(&kept, &new, &assessment).unwrap(), kept);
}

#[test]
fn words_in_the_program_s_own_lines_are_kept_too() {
    let assessment = midway();
    let old = written(&assessment);
    let summary = edited(&old, "## Summary", "\n\n", "\n\nSEEN by the board.\n\n");
    let why = edited(&old, "action: meetups", "  - why: ", "  - why: BECAUSE of Lyon. ");
    let line = old.lines().find(|line| line.starts_with("# ")).unwrap();
    let title = old.replacen(line, "# OUR plan", 1);
    let around = old.replacen("# Plan of ", "# THEIR plan, of ", 1);
    let task = edited(&old, "**Meet others**", "**Meet others**", "**Meet ALL others**");
    let step = edited(&old, "action: meetups", "    1. ", "    1. FIRST, ");
    let mut now = assessment.clone();
    answer(&mut now, "inventory", "fully");
    let new = written(&now);
    for (text, word) in [
        (summary, "SEEN"),
        (why, "BECAUSE"),
        (title, "OUR"),
        (around, "THEIR"),
        (task, "ALL"),
        (step, "FIRST"),
    ] {
        let kept = keep(&text, &new, &now).unwrap();
        assert!(kept.contains(word), "{word}: {kept}");
        assert_eq!(keep(&kept, &new, &now).unwrap(), kept, "{word}");
        let more = kept.lines().count() - new.lines().count();
        assert!(more <= 3, "{word}: only the edited line stays, with blank ones around it: {kept}");
    }
    let untouched = keep(&old, &new, &now).unwrap();
    assert_eq!(untouched, new, "what nobody edited leaves nothing behind");
}

#[test]
fn a_plan_with_something_new_is_not_written_over() {
    let assessment = midway();
    let plan = written(&assessment);
    let error = keep(&ticked(&plan, "inventory"), &plan, &assessment).unwrap_err();
    let KeepError::NotSynced(said) = error else { panic!("{error}") };
    assert_eq!(said.iter().map(|said| said.question.as_str()).collect::<Vec<_>>(), ["inventory"]);
}

#[test]
fn windows_line_ends_stay() {
    let assessment = midway();
    let old = format!("{}\nOurs.\n", written(&assessment)).replace('\n', "\r\n");
    let kept = keep(&old, &written(&assessment), &assessment).unwrap();
    assert_eq!(kept.matches('\n').count(), kept.matches("\r\n").count());
    assert!(kept.contains("<!-- end -->\r\n\r\nOurs.\r\n\r\n<!-- sealed: "), "{kept:?}");
}

/// One of the things that people do to a plan.
#[derive(Debug, Clone)]
enum Deed {
    Write(usize, &'static str),
    Delete(usize),
    Move(usize, usize),
    Tick(usize),
    Fill(usize, &'static str),
    Indent(usize),
    Windows,
}

fn deed() -> impl Strategy<Value = Deed> {
    let words = prop::sample::select(vec![
        "TOKEN",
        "  - TOKEN",
        "    TOKEN",
        "# TOKEN",
        "## TOKEN",
        "> TOKEN",
        "    > TOKEN",
        "  - why: TOKEN",
        "| TOKEN |",
        "    7. TOKEN",
        "- [x] TOKEN",
        "```\nTOKEN\n```",
        "<b>TOKEN</b>",
        "<!-- TOKEN -->",
        "\tTOKEN",
        "  - note: TOKEN",
    ]);
    let owners = prop::sample::select(vec!["Ana", "Ben *B* <b@x.org>", "陈", "a\\b & c", "@dana", "#1"]);
    prop_oneof![
        6 => (any::<usize>(), words).prop_map(|(at, text)| Deed::Write(at, text)),
        2 => any::<usize>().prop_map(Deed::Delete),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Deed::Move(from, to)),
        2 => any::<usize>().prop_map(Deed::Tick),
        2 => (any::<usize>(), owners).prop_map(|(at, name)| Deed::Fill(at, name)),
        1 => any::<usize>().prop_map(Deed::Indent),
        1 => Just(Deed::Windows),
    ]
}

/// The plan after these deeds, and the words that people wrote.
fn after(plan: &str, deeds: &[Deed]) -> (String, Vec<String>) {
    let mut lines: Vec<String> = plan.lines().map(str::to_owned).collect();
    let mut words = Vec::new();
    let mut ending = "\n";
    for (i, deed) in deeds.iter().enumerate() {
        let count = lines.len().max(1);
        match deed {
            Deed::Write(at, text) => {
                let word = format!("w{i}x");
                let text = text.replace("TOKEN", &word);
                let at = at % (lines.len() + 1);
                text.lines().rev().for_each(|line| lines.insert(at, line.to_owned()));
                words.push(word);
            }
            Deed::Delete(at) if !lines.is_empty() => {
                let gone = lines.remove(at % count);
                words.retain(|word| !gone.contains(word));
            }
            Deed::Move(from, to) if !lines.is_empty() => {
                let line = lines.remove(from % count);
                lines.insert(to % count, line);
            }
            Deed::Tick(at) => {
                let tasks: Vec<&mut String> =
                    lines.iter_mut().filter(|line| line.contains("- [ ]")).collect();
                let count = tasks.len().max(1);
                if let Some(line) = tasks.into_iter().nth(at % count) {
                    *line = line.replacen("[ ]", "[x]", 1);
                }
            }
            Deed::Fill(at, name) => {
                let owners: Vec<&mut String> = lines
                    .iter_mut()
                    .filter(|line| line.ends_with("<!-- owner -->") || line.ends_with("owner:"))
                    .collect();
                let count = owners.len().max(1);
                if let Some(line) = owners.into_iter().nth(at % count) {
                    *line = match at % 3 {
                        0 => format!("  - owner: {name}"),
                        1 => format!("  - 负责人：{name} <!-- owner -->"),
                        _ => format!("{line} {name}"),
                    };
                }
            }
            Deed::Indent(at) => {
                if let Some(line) = lines.get_mut(at % count) {
                    *line = format!(" {line}");
                }
            }
            Deed::Windows => ending = "\r\n",
            Deed::Delete(_) | Deed::Move(..) => {}
        }
    }
    (lines.iter().map(|line| format!("{line}{ending}")).collect(), words)
}

/// The lines around the first that differs.
fn differing(a: &str, b: &str) -> String {
    let at = a.lines().zip(b.lines()).position(|(a, b)| a != b).unwrap_or(0).saturating_sub(3);
    let some = |text: &str| text.lines().skip(at).take(12).collect::<Vec<_>>().join("\n");
    format!("{}\n--- and then ---\n{}", some(a), some(b))
}

/// Ticks in front of markers, by action.
fn ticks(plan: &str) -> Vec<String> {
    let ticked = |line: &&str| line.contains("[x]") || line.contains("[X]");
    let lines = plan.lines().filter(ticked).filter_map(|line| line.split_once("<!-- action: "));
    lines.filter_map(|(_, rest)| Some(rest.split_once(" -->")?.0.to_owned())).collect()
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn nothing_that_people_wrote_is_lost(
        deeds in prop::collection::vec(deed(), 0..12),
        changed in any::<bool>(),
        form in prop::sample::select(vec![str::to_owned, in_chinese, as_first_release]),
    ) {
        let mut assessment = midway();
        let (old, words) = after(&form(&written(&assessment)), &deeds);
        let Ok(said) = read(&parse(&old)) else { return Ok(()) };
        let found = take(&said.actions, &assessment, &CATALOGUE);
        assessment.apply(found.edit());
        let clear = |id: &String| said.actions.iter().any(|said| said.question == *id);
        for id in ticks(&old).into_iter().filter(clear) {
            prop_assert_eq!(assessment.state(&id), State::Done, "the tick of {}", id);
        }
        if changed {
            answer(&mut assessment, "inventory", "fully");
            answer(&mut assessment, "meetups", "none");
        }
        let new = written(&assessment);
        let kept = match keep(&old, &new, &assessment) {
            Err(KeepError::Unreadable(_)) => return Ok(()), // a fence without its end
            kept => kept.unwrap(),
        };
        for word in &words {
            prop_assert!(kept.contains(word.as_str()), "{} of\n{}\nis not in\n{}", word, old, kept);
        }
        for line in new.lines().filter(|line| !line.is_empty()) {
            prop_assert!(kept.lines().any(|found| found == line), "{} is not in\n{}", line, kept);
        }
        let again = keep(&kept, &new, &assessment).unwrap();
        prop_assert!(again == kept, "written once more:\n{}", differing(&kept, &again));
        prop_assert!(taken(&kept, &assessment).unwrap().changes.is_empty());
    }

    #[test]
    fn no_text_makes_it_panic(text in "(<!-- (ospo-assess plan, format 1|part: [a-z]*|end|action: ?[a-z]*|seals: [0-9a-f ]*)( -->)?|- \\[[ xX]?\\] |  - (owner|due|state|note|steps): ?|[a-z`~>#<&\\\\]{0,4}|\r?\n|\t|陈|\u{202e}){0,60}") {
        let assessment = midway();
        let _ = taken(&text, &assessment);
        if let Ok(kept) = keep(&text, &written(&assessment), &assessment) {
            prop_assert!(read(&parse(&kept)).is_ok(), "{}", kept);
        }
    }

    #[test]
    fn every_owner_comes_back_as_it_was(name in "[ -~陈é@<>&]{1,40}") {
        let mut assessment = midway();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!name.is_empty());
        let owned = ActionState { owner: Some(name), ..ActionState::default() };
        assessment.actions.insert("inventory".to_owned(), owned);
        let plan = written(&assessment);
        let found = taken(&plan, &assessment).unwrap();
        prop_assert!(found.changes.is_empty(), "{:?} in {}", found.changes, plan);
        prop_assert!(found.kept.is_empty(), "{:?}", found.kept);
    }
}

/// What prettier (plain, `proseWrap: always`, `tabWidth: 4`, `useTabs`), mdformat (with and without
/// `--wrap 80`), remark and `markdownlint --fix` made of one plan with people's lines.
#[test]
fn what_a_formatter_made_of_a_plan_is_the_same_plan() {
    let assessment = midway();
    let words = |text: &str| {
        let text: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let as_written = files::read("tests/plans/formatted/as-written.md");
    let new = written(&assessment);
    let expected = keep(&as_written, &new, &assessment).unwrap();
    for own in [
        "Ask Ben for his list",
        "owner: Zed",
        "wants this quarter first",
        "the small print",
        "Tell the press",
    ] {
        assert_eq!(expected.matches(own).count(), 1, "{own}: {expected}");
    }
    for entry in std::fs::read_dir(files::path("tests/plans/formatted")).unwrap() {
        let name = entry.unwrap().path().display().to_string();
        let mut plan = std::fs::read_to_string(&name).unwrap();
        assert!(changes(&plan, &assessment).is_empty(), "{name}");
        for _ in 0..12 {
            plan = keep(&plan, &new, &assessment).unwrap();
            assert_eq!(words(&plan), words(&expected), "{name}");
        }
    }
}

/// Comments within the program's lines are people's words too, and no part of a value.
#[test]
fn comments_within_a_line_stay() {
    let mut assessment = midway();
    let plan = written(&assessment);
    let noted = |plan: &str, line: &str, note: &str| {
        let found = plan.lines().find(|found| found.contains(line)).unwrap();
        plan.replacen(found, &format!("{found} <!-- {note} -->"), 1)
    };
    let text = edited(&plan, "action: inventory", OWNER, "  - owner: <!-- owner --> Ana\n");
    let text =
        [("owner --> Ana", "she agreed"), ("## Where we are", "ask the board"), ("- why: Nobody", "true")]
            .iter()
            .fold(noted(&text, "action: inventory", "with Ben"), |text, (line, note)| {
                noted(&text, line, note)
            });
    assert_eq!(changes(&text, &assessment), ["inventory: owner nobody → Ana"]);
    assessment.apply(taken(&text, &assessment).unwrap().edit());
    let kept = keep(&text, &written(&assessment), &assessment).unwrap();
    for note in ["she agreed", "ask the board", "true", "with Ben"] {
        assert_eq!(kept.matches(&format!("<!-- {note} -->")).count(), 1, "{note}: {kept}");
    }
    assert_eq!(keep(&kept, &written(&assessment), &assessment).unwrap(), kept);
}

/// What comes near is read where it is clear; else its line is named, and all others are read.
#[test]
fn near_misses_are_read_or_named() {
    let assessment = midway();
    let plan = written(&assessment);
    for owner in [
        "owner：Ana",
        "**owner:** Ana",
        "owner:: Ana",
        "Owner: Ana",
        "ｏｗｎｅｒ：Ana",
        "owner: <!--owner--> Ana",
    ] {
        let text = edited(&plan, "action: inventory", OWNER, &format!("  - {owner}\n"));
        assert_eq!(changes(&text, &assessment), ["inventory: owner nobody → Ana"], "{owner}");
    }
    let task = |from: &str, to: &str| {
        let line = plan.lines().find(|line| line.contains("action: inventory")).unwrap();
        plan.replacen(line, &line.replacen(from, to, 1), 1)
    };
    for (sign, state) in
        [("［ｘ］", "done"), ("[X]", "done"), ("[~]", "under way"), ("[/]", "under way"), ("\\[x\\]", "done")]
    {
        assert_eq!(
            changes(&task("[ ]", sign), &assessment),
            [format!("inventory: to do → {state}")],
            "{sign}"
        );
    }
    let near = task("<!-- action: inventory -->", "\n  <!--action:inventory-->");
    assert_eq!(changes(&near.replace("[ ] **Keep", "[x] **Keep"), &assessment), ["inventory: to do → done"]);
    for (text, named) in [
        (task("[ ]", "[-]"), "`[-]` is none of"),
        (edited(&plan, "action: inventory", DUE, "  - due: soon\n"), "`due: soon` is no date"),
        (edited(&plan, "action: inventory", OWNER, "  - owner = Ana\n"), "`owner = Ana` is not read"),
    ] {
        let text = ticked(&text, "contributions");
        let said = read(&parse(&text)).unwrap();
        assert_eq!(said.refused.len(), 1, "{:?}", said.refused);
        assert!(said.refused[0].1.contains(named), "{:?}", said.refused);
        assert_eq!(changes(&text, &assessment), ["contributions: to do → done"], "{named}");
    }
    for (before, after) in [("<!--\n", "-->"), ("```\n", "```")] {
        let hidden = format!("{plan}\n{before}- [x] **t** <!-- action: lead -->\n  - owner: Eve\n{after}\n");
        assert!(changes(&hidden, &assessment).is_empty(), "{before}");
        assert!(keep(&hidden, &plan, &assessment).unwrap().contains("owner: Eve"));
    }
}

/// Nothing is chosen by the program: both lines stay, and are told again.
#[test]
fn two_lines_that_differ_both_stay_when_the_plan_is_written_again() {
    let (assessment, plan) = (midway(), written(&midway()));
    let edited = edited(&plan, "action: inventory", OWNER, "  - owner: Platform\n  - owner: Legal\n");
    let kept = keep(&edited, &plan, &assessment).unwrap();
    assert!(kept.contains("Platform\n") && kept.contains("- owner: Legal\n"), "{kept}");
    assert!(problem(&kept).contains("it has two different lines `owner:`"));
}

/// What a version control system could not merge would be taken for people's words.
#[test]
fn a_conflict_is_settled_before_anything_is_read() {
    let (assessment, plan) = (midway(), written(&midway()));
    let conflict = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> ada\n";
    let edited = plan.replacen("\n## ", &format!("\n{conflict}\n## "), 1);
    let line = edited.lines().position(|line| line.starts_with("<<<<<<<")).unwrap() + 1;
    assert!(
        problem(&edited).starts_with(&format!("line {line}: a conflict that a version control system left"))
    );
    assert!(keep(&edited, &plan, &assessment).is_err());
}
