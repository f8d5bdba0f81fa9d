//! Albers' conic equal-area projection: areas stay in proportion, so that no state is drawn larger
//! or smaller than it is.

use libm::{cos, sin, sqrt};

/// The position of a part of the country on the map, and the parameters of its projection.
pub struct View {
    cone: f64,
    constant: f64,
    radius: f64,
    meridian: f64,
    scale: f64,
    centre: (f64, f64),
    /// Islands smaller than this, in square units of the map, are left out.
    pub smallest: f64,
}

impl View {
    /// The view in which an area is drawn.
    pub fn of(usps: &str) -> Self {
        match usps {
            "AK" => Self::new((55.0, 65.0), (-152.0, 63.5), 430.0, (110.0, 545.0), 6.0),
            "HI" => Self::new((19.0, 22.0), (-157.4, 20.6), 1250.0, (308.0, 580.0), 2.0),
            "PR" => Self::new((17.9, 18.6), (-66.4, 18.22), 3800.0, (918.0, 592.0), 6.0),
            _ => Self::new((29.5, 45.5), (-96.0, 38.0), 1290.0, (492.0, 296.0), 1.5),
        }
    }

    fn new(
        parallels: (f64, f64),
        middle: (f64, f64),
        scale: f64,
        centre: (f64, f64),
        smallest: f64,
    ) -> Self {
        let (first, second) = (parallels.0.to_radians(), parallels.1.to_radians());
        let cone = (sin(first) + sin(second)) / 2.0;
        let constant = cos(first) * cos(first) + 2.0 * cone * sin(first);
        let mut view = Self {
            cone,
            constant,
            radius: 0.0,
            meridian: middle.0,
            scale,
            centre,
            smallest,
        };
        view.radius = view.radius_at(middle.1);
        view
    }

    fn radius_at(&self, latitude: f64) -> f64 {
        sqrt((self.constant - 2.0 * self.cone * sin(latitude.to_radians())).max(0.0)) / self.cone
    }

    /// Projects a longitude and latitude (degrees) onto the map.
    pub fn place(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let mut east = longitude - self.meridian;
        // The Aleutians cross the 180th meridian.
        if east > 180.0 {
            east -= 360.0;
        }
        let angle = self.cone * east.to_radians();
        let radius = self.radius_at(latitude);
        (
            self.centre.0 + self.scale * radius * sin(angle),
            self.centre.1 - self.scale * (self.radius - radius * cos(angle)),
        )
    }
}
