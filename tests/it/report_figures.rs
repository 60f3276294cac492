//! The staircase and the ladder as they are read: by columns, by signs and words, at every size.

use ospo_assess::assessment::Assessment;
use ospo_assess::questionnaire::{Catalogue, Part, Questionnaire};
use ospo_assess::report::figure::{Line, Tone, bars, ladder, plain, staircase};
use ospo_assess::score::{LevelsScore, Outcome, Score, score};
use unicode_width::UnicodeWidthStr;

use crate::common::assessments::{answer, blank, midway};
use crate::common::catalogues::{BUILT_IN, small};

type Figure = fn(&LevelsScore<'_>, &Questionnaire, Option<usize>, (usize, usize)) -> Vec<Line>;

fn score_of<'a>(catalogue: &'a Catalogue, assessment: &Assessment, id: &str) -> Score<'a> {
    let mut assessment = assessment.clone();
    assessment.questionnaires = vec![(id.to_owned(), "1.0.0".to_owned())];
    score(catalogue, &assessment).remove(0)
}

/// A figure of the small catalogue's levels, as text.
fn drawn(figure: Figure, assessment: &Assessment, target: Option<usize>, size: (usize, usize)) -> String {
    let catalogue = small();
    let score = score_of(&catalogue, assessment, "climb");
    plain(&figure(score.levels().unwrap(), score.questionnaire, target, size))
}

/// First and last column of each row in which one of these signs stands, from the top.
fn spans(text: &str, signs: &[char]) -> Vec<(usize, usize)> {
    let row = |line: &str| {
        let columns = line.chars().enumerate().filter(|(_, c)| signs.contains(c)).map(|(column, _)| column);
        Some((columns.clone().min()?, columns.max()?))
    };
    text.lines().filter_map(row).collect()
}

#[test]
fn staircase_of_a_provisional_result() {
    insta::assert_snapshot!(drawn(staircase, &midway(), Some(2), (72, 16)));
}

#[test]
fn ladder_of_a_provisional_result() {
    insta::assert_snapshot!(drawn(ladder, &midway(), Some(2), (72, 16)));
}

#[test]
fn each_higher_bar_begins_further_right_and_all_end_together() {
    let bar = ['█', '▒', '░', '·'];
    for size in [(56, 12), (72, 16), (80, 24), (120, 30)] {
        let text = drawn(staircase, &midway(), Some(2), size);
        let bars = spans(&text, &bar);
        let mut starts: Vec<usize> = bars.iter().map(|(start, _)| *start).collect();
        starts.dedup();
        assert_eq!(starts.len(), 4, "four bars at {size:?}:\n{text}");
        assert!(starts.windows(2).all(|pair| pair[0] > pair[1]), "{starts:?}\n{text}");
        assert!(bars.iter().all(|(_, end)| *end == size.0 - 1), "{bars:?}\n{text}");
    }
}

#[test]
fn the_position_stands_where_both_axes_say() {
    let text = drawn(staircase, &midway(), Some(2), (72, 16));
    let column = |line: &str, sign| line.chars().position(|c| c == sign);
    let own_row = text.lines().find(|line| line.contains('►')).unwrap();
    // Ability 50% sustains stage 2: the row of its bar.
    assert!(own_row.contains("2 Open"), "{text}");
    let own = column(own_row, '●').unwrap();
    let axis = text.lines().find(|line| line.contains('└')).unwrap();
    assert_eq!(column(axis, '▲'), Some(own), "{text}");
    // Position 1.17: right of where bar 1 begins, left of where bar 2 does.
    let start = |title: &str| {
        let row = text.lines().find(|line| line.contains(title)).unwrap();
        row.chars().position(|c| "█▒".contains(c)).unwrap()
    };
    assert!(start("1 Tidy") < own && own < start("2 Open"), "{text}");
}

#[test]
fn steps_of_the_ladder_rise_from_left_to_right() {
    let text = drawn(ladder, &midway(), Some(2), (72, 16));
    let corners: Vec<usize> = spans(&text, &['┌', '┏']).into_iter().map(|(start, _)| start).collect();
    assert_eq!(corners.len(), 3, "{text}");
    assert!(corners.windows(2).all(|pair| pair[0] > pair[1]), "{text}");
    let arrow = text.lines().position(|line| line.contains('↗'));
    assert_eq!(arrow, Some(0), "{text}");
}

