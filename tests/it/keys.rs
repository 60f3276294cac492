//! The table of keys: a key asks for one thing in each place.

use ospo_assess::app::keys::{Command, Context, Key, bindings, command};
use strum::VariantArray as _;

#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::VARIANTS.iter().copied() {
        let mut seen = Vec::new();
        for name in bindings(context).flat_map(|binding| binding.keys.split(' ')) {
            assert!(!seen.contains(&name), "{}: {name} is bound twice", context.name());
            seen.push(name);
        }
    }
}

#[test]
fn a_capital_is_another_key() {
    let key = |name: &str| command(Context::Interview, &Key(name.to_owned()));
    assert_eq!(key("U"), Some(Command::Redo));
    assert_eq!(key("u"), Some(Command::Undo));
    assert_eq!(key("Alt+u"), None);
    assert_eq!(key("3"), Some(Command::Choose(3)));
    assert_eq!(key("1-9"), None);
}
