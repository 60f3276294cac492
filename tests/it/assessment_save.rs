//! Nothing lost: what a save does when the disk, another program or the user is in the way.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};

use ospo_assess::app::{Effect, Message};
use ospo_assess::effects::Effects;
use ospo_assess::files::{Access, Folders, GuardedFile, Obstacle, Readers, SaveError, SaveEvent, SaveThread};
use tempfile::TempDir;

use crate::common::catalogues::BUILT_IN;
use crate::common::skipped;

const TEXT: &str = "format = 1\norganization = \"Example Corp\"\nquestionnaires = {}\n";

fn text(n: u64) -> String {
    format!("{TEXT}# {n}\n")
}

/// A folder with a file in it.
fn start() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    fs::write(&path, TEXT).unwrap();
    (folder, path)
}

fn open(path: &Path) -> GuardedFile {
    GuardedFile::open(path).unwrap().0
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn obstacle(result: Result<(), SaveError>) -> Obstacle {
    match result {
        Err(SaveError::Failed { obstacle, .. }) => obstacle,
        other => panic!("{other:?}"),
    }
}

/// Whether permissions bind this user; they do not bind root.
fn permissions_bind(folder: &Path) -> bool {
    fs::set_permissions(folder, Permissions::from_mode(0o555)).unwrap();
    let bind = File::create(folder.join("probe")).is_err();
    fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    let _ = fs::remove_file(folder.join("probe"));
    bind
}

#[test]
fn a_save_replaces_the_file_and_leaves_nothing_else() {
    let (folder, path) = start();
    let mut store = open(&path);
    store.save(&text(1)).unwrap();
    store.save(&text(2)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text(2));
    assert_eq!(names(folder.path()), [".a.toml.lock", "a.toml"]);
    drop(store);
    assert_eq!(names(folder.path()), ["a.toml"]);
}

#[test]
fn a_new_file_never_replaces_another() {
    let (folder, path) = start();
    assert_eq!(GuardedFile::create(&path, "new").unwrap_err(), SaveError::Exists(path.clone()));
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    let path = folder.path().join("new.toml");
    let mut store = GuardedFile::create(&path, TEXT).unwrap();
    assert_eq!(GuardedFile::create(&path, "new").unwrap_err(), SaveError::InUse(path.clone()));
    store.save(&text(1)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text(1));
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o133, 0);
}

#[test]
fn what_cannot_be_read_is_not_opened_and_left_alone() {
    let (folder, path) = start();
    fs::write(&path, "format = 2\n").unwrap();
    assert!(GuardedFile::open(&path).is_err());
    assert!(GuardedFile::open(&folder.path().join("none.toml")).is_err());
    assert_eq!(names(folder.path()), ["a.toml"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), "format = 2\n");
}

#[test]
fn permissions_are_kept() {
    let (_folder, path) = start();
    fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    open(&path).save(&text(1)).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o640);
}

#[test]
fn a_private_file_stays_private() {
    let (folder, path) = start();
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    let mut store = open(&path);
    store.save(&text(1)).unwrap();
    // Removed by somebody, and made again by the next save; and a copy of it.
    fs::remove_file(&path).unwrap();
    store.save(&text(2)).unwrap();
    assert_eq!(mode(&path), 0o600);
    let copy = folder.path().join("copy.toml");
    let mut copied = GuardedFile::create_for(store.readers(), &copy, &text(2)).unwrap();
    assert_eq!(mode(&copy), 0o600);
    copied.save(&text(3)).unwrap();
    assert_eq!(mode(&copy), 0o600);
}

