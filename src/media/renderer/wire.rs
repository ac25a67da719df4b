//! What goes between the program and a drawing process. Both ends are the same program, so the
//! numbers are simply little-endian; the parent still trusts nothing that comes back.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::super::picture::VectorKind;
use super::{DrawError, Drawn, Picture, VectorFacts, Work};
use carddesk_pixels::PixelBox;

/// Largest description of an answer, in bytes.
const MOST_ANSWER: usize = 64 * 1024;
/// Characters of a renderer's reason that are passed on.
const MOST_REASON: usize = 300;

/// A file to draw.
pub(super) struct Request {
    pub(super) work: Work,
    pub(super) fit: PixelBox,
    pub(super) bytes: Vec<u8>,
}

/// What precedes the pixels.
#[derive(Serialize, Deserialize)]
enum WorkerReply {
    Drawn { natural: (f32, f32), width: u32, height: u32, facts: VectorFacts },
    Encrypted,
    Undecodable { reason: String },
}

impl Request {
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let work = match self.work {
            Work::Draw(VectorKind::Pdf) => 0,
            Work::Draw(VectorKind::Svg) => 1,
            Work::Decode => 2,
        };
        let length = u32::try_from(self.bytes.len()).map_err(io::Error::other)?;
        for number in [work, self.fit.width, self.fit.height, length] {
            out.write_all(&number.to_le_bytes())?;
        }
        out.write_all(&self.bytes)?;
        out.flush()
    }

    /// The next request; `None` where the other end is gone.
    pub(super) fn read(input: &mut impl Read) -> io::Result<Option<Self>> {
        let work = match read_number(input) {
            Ok(0) => Work::Draw(VectorKind::Pdf),
            Ok(1) => Work::Draw(VectorKind::Svg),
            Ok(2) => Work::Decode,
            Ok(_) => return Err(io::ErrorKind::InvalidData.into()),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(error),
        };
        let fit = PixelBox { width: read_number(input)?, height: read_number(input)? };
        let bytes = read_bytes(input)?;
        Ok(Some(Self { work, fit, bytes }))
    }
}

pub(super) fn write_answer(
    out: &mut impl Write,
    drawn: &Result<Drawn, DrawError>,
) -> io::Result<()> {
    let (answer, pixels): (WorkerReply, &[u8]) = match drawn {
        Ok(Drawn { picture, natural, facts }) => {
            let Picture { width, height, rgba } = picture;
            let (natural, facts) = (*natural, facts.clone());
            (WorkerReply::Drawn { natural, width: *width, height: *height, facts }, rgba)
        }
        Err(DrawError::Encrypted) => (WorkerReply::Encrypted, &[]),
        Err(DrawError::Undecodable { reason }) => {
            let reason = reason.chars().take(MOST_REASON).collect();
            (WorkerReply::Undecodable { reason }, &[])
        }
        Err(other) => (WorkerReply::Undecodable { reason: format!("{other:?}") }, &[]),
    };
    let answer = serde_json::to_vec(&answer)?;
    let length = u32::try_from(answer.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&answer)?;
    out.write_all(pixels)?;
    out.flush()
}

/// Reads an answer; its picture must fit the box that was asked for.
pub(super) fn read_answer(
    input: &mut impl Read,
    fit: PixelBox,
) -> io::Result<Result<Drawn, DrawError>> {
    let length = read_number(input)? as usize;
    if length > MOST_ANSWER {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut answer = vec![0; length];
    input.read_exact(&mut answer)?;
    Ok(match serde_json::from_slice(&answer)? {
        WorkerReply::Drawn { natural, width, height, facts } => {
            let fits = (1..=fit.width.max(1)).contains(&width)
                && (1..=fit.height.max(1)).contains(&height);
            if !fits {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let mut rgba = vec![0; width as usize * height as usize * 4];
            input.read_exact(&mut rgba)?;
            Ok(Drawn { picture: Picture { width, height, rgba }, natural, facts })
        }
        WorkerReply::Encrypted => Err(DrawError::Encrypted),
        WorkerReply::Undecodable { reason } => Err(DrawError::Undecodable { reason }),
    })
}

fn read_number(input: &mut impl Read) -> io::Result<u32> {
    let mut number = [0; 4];
    input.read_exact(&mut number)?;
    Ok(u32::from_le_bytes(number))
}

fn read_bytes(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let length = read_number(input)? as usize;
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}
