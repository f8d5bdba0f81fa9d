//! Outlines of the states and territories, projected and simplified enough to be drawn in a page.
//!
//! The lower 48 states and DC share one Albers equal-area projection; Alaska and Hawaii have
//! projections and scales of their own below them, and Puerto Rico is next to them, enlarged to the
//! size of a state. The small territories are boxes that the chart adds.
//!
//! | file | what it does |
//! |---|---|
//! | `topology.rs` | reads the shared arcs of a TopoJSON file |
//! | `albers.rs` | the projection, computed identically on every machine |
//! | `simplify.rs` | removes corners that are not visible |

mod albers;
mod simplify;
mod topology;

use crate::value::AREAS;
use std::sync::OnceLock;

/// A ring of (x, y), in thousandths of the map's width.
pub type Ring = Vec<(f64, f64)>;

/// A ring as a chain of borders: each ends where the next begins.
type Borders = Vec<Vec<(f64, f64)>>;

/// Outlines in the order of [`AREAS`], on a map 1000 wide and [`HEIGHT`] high.
#[derive(Clone, Debug, PartialEq)]
pub struct Geography {
    outlines: Vec<Vec<Borders>>,
}

/// The height of a map 1000 wide.
pub const HEIGHT: f64 = 630.0;

/// Tolerance of simplification on every map, however large, in thousandths of the map's width.
const FINENESS: f64 = 0.9;

static SHARED: OnceLock<Geography> = OnceLock::new();

/// Sets the outlines that all maps here use; only the first call has an effect.
pub fn provide(geography: Geography) {
    let _ = SHARED.set(geography);
}

/// The outlines that were provided.
pub fn shared() -> Option<&'static Geography> {
    SHARED.get()
}

impl Geography {
    /// Reads `states-10m.json` of us-atlas.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let topology = topology::Topology::read(bytes)?;
        let arcs = topology.longitudes_and_latitudes();
        let mut outlines = vec![Vec::new(); AREAS.len()];
        for (fips, rings) in topology.states() {
            let Some(at) = AREAS.iter().position(|area| area.fips == fips) else {
                continue;
            };
            let view = albers::View::of(AREAS[at].usps);
            for ring in rings {
                outlines[at].extend(flatten(ring, &arcs, &view));
            }
        }
        if outlines.iter().filter(|rings| !rings.is_empty()).count() < 51 {
            return Err("states-10m.json lacks the outlines of some states".to_owned());
        }
        Ok(Self { outlines })
    }

    /// The rings of an area, given by its index in [`AREAS`], simplified with the tolerance
    /// `fineness` and without islands too small to be visible at that tolerance.
    pub fn outline(&self, at: usize, fineness: f64) -> Vec<Ring> {
        let rings = self.outlines.get(at).into_iter().flatten();
        let drawn = rings.map(|borders| {
            // Border by border, so that neighbors keep the same shared border.
            joined(borders.iter().map(|border| match fineness > FINENESS {
                true => simplify::simplify(border, fineness),
                false => border.clone(),
            }))
        });
        let large = 2.0 * fineness * fineness;
        let seen = |ring: &Ring| ring.len() >= 3 && simplify::area(ring) >= large;
        drawn.filter(seen).collect()
    }
}

/// Projects one ring of arcs; `None` where it would be too small.
fn flatten(ring: &[i64], arcs: &[Vec<(f64, f64)>], view: &albers::View) -> Option<Borders> {
    let mut out = Borders::new();
    for index in ring {
        let reversed = *index < 0;
        let arc = arcs.get(usize::try_from(if reversed { !*index } else { *index }).ok()?)?;
        // Simplified before it is reversed, so that both neighbors have the same border.
        let flat: Ring = arc.iter().map(|place| view.place(*place)).collect();
        let mut flat = simplify::simplify(&flat, FINENESS);
        if reversed {
            flat.reverse();
        }
        out.push(flat);
    }
    let whole = joined(out.iter().cloned());
    (whole.len() >= 3 && simplify::area(&whole) >= view.smallest).then_some(out)
}

/// The borders of a ring as one line, without the corner at which it closes.
fn joined(borders: impl Iterator<Item = Ring>) -> Ring {
    let mut out = Ring::new();
    for border in borders {
        out.extend(border.into_iter().skip(usize::from(!out.is_empty())));
    }
    if out.len() > 1 && out.first() == out.last() {
        out.pop();
    }
    out
}
