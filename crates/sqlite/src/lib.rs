//! A Guildhall store in one SQLite file