/// Where the group of a file cannot be kept, another one does not get what that one had.
#[test]
fn another_group_gets_no_access() {
    let (folder, path) = start();
    fs::write(&path, TEXT.replace("{}", "{ maturity-model = \"1.0.0\" }")).unwrap();
    if std::os::unix::fs::chown(&path, Some(4001), Some(4002)).is_err() {
        skipped("this user may not give files away");
        return;
    }
    for (before, after, answer) in [(0o660, 0o600, "none"), (0o664, 0o644, "partly"), (0o640, 0o600, "fully")]
    {
        std::os::unix::fs::chown(&path, Some(4001), Some(4002)).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(before)).unwrap();
        std::os::unix::fs::chown(folder.path(), Some(4001), Some(4001)).unwrap();
        let mut command = std::process::Command::new("setpriv");
        command.args(["--reuid", "4001", "--regid", "4001", "--clear-groups"]);
        command
            .arg(env!("CARGO_BIN_EXE_ospo-assess"))
            .arg("answer")
            .arg(&path)
            .arg(format!("inventory={answer}"));
        let output = command.env("OSPO_ASSESS_HOME", folder.path()).output();
        let said = output.as_ref().map(|output| String::from_utf8_lossy(&output.stderr).into_owned());
        let said = said.unwrap_or_else(|error| format!("setpriv: {error}"));
        if said.contains("setpriv") || said.contains("Permission denied") {
            skipped("the program cannot be run as somebody else");
            return;
        }
        assert!(output.unwrap().status.success(), "{said}");
        let found = fs::metadata(&path).unwrap();
        assert_eq!((found.gid(), found.mode() & 0o777), (4001, after), "{before:o}");
    }
}

/// An access control list as Linux keeps it: what the owner, this user, the group, all on the list at most
/// and others may.
fn list([owner, user, group, most, others]: [u16; 5], id: u32) -> Vec<u8> {
    let entries = [(1, owner, !0), (2, user, id), (4, group, !0), (16, most, !0), (32, others, !0)];
    let entry = |(tag, may, id): (u16, u16, u32)| {
        [&tag.to_le_bytes()[..], &may.to_le_bytes(), &id.to_le_bytes()].concat()
    };
    [2_u32.to_le_bytes().to_vec(), entries.into_iter().flat_map(entry).collect()].concat()
}

const LIST: &str = "system.posix_acl_access";

fn found_list(path: &Path) -> Vec<u8> {
    let mut list = vec![0; 1024];
    let length = rustix::fs::getxattr(path, LIST, &mut list).unwrap_or_default();
    list.truncate(length);
    list
}

/// The permissions of a file with such a list show what anybody on it may, not what the group may.
#[test]
fn a_list_of_rights_is_kept_and_none_is_made() {
    use rustix::fs::{XattrFlags, setxattr};
    let (folder, path) = start();
    let may = list([6, 6, 0, 6, 0], 4001);
    if setxattr(&path, LIST, &may, XattrFlags::empty()).is_err() {
        skipped("the file system knows no access control lists");
        return;
    }
    open(&path).save(&text(1)).unwrap();
    assert_eq!(found_list(&path), may);
    let copy = folder.path().join("copy.toml");
    drop(GuardedFile::create_for(Readers::of_or(&path, Readers::All), &copy, &text(1)).unwrap());
    assert_eq!(found_list(&copy), may);

    // What a folder gives to new files is not given to one that was there without.
    fs::remove_file(&path).unwrap();
    fs::write(&path, text(2)).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o660)).unwrap();
    setxattr(folder.path(), "system.posix_acl_default", &list([7, 7, 7, 7, 0], 4001), XattrFlags::empty())
        .unwrap();
    open(&path).save(&text(3)).unwrap();
    assert!(found_list(&path).is_empty(), "nobody was let in");
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o660);
}

/// Runs `answer` on a file as somebody else; `None` where that cannot be tried.
fn answer_as(user: u32, group: u32, path: &Path) -> Option<Result<(), String>> {
    let mut command = std::process::Command::new("setpriv");
    command.args(["--reuid", &user.to_string(), "--regid", &group.to_string(), "--clear-groups"]);
    command.arg(env!("CARGO_BIN_EXE_ospo-assess")).arg("answer").arg(path).arg("inventory=partly");
    let output = command.env("OSPO_ASSESS_HOME", path.parent().unwrap()).output().ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("setpriv") || said.contains("Permission denied") {
        skipped("the program cannot be run as somebody else");
        return None;
    }
    Some(if output.status.success() { Ok(()) } else { Err(said) })
}

