//! The commands of `docs/trackers.md`, run as they stand there, with clients of trackers that write down how they
//! are called. Without `jq` they are skipped, which is said.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::common::program::Folder;

/// A client: lists what stands in `there`, and writes down the arguments of anything else, each on a line.
const CLIENT: &str = "#!/bin/sh\ncase \"$1 $2\" in 'issue list') cat there; exit;; esac\n\
                      printf '%s|' \"$@\" | tr '\\n' '\\t' >> calls; echo >> calls\n";

/// The blocks of shell below a heading of the page.
fn commands(heading: &str) -> String {
    let page = include_str!("../../docs/trackers.md");
    let part = page.split("\n## ").find(|part| part.starts_with(heading)).expect("a heading");
    let blocks = part.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.collect::<Vec<_>>().join("")
}

/// The calls that the commands below a heading make, of a tracker that has `there` already.
fn calls(folder: &Folder, heading: &str, there: &str) -> Vec<String> {
    folder.write("there", there);
    folder.write("calls", "");
    let path = format!("{}:{}", folder.path().join("bin").display(), std::env::var("PATH").unwrap());
    let done = Command::new("sh")
        .args(["-eu", "-c", &commands(heading)])
        .env("PATH", path)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    folder.read("calls").lines().map(str::to_owned).collect()
}

#[test]
fn the_commands_for_trackers_make_each_issue_once() {
    if Command::new("jq").arg("--version").output().is_err() {
        eprintln!("SKIPPED the commands for trackers: jq is missing");
        return;
    }
    let folder = Folder::with_assessment();
    let issues = folder.run(&["plan", "a.toml", "--format", "issues", "--start", "2027-01-01"]).result();
    folder.write("issues.jsonl", &issues);
    let issues: Vec<serde_json::Value> =
        issues.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for name in ["gh", "glab"] {
        folder.write(&format!("bin/{name}"), CLIENT);
        let path = folder.path().join("bin").join(name);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let made = |calls: &[String]| calls.iter().filter(|call| call.starts_with("issue|create|")).count();
    for (heading, field) in [("GitHub", "body"), ("GitLab", "description")] {
        let first = calls(&folder, heading, "[]");
        assert_eq!(made(&first), issues.len(), "{first:?}");
        for issue in &issues {
            let [title, body, milestone] =
                ["title", "body", "milestone"].map(|name| issue[name].as_str().unwrap());
            let call = first.iter().find(|call| call.contains(&format!("|{title}|"))).expect("the issue");
            assert!(call.contains(&body.replace('\n', "\t")), "whole: {call}");
            assert!(call.contains(&format!("|--milestone|{milestone}|")), "{call}");
            assert!(call.contains("|ospo-assess,effort-"), "{call}");
            assert!(first.iter().any(|call| call.contains(&format!("|title={milestone}|"))), "{first:?}");
        }
        let there = serde_json::json!([{ field: issues[0]["body"], "state": "open" }]).to_string();
        assert_eq!(made(&calls(&folder, heading, &there)), issues.len() - 1, "what is there stays alone");
    }
    calls(&folder, "Jira", "");
    let table = folder.read("jira.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let titles: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(titles, issues.iter().map(|issue| issue["title"].as_str().unwrap()).collect::<Vec<_>>());
}
