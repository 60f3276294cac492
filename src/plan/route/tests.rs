//! The search against every subset, and how much work the hardest problems of its kind take.

use jiff::civil::date;

use super::search::{WORK_LIMIT, solve};
use super::*;
use crate::assessment::{ActionState, Answer, Assessment, Entry, State};
use crate::plan::{Settings, candidates, targets};
use crate::questionnaire::{Catalogue, DEFAULT_SELECTION};

/// Small, and the same everywhere (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % n
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// The number of problems that a test tries: few in every run of the tests, more on demand.
fn samples(default: usize) -> usize {
    std::env::var("PLAN_SAMPLES").ok().and_then(|samples| samples.parse().ok()).unwrap_or(default)
}

/// A random problem of this many levels and items, which all items together solve.
fn random_problem(random: &mut Random, levels: usize, items: usize, requires: usize) -> CoverProblem {
    let key_percent = random.below(30);
    let credits: &[i64] = if random.chance(50) { &[0] } else { &[0, 0, 33, 67] };
    let mut problem = CoverProblem { items: Vec::new(), needs: vec![0; levels] };
    let mut gates = vec![0; levels];
    for item in 0..items {
        let credit = credits[random.below(credits.len())];
        let mut part = CoverItem { points: [1, 3, 3, 8][random.below(4)], ..CoverItem::default() };
        let places = if random.chance(8) { 2 } else { usize::from(!random.chance(5)) };
        for nth in 0..places {
            let level = if nth == 0 { item * levels / items } else { random.below(levels) };
            if part.gains.iter().any(|(other, _)| *other == level) {
                continue;
            }
            let weight = 1 + random.below(3) as i64;
            part.gains.push((level, weight * (100 - credit)));
            gates[level] += 75 * weight;
            problem.needs[level] -= weight * credit;
            part.forced |= credit < 67 && random.chance(key_percent);
        }
        problem.items.push(part);
    }
    for (need, gate) in problem.needs.iter_mut().zip(gates) {
        *need += gate;
    }
    // No circles: what is required has the lower number, or else the higher one.
    let upwards = random.chance(30);
    for _ in 0..requires {
        let (a, b) = (random.below(items), random.below(items));
        let (low, high) = (a.min(b), a.max(b));
        if low != high && upwards {
            problem.items[low].requires.push(high);
        } else if low != high {
            problem.items[high].requires.push(low);
        }
    }
    problem
}

/// The best set by trying all: points, number of items, and the earlier items preferred.
fn try_all(problem: &CoverProblem) -> Vec<bool> {
    let n = problem.items.len();
    let has = |set: u32, item: usize| set >> item & 1 == 1;
    let solves = |set: &u32| {
        let mut gained = vec![0; problem.needs.len()];
        for (i, item) in problem.items.iter().enumerate() {
            if has(*set, i) {
                item.gains.iter().for_each(|(level, gain)| gained[*level] += gain);
            }
            if if has(*set, i) { item.requires.iter().any(|r| !has(*set, *r)) } else { item.forced } {
                return false;
            }
        }
        gained.iter().zip(&problem.needs).all(|(gained, need)| gained >= need)
    };
    let rank = |set: &u32| {
        let points: i64 = (0..n).filter(|i| has(*set, *i)).map(|i| problem.items[i].points).sum();
        let preferred: Vec<bool> = (0..n).map(|i| !has(*set, i)).collect();
        (points, set.count_ones(), preferred)
    };
    let best = (0..1u32 << n).filter(solves).min_by_key(rank).unwrap();
    (0..n).map(|i| has(best, i)).collect()
}

#[test]
fn no_subset_is_shorter_or_preferred() {
    let mut random = Random(7);
    for sample in 0..samples(1500) {
        let (levels, items) = (1 + random.below(4), 4 + random.below(9));
        let requires = random.below(items);
        let problem = random_problem(&mut random, levels, items, requires);
        let found = solve(&problem, WORK_LIMIT);
        assert!(found.proven, "sample {sample}: {problem:?}");
        assert_eq!(found.chosen, try_all(&problem), "sample {sample}: {problem:?}");
    }
}