/// The folder lets everybody replace a file, its owner does not; and who may write it does not take it over.
#[test]
fn nobody_takes_over_the_file_of_another() {
    use std::os::unix::fs::chown;
    let (folder, path) = start();
    let before = TEXT.replace("{}", "{ maturity-model = \"2.0.0\" }");
    let own = |mode: u32| {
        fs::write(&path, &before).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        chown(&path, Some(4001), Some(4002))
    };
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
    if own(0o600).is_err() {
        skipped("this user may not give files away");
        return;
    }
    // Root saves it, and it stays the user's.
    open(&path).save(&text(1)).unwrap();
    let found = fs::metadata(&path).unwrap();
    assert_eq!((found.uid(), found.gid(), found.mode() & 0o777), (4001, 4002, 0o600));

    own(0o644).unwrap();
    let Some(refused) = answer_as(4003, 4002, &path) else { return };
    assert!(refused.unwrap_err().contains("may not be written"));
    assert_eq!(
        (fs::read_to_string(&path).unwrap(), fs::metadata(&path).unwrap().uid()),
        (before.clone(), 4001)
    );

    // A team's file stays the team's.
    own(0o664).unwrap();
    answer_as(4003, 4002, &path).unwrap().unwrap();
    let found = fs::metadata(&path).unwrap();
    assert_eq!((found.gid(), found.mode() & 0o777), (4002, 0o664));

    // On its list, but not the one whom it belongs to.
    fs::remove_file(&path).unwrap();
    own(0o600).unwrap();
    let may = list([6, 6, 0, 6, 0], 4003);
    if rustix::fs::setxattr(&path, LIST, &may, rustix::fs::XattrFlags::empty()).is_ok() {
        let refused = answer_as(4003, 4003, &path).unwrap().unwrap_err();
        assert!(refused.contains("belongs to somebody else"), "{refused}");
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
    }
}

/// Whatever is made of a private file is as private.
#[test]
fn what_is_made_of_a_private_file_is_private() {
    let (folder, path) = start();
    let home = folder.path();
    fs::write(&path, TEXT.replace("{}", "{ maturity-model = \"2.0.0\" }")).unwrap();
    let other = home.join("b.toml");
    fs::copy(&path, &other).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ospo-assess"));
        let output =
            command.args(arguments).current_dir(home).env("OSPO_ASSESS_HOME", home).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["plan", "a.toml", "--output", "plan.md"]);
    run(&["merge", "a.toml", "b.toml", "--output", "merged.toml"]);
    run(&["merge", "b.toml", "--output", "open.toml"]);
    let mut effects = Effects::in_folders(&BUILT_IN, Folders::all_in(home), Arc::new(|_| ()));
    let Some(Message::Opened(Ok(next))) = effects.carry_out(Effect::CopyAsNext(path)) else { panic!() };
    effects.finish().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    for made in [home.join("plan.md"), home.join("merged.toml"), next.path] {
        assert_eq!(mode(&made), 0o600, "{}", made.display());
    }
    assert_eq!(mode(&home.join("open.toml")), mode(&other));
}

#[test]
fn a_link_is_followed_and_stays() {
    let (folder, path) = start();
    fs::create_dir(folder.path().join("links")).unwrap();
    let (near, link) = (folder.path().join("near.toml"), folder.path().join("links/b.toml"));
    symlink("a.toml", &near).unwrap();
    symlink("../near.toml", &link).unwrap();
    let mut store = open(&link);
    store.save(&text(1)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text(1));
    assert!(
        fs::symlink_metadata(&link).unwrap().is_symlink()
            && fs::symlink_metadata(&near).unwrap().is_symlink()
    );
    assert_eq!(names(&folder.path().join("links")), ["b.toml"]);
    // The same file by another name is the same file.
    assert_eq!(open(&path).access(), Access::InUse);
}

