//! Tests of painter.
