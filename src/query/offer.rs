//! What can be asked of a package: its measures, and the fields by which each can be broken down.
//!
//! Derived from roles alone, before any row has been loaded.

use crate::package::{Adds, Field, FieldRole, OverTime, Package, Resource, ResourceRole};
use crate::value::{Calendar, Grain, Period, Scheme, Unit};
use serde::{Deserialize, Serialize};

/// How the rows of an axis relate to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AxisKind {
    /// Names without an inherent order.
    #[default]
    Names,
    /// Periods in time; rows carry an `ordinal`.
    Time,
    /// States and territories by USPS code; can be drawn as a map.
    Places,
}

/// A field that rows can represent or be filtered by.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    pub field: String,
    pub title: String,
    pub kind: AxisKind,
    pub standing: DimensionSource,
    /// The code list that gives labels.
    pub list: Option<String>,
    /// The value used where the dimension cannot be added over and a query does not name it.
    pub default: Option<String>,
    /// The code list is a tree with levels.
    pub is_tree: bool,
    pub grain: Option<Grain>,
    /// How the values name time, where that is not by the texts of the grain alone.
    pub calendar: Option<Calendar>,
    pub hidden: bool,
    /// The shared code list of the values, where there is one.
    pub scheme: Option<Scheme>,
}

impl Dimension {
    /// The period that a value names; `None` where it names none, or the dimension is no time.
    pub fn period(&self, code: &str) -> Option<Period> {
        match self.calendar {
            Some(calendar) => calendar.read(code),
            None => Period::parse(self.grain?, code),
        }
    }
}

/// Where the values of a dimension are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DimensionSource {
    /// In the table of the measure.
    Own,
    /// In a bridge table: a record has several values, so groups overlap.
    Bridge { resource: String },
}

/// A measure of a wide table, by its code.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub code: String,
    pub title: String,
    pub definition: Option<String>,
    pub unit: Unit,
    pub resource: String,
    pub reference: MeasureRef,
    pub over_time: OverTime,
    pub not_additive_over: Vec<String>,
    pub negative: bool,
    /// The percentiles of its distribution, lowest first, each with its field; empty where the
    /// measure is not a percentile.
    pub percentiles: Vec<(u8, String)>,
}

/// Where the numbers of a measure come from.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureRef {
    /// A column, and how it adds.
    Column {
        field: String,
        adds: Adds,
        weight: Option<String>,
        error: Option<String>,
    },
    /// Records are counted.
    Count,
    /// One column divided by another.
    Rate {
        numerator: String,
        denominator: String,
    },
    /// A code in a table of published figures.
    Figure,
}

/// What can be asked of a package.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    pub measures: Vec<Measured>,
    /// The table of published figures, if there is one.
    pub figures: Option<String>,
}

impl Offer {
    /// Reads the roles of a package.
    pub fn of(package: &Package) -> Self {
        let mut measures: Vec<Measured> = Vec::new();
        for resource in package
            .of_role(ResourceRole::Facts)
            .filter(|table| table.outcomes.margin_of.is_none())
        {
            for field in resource
                .schema
                .fields
                .iter()
                .filter(|field| field.outcomes.role == Some(FieldRole::Measure))
            {
                measures.push(measured(resource, field));
                measures.extend(rates(resource, field));
            }
            measures.extend(counted(resource));
        }
        keep_one_table_per_code(&mut measures, &package.codes_left_out);
        let figures = package
            .of_role(ResourceRole::Figures)
            .next()
            .map(|table| table.name.clone());
        Self { measures, figures }
    }

    pub fn measure(&self, code: &str) -> Option<&Measured> {
        self.measures.iter().find(|measure| measure.code == code)
    }
}

/// Two tables of one package may have the same measure at different grains (wages by state and by
/// industry). The first keeps the plain code, later ones get their table's name as a prefix. `left_out`
/// has the codes of tables that are not loaded.
fn keep_one_table_per_code(measures: &mut [Measured], left_out: &[String]) {
    for index in 0..measures.len() {
        let (before, rest) = measures.split_at_mut(index);
        let measure = &mut rest[0];
        let is_taken = before.iter().any(|other| other.code == measure.code);
        if is_taken || left_out.contains(&measure.code) {
            measure.code = format!("{}.{}", measure.resource, measure.code);
        }
    }
}

fn measured(resource: &Resource, field: &Field) -> Measured {
    let roles = &field.outcomes;
    // A rate is defined in `rates`, with its denominator; a column of rates cannot be added.
    let adds = roles
        .adds
        .filter(|adds| *adds != Adds::Rate)
        .unwrap_or_default();
    let error = resource.schema.fields.iter().find(|other| {
        other.outcomes.role == Some(FieldRole::ErrorOf)
            && other.outcomes.of.as_ref() == Some(&field.name)
    });
    let reference = if adds == Adds::Count {
        MeasureRef::Count
    } else {
        let error = error.map(|field| field.name.clone());
        MeasureRef::Column {
            field: field.name.clone(),
            adds,
            weight: roles.weight.clone(),
            error,
        }
    };
    Measured {
        code: roles.name.clone().unwrap_or_else(|| field.name.clone()),
        title: field.title().to_owned(),
        definition: field.description.clone(),
        unit: Unit::new(roles.unit.as_deref().unwrap_or(Unit::COUNT)),
        resource: resource.name.clone(),
        reference,
        over_time: roles.over_time.unwrap_or_default(),
        not_additive_over: roles.not_additive_over.clone(),
        negative: roles.negative,
        percentiles: percentiles(resource, field),
    }
}