#[test]
fn requirements_in_a_circle_are_taken_together_or_not_at_all() {
    let item = |points, requires: &[usize]| CoverItem {
        points,
        gains: vec![(0, 100)],
        requires: requires.to_vec(),
        ..CoverItem::default()
    };
    let circle = vec![item(1, &[1]), item(1, &[0]), item(3, &[])];
    for (need, chosen) in [(100, [true, true, false]), (250, [true, true, true])] {
        let found = solve(&CoverProblem { items: circle.clone(), needs: vec![need] }, WORK_LIMIT);
        assert_eq!((&found.chosen[..], found.proven), (&chosen[..], true));
    }
}

#[test]
fn without_enough_work_the_best_found_is_no_less_a_route() {
    let mut random = Random(3);
    for _ in 0..20 {
        let problem = random_problem(&mut random, 8, 75, 40);
        let found = solve(&problem, 100);
        assert!(!found.proven);
        for (item, part) in problem.items.iter().enumerate().filter(|(item, _)| found.chosen[*item]) {
            assert!(part.requires.iter().all(|required| found.chosen[*required]), "{item} lacks some");
        }
        for (level, need) in problem.needs.iter().enumerate() {
            let chosen = problem.items.iter().zip(&found.chosen).filter(|(_, chosen)| **chosen);
            let gains = chosen.flat_map(|(item, _)| &item.gains).filter(|(other, _)| *other == level);
            assert!(gains.map(|(_, gain)| gain).sum::<i64>() >= *need);
        }
    }
}

/// Asserts that a problem is proven with a tenth of the work that is allowed; returns the work.
fn work_to_prove(problem: &CoverProblem, sample: usize) -> u64 {
    let found = solve(problem, WORK_LIMIT);
    assert!(found.proven, "sample {sample}");
    assert!(found.work <= WORK_LIMIT / 10, "sample {sample} takes {}", found.work);
    found.work
}

#[test]
fn problems_like_the_core_questionnaires_are_proven() {
    let mut random = Random(11);
    let mut most = 0;
    for sample in 0..samples(100) {
        let requires = 20 + random.below(60);
        let problem = random_problem(&mut random, 8, 75, requires);
        most = most.max(work_to_prove(&problem, sample));
    }
    println!("most work: {most}");
}

#[test]
fn assessments_of_the_core_questionnaires_are_proven() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut random = Random(5);
    let mut most = 0;
    for sample in 0..samples(100) {
        let assessment = random_assessment(&catalogue, &mut random);
        let today = date(2027, 1, 1);
        let mut settings = Settings::of(&catalogue, &assessment, today);
        for (id, target) in &mut settings.targets {
            *target = random.below(catalogue.questionnaire(id).unwrap().levels.len());
        }
        let baseline = Baseline::of(&catalogue, &assessment);
        let goals = targets::goals(&baseline, &settings.targets);
        let candidates = candidates::candidates(&baseline, &goals, &[]);
        for base in [candidates.always.clone(), &candidates.always | &candidates.recommended] {
            let (problem, _) = problem(&baseline, &goals, &reach(base, &baseline.needs));
            most = most.max(work_to_prove(&problem, sample));
        }
    }
    println!("most work: {most}");
}

fn random_assessment(catalogue: &Catalogue, random: &mut Random) -> Assessment {
    let mut assessment = Assessment::default();
    let open = random.below(101);
    let level = random.below(101);
    for id in DEFAULT_SELECTION {
        let questionnaire = catalogue.questionnaire(id).unwrap();
        assessment.questionnaires.push((id.to_owned(), questionnaire.version.clone()));
        for question in &questionnaire.questions {
            let answer = if random.chance(open) && random.chance(open) {
                Answer::Unknown
            } else if random.chance(6) {
                Answer::NotApplicable
            } else {
                let options = question.options.len();
                let step = random.below(options) * 100 + level;
                Answer::Option(question.options[(step / 125).min(options - 1)].id.clone())
            };
            let entry = Entry { answer: Some(answer), revision: Some(question.revision), ..Entry::default() };
            assessment.answers.insert(question.id.clone(), entry);
            if random.chance(15) {
                let state = State::ALL[random.below(State::ALL.len())];
                assessment
                    .actions
                    .insert(question.id.clone(), ActionState { state, ..ActionState::default() });
            }
        }
    }
    assessment
}
