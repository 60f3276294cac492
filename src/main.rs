//! Arguments in, exit status out.

fn main() -> anyhow::Result<()> {
    let catalogue = ospo_assess::questionnaire::Catalogue::built_in()?;
    ospo_assess::tui::run(&catalogue, None, Default::default())
}
