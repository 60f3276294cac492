//! A Markdown plan is read back by its marks: whatever language it was written in, and by whichever
//! version. `sync.rs` attacks all three forms.

use ospo_assess::assessment::{Assessment, Route, State};
use ospo_assess::plan_file::{add_seals, keep, parse, plan_markdown, read, take};

use crate::common::assessments::{answer, midway, plan_on};
use crate::common::catalogues::small;
use crate::common::files;

/// The labels of a plan in Chinese. The program has no such words yet: nothing but marks can tell them.
const LABELS: [(&str, &str); 14] = [
    ("role", "角色"),
    ("owner", "负责人"),
    ("due", "截止日期"),
    ("state", "状态"),
    ("counts for", "计入"),
    ("find out", "先查明"),
    ("now", "现状"),
    ("requires", "前提"),
    ("why", "原因"),
    ("steps", "步骤"),
    ("done when", "完成标志"),
    ("note", "备注"),
    ("evidence", "证据"),
    ("resource", "资料"),
];

/// A plan as a program with Chinese words would write it: title, headings, labels, and its own seals.
pub fn in_chinese(plan: &str) -> String {
    let mut text = String::new();
    for (i, line) in unsealed(plan).lines().enumerate() {
        let name = line.strip_prefix("# Plan of ").and_then(|title| title.split("<!-- -->").next());
        let translated = match name {
            Some(name) => format!("# {name}<!-- -->的开源计划"),
            None if line.starts_with("## ") => format!("## 第{i}部分"),
            None if line.starts_with("- [") => line.replace("about three weeks", "约一个月"),
            None => with_label(line).unwrap_or_else(|| line.to_owned()),
        };
        text += &(translated + "\n");
    }
    add_seals(&text)
}

fn with_label(line: &str) -> Option<String> {
    let (label, text) = line.strip_prefix("  - ")?.split_once(':')?;
    let (_, chinese) = LABELS.iter().find(|(english, _)| *english == label)?;
    Some(format!("  - {chinese}：{}", text.trim_start()).trim_end().to_owned())
}

/// A plan as version 0.1.0 wrote it: nothing but actions and parts is marked.
pub fn as_first_release(plan: &str) -> String {
    let title = plan.lines().find(|line| line.starts_with("# ")).unwrap();
    let name =
        title.strip_prefix("# Plan of <!-- organization -->").unwrap().split("<!-- -->").next().unwrap();
    let mut text = unsealed(plan).replacen(title, &format!("# Open source plan: {name}"), 1);
    for mark in ["organization", "owner", "due", "state", "steps", "note"] {
        text = text.replace(&format!(" <!-- {mark} -->"), "").replace(&format!("<!-- {mark} -->"), "");
    }
    add_seals(&text)
}

/// A plan without its seals.
fn unsealed(plan: &str) -> String {
    let lines = plan.lines().filter(|line| !line.starts_with("<!-- seal"));
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned() + "\n"
}

fn written(assessment: &Assessment) -> String {
    let catalogue = small();
    plan_markdown(&catalogue, assessment, &plan_on(&catalogue, assessment, Route::Full), None)
}

/// The changes that a plan makes, in words; they are made.
fn synced(plan: &str, assessment: &mut Assessment) -> Vec<String> {
    let taken = take(&read(&parse(plan)).unwrap().actions, assessment, &small());
    assessment.apply(taken.edit());
    taken.changes.iter().map(ToString::to_string).collect()
}

fn edited(plan: &str, behind: &str, from: &str, to: &str) -> String {
    let (before, after) = plan.split_at(plan.find(behind).unwrap_or_else(|| panic!("{behind} in {plan}")));
    assert!(after.contains(from), "{from} in {after}");
    before.to_owned() + &after.replacen(from, to, 1)
}

/// The lines of a plan that another does not have.
fn beside<'p>(plan: &'p str, other: &str) -> Vec<&'p str> {
    plan.lines().filter(|line| !line.is_empty() && !other.lines().any(|known| known == *line)).collect()
}

