//! Outlines of the states and territories, flattened and made simple enough to be drawn in a page.
//!
//! The lower 48 states and DC stand in one Albers equal-area projection; Alaska and Hawaii in
//! projections and at scales of their own below them, and Puerto Rico as large as a state beside
//! them. The small territories have boxes, which the chart sets.
//!
//! | file | what it does |
//! |---|---|
//! | `topology.rs` | reads the shared arcs of a TopoJSON file |
//! | `albers.rs` | the projection, computed alike on every machine |
//! | `simplify.rs` | leaves out the corners that nobody sees |

mod albers;
mod simplify;
mod topology;

use crate::value::AREAS;
use std::sync::OnceLock;

/// A ring of (x, y), in thousandths of the map's width.
pub type Ring = Vec<(f64, f64)>;

/// A ring as the borders it is joined from: each ends where the next begins.
type Borders = Vec<Vec<(f64, f64)>>;

/// Outlines by the order of [`AREAS`], on a map 1000 wide and [`HEIGHT`] high.
#[derive(Clone, Debug, PartialEq)]
pub struct Geography {
    outlines: Vec<Vec<Borders>>,
}

/// The height of a map 1000 wide.
pub const HEIGHT: f64 = 630.0;

/// Corners closer to the line than this are left out, however large the map.
const FINENESS: f64 = 0.9;

static SHARED: OnceLock<Geography> = OnceLock::new();

/// Hands the outlines to whatever draws maps here; the first ones stay.
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

    /// The rings of an area, by its place in [`AREAS`], without the corners that are closer than `fineness` to what is
    /// left and without islands that are nothing at that fineness.
    pub fn outline(&self, at: usize, fineness: f64) -> Vec<Ring> {
        let rings = self.outlines.get(at).into_iter().flatten();
        let drawn = rings.map(|borders| {
            // Border by border, so that neighbours keep the one they share.
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

/// One ring of arcs, flattened; `None` where too little of it would be left.
fn flatten(ring: &[i64], arcs: &[Vec<(f64, f64)>], view: &albers::View) -> Option<Borders> {
    let mut out = Borders::new();
    for index in ring {
        let reversed = *index < 0;
        let arc = arcs.get(usize::try_from(if reversed { !*index } else { *index }).ok()?)?;
        // Simplified before it is turned, so that both neighbours have the same.
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
