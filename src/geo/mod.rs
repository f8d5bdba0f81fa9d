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

/// Outlines by the order of [`AREAS`], on a map 1000 wide and [`HEIGHT`] high.
#[derive(Clone, Debug, PartialEq)]
pub struct Geography {
    outlines: Vec<Vec<Ring>>,
}

/// The height of a map 1000 wide.
pub const HEIGHT: f64 = 630.0;

/// Corners closer to the line than this are left out.
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
                outlines[at].extend(draw(ring, &arcs, &view));
            }
        }
        if outlines.iter().filter(|rings| !rings.is_empty()).count() < 51 {
            return Err("states-10m.json lacks the outlines of some states".to_owned());
        }
        Ok(Self { outlines })
    }

    /// The rings of an area, by its place in [`AREAS`].
    pub fn outline(&self, at: usize) -> &[Ring] {
        self.outlines.get(at).map_or(&[], Vec::as_slice)
    }
}

/// One ring of arcs, flattened; `None` where too little of it would be left.
fn draw(ring: &[i64], arcs: &[Vec<(f64, f64)>], view: &albers::View) -> Option<Ring> {
    let mut out: Ring = Vec::new();
    for index in ring {
        let reversed = *index < 0;
        let arc = arcs.get(usize::try_from(if reversed { !*index } else { *index }).ok()?)?;
        // Simplified before it is joined, so that neighbours keep their common border.
        let mut flat: Ring = arc.iter().map(|place| view.place(*place)).collect();
        flat = simplify::simplify(&flat, FINENESS);
        if reversed {
            flat.reverse();
        }
        out.extend(flat.into_iter().skip(usize::from(!out.is_empty())));
    }
    if out.first() == out.last() {
        out.pop();
    }
    let big = simplify::area(&out) >= view.smallest;
    (out.len() >= 3 && big).then_some(out)
}
