//! PDF files by hand.

/// A page of 200 by 100 whose content is object 4, with these resources.
pub(crate) fn page(resources: &str) -> String {
    page_with(&format!("/MediaBox [0 0 200 100] /Resources << {resources} >>"))
}

pub(crate) fn page_with(entries: &str) -> String {
    format!("<< /Type /Page /Parent 2 0 R {entries} /Contents 4 0 R >>")
}

pub(crate) fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// A document of one page, with further objects from 5 on.
pub(crate) fn one_page(page: String, content: &str, further: &[Vec<u8>]) -> Vec<u8> {
    document("", page, stream("", content.as_bytes()), further)
}

/// A document of one page: entries of its catalogue, page, content (object 4), further objects.
pub(crate) fn document(
    catalogue: &str,
    page: String,
    content: Vec<u8>,
    further: &[Vec<u8>],
) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>").into_bytes(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        content,
    ];
    objects.extend_from_slice(further);
    file(&objects, "")
}

/// The objects, numbered from 1, with cross-reference table and trailer.
pub(crate) fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let count = objects.len() + 1;
    let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend(format!("{} 0 obj\n", index + 1).into_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(table.into_bytes());
    out.extend(
        format!("trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n")
            .into_bytes(),
    );
    out
}

/// A good small logo: a blue rectangle in the middle of 200 by 100, drawn as a path.
pub(crate) fn logo() -> Vec<u8> {
    one_page(page(""), "0.2 0.4 0.8 rg 20 20 m 180 20 l 180 80 l 20 80 l h f", &[])
}
