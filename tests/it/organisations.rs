//! Test organisations: what a described organisation must come out as, and why. A questionnaire whose
//! weights, keys or gates change shows here as a result that a reader of the paper would not expect.

mod plans;

use std::collections::BTreeSet;
use std::path::PathBuf;

use ospo_assess::assessment::{Assessment, Notice, notices};
use ospo_assess::files::Document;
use ospo_assess::score::{
    AbilityScore, AreaScore, LevelScore, LevelsScore, Outcome, Score, Standing, score, standing,
};

use crate::common::assessments::{answer, organisation};
use crate::common::catalogues::BUILT_IN;
use crate::common::files::toml_files;

/// An organisation (the name of its file), the result of each of its questionnaires, and why it must
/// be so; the file says more.
type Pin = (&'static str, &'static [&'static str], &'static str);

#[rustfmt::skip]
const PINS: &[Pin] = &[
    // One per stage of the maturity model.
    ("stage-0-ad-hoc", &["maturity-model: reached ad-hoc, 2.2%, position 0.05, ability 8.3% balanced"],
     "what there is came by chance; no key question of stage 1 is near its gate"),
    ("stage-1-legal", &["maturity-model: reached legal, 33.3%, position 1.17, ability 41.7% balanced"],
     "risks, licences and inventory are in hand; nothing yet invites anybody to contribute"),
    ("stage-2-community", &["maturity-model: reached community, 63.6%, position 2.33, ability 55.7% balanced"],
     "both halves of stage 2 stand; its own projects are public but not hosted for others"),
    ("stage-3-engagement", &["maturity-model: reached engagement, 84.3%, position 3.42, ability 77.9% ready"],
     "it hosts projects with people of their own, who could do more; its programme is seldom asked"),
    ("stage-4-leadership", &["maturity-model: reached leadership, 97.8%, position 4.00, ability 89.0% balanced"],
     "asked before technology is chosen; gates hold without every answer being full"),

    // One per rung of the strategy ladder.
    ("rung-0-ground", &["strategy-ladder: reached ground, 14.3%, position 0.16"],
     "open source is a habit of its engineers; nobody decides, little is listed"),
    ("rung-1-consumer", &["strategy-ladder: reached consumer, 54.3%, position 1.22"],
     "the paper's five essential items stand; it is not present where its projects talk"),
    ("rung-2-participant", &["strategy-ladder: reached participant, 67.7%, position 2.52"],
     "it follows, meets and sponsors; of what a contributor does it does half"),
    ("rung-3-contributor", &["strategy-ladder: reached contributor, 81.5%, position 3.39"],
     "trusted upstream; no project is carried from planning to release"),
    ("rung-4-leader", &["strategy-ladder: reached leader, 96.6%, position 4.00"],
     "leads two projects in the open; there is no higher rung"),

    // Mixed ones.
    ("hosted-without-compliance", &["maturity-model: reached ad-hoc, 57.3%, position 0.40, ability 72.3% ready"],
     "stages are cumulative: hosting does not make up for releases that nobody checks"),
    ("everything-unknown", &[
        "maturity-model: reached ad-hoc, possible leadership, 0.0%, position 0.00, ability 0.0% open",
        "strategy-ladder: reached ground, possible leader, 0.0%, position 0.00"],
     "\"we don't know\" proves nothing and rules nothing out"),
    ("everything-not-applicable", &[
        "maturity-model: reached ad-hoc, not applicable, position 0.00, ability not applicable open",
        "strategy-ladder: reached ground, not applicable, position 0.00"],
     "what does not apply leaves every sum: there is no percent, which is not 0 percent"),
    ("level-scoped-out", &["maturity-model: reached leadership, 91.8%, position 4.00, ability 89.0% balanced"],
     "its group hosts all projects: stage 3 is passed over, neither reached nor in the way"),
    ("key-question-missing", &["strategy-ladder: reached ground, 59.7%, position 0.85"],
     "no percent of a rung makes up for a key question: licences go unchecked"),
    ("over-extended", &["maturity-model: reached engagement, 73.6%, position 3.24, ability 33.1% over-extended"],
     "its sponsor and its head are gone: nothing carries what is done"),
    ("ready-for-more", &["maturity-model: reached legal, 37.2%, position 1.27, ability 80.7% ready"],
     "sponsor, leader and money came first; they would carry every stage"),
    ("everything-in-place", &[
        "maturity-model: reached leadership, 100.0%, position 4.00, ability 100.0% balanced",
        "strategy-ladder: reached leader, 100.0%, position 4.00"],
     "nothing is missing, so nothing may be missed"),
    ("nothing-in-place", &[
        "maturity-model: reached ad-hoc, 0.0%, position 0.00, ability 0.0% balanced",
        "strategy-ladder: reached ground, 0.0%, position 0.00"],
     "somebody looked and nothing is there: settled, unlike everything-unknown"),
    ("provisional-between-two-stages", &[
        "maturity-model: reached legal, possible community, 41.6%, position 1.44, ability 36.2% open"],
     "an unknown key question and an unanswered one decide on stage 2, unknown ones on the balance"),
    ("small-start-up", &[
        "maturity-model: reached legal, 50.1%, position 1.33, ability 64.0% ready",
        "strategy-ladder: reached consumer, 57.5%, position 1.11"],
     "nine people do what they need by checks in one build; more would be worse"),

    // What the second edition is about.
    ("everything-in-part", &[
        "maturity-model: reached leadership, 67.0%, position 4.00, ability 67.0% balanced",
        "strategy-ladder: reached leader, 67.0%, position 4.00"],
     "the gate of 60 is there for this: in place in part carries the highest level of both"),
    ("foundation-missing", &["maturity-model: reached legal, 35.5%, position 1.23, ability 38.8% over-extended"],
     "more of ability is in place than stage 1 takes, and without sponsor and leader it carries nothing"),
    ("one-practice-short", &["maturity-model: reached legal, 48.5%, position 1.60, ability 52.8% ready"],
     "the percent of stage 2 is enough; steady work in a critical project is all that is missing"),
    ("takes-and-gives-nothing", &[
        "maturity-model: reached ad-hoc, 4.1%, position 0.09, ability 5.6% balanced",
        "strategy-ladder: reached ground, 4.6%, position 0.09",
        "responsibilities: 4.7%, strongest it 44.3%, weakest advice 0.0%"],
     "what follows from a lower answer is not asked and not open: the result is settled"),

    // All eight at once.
    ("everything-assessed", &[
        "maturity-model: reached legal, 38.0%, position 1.27, ability 52.8% ready",
        "strategy-ladder: reached consumer, 39.8%, position 1.22",
        "characteristics: 44.4%, strongest leadership 67.0%, weakest contribution 0.0%",
        "compliance: 49.2%, strongest development 76.3%, weakest education 33.2%",
        "friction: 36.0%, strongest tools 53.5%, weakest continuity 16.5%",
        "responsibilities: 29.2%, strongest it 78.0%, weakest universities 0.0%",
        "staffing: 55.5%, strongest head-traits 62.5%, weakest roles 49.9%",
        "structure: first cto-office 22, then virtual 13"],
     "checked releases under a safety authority, a head with lent hours, hardly anybody who contributes"),

    // The others.
    ("characteristics-five-marks", &[
        "characteristics: 89.0%, strongest leadership 100.0%, weakest contribution 67.0%"],
     "all five marks; contributing has spread to one developer in sixteen, not yet to one in ten"),
    ("characteristics-none", &["characteristics: 7.3%, strongest leadership 33.0%, weakest definition 0.0%"],
     "an office by name alone; one word of praise from the top"),
    ("structure-1-within-rnd", &["structure: first within-rnd 34, then corporate-and-divisions 14"],
     "example 1: under the head of research, shielded from divisions, with its own budget and engineers"),
    ("structure-2-corporate-and-divisions", &["structure: first corporate-and-divisions 33, then within-rnd 9"],
     "example 2: policies at the top, execution and engineers in the divisions"),
    ("structure-3-cto-office", &["structure: first cto-office 30, then within-rnd 9"],
     "example 3: medium-sized, and the sponsor signs every expense"),
    ("structure-4-virtual", &["structure: first virtual 25, then cto-office 11"],
     "example 4: a head in engineering without staff or money, and lent hours"),
    ("structure-5-none-official", &["structure: first none-official 22, then virtual 15"],
     "example 5: a start-up whose people share the duties"),
    ("staffing-complete", &["staffing: 90.8%, strongest roles 93.4%, weakest head-traits 87.6%"],
     "every role is somebody's; what is missing is upkeep"),
    ("staffing-several-roles-on-one-person", &[
        "staffing: 68.6%, strongest roles 76.9%, weakest head-traits 58.3%"],
     "sharing roles costs nothing by itself: they are above \"in place in part\""),
    ("staffing-head-missing", &["staffing: 22.2%, strongest roles 40.0%, weakest head-traits 0.0%"],
     "without a head the roles fall far below those of the small company that shares them"),
    ("compliance-end-to-end", &["compliance: 87.1%, strongest policy 93.4%, weakest education 66.8%"],
     "high where the office works itself, lower where it needs the whole house"),
    ("compliance-policy-by-ospo", &["compliance: 65.2%, strongest strategy 86.8%, weakest education 46.6%"],
     "rules from the centre are strong; what divisions execute differs among them"),
    ("compliance-none", &["compliance: 5.0%, strongest development 14.1%, weakest involvement 0.0%"],
     "nobody's task; a scan that came with the code host is the one trace"),
    ("responsibilities-grown", &[
        "responsibilities: 83.5%, strongest saying-no 100.0%, weakest universities 33.0%"],
     "every duty of the paper is seen to; universities are the one that may wait"),
    ("responsibilities-young", &["responsibilities: 19.7%, strongest it 33.3%, weakest metrics 0.0%"],
     "duties come over time; wiki and chat were there before the programme"),
    ("friction-low", &["friction: 85.7%, strongest tools 90.1%, weakest continuity 66.8%"],
     "joining changes nobody's way of working; too much hangs on single people"),
    ("friction-high", &["friction: 16.2%, strongest tools 26.6%, weakest culture 3.7%"],
     "closed habits throughout; remote work alone was solved, for all staff"),
];

/// The line of a file's header that names the questions left without an answer.
const PURPOSE: &str = "# Unanswered on purpose:";

const FOLDER: &str = "tests/organisations";

/// Every organisation: its name, its assessment and the text of its file.
fn organisations() -> Vec<(String, Assessment, String)> {
    let read = |path: PathBuf| {
        let (document, text) = Document::read(&path).unwrap_or_else(|error| panic!("{error}"));
        (path.file_stem().unwrap().to_string_lossy().into_owned(), document.assessment, text)
    };
    toml_files(FOLDER).into_iter().map(read).collect()
}

/// The result of one questionnaire in a line.
fn line(score: &Score<'_>) -> String {
    let id = &score.questionnaire.id;
    match &score.result {
        Outcome::Levels(levels) => format!("{id}: {}", levels_line(score, levels)),
        Outcome::Areas(areas) => {
            // Of equal areas the first in the file.
            let percent = |area: &&AreaScore<'_>| area.sum.tenths();
            let strongest = areas.areas.iter().rev().max_by_key(percent).unwrap();
            let weakest = areas.areas.iter().min_by_key(percent).unwrap();
            let named = |area: &AreaScore<'_>| format!("{} {}", area.area.id, area.sum);
            format!("{id}: {}, strongest {}, weakest {}", areas.sum, named(strongest), named(weakest))
        }
        Outcome::Fit(fit) => {
            let [first, second, ..] = fit.candidates.as_slice() else { panic!("two candidates") };
            let named = [first, second].map(|one| format!("{} {}", one.candidate.id, one.points));
            format!("{id}: first {}, then {}", named[0], named[1])
        }
    }
}

fn levels_line(score: &Score<'_>, levels: &LevelsScore<'_>) -> String {
    let level = |number: usize| &score.questionnaire.levels[number].id;
    let stands = match levels.provisional() {
        false => format!("reached {}", level(levels.reached)),
        true => format!("reached {}, possible {}", level(levels.reached), level(levels.possible)),
    };
    let position = levels.position();
    let ability = levels.ability.as_ref().map(ability_line).unwrap_or_default();
    format!("{stands}, {}, position {}.{:02}{ability}", levels.sum, position / 100, position % 100)
}

fn ability_line(ability: &AbilityScore) -> String {
    format!(", ability {} {}", ability.sum, ability.balance.map_or("open", |balance| balance.id()))
}

#[test]
fn every_organisation_comes_out_as_described() {
    let mut surprises = Vec::new();
    for (name, assessment, _) in organisations() {
        let got: Vec<String> = score(&BUILT_IN, &assessment).iter().map(line).collect();
        let pin = PINS.iter().find(|(pinned, ..)| *pinned == name);
        let (expected, why) = pin.map_or((&[][..], "it has no pin"), |(_, expected, why)| (expected, why));
        if got != expected {
            let (expected, got) = (expected.join("\n             "), got.join("\n             "));
            surprises
                .push(format!("{name}\n  expected:  {expected}\n  because:   {why}\n  came out:  {got}"));
        }
    }
    assert!(surprises.is_empty(), "\n{}\n", surprises.join("\n\n"));
}

#[test]
fn every_pin_has_its_organisation() {
    let files: BTreeSet<String> = organisations().into_iter().map(|(name, ..)| name).collect();
    let pins: BTreeSet<String> = PINS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(pins, files);
}

/// Only what is asked is answered, with what is offered. Another version alone is no fault: a
/// questionnaire that changed in wording must not touch forty files.
#[test]
fn every_answer_is_one_that_its_question_offers() {
    for (name, assessment, _) in organisations() {
        let mut notices = notices(&assessment, &BUILT_IN);
        notices.retain(|notice| !matches!(notice, Notice::OtherVersion { .. }));
        assert!(notices.is_empty(), "{name}: {notices:?}");
    }
}

#[test]
fn every_file_says_what_it_is_and_why_and_leaves_nothing_out_in_silence() {
    for (name, assessment, text) in organisations() {
        let header: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(header.contains("paper") && header.contains("Result:"), "{name}: what, in whose words, why?");
        let asked = assessment.questionnaires.iter().filter_map(|(id, _)| BUILT_IN.questionnaire(id));
        for place in asked.flat_map(|questionnaire| &questionnaire.placements) {
            let question = BUILT_IN.question(&place.question).unwrap();
            let stands = standing(&BUILT_IN, &assessment, question);
            let said = text.lines().any(|line| line.starts_with(PURPOSE) && line.contains(&question.id));
            assert_eq!(stands == Standing::Unanswered, said, "{name}: {} is {stands:?}", question.id);
        }
    }
}

/// What the pinned results do not show: which gates hold above the reached level.
#[test]
fn gates_hold_where_described() {
    let gates = |name: &str| {
        let scores = score(&BUILT_IN, &organisation(name));
        let gate = |level: &LevelScore<'_>| match (level.scoped_out, level.holds) {
            (true, _) => "scoped out".to_owned(),
            (_, true) => format!("{} holds", level.sum),
            (_, false) => format!("{} blocked by {}", level.sum, level.blocking.join(" ")),
        };
        scores[0].levels().unwrap().levels.iter().take(3).map(gate).collect::<Vec<_>>()
    };
    assert_eq!(
        gates("hosted-without-compliance"),
        [
            "40.4% blocked by licence-compliance inventory licence-policy developer-education legal-risks \
             security-risks strategy-recognition",
            "84.8% holds",
            "79.7% holds",
        ],
        "stages 2 and 3 are in place and do not count: what blocks is the whole of stage 1 but its name"
    );
    assert_eq!(
        gates("key-question-missing")[..2],
        ["84.6% blocked by licence-compliance", "78.0% holds"],
        "the highest percent at which a core questionnaire can miss a key question"
    );
    assert_eq!(gates("level-scoped-out")[2], "scoped out", "all of stage 3 is not applicable");
    assert_eq!(
        gates("one-practice-short")[1],
        "60.3% blocked by critical-project-work",
        "its percent is enough, so one practice is all that is missing"
    );
}