#[test]
fn a_link_to_nothing_yet_is_filled() {
    let (folder, _) = start();
    let link = folder.path().join("link.toml");
    symlink("later.toml", &link).unwrap();
    drop(GuardedFile::create(&link, TEXT).unwrap());
    assert_eq!(fs::read_to_string(folder.path().join("later.toml")).unwrap(), TEXT);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn leftovers_of_killed_programs_are_removed_and_nothing_else() {
    let (folder, path) = start();
    let others = [
        ".ospo-assess-a.toml-b.toml-Ab12Cd.tmp",
        ".ospo-assess-a.toml-short.tmp",
        ".ospo-assess-b.toml-Ab12Cd.tmp",
    ];
    for name in others.iter().chain(&[".ospo-assess-a.toml-Ab12Cd.tmp", ".ospo-assess-a.toml-000000.tmp"]) {
        fs::write(folder.path().join(name), "half").unwrap();
    }
    let first = open(&path);
    let mut left = others.to_vec();
    left.extend([".a.toml.lock", "a.toml"]);
    left.sort_unstable();
    assert_eq!(names(folder.path()), left);
    // What another program is writing just now is no leftover.
    fs::write(folder.path().join(".ospo-assess-a.toml-Ab12Cd.tmp"), "half").unwrap();
    drop(open(&path));
    assert!(folder.path().join(".ospo-assess-a.toml-Ab12Cd.tmp").exists());
    drop(first);
}

#[test]
fn a_change_by_others_is_noticed_and_never_overwritten_unasked() {
    let (_folder, path) = start();
    let mut store = open(&path);
    fs::write(&path, text(7)).unwrap();
    assert_eq!(store.save(&text(1)), Err(SaveError::ChangedOnDisk(path.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), text(7));
    // Reload, and go on from there.
    store.reload().unwrap();
    store.save(&text(8)).unwrap();
    // Keep mine.
    fs::write(&path, text(9)).unwrap();
    assert_eq!(store.save(&text(10)), Err(SaveError::ChangedOnDisk(path.clone())));
    store.save_over(&text(10)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text(10));
    // The same change made by somebody else is no conflict.
    fs::write(&path, text(11)).unwrap();
    store.save(&text(11)).unwrap();
    store.save(&text(12)).unwrap();
}

#[test]
fn a_file_that_was_removed_is_made_again() {
    let (_folder, path) = start();
    let mut store = open(&path);
    fs::remove_file(&path).unwrap();
    store.save(&text(1)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text(1));
}

#[test]
fn the_second_program_reads_and_waits() {
    let (_folder, path) = start();
    let mut first = open(&path);
    let mut second = open(&path);
    assert_eq!((first.access(), second.access()), (Access::Exclusive, Access::InUse));
    assert_eq!(second.save(&text(2)), Err(SaveError::InUse(path.clone())));
    assert_eq!(second.save_over(&text(2)), Err(SaveError::InUse(path.clone())));
    assert_eq!(second.retry(), Access::InUse);
    first.save(&text(1)).unwrap();
    drop(first);
    assert_eq!(second.retry(), Access::Exclusive);
    assert_eq!(second.save(&text(2)), Err(SaveError::ChangedOnDisk(path.clone())));
    second.reload().unwrap();
    second.save(&text(2)).unwrap();
    assert_eq!(open(&path).access(), Access::InUse);
}

/// Many programs that open, save and close: at no time do two of them hold the file.
#[test]
fn the_lock_survives_a_crowd() {
    let (_folder, path) = start();
    let held = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    let store = open(&path);
                    if store.access() == Access::Exclusive {
                        assert_eq!(held.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                        std::thread::yield_now();
                        held.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    }
                }
            });
        }
    });
}

#[test]
fn a_folder_that_goes_and_comes_back_costs_nothing() {
    let (folder, _) = start();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    let path = home.join("a.toml");
    let mut store = GuardedFile::create(&path, TEXT).unwrap();
    fs::remove_dir_all(&home).unwrap();
    assert_eq!(obstacle(store.save(&text(1))), Obstacle::NoFolder);
    fs::create_dir(&home).unwrap();
    store.save(&text(1)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text(1));
    // The lock went with the folder: a second program may have it now, and keeps it.
    let second = open(&path);
    drop(store);
    assert_eq!(open(&path).access(), Access::InUse);
    drop(second);
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    let (folder, path) = start();
    if !permissions_bind(folder.path()) {
        skipped("this user may write everywhere");
        return;
    }
    let mut store = open(&path);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    assert_eq!(obstacle(store.save(&text(1))), Obstacle::Protected);
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    store.save(&text(1)).unwrap();
    drop(store);
    // Protected from the beginning: it opens all the same, and saves once it may.
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    let mut store = open(&path);
    assert_eq!(store.access(), Access::Hindered(Obstacle::Protected));
    assert_eq!(obstacle(store.save(&text(2))), Obstacle::Protected);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    store.save(&text(2)).unwrap();
    assert_eq!(store.access(), Access::Exclusive);
}