/// The count of a table's rows, where the rows have a name.
fn counted(resource: &Resource) -> Option<Measured> {
    let title = resource.outcomes.rows.clone()?;
    Some(Measured {
        code: "rows".to_owned(),
        title,
        definition: resource.outcomes.grain.clone(),
        unit: Unit::new(Unit::COUNT),
        resource: resource.name.clone(),
        reference: MeasureRef::Count,
        over_time: OverTime::Flow,
        not_additive_over: Vec::new(),
        negative: false,
        percentiles: Vec::new(),
    })
}

/// The fields with other percentiles of the same distribution as `field`.
fn percentiles(resource: &Resource, field: &Field) -> Vec<(u8, String)> {
    let Some(own) = &field.outcomes.percentile else {
        return Vec::new();
    };
    let fields = resource.schema.fields.iter();
    let mut found: Vec<(u8, String)> = fields
        .filter_map(|other| {
            let known = other.outcomes.percentile.as_ref()?;
            (known.of == own.of).then(|| (known.at, other.name.clone()))
        })
        .collect();
    found.sort();
    found
}

fn rates<'a>(resource: &'a Resource, field: &'a Field) -> impl Iterator<Item = Measured> + 'a {
    field.outcomes.rates.iter().map(|rate| Measured {
        code: rate.name.clone(),
        title: rate.title.clone(),
        definition: rate.definition.clone(),
        unit: Unit::new(Unit::SHARE),
        resource: resource.name.clone(),
        reference: MeasureRef::Rate {
            numerator: field.name.clone(),
            denominator: rate.denominator.clone(),
        },
        over_time: field.outcomes.over_time.unwrap_or_default(),
        not_additive_over: field.outcomes.not_additive_over.clone(),
        negative: false,
        percentiles: Vec::new(),
    })
}

/// The fields by which a table can be broken down and filtered: its own, then those of bridge
/// tables.
pub fn dimensions(package: &Package, resource: &Resource) -> Vec<Dimension> {
    let mut all: Vec<Dimension> = resource
        .schema
        .fields
        .iter()
        .filter(|field| is_axis(resource, field))
        .map(|field| dimension(package, resource, field, DimensionSource::Own))
        .collect();
    for bridge in package
        .of_role(ResourceRole::Bridge)
        .filter(|bridge| reaches(bridge, resource))
    {
        let key_of = |field: &Field| {
            bridge
                .schema
                .foreign_key(&field.name)
                .is_some_and(|key| key.reference.resource == resource.name)
        };
        for field in &bridge.schema.fields {
            let is_new = all.iter().all(|known| known.field != field.name);
            if field.outcomes.role == Some(FieldRole::Dimension) && is_new && !key_of(field) {
                all.push(dimension(
                    package,
                    bridge,
                    field,
                    DimensionSource::Bridge {
                        resource: bridge.name.clone(),
                    },
                ));
            }
        }
    }
    all
}

/// The code list of the column with a role, as a dimension, for its labels.
pub fn code_list_of(package: &Package, resource: &Resource, role: FieldRole) -> Option<Dimension> {
    let field = resource.with_role(role)?;
    let found = dimension(package, resource, field, DimensionSource::Own);
    found.list.is_some().then_some(found)
}

/// Dimensions and periods; in a table of figures the date of publication is an axis too.
fn is_axis(resource: &Resource, field: &Field) -> bool {
    match field.outcomes.role {
        Some(FieldRole::Dimension | FieldRole::Period) => true,
        Some(FieldRole::PublishedOn) => resource.role() == ResourceRole::Figures,
        _ => false,
    }
}

/// A bridge table applies to a table of facts when one of its keys is the table's, or both refer to
/// the same list.
fn reaches(bridge: &Resource, table: &Resource) -> bool {
    table.role() == ResourceRole::Facts
        && bridge.schema.foreign_keys.iter().any(|key| {
            key.reference.resource == table.name
                || table.schema.foreign_keys.iter().any(|other| {
                    other.reference == key.reference
                        && bridge.schema.field(&other.fields.0[0]).is_some()
                })
        })
}

fn dimension(
    package: &Package,
    resource: &Resource,
    field: &Field,
    standing: DimensionSource,
) -> Dimension {
    let list = resource
        .schema
        .foreign_key(&field.name)
        .map(|key| key.reference.resource.clone());
    let codes = list.as_deref().and_then(|list| package.resource(list));
    let scheme = field.outcomes.codes;
    let is_place = list.as_deref() == Some("places") || scheme.is_some_and(Scheme::is_place);
    let is_date = field.outcomes.role == Some(FieldRole::PublishedOn);
    let is_period = field.outcomes.role == Some(FieldRole::Period) || is_date;
    Dimension {
        field: field.name.clone(),
        title: field.title().to_owned(),
        kind: match (is_period, is_place) {
            (true, _) => AxisKind::Time,
            (_, true) => AxisKind::Places,
            _ => AxisKind::Names,
        },
        standing,
        is_tree: codes.is_some_and(|codes| codes.with_role(FieldRole::Level).is_some()),
        list,
        default: field.outcomes.default.clone(),
        grain: if is_date {
            Some(Grain::Date)
        } else {
            field.outcomes.grain
        },
        calendar: field.outcomes.calendar,
        hidden: field.outcomes.hidden,
        scheme,
    }
}

/// A measure of published figures, known by its code alone: its words are in the table.
pub(super) fn figure(resource: &str, code: &str) -> Measured {
    Measured {
        code: code.to_owned(),
        title: code.to_owned(),
        definition: None,
        unit: Unit::default(),
        resource: resource.to_owned(),
        reference: MeasureRef::Figure,
        over_time: Default::default(),
        not_additive_over: Vec::new(),
        negative: false,
        percentiles: Vec::new(),
    }
}