/// The optional is what a level can do without.
#[test]
fn in_place_in_part_carries_every_level_without_the_optional() {
    let mut assessment = organisation("everything-in-part");
    for (id, _) in assessment.questionnaires.clone() {
        let placements = &BUILT_IN.questionnaire(&id).unwrap().placements;
        for place in placements.iter().filter(|place| place.optional) {
            answer(&mut assessment, &place.question, "none");
        }
    }
    for score in score(&BUILT_IN, &assessment) {
        let levels = score.levels().unwrap();
        let held: Vec<_> = levels.levels.iter().map(|level| (level.holds, level.sum.to_string())).collect();
        assert!(held.iter().all(|(holds, _)| *holds), "{}: {held:?}", score.questionnaire.id);
    }
}

/// What is not asked, because another answer settles it, is counted apart and leaves nothing open.
#[test]
fn what_need_not_be_asked_is_neither_answered_nor_open() {
    let counts = |name: &str| {
        let scores = score(&BUILT_IN, &organisation(name));
        scores.iter().map(|score| (score.questions.implied, score.questions.unanswered)).collect::<Vec<_>>()
    };
    assert_eq!(
        counts("takes-and-gives-nothing"),
        [(8, 0), (6, 0), (7, 0)],
        "no project, no head, no fix, no record"
    );
    assert_eq!(counts("staffing-head-missing"), [(8, 0)], "eight traits of a head that there is not");
    assert_eq!(counts("level-scoped-out"), [(6, 0)], "six about projects that are another's to host");
}

/// An answer of its own always counts; a described organisation would not have been asked for it.
#[test]
fn no_answer_stands_where_nothing_would_be_asked() {
    for (name, assessment, _) in organisations() {
        for id in assessment.answers.keys() {
            let mut without = assessment.clone();
            without.answers.remove(id);
            let stands = standing(&BUILT_IN, &without, BUILT_IN.question(id).unwrap());
            assert!(!stands.is_implied(), "{name}: {id} would not be asked");
        }
    }
}
