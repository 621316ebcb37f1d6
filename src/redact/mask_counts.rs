//! How many stretches of text were masked, by entity type: an array, because a map costs the recorder four kilobytes.

use super::EntityType;
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Counts by entity type. As JSON an object of those that are not zero: `{"email":1}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MaskCounts([u32; EntityType::ALL.len()]);

impl MaskCounts {
    /// Counts some more of a entity type.
    pub fn count(&mut self, entity_type: EntityType, more: u32) {
        if let Some(counted) = self.0.get_mut(entity_type as usize) {
            *counted = counted.saturating_add(more);
        }
    }

    /// Adds another's counts.
    pub fn add(&mut self, other: &MaskCounts) {
        for (counted, more) in self.0.iter_mut().zip(other.0) {
            *counted = counted.saturating_add(more);
        }
    }

    /// How many of a entity type.
    #[must_use]
    pub fn of(&self, entity_type: EntityType) -> u32 {
        self.0.get(entity_type as usize).copied().unwrap_or_default()
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

impl Serialize for MaskCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (entity_type, count) in EntityType::ALL.iter().zip(self.0) {
            if count > 0 {
                map.serialize_entry(entity_type, &count)?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for MaskCounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Counts;
        impl<'de> Visitor<'de> for Counts {
            type Value = MaskCounts;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("counts by entity type")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MaskCounts, A::Error> {
                let mut masked = MaskCounts::default();
                while let Some((entity_type, count)) = map.next_entry()? {
                    masked.count(entity_type, count);
                }
                Ok(masked)
            }
        }
        deserializer.deserialize_map(Counts)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for MaskCounts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MaskCounts".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "How many stretches of text were masked, by entity type.",
            "type": "object",
            "propertyNames": generator.subschema_for::<EntityType>(),
            "additionalProperties": { "type": "integer", "minimum": 0 },
        })
    }
}
