//! The page for the sponsor: where we stand, what is missing and why, what it takes, what to decide.

use std::collections::BTreeSet;

use super::compare::is_to_confirm;
use super::tree::{Block, Section};
use super::verdict::NAMED;
use crate::assessment::{ActionState, Assessment, State};
use crate::plan::{Ahead, Plan, Planned, YEAR, higher_aim, respondents};
use crate::questionnaire::{Catalogue, DefaultTarget, Part, Question, Role};
use crate::score::{Counts, LevelFindings, Score, findings, standing};
use crate::team::{Comparison, Direction, Followed, decided_though_contested};
use crate::words::verdict as say_verdict;
use crate::words::{plan as say_plan, sponsor as say};

/// The number of quarters in which what needs the sponsor is to be decided now.
const SOON: usize = 2;

/// Half a page in sentences, with what changed since an earlier assessment and what would come after the plan;
/// empty without a questionnaire with levels.
pub fn sponsor(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    scores: &[Score<'_>],
    since: Option<&Comparison<'_>>,
    ahead: Option<&Ahead<'_>>,
) -> Section {
    let mut section = Section::new(say::SPONSOR);
    let is_chosen = |score: &Score<'_>| assessment.targets.contains_key(&score.questionnaire.id);
    let scores: Vec<&Score<'_>> = scores.iter().filter(|score| is_told(score, plan)).collect();
    let (about, others): (Vec<_>, Vec<_>) =
        scores.into_iter().partition(|score| is_chosen(score) || suggests_more(score));
    let about = if about.is_empty() { others } else { about };
    let found: Vec<(&Score<'_>, LevelFindings<'_>)> = about
        .into_iter()
        .filter_map(|score| Some((score, findings(catalogue, assessment, score)?)))
        .collect();
    if found.is_empty() {
        return section;
    }
    for (score, findings) in &found {
        section.blocks.extend(result(catalogue, score, findings).map(Block::Note));
    }
    section.blocks.extend(since.map(|since| Block::Note(changed(since, &found))));
    let placed = found.iter().flat_map(|(score, _)| &score.questionnaire.placements);
    let placed: BTreeSet<&str> = placed.map(|place| place.question.as_str()).collect();
    let placed = placed.into_iter().filter_map(|id| catalogue.question(id));
    let counts = Counts::of(placed.map(|question| standing(catalogue, assessment, question)));
    section.blocks.push(Block::Note(say::rests_on(counts)));
    let in_place = found.iter().flat_map(|(_, findings)| &findings.in_place).take(NAMED);
    let divided = decided_though_contested(catalogue, assessment);
    let divided: Vec<&str> = divided.iter().map(|(topic, _)| topic.question.id.as_str()).collect();
    let in_place =
        in_place.map(|(question, option)| fact(say_verdict::in_place(question, *option), question, &divided));
    list(&mut section, say_verdict::IN_PLACE, in_place);
    list(&mut section, say::GAPS, gaps(catalogue, plan, &found, &divided).into_iter());
    let open = plan.open().map(|planned| planned.question.text.question.clone());
    list(&mut section, &say::not_known(plan.to_answer(), NAMED), open.take(NAMED));

    let aims = found.iter().filter_map(|(score, _)| {
        let target = plan.targets.iter().find(|target| target.questionnaire.id == score.questionnaire.id)?;
        (is_chosen(score) || is_aimed_at(score, plan))
            .then_some(say::aim(target, plan.reached(target, score.levels()?)))
    });
    let on_top = (!plan.actions.is_empty()).then(|| say::ON_TOP.to_owned());
    let work = [say::work(plan)].into_iter().chain(on_top);
    list(
        &mut section,
        say::aims(found.iter().any(|(score, _)| is_chosen(score))),
        aims.chain(work).chain(rest_of_year(plan)).chain(ahead.and_then(|ahead| afterwards(plan, ahead))),
    );
    let not_chosen = found.iter().filter(|(score, _)| !is_chosen(score));
    let not_chosen: Vec<&Score<'_>> = not_chosen.map(|(score, _)| *score).collect();
    let how_far = (!not_chosen.is_empty()).then(|| how_far(catalogue, assessment, plan, &not_chosen));
    let ready: Vec<&Planned<'_>> = ahead.into_iter().flat_map(Ahead::ready).collect();
    let ready = (!ready.is_empty()).then(|| say::ready(&ready, NAMED));
    list(&mut section, say::DECISIONS, decisions(catalogue, assessment, plan).chain(ready).chain(how_far));
    list(&mut section, say::FIRST, first(catalogue, plan).into_iter());
    section
}

/// The decision on how far to go in these questionnaires, with what is suggested in place of the next level.
fn how_far(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    not_chosen: &[&Score<'_>],
) -> String {
    let titles: Vec<&str> = not_chosen.iter().map(|score| score.questionnaire.text.title.as_str()).collect();
    let higher = not_chosen.iter().filter_map(|score| {
        let aim = higher_aim(catalogue, assessment, score, plan.settings.start)?;
        (plan.settings.target(&score.questionnaire.id) == Some(aim.next)).then_some(aim)
    });
    say::how_far(&titles, &higher.collect::<Vec<_>>())
}

/// What changed in these questionnaires, in the answers, and by the actions that were done, in one sentence.
fn changed(since: &Comparison<'_>, found: &[(&Score<'_>, LevelFindings<'_>)]) -> String {
    let results = found.iter().filter_map(|(score, _)| {
        let mut changes = since.questionnaires.iter();
        let change = changes.find(|change| change.questionnaire.id == score.questionnaire.id)?;
        let before = change.before.as_ref()?.levels()?.reached;
        Some(say::moved(score.questionnaire, before, score.levels()?.reached))
    });
    let moved = |direction| since.answers.iter().filter(|change| change.direction == direction).count();
    let followed = since.actions.iter().filter(|action| action.followed == Followed::Yes).count();
    let results: Vec<String> = results.collect();
    let to_confirm = since.answers.iter().filter(|change| is_to_confirm(since, change)).count();
    let answers = (moved(Direction::Up), moved(Direction::Down));
    say::since(since.before, &results, answers, (followed, since.actions.len()), to_confirm)
}

/// What happens after a plan that ends before its first year does.
fn rest_of_year(plan: &Plan<'_>) -> Option<String> {
    let last = plan.quarters.last().filter(|last| last.number < YEAR)?;
    Some(say::rest_of_year(last.ends.tomorrow().ok()?))
}

/// What would come after the plan, in one sentence, apart from what need not wait for it.
fn afterwards(plan: &Plan<'_>, ahead: &Ahead<'_>) -> Option<String> {
    let known = ahead.actions.iter().take(NAMED);
    let known: Vec<&str> = known.map(|planned| planned.action.text.title.as_str()).collect();
    (!known.is_empty() || !ahead.open.is_empty()).then(|| say::afterwards(plan, ahead, &known))
}

/// What comes first: finding out, then the first actions that are needed in any case.
fn first(catalogue: &Catalogue, plan: &Plan<'_>) -> Vec<String> {
    let ask = respondents(catalogue, plan.open().map(|planned| planned.question));
    let ask: Vec<String> = ask.into_iter().map(|id| say_plan::role(catalogue, id)).collect();
    let find_out = (!ask.is_empty()).then(|| say::find_out(plan.to_answer(), &ask));
    let certain = plan.actions.iter().filter(|planned| !planned.standing.is_open());
    let certain = certain.filter_map(|planned| {
        let ends = plan.quarters.iter().find(|quarter| quarter.number == planned.quarter)?.ends;
        let ActionState { owner, due, .. } = &planned.state;
        let who = owner.clone().unwrap_or_else(|| say_plan::role(catalogue, &planned.action.owner));
        Some(say::first(planned, &who, due.unwrap_or(ends)))
    });
    find_out.into_iter().chain(certain).take(NAMED).collect()
}

/// Where we stand in a questionnaire; where that may be any of several levels, who can tell.
fn result(catalogue: &Catalogue, score: &Score<'_>, findings: &LevelFindings<'_>) -> Option<String> {
    let levels = score.levels()?;
    let questionnaire = score.questionnaire;
    let open = findings.next.as_ref().filter(|next| !next.deciding.is_empty());
    let result = match open.filter(|_| levels.possible > levels.reached + 1) {
        Some(next) => {
            let ask = respondents(catalogue, next.deciding.iter().copied());
            let ask: Vec<String> = ask.into_iter().map(|id| say_plan::role(catalogue, id)).collect();
            say::decided_by(questionnaire, levels, next, &ask)
        }
        None => {
            let headline = say_verdict::headline(questionnaire, levels, findings);
            say::result(questionnaire, &headline, &say_verdict::meaning(questionnaire, levels, findings))
        }
    };
    let parts = [Some(result), say::backing(questionnaire, levels)];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// True where a questionnaire suggests more than what is reached by itself. Where it does not, and nobody chose a target,
/// the sponsor has nothing to decide about it.
fn suggests_more(score: &Score<'_>) -> bool {
    score.questionnaire.default_target == DefaultTarget::Next
}

/// A questionnaire of which less than half is answered, and in which nothing is aimed at, says nothing yet.
fn is_told(score: &Score<'_>, plan: &Plan<'_>) -> bool {
    is_aimed_at(score, plan) || 2 * score.questions.unanswered <= score.questions.total
}

/// True where the plan is to lead above what is reached.
fn is_aimed_at(score: &Score<'_>, plan: &Plan<'_>) -> bool {
    let target = plan.settings.target(&score.questionnaire.id);
    score.levels().zip(target).is_some_and(|(levels, target)| target > levels.reached)
}

/// A fact that an answer tells; where the votes for that answer were divided, with that.
fn fact(text: String, question: &Question, divided: &[&str]) -> String {
    if divided.contains(&question.id.as_str()) { say::divided(&text) } else { text }
}

/// A label and its list; nothing without an item.
fn list(section: &mut Section, label: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        section.blocks.push(Block::Label(label.to_owned()));
        items.into_iter().for_each(|item| section.item(1, item));
    }
}

/// The gaps that weigh most: foundations that the plan lays, then what the next levels lack that are aimed
/// at. What is not known is no gap.
fn gaps(
    catalogue: &Catalogue,
    plan: &Plan<'_>,
    found: &[(&Score<'_>, LevelFindings<'_>)],
    divided: &[&str],
) -> Vec<String> {
    let known = plan.actions.iter().filter(|planned| !planned.standing.is_open());
    let foundations = known.filter(|planned| planned.foundation && planned.blocking);
    let aimed_at = found.iter().filter(|(score, _)| is_aimed_at(score, plan));
    let missing = aimed_at.filter_map(|(_, findings)| findings.next.as_ref());
    let missing = missing.flat_map(|next| &next.missing);
    let mut gaps: Vec<&Question> = Vec::new();
    for question in foundations.map(|planned| planned.question).chain(missing.copied()) {
        if !gaps.iter().any(|known| known.id == question.id) {
            gaps.push(question);
        }
    }
    let gap = |question: &Question| {
        let action = &question.action.as_ref()?.text;
        let role = role_of_reader(catalogue, question);
        let gap = say::gap(role.map_or(&action.title, |role| &role.text.title), &action.why);
        Some(fact(gap, question, divided))
    };
    gaps.into_iter().filter_map(gap).take(NAMED).collect()
}

/// What the sponsor decides now: the time, the foundations, and what soon needs the first of them.
fn decisions(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
) -> impl Iterator<Item = String> {
    let first: Vec<&str> = assessment
        .asked(catalogue)
        .flat_map(|questionnaire| &questionnaire.placements)
        .filter(|place| place.part == Part::Ability && place.key && place.from <= 1)
        .map(|place| place.question.as_str())
        .filter(|id| {
            let action = catalogue.question(id).and_then(|question| question.action.as_ref());
            action.is_some_and(|action| action.requires.is_empty())
        })
        .collect();
    let needs_first = |planned: &Planned<'_>| {
        planned.quarter <= SOON && planned.action.requires.iter().any(|id| first.contains(&id.as_str()))
    };
    let known = plan.actions.iter().filter(|planned| !planned.standing.is_open());
    let open = known.filter(|planned| planned.state.state == State::Todo);
    let (foundations, others): (Vec<_>, Vec<_>) = open.partition(|planned| planned.foundation);
    let asked = foundations.into_iter().chain(others.into_iter().filter(|planned| needs_first(planned)));
    let decision = |planned: &Planned<'_>| match role_of_reader(catalogue, planned.question) {
        Some(role) => say::who_answers(role),
        None => planned.action.text.title.clone(),
    };
    let actions: Vec<String> = asked.map(decision).collect();
    let time = plan.quarters.last().map(|last| say::decide_on_time(plan, last.ends));
    time.into_iter().chain(actions)
}

/// The role that a question asks about and that answers it itself. To win somebody for it is a task of others; those who
/// may take it decide who does.
fn role_of_reader<'a>(catalogue: &'a Catalogue, question: &Question) -> Option<&'a Role> {
    let mut roles = catalogue.roles().iter().filter(|role| role.staffing.as_ref() == Some(&question.id));
    roles.find(|role| role.id == question.respondent)
}
