//! Pieces that several screens draw with.

pub(crate) mod bars;
pub(crate) mod column;
pub(crate) mod figure;
pub(crate) mod lines;
pub(crate) mod pages;
pub(crate) mod scroll;
pub(crate) mod text;
