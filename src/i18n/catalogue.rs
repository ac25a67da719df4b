//! Makes an enum of texts from a list of them.

use fluent_bundle::FluentValue;

use crate::domain::{harmless, on_one_line};

macro_rules! texts {
    ($(#[doc = $said:literal] $variant:ident $({ $($arg:ident: $ty:ty),+ $(,)? })? = $id:literal;)+) => {
        /// A text of the window. The identifier and the arguments match `assets/i18n/*.ftl`.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum Text<'a> {
            $(#[doc = $said] $variant $({
                $(#[doc = concat!("Takes the place of `{$", stringify!($arg), "}`.")] $arg: $ty),+
            })?,)+
        }

        /// All keys: what the test of the languages compares with the files.
        pub const KEYS: &[Key] = &[$(($id, &[$($(stringify!($arg)),+)?])),+];

        impl<'a> Text<'a> {
            /// Its identifier in the Fluent files.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($arg: _),+ })? => $id,)+
                }
            }

            pub(super) fn arguments(&self) -> Option<FluentArgs<'a>> {
                match self {
                    $(Self::$variant $({ $($arg),+ })? => texts!(@args $($($arg),+)?),)+
                }
            }
        }
    };
    (@args) => { None };
    (@args $($arg:ident),+) => {{
        let mut arguments = FluentArgs::new();
        $(arguments.set(stringify!($arg), (*$arg).inserted());)+
        Some(arguments)
    }};
}

/// A value on its way into a message.
pub(super) trait Inserted<'a> {
    fn inserted(self) -> FluentValue<'a>;
}

/// Whoever wrote it, a text within a message writes no line of its own.
impl<'a> Inserted<'a> for &'a str {
    fn inserted(self) -> FluentValue<'a> {
        if self.chars().any(|c| harmless(c) != c) {
            on_one_line(self, usize::MAX).into()
        } else {
            self.into()
        }
    }
}

impl<'a> Inserted<'a> for i64 {
    fn inserted(self) -> FluentValue<'a> {
        self.into()
    }
}

pub(super) use texts;
