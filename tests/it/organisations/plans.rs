//! The plans of test organisations: routes that their readers would expect, and what holds for the plan
//! of every one of them.

use std::collections::BTreeSet;

use jiff::civil::date;
use ospo_assess::assessment::{Answer, Assessment, Route};
use ospo_assess::plan::{Plan, Planned, Settings, plan};
use ospo_assess::plan_file::plan_markdown;
use ospo_assess::score::score;

use super::organisations;

use crate::common::assessments::organisation;
use crate::common::catalogues::BUILT_IN;

/// The settings of an assessment, on the day on which every plan here begins.
fn settings(assessment: &Assessment) -> Settings {
    Settings::of(&BUILT_IN, assessment, date(2027, 1, 1))
}

fn ids(actions: &[Planned<'_>]) -> Vec<String> {
    actions.iter().map(|planned| planned.question.id.clone()).collect()
}

/// The shortest routes of organisations whose next step the paper makes plain: what there is to do,
/// its points, and why no other.
#[test]
fn the_shortest_route_is_the_one_expected() {
    let routes: &[(&str, u32, &str, &str)] = &[
        (
            "stage-0-ad-hoc",
            17,
            "executive-sponsor open-source-leader programme-name security-risks inventory licence-policy \
             legal-risks licence-compliance",
            "sponsor and leader first, then a scan, and rules before what is repaired and checked by them",
        ),
        (
            "stage-1-legal",
            13,
            "functions-support outbound-contribution critical-project-work hygiene-education",
            "what ability lacks, both key questions, and what is cheap",
        ),
        (
            "hosted-without-compliance",
            9,
            "inventory licence-policy legal-risks licence-compliance",
            "what it skipped",
        ),
        ("rung-0-ground", 0, "", "a rung is aimed at by whoever chooses one"),
        ("small-start-up", 0, "", "its targets are what it has reached: it maintains"),
        ("everything-in-place", 0, "", "nothing is left to do"),
    ];
    for (name, points, expected, why) in routes {
        let assessment = organisation(name);
        let settings = Settings { route: Route::Shortest, ..settings(&assessment) };
        let plan = plan(&BUILT_IN, &assessment, &settings);
        assert_eq!(
            (plan.points(), ids(&plan.actions).join(" ")),
            (*points, (*expected).to_owned()),
            "{name}: {why}"
        );
    }
}

/// A few weeks lift this one by three stages: those above were in place and waited.
#[test]
fn closing_a_gap_below_frees_what_is_above() {
    let assessment = organisation("hosted-without-compliance");
    let plan = plan(&BUILT_IN, &assessment, &settings(&assessment));
    let reached: Vec<usize> = plan.quarters.iter().map(|quarter| quarter.reaches[0].1).collect();
    assert_eq!((plan.targets[0].level, reached), (1, vec![3]));
}

/// Every target that an assessment can have, together with the settings for it.
fn all_settings(assessment: &Assessment) -> Vec<Settings> {
    let mut all = vec![Settings { targets: Vec::new(), ..settings(assessment) }];
    for (id, _) in settings(assessment).targets {
        let numbers = 0..BUILT_IN.questionnaire(&id).unwrap().levels.len();
        all = all
            .iter()
            .flat_map(|before| numbers.clone().map(|number| (before.clone(), number)))
            .map(|(mut settings, number)| {
                settings.targets.push((id.clone(), number));
                settings
            })
            .collect();
    }
    all
}

/// The assessment after a plan: what its actions, and those done before it, are about is answered best.
fn after(assessment: &Assessment, plan: &Plan<'_>) -> Assessment {
    let mut after = assessment.clone();
    let done = plan.done.iter().map(|done| done.question);
    for question in plan.actions.iter().map(|planned| planned.question).chain(done) {
        let best = question.options.last().unwrap().id.clone();
        let entry = after.answers.entry(question.id.clone()).or_default();
        (entry.answer, entry.revision) = (Some(Answer::Option(best)), Some(question.revision));
    }
    after
}

#[test]
fn after_all_actions_of_any_route_every_target_is_met() {
    for (name, assessment, _) in organisations() {
        for chosen in all_settings(&assessment).into_iter().filter(|chosen| !chosen.targets.is_empty()) {
            for route in Route::ALL.iter().copied() {
                let plan = plan(&BUILT_IN, &assessment, &Settings { route, ..chosen.clone() });
                let proven = (route != Route::Full).then_some(true);
                assert_eq!(plan.proven, proven, "{name}, {:?}", chosen.targets);
                let scores = score(&BUILT_IN, &after(&assessment, &plan));
                for (target, score) in plan.targets.iter().zip(&scores) {
                    let levels = score.levels().unwrap();
                    assert!(levels.has_reached(target.level), "{name}, {:?}, {route:?}", chosen.targets);
                    assert!(target.is_met, "{name}, {:?}, {route:?}", chosen.targets);
                    let sustained = levels.ability.and_then(|ability| ability.sustains);
                    let carried = sustained.unwrap_or(levels.reached).min(levels.reached);
                    assert_eq!(carried, target.ends_at, "{name}, {:?}, {route:?}", chosen.targets);
                }
            }
        }
    }
}

#[test]
fn requirements_come_first() {
    for (name, assessment, _) in organisations() {
        for route in Route::ALL.iter().copied() {
            let plan = plan(&BUILT_IN, &assessment, &Settings { route, ..settings(&assessment) });
            let order = ids(&plan.actions);
            for (position, planned) in plan.actions.iter().enumerate() {
                for required in &planned.requires {
                    let before = order[..position].iter().any(|id| id == required);
                    assert!(before, "{name}: {required} comes late");
                }
            }
        }
    }
}

/// Eight questionnaires make one plan: no action twice, areas never in the way, each resource described
/// once, and what matters on the first page.
#[test]
fn everything_makes_one_plan() {
    let assessment = organisation("everything-assessed");
    for route in Route::ALL.iter().copied() {
        let plan = plan(&BUILT_IN, &assessment, &Settings { route, ..settings(&assessment) });
        let ids = ids(&plan.actions);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an action stands twice");
        for planned in plan.actions.iter().filter(|planned| planned.levels.is_empty() && planned.blocking) {
            assert!(planned.foundation, "{} is neither of a level nor a foundation", planned.question.id);
        }
        let text = plan_markdown(&BUILT_IN, &assessment, &plan, None);
        for resource in BUILT_IN.resources() {
            let needed = plan.actions.iter().any(|planned| planned.action.resources.contains(&resource.id));
            assert_eq!(
                text.matches(&format!(": {}", resource.text.summary)).count(),
                usize::from(needed),
                "{route:?}: {}",
                resource.id
            );
        }
        let above = text.find("## Where we are, and why").unwrap();
        for early in ["## Summary", "## Targets and route", "## Who is needed", "- **Targets:** planned for"]
        {
            assert!(text.find(early).is_some_and(|at| at < above), "{route:?}: {early} stands below");
        }
        let sponsor = text[..text.find("## Summary").unwrap()].lines().count();
        assert!(sponsor < 50, "the page for the sponsor is longer than a page: {sponsor}");
        assert!(
            text[..above].lines().count() < 80 + sponsor,
            "what follows is longer than a page and a half"
        );
    }
}

/// Two plans as a whole: the longest of the core, and one of areas alone.
#[test]
fn plans_in_outline() {
    for name in ["everything-unknown", "compliance-policy-by-ospo"] {
        let assessment = organisation(name);
        let plan = plan(&BUILT_IN, &assessment, &Settings { route: Route::Full, ..settings(&assessment) });
        let quarters = plan.quarters.iter().map(|quarter| {
            let reaches = quarter.reaches.iter().map(|(model, number)| format!("; {} {number}", model.id));
            let heading = format!("{} to {}{}", quarter.starts, quarter.ends, reaches.collect::<String>());
            format!("{heading}\n  {}\n", ids(&plan.actions[quarter.actions.clone()]).join("\n  "))
        });
        insta::assert_snapshot!(name, quarters.collect::<String>());
    }
}
