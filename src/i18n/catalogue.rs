//! Makes an enum of texts from a list of them.

macro_rules! texts {
    ($($variant:ident $({ $($arg:ident: $ty:ty),+ $(,)? })? = $id:literal;)+) => {
        /// A text of the window. The identifier and the arguments match `assets/i18n/*.ftl`.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum Text<'a> {
            $($variant $({ $($arg: $ty),+ })?,)+
            /// Text that is the same in every language.
            #[doc(hidden)]
            Never(&'a std::convert::Infallible),
        }

        /// All keys: what the test of the languages compares with the files.
        pub const KEYS: &[Key] = &[$(($id, &[$($(stringify!($arg)),+)?])),+];

        impl<'a> Text<'a> {
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($arg: _),+ })? => $id,)+
                    Self::Never(never) => match **never {},
                }
            }

            pub(super) fn arguments(&self) -> Option<FluentArgs<'a>> {
                match self {
                    $(Self::$variant $({ $($arg),+ })? => texts!(@args $($($arg),+)?),)+
                    Self::Never(never) => match **never {},
                }
            }
        }
    };
    (@args) => { None };
    (@args $($arg:ident),+) => {{
        let mut arguments = FluentArgs::new();
        $(arguments.set(stringify!($arg), *$arg);)+
        Some(arguments)
    }};
}

pub(super) use texts;
