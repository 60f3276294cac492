//! Text in columns.

pub(crate) use crate::text::{cut, fit, width, wrap};
