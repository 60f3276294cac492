//! How long the screens wait for scores and plans of the core questionnaires.
//!
//! `cargo bench --bench plan`; the target screen plans again with every level that one passes.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use ospo_assess::assessment::{Answer, Assessment, Entry, Route};
use ospo_assess::plan::{Settings, plan};
use ospo_assess::questionnaire::{Catalogue, DEFAULT_SELECTION};
use ospo_assess::score::score;

/// An assessment of the core questionnaires in which the answers follow each other in this pattern:
/// positions of options, or `None` for no answer.
fn assessment(catalogue: &Catalogue, pattern: &[Option<usize>]) -> Assessment {
    let mut assessment = Assessment::default();
    let mut answers = pattern.iter().cycle();
    for questionnaire in DEFAULT_SELECTION.iter().filter_map(|id| catalogue.questionnaire(id)) {
        assessment.questionnaires.push((questionnaire.id.clone(), questionnaire.version.clone()));
        for question in &questionnaire.questions {
            let option = answers.next().copied().flatten().and_then(|option| question.options.get(option));
            if let Some(option) = option {
                let answer = Some(Answer::Option(option.id.clone()));
                let entry = Entry { answer, revision: Some(question.revision), ..Entry::default() };
                assessment.answers.insert(question.id.clone(), entry);
            }
        }
    }
    assessment
}

fn benchmarks(criterion: &mut Criterion) {
    let catalogue = Catalogue::built_in().unwrap_or_default();
    let mixed = [Some(3), Some(1), None, Some(2), Some(0), Some(3), Some(2)];
    for (name, pattern) in [("unanswered", &[None][..]), ("mixed", &mixed)] {
        let assessment = assessment(&catalogue, pattern);
        criterion.bench_function(&format!("score, {name}"), |bencher| {
            bencher.iter(|| score(&catalogue, black_box(&assessment)));
        });
        let next = Settings::of(&catalogue, &assessment, date(2027, 1, 1));
        let mut highest = next.clone();
        for (id, target) in &mut highest.targets {
            *target = catalogue.questionnaire(id).map_or(0, |questionnaire| questionnaire.levels.len() - 1);
        }
        let full = Settings { route: Route::Full, ..highest.clone() };
        for (route, settings) in [("next levels", &next), ("highest levels", &highest), ("full", &full)] {
            criterion.bench_function(&format!("plan, {name}, {route}"), |bencher| {
                bencher.iter(|| plan(&catalogue, &assessment, black_box(settings)));
            });
        }
    }
}

criterion_group! {
    name = all;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(2));
    targets = benchmarks
}
criterion_main!(all);
