//! serde over nodes. A fault knows the path of the value at which a type refused it, so that the words
//! of a constructor come to stand at the very value they are about.

use std::borrow::Cow;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::node::{Field, Node, Number, Step, Value};
use crate::refusal::Refusal;

type Outcome<T> = Result<T, Refusal>;

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(Number::Signed(number)) => match u64::try_from(*number) {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_i64(*number),
            },
            Value::Number(Number::Unsigned(number)) => visitor.visit_u64(*number),
            Value::Number(Number::Float(number)) => visitor.visit_f64(*number),
            Value::Text(text) | Value::Moment(text) => visitor.visit_borrowed_str(text),
            Value::List(list) => {
                let mut elements = Elements { list, next: 0 };
                let value = visitor.visit_seq(&mut elements)?;
                match list.len() - elements.next {
                    0 => Ok(value),
                    _ => Err(Refusal::invalid_length(list.len(), &"fewer values in the list")),
                }
            }
            Value::Table(table) => visitor.visit_map(Fields { fields: table.0.iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Outcome<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        match &self.value {
            Value::Text(text) | Value::Moment(text) => visitor.visit_enum(BorrowedStrDeserializer::new(text)),
            Value::Table(table) => match table.0.as_slice() {
                [field] => visitor.visit_enum(Variant(field)),
                fields => Err(Refusal::custom(format!("expected one field, found {}", fields.len()))),
            },
            _ => Err(Refusal::invalid_type(self.unexpected(), &"a text or a table with one field")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier
    }
}

impl Node {
    fn unexpected(&self) -> Unexpected<'_> {
        match &self.value {
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Number(Number::Signed(number)) => Unexpected::Signed(*number),
            Value::Number(Number::Unsigned(number)) => Unexpected::Unsigned(*number),
            Value::Number(Number::Float(number)) => Unexpected::Float(*number),
            Value::Text(text) | Value::Moment(text) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Table(_) => Unexpected::Map,
        }
    }
}

struct Elements<'de> {
    list: &'de [Node],
    next: usize,
}
impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Outcome<Option<T::Value>> {
        let Some(node) = self.list.get(self.next) else { return Ok(None) };
        let nth = self.next;
        self.next += 1;
        seed.deserialize(node).map(Some).map_err(|refusal| refusal.within(Step::Nth(nth)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.len() - self.next)
    }
}

struct Fields<'de> {
    fields: std::slice::Iter<'de, Field>,
    value: Option<&'de Field>,
}
impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Outcome<Option<K::Value>> {
        let Some(field) = self.fields.next() else { return Ok(None) };
        self.value = Some(field);
        seed.deserialize(Key(&field.key)).map(Some).map_err(|refusal| refusal.of_key(&field.key))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Outcome<T::Value> {
        let Some(field) = self.value.take() else {
            return Err(Refusal::custom("a value was asked for before its field"));
        };
        seed.deserialize(&field.node).map_err(|refusal| refusal.within(key(field)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.fields.len())
    }
}

fn key(field: &Field) -> Step<'static> {
    Step::Key(Cow::Owned(field.key.to_string()))
}

/// The name of a field, which may stand for a number.
struct Key<'de>(&'de str);

macro_rules! numbers {
    ($($method:ident $type:ident $visit:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
            match self.0.parse::<$type>() {
                Ok(number) => visitor.$visit(number),
                Err(_) => visitor.visit_borrowed_str(self.0),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Outcome<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.0))
    }

    numbers! {
        deserialize_bool bool visit_bool
        deserialize_i8 i8 visit_i8 deserialize_i16 i16 visit_i16
        deserialize_i32 i32 visit_i32 deserialize_i64 i64 visit_i64
        deserialize_u8 u8 visit_u8 deserialize_u16 u16 visit_u16
        deserialize_u32 u32 visit_u32 deserialize_u64 u64 visit_u64
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier ignored_any
    }
}

/// A table with one field, which names a variant.
struct Variant<'de>(&'de Field);

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Refusal;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Outcome<(V::Value, Self)> {
        let name: BorrowedStrDeserializer<'de, Refusal> = BorrowedStrDeserializer::new(&self.0.key);
        let value = seed.deserialize(name).map_err(|refusal| refusal.of_key(&self.0.key))?;
        Ok((value, self))
    }
}
impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Refusal;

    fn unit_variant(self) -> Outcome<()> {
        match &self.0.node.value {
            Value::Null => Ok(()),
            Value::Table(table) if table.0.is_empty() => Ok(()),
            _ => {
                let refusal = Refusal::invalid_type(self.0.node.unexpected(), &"nothing");
                Err(refusal.within(key(self.0)))
            }
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Outcome<T::Value> {
        seed.deserialize(&self.0.node).map_err(|refusal| refusal.within(key(self.0)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Outcome<V::Value> {
        self.0.node.deserialize_any(visitor).map_err(|refusal| refusal.within(key(self.0)))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Outcome<V::Value> {
        self.0.node.deserialize_any(visitor).map_err(|refusal| refusal.within(key(self.0)))
    }
}

impl<'de> IntoDeserializer<'de, Refusal> for &'de Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
