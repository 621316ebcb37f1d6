//! How many stretches of text were masked, by class: an array, because a map costs the recorder four kilobytes.

use super::Class;
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Counts by class. As JSON an object of those that are not zero: `{"email":1}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Masked([u32; Class::ALL.len()]);

impl Masked {
    /// Counts some more of a class.
    pub fn count(&mut self, class: Class, more: u32) {
        if let Some(counted) = self.0.get_mut(class as usize) {
            *counted = counted.saturating_add(more);
        }
    }

    /// Adds another's counts.
    pub fn add(&mut self, other: &Masked) {
        for (counted, more) in self.0.iter_mut().zip(other.0) {
            *counted = counted.saturating_add(more);
        }
    }

    /// How many of a class.
    #[must_use]
    pub fn of(&self, class: Class) -> u32 {
        self.0.get(class as usize).copied().unwrap_or_default()
    }

    /// True where nothing was masked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|count| *count == 0)
    }

    /// How many in all, as far as a number goes.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }
}

impl Serialize for Masked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (class, count) in Class::ALL.iter().zip(self.0) {
            if count > 0 {
                map.serialize_entry(class, &count)?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Masked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Counts;
        impl<'de> Visitor<'de> for Counts {
            type Value = Masked;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("counts by class")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Masked, A::Error> {
                let mut masked = Masked::default();
                while let Some((class, count)) = map.next_entry()? {
                    masked.count(class, count);
                }
                Ok(masked)
            }
        }
        deserializer.deserialize_map(Counts)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Masked {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Masked".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "How many stretches of text were masked, by class.",
            "type": "object",
            "propertyNames": generator.subschema_for::<Class>(),
            "additionalProperties": { "type": "integer", "minimum": 0 },
        })
    }
}
