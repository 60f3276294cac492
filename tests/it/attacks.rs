//! Any bytes may be called a questionnaire or an assessment: see `common/attack.rs`. The fuzz targets
//! call the same functions with bytes of their own.

use std::fs;
use std::sync::LazyLock;

use jiff::civil::Date;
use ospo_assess::plan::{Settings, plan};
use ospo_assess::plan_file::plan_markdown;
use proptest::prelude::*;

use crate::common::assessments::organisation;
use crate::common::attack;
use crate::common::catalogues::BUILT_IN;
use crate::common::files::{path, toml_files};

/// The texts of the TOML files of a folder.
fn texts(folder: &str) -> Vec<String> {
    toml_files(folder).iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

static ASSESSMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = texts("tests/assessments/good");
    all.extend(texts("tests/organisations").into_iter().take(5));
    all
});

static QUESTIONNAIRES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = texts("tests/questionnaires/good");
    all.extend(texts("tests/cli"));
    all
});

/// A plan as it is written, and as people have worked with it.
static PLAN: LazyLock<String> = LazyLock::new(|| {
    let (catalogue, assessment) = (&*BUILT_IN, organisation("small-start-up"));
    let settings = Settings::of(catalogue, &assessment, Date::constant(2027, 1, 1));
    let text = plan_markdown(catalogue, &assessment, &plan(catalogue, &assessment, &settings), None);
    text.replacen("- [ ]", "- [x]", 1) + "\nOurs, at the end\n"
});

/// What is put into a file: what ends texts, what drives terminals, what numbers cannot hold.
const PIECES: &[&str] = &[
    "\"",
    "'''",
    "\"\"\"",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u{1b}[2J",
    "\\u001b]52;c;eA==\\u0007",
    "\u{9b}31m",
    "\u{202e}",
    "\\u202e",
    "\u{200b}",
    "\u{feff}",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "[[",
    "]]",
    "[answers.x]",
    "[[question]]",
    "answer = ",
    "99999999999999999999",
    "-1",
    "0x7fffffffffffffff",
    "nan",
    "inf",
    "1979-05-27T07:32:00Z",
    "9999-12-31",
    "true",
    "é",
    "开",
    "👩\u{200d}💻",
    "id = \"inventory\"",
    "<!-- action: inventory -->",
    "- [x] **",
    "<!-- end -->",
    "## ",
    "level = \"ad-hoc\"",
];

/// A change to a text: where (as a part of a thousand), how much goes, and what comes instead.
fn change() -> impl Strategy<Value = (usize, usize, &'static str)> {
    (0..1000usize, prop_oneof![3 => Just(0), 2 => 1..40usize, 1 => Just(4000)], prop::sample::select(PIECES))
}

fn changed(text: &str, changes: &[(usize, usize, &str)]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for (place, length, piece) in changes {
        let from = text.len() * place / 1000;
        let to = (from + length).min(text.len());
        text.splice(from..to, piece.chars());
    }
    text.into_iter().collect()
}

#[test]
fn real_files_pass() {
    ASSESSMENTS.iter().for_each(|text| attack::assessment(text.as_bytes()));
    QUESTIONNAIRES.iter().for_each(|text| attack::questionnaire(text.as_bytes()));
}

/// Where the fuzzer once found something, it is never found again.
#[test]
fn what_fuzzing_kept_passes() {
    for (folder, attack) in [
        ("assessment", attack::assessment as fn(&[u8])),
        ("questionnaire", attack::questionnaire),
        ("plan", attack::plan_markdown_back),
    ] {
        let folder = path("fuzz/kept").join(folder);
        for file in fs::read_dir(folder).unwrap() {
            attack(&fs::read(file.unwrap().path()).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_assessment(which in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 0..4)) {
        attack::assessment(changed(which.get::<String>(&ASSESSMENTS).as_str(), &changes).as_bytes());
    }

    #[test]
    fn any_questionnaire(which in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 0..4)) {
        attack::questionnaire(changed(which.get::<String>(&QUESTIONNAIRES).as_str(), &changes).as_bytes());
    }

    #[test]
    fn any_plan(changes in prop::collection::vec(change(), 0..6)) {
        attack::plan_markdown_back(changed(&PLAN, &changes).as_bytes());
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        attack::assessment(&bytes);
        attack::questionnaire(&bytes);
        attack::plan_markdown_back(&[b"<!-- ospo-assess plan, format 1 -->\n", bytes.as_slice()].concat());
    }
}
