//! What the rules of wording know of the language that questionnaires are written in. They are made for
//! English; for another language these are the words to replace.

/// The words that one language has for the rules of wording, in lowercase.
pub(super) struct Language {
    /// Words that join two questions.
    pub joining: &'static [&'static str],
    /// Words after which everybody may think what they like.
    pub hedges: &'static [&'static str],
    /// Turns of phrase that are none, though a hedge is part of them.
    pub limits: &'static [&'static str],
    /// Words that do not tell two texts apart.
    pub articles: &'static [&'static str],
}

#[rustfmt::skip]
pub(super) const ENGLISH: Language = Language {
    joining: &["and", "or"],
    hedges: &[
        "some", "several", "many", "few", "most", "mostly", "often", "sometimes", "occasionally", "rarely",
        "regularly", "frequently", "usually", "generally", "adequate", "adequately", "appropriate",
        "appropriately", "sufficient", "sufficiently", "reasonable", "reasonably", "proper", "properly", "good",
        "well", "various", "relevant", "significant", "significantly", "etc", "as needed", "ad hoc",
    ],
    limits: &["at most"],
    articles: &["a", "an", "the"],
};
