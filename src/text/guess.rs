//! Guessing which name was meant by one that is not known.

/// The likeness that two names must have for one to be offered for the other (Jaro-Winkler, from 0 to 1).
const ALIKE: f64 = 0.85;

/// The most names that are offered.
const OFFERED: usize = 3;

/// The known names that are like one that is not known, the likest first, at most three; one that
/// holds the other is like it.
pub fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let alike = |known: &str| match known.contains(name) || name.contains(known) {
        true => 1.0,
        false => strsim::jaro_winkler(name, known),
    };
    let mut near: Vec<(f64, &str)> = known.into_iter().map(|known| (alike(known), known)).collect();
    near.retain(|(alike, _)| *alike >= ALIKE);
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup();
    near.into_iter().take(OFFERED).map(|(_, known)| known).collect()
}
