//! Small organisations in a few lines of text, so that a test shows all that decides about it.
//!
//! ```text
//! model stages                          a questionnaire; `model depth areas`: one of kind areas
//! policy     1  S  key  none            question, part, effort, and what else is to be said
//! inventory  1  M  w2   started  <policy
//! staff      ability L  unknown
//! sponsor    ability S  key  from2      indispensable from level 2
//! meetup     2  S  optional
//! reports    1  S  ?policy:started      only asked if the policy is at least started
//! model rungs
//! policy     2  use  w3                 the same question in a second questionnaire
//! model spare unasked                   a questionnaire that the assessment does not ask
//! ```
//!
//! Levels are called `ground`, `one`, `two`, `three`, and need an ability of 0, 20, 50 and 80
//! percent; gates are 75, key gates 67. A question of which nothing is said is unanswered. A level
//! without a question gets one that is not applicable.

use std::fmt::Write;
use std::path::Path;

use jiff::civil::date;
use ospo_assess::assessment::{ActionState, Answer, Assessment, Entry, State};
use ospo_assess::plan::{Plan, Settings, plan};
use ospo_assess::questionnaire::Catalogue;

pub const LEVELS: [&str; 4] = ["ground", "one", "two", "three"];

/// One line: a question where it is asked.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub model: usize,
    pub id: String,
    pub part: String,
    /// S, M or L; `None` where a question of another questionnaire is used.
    pub effort: Option<String>,
    pub key: bool,
    pub weight: u32,
    pub answer: Option<String>,
    pub state: Option<State>,
    pub requires: Vec<String>,
    /// The level from which key ability is indispensable.
    pub from: Option<usize>,
    pub optional: bool,
    /// True where its action looks after what is there.
    pub keeps: bool,
    /// The question and the step without which it is implied.
    pub only_if: Option<(String, String)>,
}

impl Row {
    fn of(model: usize, line: &str) -> Row {
        let mut words = line.split_whitespace().map(str::to_owned);
        let mut row = Row { model, weight: 1, ..Row::default() };
        row.id = words.next().unwrap();
        row.part = words.next().unwrap();
        row.effort = words.next().filter(|effort| effort != "use");
        for word in words {
            if word == "key" {
                row.key = true;
            } else if word == "optional" {
                row.optional = true;
            } else if word == "keeps" {
                row.keeps = true;
            } else if let Some(level) = word.strip_prefix("from") {
                row.from = level.parse().ok();
            } else if let Some((question, step)) = word.strip_prefix('?').and_then(|w| w.split_once(':')) {
                row.only_if = Some((question.to_owned(), step.to_owned()));
            } else if let Some(required) = word.strip_prefix('<') {
                row.requires.push(required.to_owned());
            } else if let Some(weight) = word.strip_prefix('w') {
                row.weight = weight.parse().unwrap();
            } else if let Ok(state) = word.parse::<State>() {
                row.state = Some(state);
            } else {
                row.answer = Some(word);
            }
        }
        row
    }

    fn toml(&self, areas: bool) -> String {
        let Row { id, key, weight, optional, .. } = self;
        let part = match self.part.parse() {
            _ if areas => format!("area = {:?}", self.part),
            Ok(number) => format!("level = {:?}", LEVELS[usize::min(number, 3)]),
            Err(_) => format!("level = {:?}", self.part),
        };
        let from = self.from.map_or(String::new(), |level| format!("from = {:?}\n", LEVELS[level]));
        let place = format!("{part}\nkey = {key}\nweight = {weight}\noptional = {optional}\n{from}");
        let Some(effort) = &self.effort else { return format!("[[use]]\nquestion = {id:?}\n{place}") };
        let options: String = STEPS
            .iter()
            .map(|(step, _)| format!("{step} = \"The state {step} of {id} is seen.\"\n"))
            .collect();
        let only_if = self.only_if.as_ref().map_or(String::new(), |(question, step)| {
            format!("only_if = {{ question = {question:?}, at_least = {step:?} }}\n")
        });
        format!(
            "[[question]]\nid = {id:?}\n{place}{only_if}\
             text = \"Where is {id} kept?\"\nhelp = \"It matters.\"\nsource = \"Tests\"\nrespondent = \"head\"\n\
             [question.options]\n{options}\
             [question.action]\ntitle = \"Keep {id}\"\nwhy = \"It helps.\"\n\
             steps = [\"The head writes {id} down in the wiki.\"]\ndone_when = \"{id} stands in the wiki.\"\n\
             owner = \"head\"\neffort = {effort:?}\nrequires = {:?}\nresources = []\nkeeps = {}\n",
            self.requires, self.keeps
        )
    }
}

/// The steps of the scale, and their credits.
pub const STEPS: [(&str, u32); 4] = [("none", 0), ("started", 33), ("partly", 67), ("fully", 100)];

/// An organisation, and the questionnaires that it is asked.
pub struct Organisation {
    pub rows: Vec<Row>,
    pub catalogue: Catalogue,
    pub assessment: Assessment,
}

