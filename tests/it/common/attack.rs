//! What must hold for any bytes that somebody calls a questionnaire or an assessment. The property
//! tests and the fuzz targets call the same functions; they panic where a promise is broken.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use ospo_assess::assessment::{Answer, Assessment, Route, notices};
use ospo_assess::check::{Severity, check_texts};
use ospo_assess::files::Document;
use ospo_assess::interview::Session;
use ospo_assess::plan::{Settings, plan};
use ospo_assess::plan_file;
use ospo_assess::plan_file::{plan_html, plan_markdown};
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::report::{Medium, plan_csv, plan_json, score_json, scores};
use ospo_assess::text::{clean, clean_lines, is_clean};
use ospo_assess::words::check::problem as told;

static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::built_in().unwrap());

/// No one reads further than this in one message.
const LONGEST_MESSAGE: usize = 2_000;

fn assert_harmless(what: &str, text: &str) {
    assert_eq!(clean_lines(text), text, "{what}");
}

fn assert_is_message(what: &str, text: &str) {
    assert!(is_clean(text), "{what}: {text:?}");
    assert!(text.len() < LONGEST_MESSAGE, "{what}: {} bytes", text.len());
}

/// Any bytes as an assessment: refused with one harmless message, or read, changed, written, read
/// again with nothing lost, and reported without a byte that drives anything.
pub fn assessment(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let path = Path::new("a.toml");
    let document = match Document::parse(text, path) {
        Ok(document) => document,
        Err(error) => return assert_is_message("a refusal", &error.to_string()),
    };
    let catalogue = &*BUILT_IN;
    if document.migrated_from().is_none() {
        assert_eq!(document.to_text(catalogue), text, "what was not changed is written as it was");
    }
    for notice in notices(&document.assessment, catalogue) {
        assert_harmless("a notice", &notice.to_string());
    }
    let mut changed = document.clone();
    changed.assessment = answered(catalogue, document.assessment.clone());
    let again = Document::parse(&changed.to_text(catalogue), path).expect("what was written can be read");
    assert_eq!(again.assessment, changed.assessment, "what is said is in the file");
    report(catalogue, &document.assessment);
    report(catalogue, &again.assessment);
}

/// Any bytes as a questionnaire: told with harmless messages what is wrong, or asked, answered and
/// planned without a byte that drives anything.
pub fn questionnaire(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let path = PathBuf::from("q.toml");
    let problems = check_texts(&BUILT_IN, &[(path.clone(), text.to_owned())]);
    for problem in &problems {
        assert_harmless("a problem", &told(problem));
    }
    let Ok(catalogue) = Catalogue::of([(path.as_path(), text)]) else {
        assert!(
            problems.iter().any(|problem| problem.severity() == Severity::Error),
            "refused without a word"
        );
        return;
    };
    // What `check` would refuse is never asked; it must do no harm all the same.
    let asked = catalogue.questionnaires();
    let asked = asked.map(|questionnaire| (questionnaire.id.clone(), questionnaire.version.clone()));
    let assessment = Assessment {
        organization: "Example Corp".to_owned(),
        questionnaires: asked.collect(),
        ..Assessment::default()
    };
    report(&catalogue, &assessment);
    report(&catalogue, &answered(&catalogue, assessment));
}

/// Any bytes as a plan that comes back: what it says is taken over and can be saved; or what people wrote
/// into it is kept when the plan is written again, and stays the same from then on.
pub fn plan_markdown_back(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (catalogue, path) = (&*BUILT_IN, Path::new("a.toml"));
    let Ok(said) = plan_file::read(&plan_file::parse(text)) else { return };
    let organisation = include_str!("../../organisations/small-start-up.toml");
    let assessment = Document::parse(organisation, path).unwrap().assessment;
    let taken = plan_file::take(&said.actions, &assessment, catalogue);
    for change in &taken.changes {
        assert_harmless("a change", &clean(&change.to_string()));
    }
    let mut assessment = assessment;
    assessment.apply(taken.edit());
    let saved = Document::new(assessment.clone()).to_text(catalogue);
    assert_eq!(Document::parse(&saved, path).unwrap().assessment, assessment, "what was taken over is saved");
    let settings = Settings::of(catalogue, &assessment, Date::constant(2027, 1, 1));
    let new = plan_markdown(catalogue, &assessment, &plan(catalogue, &assessment, &settings), None);
    if let Ok(kept) = plan_file::keep(text, &new, &assessment) {
        let again = plan_file::keep(&kept, &new, &assessment).expect("what was kept can be read again");
        assert_eq!(again, kept, "nothing moves when nothing changes");
    }
}

/// The assessment with every kind of answer, in turn, to the next questions.
fn answered(catalogue: &Catalogue, assessment: Assessment) -> Assessment {
    let mut session = Session::new(catalogue, assessment);
    for turn in 0..6 {
        let answer = match turn {
            0 => Some(Answer::Unknown),
            1 => Some(Answer::NotApplicable),
            turn => session.option(turn - 2),
        };
        if let Some(answer) = answer {
            let reason = (answer == Answer::NotApplicable).then(|| "We make none".to_owned());
            session.answer(answer, reason, Timestamp::UNIX_EPOCH);
            session.set_note(format!("Line {turn}\nand another"));
            session.set_evidence(vec!["https://example.org".to_owned(); turn]);
        }
        session.go_on();
    }
    session.clear();
    session.assessment().clone()
}

fn report(catalogue: &Catalogue, assessment: &Assessment) {
    let mut settings = Settings::of(catalogue, assessment, Date::constant(2027, 1, 1));
    for route in [Route::Shortest, Route::Full] {
        settings.route = route;
        let plan = plan(catalogue, assessment, &settings);
        for (what, text) in [
            ("Markdown", plan_markdown(catalogue, assessment, &plan, None)),
            ("HTML", plan_html(catalogue, assessment, &plan, None)),
            ("JSON", plan_json(assessment, &plan)),
            ("CSV", plan_csv(catalogue, &plan).replace("\r\n", "\n")),
        ] {
            assert_harmless_lines(what, &text);
        }
    }
    assert_harmless_lines("scores", &scores(catalogue, assessment, Medium::Text, true).text());
    assert_harmless_lines("scores as JSON", &score_json(catalogue, assessment));
}

/// A report may join texts to lines that are longer than any of them; each character is looked at.
fn assert_harmless_lines(what: &str, text: &str) {
    for line in text.lines() {
        let characters: Vec<char> = line.chars().collect();
        for part in characters.chunks(5_000) {
            let part: String = part.iter().collect();
            let found = part.chars().find(|c| c.is_control() || is_invisible(*c));
            assert!(found.is_none(), "{what}: {found:?} in {part:?}");
        }
    }
}

/// The characters that reorder or hide text. A word joiner keeps what a text says from becoming
/// a link in Markdown; the joiners have a meaning within words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
        | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{feff}' | '\u{61c}' | '\u{ad}' | '\u{e0000}'..='\u{e007f}')
}
