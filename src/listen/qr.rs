//! An address as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

/// The modules around a code that stay light, for a reader to find it.
const MARGIN: i32 = 3;

/// The rows of a QR code, with its margin; true is dark. Nothing for a text that is too long for one.
pub fn qr_code(text: &str) -> Vec<Vec<bool>> {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Low) else { return Vec::new() };
    let all = -MARGIN..code.size() + MARGIN;
    // Outside the code everything is light.
    all.clone().map(|y| all.clone().map(|x| code.get_module(x, y)).collect()).collect()
}
