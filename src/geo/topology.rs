//! TopoJSON: borders shared by neighbors are stored once, as steps on a grid.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<(i64, i64)>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    states: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: String,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

impl Topology {
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(bytes).map_err(|error| format!("states-10m.json: {error}"))
    }

    /// The arcs in degrees.
    pub fn longitudes_and_latitudes(&self) -> Vec<Vec<(f64, f64)>> {
        let Transform { scale, translate } = &self.transform;
        let degrees = |(x, y): (i64, i64)| {
            (
                x as f64 * scale.0 + translate.0,
                y as f64 * scale.1 + translate.1,
            )
        };
        let arc = |steps: &Vec<(i64, i64)>| {
            let mut at = (0, 0);
            let mut walk = |step: &(i64, i64)| {
                at = (at.0 + step.0, at.1 + step.1);
                degrees(at)
            };
            steps.iter().map(&mut walk).collect()
        };
        self.arcs.iter().map(arc).collect()
    }

    /// Each state's code and the arcs of its outer rings.
    pub fn states(&self) -> impl Iterator<Item = (&str, Vec<&[i64]>)> {
        self.objects.states.geometries.iter().map(|geometry| {
            let rings = match &geometry.shape {
                Shape::Polygon(rings) => rings.iter().map(Vec::as_slice).take(1).collect(),
                Shape::MultiPolygon(polygons) => polygons
                    .iter()
                    .filter_map(|rings| rings.first())
                    .map(Vec::as_slice)
                    .collect(),
            };
            (geometry.id.as_str(), rings)
        })
    }
}
