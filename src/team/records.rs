//! The words that merging files and a workshop write into a file by themselves: why a decision is what it
//! is, and who answered. They belong to the format of the file, as ids do: a file is compared by them
//! whatever the language of whoever reads it, so no translation changes them.

/// The reason of a choice: the options of the question cannot be brought into an order.
pub(super) const MOST_VOTES: &str = "most votes; these options have no order";
pub(super) const TIE: &str = "as many votes for one as for another; these options have no order";
/// The reason that makes a decision the room's, where merging files came to the same by itself.
pub const AGREED: &str = "agreed in the workshop";

/// The reason why a question does not apply, where those who say so gave no reason.
pub(super) fn said_so(said: u32, all: u64) -> String {
    format!("{said} of {all} said so")
}

/// Those who answered, where not all of them have a name.
pub(super) fn people(people: usize) -> String {
    if people == 1 { "1 person".to_owned() } else { format!("{people} people") }
}

/// True for a number of people as [`people`] writes it.
pub(super) fn is_people(respondent: &str) -> bool {
    let number = respondent.split(' ').next().and_then(|number| number.parse().ok());
    number.is_some_and(|number| people(number) == respondent)
}
