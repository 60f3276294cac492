//! The plan: its actions by quarter, and how it is made.

use super::aims;
use super::sitting::{Place, Sitting, Step};
use super::talk::Stop;
use super::words;
use crate::assessment::{PlanSettings, Route};
use crate::clock;
use crate::plan::{Plan, Settings, plan};
use crate::report::{words_change, words_plan};
use crate::tui::keys::Command;

impl<'a> Sitting<'_, 'a> {
    /// The plan as it is now.
    pub(super) fn plan_now(&self) -> Plan<'a> {
        let assessment = self.session.assessment();
        plan(self.catalogue, assessment, &Settings::of(self.catalogue, assessment, clock::today()))
    }

    /// Tells the plan: how much, which way, to where; then its actions.
    pub(super) fn plan(&mut self) -> Result<Place<'a>, Stop> {
        let plan = self.plan_now();
        self.tell_head(&plan)?;
        let actions = self.tell_actions(&plan)?;
        self.ask(&Place::Plan, &aims::plan_prompt(actions.len()), |sitting, command, _| {
            sitting.on_plan(command, &actions)
        })
    }

    fn tell_head(&mut self, plan: &Plan<'a>) -> Result<(), Stop> {
        self.talk.say(&words::sentence(&words_plan::work(plan)))?;
        self.talk.say(&words::sentence(words_plan::route(plan)))?;
        for target in &plan.targets {
            let score = self.session.progress().score(&target.questionnaire.id);
            if let Some(levels) = score.and_then(|score| score.levels()) {
                self.talk.say(&aims::way(plan, target, levels))?;
            }
            if !target.needs_dropped.is_empty() {
                let titles: Vec<String> =
                    target.needs_dropped.iter().map(|id| aims::action_title(self.catalogue, id)).collect();
                self.talk.say(&words::sentence(&words_plan::needs_dropped(&titles)))?;
            }
        }
        if plan.to_answer() > 0 {
            self.talk.say(&words::sentence(&words_plan::to_answer(plan.to_answer())))?;
        }
        Ok(())
    }

    /// Tells the actions, numbered through; returns their questions in that order.
    fn tell_actions(&mut self, plan: &Plan<'a>) -> Result<Vec<String>, Stop> {
        let mut ids = Vec::new();
        for wave in &plan.waves {
            self.talk.say(&words::sentence(&words_plan::quarter(wave)))?;
            self.talk.say(&words_plan::finished(plan, wave))?;
            if !wave.reaches.is_empty() {
                self.talk.say(&words_plan::reaches(wave))?;
            }
            for planned in plan.actions.get(wave.actions.clone()).unwrap_or_default() {
                ids.push(planned.question.id.clone());
                self.talk.option(ids.len(), &aims::planned(planned))?;
            }
        }
        let groups = [
            (words_plan::DONE, &plan.done),
            (words_plan::DROPPED, &plan.dropped),
            (words_plan::LEFT_OUT, &plan.left_out),
        ];
        for (title, listed) in groups.into_iter().filter(|(_, listed)| !listed.is_empty()) {
            self.talk.say(&aims::group(title, listed.len()))?;
            for listed in listed {
                ids.push(listed.question.id.clone());
                self.talk.option(ids.len(), &aims::listed(listed))?;
            }
        }
        Ok(ids)
    }

    fn on_plan(&mut self, command: Command, actions: &[String]) -> Result<Step<'a>, Stop> {
        match command {
            Command::Choose(number) => match number.checked_sub(1).and_then(|line| actions.get(line)) {
                Some(question) => Ok(Step::Go(Place::Action(question.clone()))),
                None => self.say(&words::no_such_number(number, actions.len())),
            },
            Command::Settings => self.change_settings(),
            Command::State | Command::Owner | Command::Due | Command::Note | Command::Evidence => {
                self.say(aims::ACTION_FIRST)
            }
            Command::Back => Ok(Step::Go(Place::Question)),
            Command::Next | Command::Previous => self.say(words::ONE_PAGE),
            _ => Ok(Step::Nothing),
        }
    }

    /// Asks what to change about route, capacity and start.
    pub(super) fn change_settings(&mut self) -> Result<Step<'a>, Stop> {
        let now = self.session.assessment().plan;
        let route = |route: Route| words_change::route(route, now.route() == route);
        let start = words_change::start(now.start);
        let choices =
            [route(Route::Shortest), route(Route::Full), words_change::capacity(now.capacity()), start];
        self.talk.options(&choices)?;
        let changed = match self.talk.choose(aims::WHICH_SETTING, choices.len())? {
            Some(1) => Some(PlanSettings { route: Some(Route::Shortest), ..now }),
            Some(2) => Some(PlanSettings { route: Some(Route::Full), ..now }),
            Some(3) => self.ask_capacity()?.map(|capacity| PlanSettings { capacity: Some(capacity), ..now }),
            Some(_) => {
                let start = self.ask_day(aims::START_HINT, aims::START_PROMPT)?;
                start.map(|start| PlanSettings { start, ..now })
            }
            None => None,
        };
        let Some(settings) = changed else { return self.say(words::UNCHANGED) };
        self.change(aims::SETTINGS_DONE, |session| session.set_plan(settings))?;
        Ok(Step::Go(Place::Plan))
    }

    fn ask_capacity(&mut self) -> Result<Option<u32>, Stop> {
        self.talk.say(words_change::CAPACITY)?;
        loop {
            let line = self.talk.ask(aims::CAPACITY_PROMPT)?;
            match line.parse() {
                Ok(capacity) if capacity >= 1 => return Ok(Some(capacity)),
                _ if line.is_empty() => return Ok(None),
                _ => self.talk.say(&words::sentence(words_change::BAD_CAPACITY))?,
            }
        }
    }

    /// Asks for a day; inside, `None` is for none. `None` when nothing is to be changed.
    pub(super) fn ask_day(
        &mut self,
        hint: &str,
        prompt: &str,
    ) -> Result<Option<Option<jiff::civil::Date>>, Stop> {
        self.talk.say(hint)?;
        loop {
            let line = self.talk.ask(prompt)?;
            match clock::day(&line, clock::today()) {
                Some(day) => return Ok(Some(Some(day))),
                None if line.is_empty() => return Ok(None),
                None if line == words::NOTHING_MORE => return Ok(Some(None)),
                None => self.talk.say(&words::sentence(words_change::BAD_DATE))?,
            }
        }
    }
}
