//! Lists that are read by the numbers of what stands in them, so that an applicant's number cannot be
//! taken for a group's.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use crate::problem::{Applicant, Group, PlanIndex};

/// A dense number that was given out for one kind of thing.
pub(crate) trait Number: Copy {
    fn place(self) -> usize;
    fn number(place: usize) -> Self;
}

macro_rules! number {
    ($($name:ty),*) => {$(
        impl Number for $name {
            #[inline]
            fn place(self) -> usize {
                crate::column::index(self.0)
            }

            #[inline]
            fn number(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }
        }
    )*};
}
pub(crate) use number;
number!(Applicant, Group, PlanIndex);

/// One `T` for each number `K`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table<K, T> {
    rows: Vec<T>,
    key: PhantomData<fn(K)>,
}

impl<K, T> Default for Table<K, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), key: PhantomData }
    }
}

impl<K: Number, T> Table<K, T> {
    /// The same for so many.
    pub(crate) fn of(rows: usize, each: T) -> Self
    where
        T: Clone,
    {
        vec![each; rows].into()
    }

    /// Adds a row and gives its number.
    pub(crate) fn push(&mut self, row: T) -> K {
        self.rows.push(row);
        K::number(self.rows.len().saturating_sub(1))
    }

    pub(crate) const fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (K, &T)> {
        self.rows.iter().enumerate().map(|(place, row)| (K::number(place), row))
    }

    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }

    pub(crate) fn into_rows(self) -> Vec<T> {
        self.rows
    }
}
impl<K, T> From<Vec<T>> for Table<K, T> {
    fn from(rows: Vec<T>) -> Self {
        Self { rows, key: PhantomData }
    }
}
impl<K, T> FromIterator<T> for Table<K, T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Vec::from_iter(rows).into()
    }
}
#[expect(clippy::indexing_slicing, reason = "every number that is used here was given out for this table")]
impl<K: Number, T> Index<K> for Table<K, T> {
    type Output = T;

    #[inline]
    fn index(&self, key: K) -> &T {
        &self.rows[key.place()]
    }
}
#[expect(clippy::indexing_slicing, reason = "every number that is used here was given out for this table")]
impl<K: Number, T> IndexMut<K> for Table<K, T> {
    #[inline]
    fn index_mut(&mut self, key: K) -> &mut T {
        &mut self.rows[key.place()]
    }
}
