//! Pieces that several screens draw with.

pub(super) mod bars;
pub(super) mod column;
pub(super) mod figure;
pub(super) mod pages;
pub(super) mod text;
