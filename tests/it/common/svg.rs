//! A screen as an SVG picture, cell by cell as the renderer drew it.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The size of a cell, in pixels.
const CELL: (f32, f32) = (8.4, 18.0);
const MARGIN: f32 = 12.0;
const FOREGROUND: &str = "#d8dee9";
const BACKGROUND: &str = "#20242c";

/// The picture of a screen.
pub fn svg(buffer: &Buffer, title: &str) -> String {
    let width = f32::from(buffer.area.width) * CELL.0 + 2.0 * MARGIN;
    let height = f32::from(buffer.area.height) * CELL.1 + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         role=\"img\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <title>{title}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let first = &buffer[(x, y)];
            let (start, mut text) = (x, String::new());
            while x < buffer.area.width && look(&buffer[(x, y)]) == look(first) {
                let symbol = buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            run(&mut svg, first, (start, y), x - start, &text);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// What makes cells look alike.
fn look(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

/// Cells of one look as one piece of text.
fn run(svg: &mut String, cell: &Cell, (x, y): (u16, u16), columns: u16, text: &str) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (left, top) = (MARGIN + f32::from(x) * CELL.0, MARGIN + f32::from(y) * CELL.1);
    let width = f32::from(columns) * CELL.0;
    let (ink, paper) = (colour(cell.fg), BACKGROUND);
    let (ink, paper) = if reversed { (paper, ink) } else { (ink, paper) };
    if reversed {
        let height = CELL.1;
        writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height}\" fill=\"{paper}\"/>"
        )
        .unwrap();
    }
    if text.trim().is_empty() {
        return;
    }
    let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let baseline = top + 13.5;
    writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{baseline:.1}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
         fill=\"{ink}\"{bold} xml:space=\"preserve\">{}</text>",
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    )
    .unwrap();
}

fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Gray | Color::DarkGray => "#9aa5b8",
        Color::LightCyan | Color::Cyan => "#88c0d0",
        Color::LightGreen | Color::Green => "#a3be8c",
        Color::LightYellow | Color::Yellow | Color::Magenta => "#ebcb8b",
        Color::LightRed | Color::Red => "#e07a85",
        Color::LightBlue | Color::Blue => "#81a1f1",
        _ => FOREGROUND,
    }
}