#[test]
fn a_plan_in_another_language_is_read_and_written_again() {
    let mut assessment = midway();
    let english = written(&assessment);
    let chinese = in_chinese(&english);
    for word in
        ["# <!-- organization -->Example Corp<!-- -->的开源计划", "  - 负责人：<!-- owner -->", "原因："]
    {
        assert!(chinese.contains(word), "{word} in {chinese}");
    }
    assert!(!chinese.contains("owner:") && !chinese.contains("## Summary"), "{chinese}");
    assert!(synced(&chinese, &mut assessment).is_empty());
    for (old, new) in [(&chinese, &english), (&english, &chinese), (&chinese, &chinese)] {
        assert_eq!(keep(old, new, &assessment).unwrap(), *new, "what nobody edited leaves nothing behind");
    }

    let plan = edited(&chinese, "- [ ] **Keep an inventory**", "[ ]", "[x]");
    let plan = edited(&plan, "action: inventory", "负责人：<!-- owner -->", "负责人：<!-- owner --> 陈");
    let plan = edited(&plan, "action: contributions", "负责人：<!-- owner -->", "负责人：Ben <!-- owner -->");
    let plan = edited(&plan, "action: contributions", "<!-- due -->", "<!-- due --> 2027-03-01");
    let plan = edited(&plan, "action: lead", "  - 原因：", "  - 原因：去年没有人做。");
    let plan = edited(&plan, "action: lead", "    1. ", "    1. 先问里昂。");
    let plan = edited(&plan, "action: meetups", "  - 完成标志", "  - 图书馆有房间\n  - 完成标志");
    let plan = edited(&plan, "action: meetups", "    > Berlin", "    > 柏林 Berlin");
    let plan = edited(&plan, "## 第", "\n\n", "\n\n董事会看过。\n\n");
    let plan = edited(&plan, "<!-- end -->", "\n", "\n\n我们自己的话。\n");
    assert_eq!(
        synced(&plan, &mut assessment),
        [
            "inventory: to do → done, owner nobody → 陈",
            "contributions: owner nobody → Ben, due no date → 2027-03-01"
        ]
    );
    assert_eq!(assessment.state("inventory"), State::Done);
    answer(&mut assessment, "meetups", "none");
    let english = written(&assessment);
    for new in [in_chinese(&english), english] {
        let kept = keep(&plan, &new, &assessment).unwrap();
        let ours = beside(&kept, &new);
        for word in ["去年没有人做", "先问里昂", "图书馆有房间", "柏林", "董事会看过", "我们自己的话"]
        {
            assert_eq!(ours.iter().filter(|line| line.contains(word)).count(), 1, "{word}: {ours:#?}");
        }
        assert!(ours.len() < 15, "nothing of the program's own stays: {ours:#?}");
        assert_eq!(keep(&kept, &new, &assessment).unwrap(), kept);
        assert!(synced(&kept, &mut assessment).is_empty());
    }
}

#[test]
fn a_plan_of_the_first_release_is_read_and_written_again() {
    let old = files::read("tests/plans/written-by-0.1.0.md");
    let mut assessment = midway();
    assert_eq!(
        synced(&old, &mut assessment),
        [
            "inventory: to do → done, owner nobody → Ben & Co, due no date → 2027-03-01",
            "contributions: to do → dropped"
        ]
    );
    let new = written(&assessment);
    let kept = keep(&old, &new, &assessment).unwrap();
    assert_eq!(
        beside(&kept, &new),
        [
            "The board has read this page on 3 February.",
            "  - The city library has a room for us",
            "  - why (as it was edited): Somebody has to care, and nobody did last year.",
            "    1. The head asks around in Lyon first.",
            "## Our own list",
            "- [ ] Tell the press",
            "- owner: nobody of us",
            "## Notes kept from the earlier plan",
            "**Write a licence policy** (M, about a month, 3 points)",
            "  - Draft by Paul",
        ],
        "{kept}"
    );
    assert_eq!(beside(&new, &kept), Vec::<&str>::new());
    assert_eq!(keep(&kept, &new, &assessment).unwrap(), kept);
}