#[test]
fn a_write_protected_file_is_respected() {
    let (_folder, path) = start();
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    assert_eq!(obstacle(open(&path).save(&text(1))), Obstacle::Protected);
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let (folder, path) = start();
    let mut store = open(&path);
    assert_eq!(obstacle(store.save(&" ".repeat(8 * 1024 * 1024 + 1))), Obstacle::TooLarge);
    assert_eq!(obstacle(store.save(&"\n".repeat(1_000_001))), Obstacle::TooLarge);
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    assert_eq!(
        obstacle(GuardedFile::create(&folder.path().join("none/a.toml"), TEXT).map(drop)),
        Obstacle::NoFolder
    );
}

#[test]
fn the_saver_says_saved_once_it_is() {
    let (_folder, path) = start();
    let (events, heard) = mpsc::channel();
    let on_disk = path.clone();
    let saver = SaveThread::spawn(open(&path), move |event| {
        events.send((event, fs::read_to_string(&on_disk).unwrap())).unwrap();
    })
    .unwrap();
    for version in 1..=50 {
        saver.request(version, text(version));
    }
    saver.finish().unwrap();
    let heard: Vec<_> = heard.into_iter().collect();
    for (event, on_disk) in &heard {
        let SaveEvent::Saved { version } = event else { panic!("{event:?}") };
        assert_eq!(*on_disk, text(*version));
    }
    assert_eq!(heard.last().unwrap().0, SaveEvent::Saved { version: 50 });
    assert_eq!(open(&path).access(), Access::Exclusive);
}

#[test]
fn only_the_latest_text_is_saved_while_the_disk_is_busy() {
    let (_folder, path) = start();
    let (events, heard) = mpsc::channel();
    let (go, wait) = mpsc::channel::<()>();
    let saver = SaveThread::spawn(open(&path), move |event| {
        events.send(event).unwrap();
        let _ = wait.recv();
    })
    .unwrap();
    saver.request(1, text(1));
    assert_eq!(heard.recv().unwrap(), SaveEvent::Saved { version: 1 });
    for version in 2..=9 {
        saver.request(version, text(version));
    }
    drop(go);
    saver.finish().unwrap();
    assert_eq!(heard.into_iter().collect::<Vec<_>>(), [SaveEvent::Saved { version: 9 }]);
}

#[test]
fn a_failed_save_is_told_and_tried_again_at_the_end() {
    let (folder, _) = start();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    let path = home.join("a.toml");
    let store = GuardedFile::create(&path, TEXT).unwrap();
    fs::remove_dir_all(&home).unwrap();
    let (events, heard) = mpsc::channel();
    let saver = SaveThread::spawn(store, move |event| events.send(event).unwrap()).unwrap();
    saver.request(1, text(1));
    assert!(matches!(heard.recv().unwrap(), SaveEvent::Failed { version: 1, .. }));
    fs::create_dir(&home).unwrap();
    saver.finish().unwrap();
    assert_eq!(heard.recv().unwrap(), SaveEvent::Saved { version: 1 });
    assert_eq!(fs::read_to_string(&path).unwrap(), text(1));
}

#[test]
fn the_saver_asks_what_to_do_about_a_change_by_others() {
    let (_folder, path) = start();
    let (events, heard) = mpsc::channel();
    let saver = SaveThread::spawn(open(&path), move |event| events.send(event).unwrap()).unwrap();
    let changed = |version| SaveEvent::Failed { version, error: SaveError::ChangedOnDisk(path.clone()) };
    fs::write(&path, text(7)).unwrap();
    saver.request(1, text(1));
    assert_eq!(heard.recv().unwrap(), changed(1));
    // The user looks at version 7 and decides; meanwhile version 8 arrives.
    fs::write(&path, text(8)).unwrap();
    saver.request_having_seen(2, text(2), text(7));
    assert_eq!(heard.recv().unwrap(), changed(2));
    saver.request_having_seen(3, text(3), text(8));
    assert_eq!(heard.recv().unwrap(), SaveEvent::Saved { version: 3 });
    fs::write(&path, text(9)).unwrap();
    saver.request(4, text(4));
    assert_eq!(saver.finish(), Err(SaveError::ChangedOnDisk(path.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), text(9));
}

#[test]
fn no_message_drives_a_terminal() {
    let obstacle = Obstacle::Other("\u{1b}[2J".to_owned());
    let told = SaveError::Failed { path: "a\u{1b}.toml".into(), obstacle }.to_string();
    assert_eq!(told, "a\u{fffd}.toml: not saved: \u{fffd}[2J; try again, or save elsewhere");
}
