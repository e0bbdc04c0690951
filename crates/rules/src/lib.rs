//! Typed, explainable, three-valued rules as data
