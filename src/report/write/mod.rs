//! What a report looks like: a writer for each way of reading it.

mod markdown;
mod spoken;
mod text;
