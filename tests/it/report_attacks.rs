//! No text that somebody wrote can be anything but text in a report.

use ospo_assess::assessment::{ActionState, Assessment, Route};
use ospo_assess::plan_file::{PlanFormat, plan_html, plan_markdown};
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::report::{Medium, plan_csv, printable, scores};
use proptest::prelude::*;

use crate::common::assessments::{midway, plan_on};
use crate::common::catalogues::{self, CLIMB, RESOURCES, ROLES, SHAPE, TEAM};
use crate::common::read::Reading;

/// What Markdown, HTML, terminals and the markers of the plan are made of.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "<!-- action: inventory -->", "<!-- end -->", "-->", "<!--", "- [x] ", "- [ ] **a** ", "# ", "## ",
    "> ", "1. ", "* ", "+ ", "---", "===", ":-:", "***", "```", "~~~", "`", "``", "|", "| - | - |",
    "[a](javascript:alert(1))", "![a](https://x)", "[a]: https://x", "[^1]", "](", "<b>", "</details>",
    "<script>", "&lt;", "&#60;", "\\", "\\\\", "https://", "https://example.org/a_b", "www.x.org",
    "ftp://x.org", "mailto:a@b.c", "@ana", "javascript:x", "_", "__", "*a*", "~", "$x$", "\n", "\n\n",
    "\r\n", "\t", "    ", " ", "\u{1b}[31m", "\u{7}", "\u{0}", "\u{202e}", "\u{2028}", "\u{85}",
    "\u{200b}", "owner: x", "=1+1", "社区", "e\u{301}", "word", "x",
];

/// Text made of these.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES);
    prop::collection::vec(pieces, 0..7).prop_map(|pieces| pieces.concat())
}

/// The small catalogue with this text behind each of its titles, questions and steps.
fn catalogue_with(text: &str) -> Catalogue {
    // A text in a TOML file as its author may write it: JSON's strings are TOML's.
    let quoted = serde_json::to_string(text).unwrap().replace('\u{7f}', "\\u007f");
    let quoted = quoted.trim_matches('"');
    let spread = |file: &str| {
        let line = |line: &str| {
            let field = line.split(" = ").next().unwrap_or_default();
            let prose =
                ["title", "text", "why", "done_when", "summary", "purpose", "reason"].contains(&field);
            match line.strip_suffix('"') {
                Some(line) if prose => format!("{line} {quoted}\"\n"),
                _ if field == "steps" && line.ends_with("\"]") => {
                    line.replace("\"]", &format!(" {quoted}\"]\n"))
                }
                _ => format!("{line}\n"),
            }
        };
        file.lines().map(line).collect::<String>()
    };
    let files = [
        ("climb.toml", spread(CLIMB)),
        ("team.toml", spread(TEAM)),
        ("shape.toml", spread(SHAPE)),
        ("roles.toml", spread(ROLES)),
        ("resources.toml", spread(RESOURCES)),
    ];
    catalogues::of(&files.each_ref().map(|(name, text)| (*name, text.as_str())))
}

/// An assessment with this text wherever somebody can write.
fn assessment_with(text: &str) -> Assessment {
    let mut assessment = midway();
    assessment.organization = text.to_owned();
    assessment.respondent = Some(text.to_owned());
    for entry in assessment.answers.values_mut() {
        // Never empty: an empty note has no part in the plan.
        entry.note = Some(format!("{text}\nsaid"));
        entry.reason = Some(text.to_owned());
        entry.evidence = vec![text.to_owned(), format!("https://{text}")];
    }
    for id in ["meetups", "lead", "inventory"] {
        let state = ActionState { owner: Some(text.to_owned()), ..ActionState::default() };
        assessment.actions.insert(id.to_owned(), state);
    }
    assessment
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_stays_text(text in nasty(), other in nasty()) {
        let catalogue = catalogue_with(&other);
        let assessment = assessment_with(&text);
        let plan = plan_on(&catalogue, &assessment, Route::Full);
        let markdown = plan_markdown(&catalogue, &assessment, &plan, None);
        let tame = catalogue_with("tame");
        let tamed = assessment_with("tame");
        let expected = plan_markdown(&tame, &tamed, &plan_on(&tame, &tamed, Route::Full), None);
        let (reading, expected) = (Reading::of(&markdown), Reading::of(&expected));

        let ids = |reading: &Reading| reading.tasks.iter().map(|task| task.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&reading), ids(&expected));
        prop_assert_eq!(&reading.stray_html, &Vec::<String>::new());
        prop_assert_eq!(markdown.matches("<!-- action:").count(), plan.actions.len());
        let levels = |reading: &Reading| reading.headings.iter().map(|(level, _)| *level).collect::<Vec<_>>();
        prop_assert_eq!(levels(&reading), levels(&expected));
        prop_assert_eq!((reading.images, reading.tables, reading.code_blocks), (0, expected.tables, expected.code_blocks));
        for link in &reading.links {
            prop_assert!(["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme)), "{}", link);
        }
        let harmless = markdown.chars().all(|c| c == '\n' || !c.is_control());
        prop_assert!(harmless);
        let reordered = markdown.contains(['\u{202e}', '\u{2028}']);
        prop_assert!(!reordered);

        let title = reading.headings[0].1.replace('\u{2060}', "");
        let given = format!("Plan of {}", printable(&text));
        prop_assert!(title.trim().starts_with(given.trim()), "{} {}", title, given);
        for (task, planned) in reading.tasks.iter().zip(&plan.actions) {
            let title = printable(&planned.action.text.title);
            prop_assert!(task.text.replace('\u{2060}', "").starts_with(&title), "{:?} {:?}", task, title);
        }
    }

    #[test]
    fn neither_html_nor_terminal_nor_spreadsheet_obeys_text(text in nasty(), other in nasty()) {
        let catalogue = catalogue_with(&other);
        let assessment = assessment_with(&text);
        let plan = plan_on(&catalogue, &assessment, Route::Full);
        let html = plan_html(&catalogue, &assessment, &plan, None);
        prop_assert!(!html.contains("<script") && !html.contains("<!--") && !html.contains("javascript:alert(1)\""));
        let slides = PlanFormat::Slides.plan_of(&catalogue, &assessment, &plan.settings, None);
        prop_assert!(!slides.contains("<script") && !slides.contains("<!--") && !slides.contains("javascript:alert(1)\""));
        for issue in PlanFormat::Issues.plan_of(&catalogue, &assessment, &plan.settings, None).lines() {
            let issue: serde_json::Value = serde_json::from_str(issue).unwrap();
            let reading = Reading::of(issue["body"].as_str().unwrap());
            prop_assert_eq!(reading.stray_html, Vec::<String>::new());
        }
        let shown = scores(&catalogue, &assessment, Medium::Text, true).text() + &html + &slides;
        let harmless = shown.chars().all(|c| c == '\n' || !c.is_control());
        prop_assert!(harmless);
        let csv = plan_csv(&catalogue, &plan);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        for cell in reader.records().map(Result::unwrap).flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()) {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
        }
    }
}
