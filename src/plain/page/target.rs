//! The choice of a level to aim at, a page for each questionnaire of kind `levels`, and of objectives
//! that suggest one.

use super::Page;
use crate::app::screens::target::{TargetPage, items};
use crate::app::{Open, Pick};
use crate::plan::suggest_level;
use crate::words::prompts;
use crate::words::{plan_changes, spoken as words, target_screen};

pub(super) fn page(open: &Open<'_>) -> Page {
    let mut page = Page::new(format!("target {}", open.target.page), 2);
    let Some(target) = TargetPage::of(open) else {
        page.say(target_screen::NO_LEVELS);
        page.prompt = prompts::NO_TARGET_PROMPT.to_owned();
        return page;
    };
    let (questionnaire, levels) = (target.score.questionnaire, target.levels);
    let pages = open.target.targets.len();
    page.say(words::page(open.target.page, pages));
    page.say(words::target_now(questionnaire, levels, target.target));
    page.part();
    if levels.reached > 0 {
        page.say(words::lower(questionnaire, levels.reached));
    }
    let items = items(open);
    let position = |pick: Pick| items.iter().position(|item| *item == pick).unwrap_or(0);
    for forecast in target.forecasts {
        let text = words::level(questionnaire, levels, forecast, target.target);
        page.choice(forecast.level, position(Pick::Level(forecast.level)), text);
    }
    if let Some(aim) = target.higher_aim {
        page.sentence(&plan_changes::suggested_aim(aim));
    }
    page.say(plan_changes::counts_on(questionnaire, target.capacity));
    if !questionnaire.objectives.is_empty() {
        page.say(words::OBJECTIVES);
    }
    for (i, objective) in questionnaire.objectives.iter().enumerate() {
        let text = words::objective(questionnaire, objective, target.ticked.contains(&objective.id));
        let position = position(Pick::Objective(objective.id.clone()));
        page.choice(questionnaire.levels.len() + i, position, text);
    }
    if let Some(judged) = suggest_level(questionnaire, target.ticked) {
        page.sentence(&plan_changes::judgement(questionnaire, &judged));
    }
    details(&mut page, &target);
    page.prompt = prompts::target_prompt(questionnaire, levels.reached, pages);
    page
}

/// Each level in detail.
fn details(page: &mut Page, target: &TargetPage<'_>) {
    let questionnaire = target.score.questionnaire;
    page.part();
    page.say(words::DETAILS);
    for forecast in target.forecasts {
        page.say(words::level_detail(questionnaire, forecast.level));
        words::forecast(questionnaire, forecast).into_iter().for_each(|text| page.say(text));
        if forecast.level == target.levels.reached {
            page.say(plan_changes::STAY);
        }
        page.say(plan_changes::stops_short(questionnaire, forecast.level));
    }
}
