//! What other institutions publish, read into Guildhall's own words.
//!
//! It begins with the [`registers`] of authorities: Poland's TERC, Slovenia's municipalities and Eurostat's
//! LAU, and what changed between two editions of one.
//!
//! ```
//! use guildhall_civic::TaskLevel;
//! use guildhall_intake::Limits;
//! use guildhall_interchange::registers::{Change, changes, terc};
//!
//! // As Statistics Poland publishes it: a byte order mark, semicolons, CRLF.
//! let edition = |day: &str, kind: &str, what: &str| {
//!     format!(
//!         "\u{feff}WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\r\n\
//!          30;;;;WIELKOPOLSKIE;województwo;{day}\r\n\
//!          30;01;;;chodzieski;powiat;{day}\r\n\
//!          30;01;02;{kind};Budzyń;{what};{day}\r\n\
//!          30;01;03;3;Margonin;gmina miejsko-wiejska;{day}\r\n\
//!          30;01;03;4;Margonin;miasto;{day}\r\n\
//!          30;63;;;Leszno;miasto na prawach powiatu;{day}\r\n\
//!          30;63;01;1;Leszno;gmina miejska;{day}\r\n"
//!     )
//! };
//! let read = |text: String| terc::read("TERC.csv", text.as_bytes(), &Limits::default());
//! let before = read(edition("2020-01-01", "2", "gmina wiejska"))?;
//! let after = read(edition("2021-01-01", "3", "gmina miejsko-wiejska"))?;
//!
//! assert_eq!(before.at(TaskLevel::Commune).count(), 3);
//! // Leszno stands there as a county and as a commune, and is one authority.
//! assert_eq!(before.authorities().count(), 5);
//! assert_eq!(
//!     before.refused().first().map(ToString::to_string).as_deref(),
//!     Some(
//!         "line 6, `3001034` Margonin: `3001034` is a town inside an urban-rural commune and no authority of \
//!          its own: it belongs to `300103`"
//!     )
//! );
//!
//! // Budzyń became a town.
//! let found = changes(&before, &after)?;
//! assert!(matches!(&found[..], [Change::OtherKind { key, .. }] if key.code() == "300102"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod registers;