#[test]
fn marks_are_words_where_there_is_room_and_signs_with_a_legend_elsewhere() {
    let wide = drawn(staircase, &midway(), Some(2), (80, 20));
    assert!(wide.lines().any(|line| line.contains("2 Open") && line.contains("possible, target")), "{wide}");
    assert!(wide.lines().any(|line| line.contains("1 Tidy") && line.contains("reached")), "{wide}");
    let narrow = drawn(staircase, &midway(), Some(2), (48, 20));
    assert!(narrow.lines().any(|line| line.contains("2 Open") && line.contains("◇◎")), "{narrow}");
    assert!(narrow.contains("◎ target"), "{narrow}");
}

#[test]
fn too_small_a_size_leaves_one_line_for_each_level() {
    for figure in [staircase as Figure, ladder] {
        let text = drawn(figure, &midway(), Some(2), (30, 4));
        let first: Vec<&str> = text.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
        assert_eq!(first, ["3", "2", "1", "0"], "{text}");
        let least = drawn(figure, &midway(), Some(2), (30, 1));
        assert!(least.contains("1 Tidy"), "the level reached stays: {least}");
    }
}

#[test]
fn a_level_that_does_not_apply_says_so() {
    let text = drawn(staircase, &midway(), None, (80, 20));
    assert!(text.lines().any(|line| line.contains("3 Leading") && line.contains("not applicable")), "{text}");
}

#[test]
fn the_target_and_the_position_have_their_tones() {
    let catalogue = small();
    let score = score_of(&catalogue, &midway(), "climb");
    let lines = staircase(score.levels().unwrap(), score.questionnaire, Some(2), (72, 16));
    let of = |tone| -> String {
        let pieces = lines.iter().flatten().filter(|piece| piece.tone == tone);
        pieces.map(|piece| piece.text.as_str()).collect()
    };
    assert!(of(Tone::Target).contains("target"));
    assert!(of(Tone::Position).contains('▲') && of(Tone::Position).contains('►'));
    assert!(of(Tone::Reached).contains('█') && !of(Tone::Reached).contains('▒'));
}

/// Nothing panics and nothing overflows, whatever the size, the number of levels and their titles.
#[test]
fn every_size_holds() {
    let catalogue = &*BUILT_IN;
    let mut assessment = blank();
    for place in &catalogue.questionnaire("maturity-model").unwrap().placements {
        if matches!(place.part, Part::Level(1 | 2) | Part::Ability) {
            answer(&mut assessment, &place.question, "fully");
        }
    }
    let core = score_of(catalogue, &assessment, "maturity-model");
    let (score, questionnaire) = (core.levels().unwrap(), core.questionnaire);
    let (mut many, mut none) = (questionnaire.clone(), questionnaire.clone());
    for level in many.levels.iter_mut() {
        level.text.title = format!("社区 e\u{301} {}", level.text.title);
    }
    many.levels.extend(questionnaire.levels.clone());
    none.levels.clear();
    let no_levels = LevelsScore { levels: Vec::new(), reached: 0, possible: 0, ..score.clone() };
    let scores = [(score, questionnaire), (score, &many), (&no_levels, &none)];
    let areas = score_of(catalogue, &assessment, "compliance");
    let Outcome::Areas(areas) = &areas.result else { panic!("compliance has areas") };
    for width in (0..=66).chain((70..=200).step_by(13)) {
        for height in (0..=20).chain((25..=60).step_by(7)) {
            for (score, questionnaire) in scores {
                for figure in [staircase as Figure, ladder] {
                    within(&figure(score, questionnaire, Some(7), (width, height)), width, height);
                }
            }
            within(&bars(areas, (width, height)), width, height);
        }
    }
}

fn within(lines: &[Line], width: usize, height: usize) {
    assert!(lines.len() <= height, "{} rows of {height}", lines.len());
    for line in lines {
        let columns: usize = line.iter().map(|piece| piece.text.width()).sum();
        assert!(columns <= width, "{columns} columns of {width}: {line:?}");
    }
}
