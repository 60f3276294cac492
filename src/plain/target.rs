//! The choice of a level to aim at, a page for each questionnaire of kind `levels`, and of objectives
//! that suggest one.

use super::aims;
use super::console::{Exit, Utterance};
use super::results::turn;
use super::sitting::{Place, Sitting, Step};
use super::words;
use crate::app::keys::Command;
use crate::assessment::Edit;
use crate::clock;
use crate::plan::{LevelForecast, Settings, forecast_levels, judged, toggled};
use crate::questionnaire::Questionnaire;
use crate::score::{LevelsScore, Score};
use crate::words::plan_changes;

impl<'a> Sitting<'_, 'a> {
    /// Tells what each level would take, and asks which one to aim at.
    pub(super) fn target(&mut self) -> Result<Place<'a>, Exit> {
        let scores: Vec<&Score<'a>> = self.session.progress().scores.iter().collect();
        let scores: Vec<Score<'a>> =
            scores.into_iter().filter(|score| score.levels().is_some()).cloned().collect();
        let pages = scores.len();
        self.target_page = self.target_page.min(pages.saturating_sub(1));
        let page = scores.get(self.target_page).and_then(|score| Some((score, score.levels()?)));
        let Some((score, levels)) = page else {
            self.console.say(aims::NO_LEVELS)?;
            return self
                .ask(&Place::Target, &aims::target_prompt(None, 0, pages), |_, _, _| Ok(Step::Nothing));
        };
        let parts = self.levels(score, levels);
        self.console.say(&words::page(self.target_page, pages))?;
        let prompt = aims::target_prompt(Some((score.questionnaire, levels)), levels.reached, pages);
        let last = self.target_page + 1 == pages;
        self.read_and_ask(&Place::Target, &prompt, parts, |sitting, command, _| match command {
            Command::Choose(number) => sitting.aim(score.questionnaire, levels.reached, number),
            Command::Enter if last => sitting.say(words::ALL_TOLD),
            Command::Next | Command::Previous if pages < 2 => sitting.say(words::ONE_PAGE),
            Command::Enter | Command::Next => Ok(turn(&mut sitting.target_page, 1, pages, Place::Target)),
            Command::Previous => Ok(turn(&mut sitting.target_page, pages - 1, pages, Place::Target)),
            _ => Ok(Step::Nothing),
        })
    }

    /// Where one is; then each level in a line, and what would suggest one; then the levels in detail.
    fn levels(&self, score: &Score<'a>, levels: &LevelsScore<'a>) -> Vec<Vec<Utterance>> {
        let (questionnaire, today) = (score.questionnaire, clock::today());
        let assessment = self.session.assessment();
        let forecasts = forecast_levels(self.catalogue, assessment, score, today);
        let settings = Settings::of(self.catalogue, assessment, today);
        let target = settings.target(&questionnaire.id);
        let others = settings.targets.iter().filter(|(id, _)| *id != questionnaire.id);
        let others = others.filter_map(|(id, level)| Some((self.catalogue.questionnaire(id)?, *level)));
        let sentence = |text: String| Utterance::Sentence(text);

        let now = sentence(aims::target_now(questionnaire, levels.reached, target));
        let mut choices: Vec<Utterance> = Vec::new();
        choices.extend((levels.reached > 0).then(|| sentence(aims::lower(questionnaire, levels.reached))));
        let level = |forecast: &LevelForecast| {
            Utterance::Choice(forecast.level, aims::level(questionnaire, levels, forecast, target))
        };
        choices.extend(forecasts.iter().map(level));
        choices.push(sentence(aims::counts_on(assessment.plan.capacity(), others)));
        choices.append(&mut self.objectives(questionnaire));

        let mut details = vec![sentence(aims::DETAILS.to_owned())];
        for forecast in &forecasts {
            details.push(sentence(aims::level_detail(questionnaire, forecast.level)));
            details.extend(aims::forecast(forecast).into_iter().map(sentence));
            let stays = forecast.level == levels.reached;
            details.extend(stays.then(|| sentence(plan_changes::STAY.to_owned())));
            details.push(sentence(plan_changes::stops_short(questionnaire, forecast.level)));
        }
        vec![vec![now], choices, details]
    }

    /// The objectives stand behind the levels: their numbers go on from those.
    fn objectives(&self, questionnaire: &Questionnaire) -> Vec<Utterance> {
        let mut said = Vec::new();
        if questionnaire.objectives.is_empty() {
            return said;
        }
        said.push(Utterance::Sentence(aims::OBJECTIVES.to_owned()));
        let chosen = self.chosen_objectives(questionnaire);
        for (i, objective) in questionnaire.objectives.iter().enumerate() {
            let text = aims::objective(questionnaire, objective, chosen.contains(&objective.id));
            said.push(Utterance::Choice(questionnaire.levels.len() + i, text));
        }
        said.extend(self.judgement(questionnaire).map(Utterance::Sentence));
        said
    }

    /// The level that the ticked objectives suggest together.
    fn judgement(&self, questionnaire: &Questionnaire) -> Option<String> {
        let judged = judged(questionnaire, self.chosen_objectives(questionnaire))?;
        Some(words::sentence(&plan_changes::judgement(questionnaire, &judged)))
    }

    fn chosen_objectives(&self, questionnaire: &Questionnaire) -> &[String] {
        self.session.assessment().objectives.get(&questionnaire.id).map_or(&[], Vec::as_slice)
    }

    /// Takes the number of a level, or of an objective.
    fn aim(
        &mut self,
        questionnaire: &'a Questionnaire,
        reached: usize,
        number: usize,
    ) -> Result<Step<'a>, Exit> {
        let id = questionnaire.id.clone();
        let levels = questionnaire.levels.len();
        if let Some(level) = questionnaire.levels.get(number).filter(|_| number >= reached) {
            let done = aims::target_set(questionnaire, number);
            let edit = Edit::Target(id, Some(level.id.clone()));
            self.change(&done, |session| session.edit(edit))?;
            return Ok(Step::Stay);
        }
        match number.checked_sub(levels).and_then(|line| questionnaire.objectives.get(line)) {
            Some(objective) => {
                let chosen = toggled(questionnaire, self.chosen_objectives(questionnaire), &objective.id);
                let ticked = chosen.as_ref().is_some_and(|chosen| chosen.contains(&objective.id));
                let done = aims::objective_set(objective, ticked);
                self.change(&done, |session| session.edit(Edit::Objectives(id, chosen)))?;
                let judgement = self.judgement(questionnaire);
                self.say(judgement.as_deref().unwrap_or_default())
            }
            None if number < reached => self.say(&aims::lower(questionnaire, reached)),
            None => self.say(&aims::no_such_target(reached, levels + questionnaire.objectives.len())),
        }
    }
}
