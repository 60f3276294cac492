//! The choice of a level to aim at, a page for each questionnaire of kind `levels`, and of objectives
//! that suggest one.

use super::aims;
use super::results::turn;
use super::sitting::{Place, Sitting, Step};
use super::talk::Stop;
use super::words;
use crate::assessment::Edit;
use crate::clock;
use crate::plan::{Settings, judged, outlooks, toggled};
use crate::questionnaire::Questionnaire;
use crate::report::words_change;
use crate::score::{LevelsScore, Score};
use crate::tui::keys::Command;

impl<'a> Sitting<'_, 'a> {
    /// Tells what each level would take, and asks which one to aim at.
    pub(super) fn target(&mut self) -> Result<Place<'a>, Stop> {
        let scores: Vec<&Score<'a>> = self.session.progress().scores.iter().collect();
        let scores: Vec<Score<'a>> =
            scores.into_iter().filter(|score| score.levels().is_some()).cloned().collect();
        let pages = scores.len();
        self.target_page = self.target_page.min(pages.saturating_sub(1));
        let page = scores.get(self.target_page).and_then(|score| Some((score, score.levels()?)));
        let Some((score, levels)) = page else {
            self.talk.say(aims::NO_LEVELS)?;
            return self.ask(&Place::Target, &aims::target_prompt(None, 0, pages), on_nothing);
        };
        self.tell_levels(score, levels)?;
        self.tell_objectives(score.questionnaire)?;
        self.talk.say(&words::page(self.target_page, pages))?;
        let prompt = aims::target_prompt(Some((score.questionnaire, levels)), levels.reached, pages);
        self.ask(&Place::Target, &prompt, |sitting, command, rest| match command {
            Command::Choose(number) => sitting.aim(score.questionnaire, levels.reached, number),
            Command::Next | Command::Previous if pages < 2 => sitting.say(words::ONE_PAGE),
            Command::Next => Ok(turn(&mut sitting.target_page, 1, pages, Place::Target)),
            Command::Previous => Ok(turn(&mut sitting.target_page, pages - 1, pages, Place::Target)),
            _ => on_nothing(sitting, command, rest),
        })
    }

    fn tell_levels(&mut self, score: &Score<'a>, levels: &LevelsScore<'a>) -> Result<(), Stop> {
        let (questionnaire, today) = (score.questionnaire, clock::today());
        let assessment = self.session.assessment();
        let outlooks = outlooks(self.catalogue, assessment, score, today);
        let capacity = assessment.plan.capacity();
        let targets = Settings::of(self.catalogue, assessment, today).targets;
        let target = targets.iter().find(|(id, _)| *id == questionnaire.id).map(|(_, level)| *level);
        let others = targets.iter().filter(|(id, _)| *id != questionnaire.id);
        let others = others.filter_map(|(id, level)| Some((self.catalogue.questionnaire(id)?, *level)));
        let counts_on = aims::counts_on(capacity, others);
        self.talk.say(&aims::target_now(questionnaire, levels.reached, target))?;
        if levels.reached > 0 {
            self.talk.say(&aims::lower(questionnaire, levels.reached))?;
        }
        for outlook in &outlooks {
            let number = outlook.level;
            self.talk.option(number, &aims::level(questionnaire, levels, number, target))?;
            self.talk.say_all(aims::outlook(outlook))?;
            if number == levels.reached {
                self.talk.say(words_change::STAY)?;
            }
            self.talk.say(&words_change::stops_short(questionnaire, number))?;
        }
        self.talk.say(&counts_on)
    }

    /// The objectives stand behind the levels: their numbers go on from those.
    fn tell_objectives(&mut self, questionnaire: &Questionnaire) -> Result<(), Stop> {
        if questionnaire.objectives.is_empty() {
            return Ok(());
        }
        self.talk.say(aims::OBJECTIVES)?;
        for (i, objective) in questionnaire.objectives.iter().enumerate() {
            let ticked = self.chosen_objectives(questionnaire).contains(&objective.id);
            let text = aims::objective(questionnaire, objective, ticked);
            self.talk.option(questionnaire.levels.len() + i, &text)?;
        }
        self.tell_judgement(questionnaire)
    }

    fn tell_judgement(&mut self, questionnaire: &Questionnaire) -> Result<(), Stop> {
        let judged = judged(questionnaire, self.chosen_objectives(questionnaire));
        let judged = judged.map(|judged| words_change::judgement(questionnaire, &judged));
        judged.iter().try_for_each(|judgement| self.talk.say(&words::sentence(judgement)))
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
    ) -> Result<Step<'a>, Stop> {
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
                self.tell_judgement(questionnaire)?;
                Ok(Step::Stay)
            }
            None if number < reached => self.say(&aims::lower(questionnaire, reached)),
            None => self.say(&aims::no_such_target(reached, levels + questionnaire.objectives.len())),
        }
    }
}

fn on_nothing<'a>(_: &mut Sitting<'_, 'a>, command: Command, _: &str) -> Result<Step<'a>, Stop> {
    Ok(if command == Command::Back { Step::Go(Place::Question) } else { Step::Nothing })
}
