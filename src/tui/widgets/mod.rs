//! Pieces that several screens draw with.

pub(super) mod bars;
pub(super) mod text;