impl Organisation {
    /// Reads the lines described above.
    pub fn of(text: &str) -> Organisation {
        let mut models: Vec<(String, bool)> = Vec::new();
        let mut assessment = Assessment::default();
        let mut rows = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix("model ") {
                Some(model) => {
                    let id = model.split_whitespace().next().unwrap();
                    models.push((id.to_owned(), model.ends_with("areas")));
                    if !model.ends_with("unasked") {
                        assessment.questionnaires.push((id.to_owned(), "1.0.0".to_owned()));
                    }
                }
                None => rows.push(Row::of(models.len() - 1, line)),
            }
        }
        for (model, (id, areas)) in models.iter().enumerate() {
            for number in 1..LEVELS.len() {
                let missing = !rows.iter().any(|row| row.model == model && row.part == number.to_string());
                if !areas && missing {
                    rows.push(Row::of(model, &format!("{id}-{number} {number} S not-applicable")));
                }
            }
        }
        let file = |(model, (id, areas)): (usize, &(String, bool))| {
            (format!("{id}.toml"), questionnaire(id, *areas, rows.iter().filter(|row| row.model == model)))
        };
        let mut files: Vec<(String, String)> = models.iter().enumerate().map(file).collect();
        files.push(("roles.toml".to_owned(), roles()));
        let files = files.iter().map(|(path, text)| (Path::new(path), text.as_str()));
        let catalogue = Catalogue::of(files).unwrap();
        for row in &rows {
            if let Some(word) = &row.answer {
                let entry = Entry { answer: Some(Answer::from_word(word)), ..Entry::default() };
                assessment.answers.insert(row.id.clone(), entry);
            }
            if let Some(state) = row.state {
                let action = ActionState { state, ..ActionState::default() };
                assessment.actions.insert(row.id.clone(), action);
            }
        }
        Organisation { rows, catalogue, assessment }
    }

    /// The settings of its assessment, from 1 January 2027.
    pub fn settings(&self) -> Settings {
        Settings::of(&self.catalogue, &self.assessment, date(2027, 1, 1))
    }

    /// Its plan to these levels, in the order of its questionnaires.
    pub fn plan_to(&self, targets: &[usize]) -> Plan<'_> {
        let mut settings = self.settings();
        settings.targets.iter_mut().zip(targets).for_each(|((_, own), target)| *own = *target);
        self.plan(&settings)
    }

    /// Its plan with these settings.
    pub fn plan(&self, settings: &Settings) -> Plan<'_> {
        plan(&self.catalogue, &self.assessment, settings)
    }
}

/// The questions of a plan's actions, in its order.
pub fn ids<'p>(plan: &'p Plan<'_>) -> Vec<&'p str> {
    plan.actions.iter().map(|planned| planned.question.id.as_str()).collect()
}

/// The questions of what stands beside a plan.
pub fn listed<'p>(listed: &[ospo_assess::plan::Planned<'p>]) -> Vec<&'p str> {
    listed.iter().map(|listed| listed.question.id.as_str()).collect()
}

fn questionnaire<'r>(id: &str, areas: bool, rows: impl Iterator<Item = &'r Row> + Clone) -> String {
    let kind = if areas { "kind = \"areas\"" } else { "kind = \"levels\"\ngate = 75" };
    let mut text = format!(
        "format = 1\nid = {id:?}\nversion = \"1.0.0\"\ntitle = \"Model {id}\"\n{kind}\n\
         summary = \"For tests.\"\nsource = {{ title = \"Tests\", author = \"A\", year = 2022, publisher = \"P\" }}\n\
         [[scale]]\nid = \"adoption\"\nsteps = [\n"
    );
    for (step, credit) in STEPS {
        writeln!(text, "{{ id = {step:?}, credit = {credit}, label = \"Label {step}\" }},").unwrap();
    }
    text += "]\n";
    for (number, level) in LEVELS.iter().enumerate().filter(|_| !areas) {
        let ability = [0, 20, 50, 80][number];
        writeln!(text, "[[level]]\nid = {level:?}\nnumber = {number}\ntitle = \"Level {level}\"").unwrap();
        writeln!(text, "summary = \"Step {level}.\"\nability = {ability}").unwrap();
    }
    let parts: std::collections::BTreeSet<&str> = rows.clone().map(|row| row.part.as_str()).collect();
    for area in parts.iter().filter(|_| areas) {
        writeln!(text, "[[area]]\nid = {area:?}\ntitle = \"Area {area}\"\nsummary = \"Side {area}.\"")
            .unwrap();
    }
    rows.for_each(|row| text += &row.toml(areas));
    text
}

fn roles() -> String {
    let ids = [
        "head",
        "architect",
        "evangelist",
        "compliance-engineer",
        "legal-counsel",
        "sponsor",
        "engineering-lead",
    ];
    let role = |id: &&str| format!("[[role]]\nid = {id:?}\ntitle = \"The {id}\"\nsummary = \"Does {id}.\"\n");
    ids.iter().map(role).collect()
}
