//! Plans as their readers see them: routes, order, quarters, states, targets.

mod ahead;
mod higher_aim;
mod oracle;
mod order;
mod organisation;
mod properties;
mod quarters;
mod routes;
mod settings;
mod sponsor;
