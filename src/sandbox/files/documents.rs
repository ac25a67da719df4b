//! PDF files with something wrong.

/// Special PDF files, each of one page where not said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Document {
    /// Opens with a password only.
    Encrypted,
    /// Runs JavaScript when opened.
    Active,
    TwoPage,
    /// A page that is one picture.
    Raster,
}

const SQUARE: &str = "0.2 0.4 0.7 rg 20 20 160 60 re f";

impl Document {
    pub(super) fn make(self) -> Vec<u8> {
        match self {
            Self::Encrypted => encrypted(),
            Self::Active => pdf(
                &[
                    "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript \
                     /JS (app.alert\\('opened'\\)) >> >>"
                        .to_owned(),
                    pages("[3 0 R]", 1),
                    page(4),
                    stream("", SQUARE),
                ],
                "",
            ),
            Self::TwoPage => pdf(
                &[
                    "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
                    pages("[3 0 R 5 0 R]", 2),
                    page(4),
                    stream("", SQUARE),
                    page(6),
                    stream("", "0.7 0.3 0.2 rg 60 20 80 60 re f"),
                ],
                "",
            ),
            Self::Raster => raster(),
        }
    }
}

fn pages(kids: &str, count: usize) -> String {
    format!("<< /Type /Pages /Kids {kids} /Count {count} >>")
}

fn page(content: usize) -> String {
    format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << >> \
         /Contents {content} 0 R >>"
    )
}

fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// Standard security of 40 bits. The entries `O` and `U` belong to no password that anyone has:
/// every viewer asks for one.
fn encrypted() -> Vec<u8> {
    let entry = |start: u8| -> String {
        (0..32).map(|i: u8| format!("{:02X}", start.wrapping_add(i.wrapping_mul(7)))).collect()
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        pages("[3 0 R]", 1),
        page(4),
        stream("", SQUARE),
        format!(
            "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{}> /U <{}> >>",
            entry(0x31),
            entry(0xC4)
        ),
    ];
    let id = "00112233445566778899AABBCCDDEEFF";
    pdf(&objects, &format!(" /Encrypt 5 0 R /ID [<{id}> <{id}>]"))
}

fn raster() -> Vec<u8> {
    let pixels: String = (0..16 * 8)
        .map(|i: u32| if (i + i / 16).is_multiple_of(2) { "2F6FA8" } else { "F2E3C0" })
        .chain([">"])
        .collect();
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        pages("[3 0 R]", 1),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] \
         /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>"
            .to_owned(),
        stream("", "200 0 0 100 0 0 cm /I Do"),
        stream(
            "/Type /XObject /Subtype /Image /Width 16 /Height 8 /ColorSpace /DeviceRGB \
             /BitsPerComponent 8 /Filter /ASCIIHexDecode",
            &pixels,
        ),
    ];
    pdf(&objects, "")
}

/// The objects, numbered from 1, with cross-reference table and trailer.
fn pdf(objects: &[String], trailer_entries: &str) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let count = objects.len() + 1;
    let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = out.len();
    out.push_str(&table);
    out.push_str(&format!(
        "trailer\n<< /Size {count} /Root 1 0 R{trailer_entries} >>\nstartxref\n{start}\n%%EOF\n"
    ));
    out.into_bytes()
}
