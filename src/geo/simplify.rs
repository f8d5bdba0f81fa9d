//! Removes the corners of a line that are closest to it (Ramer–Douglas–Peucker).

/// The line without the corners that are closer than `fineness` to what remains.
pub fn simplify(line: &[(f64, f64)], fineness: f64) -> Vec<(f64, f64)> {
    let Some(last) = line.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut keep = vec![false; line.len()];
    keep[0] = true;
    keep[last] = true;
    let mut open = vec![(0, last)];
    // A closed line has no chord between its ends: split it at the farthest corner.
    while let Some((from, to)) = open.pop() {
        let farthest = (from + 1..to)
            .map(|at| (at, distance(line[at], line[from], line[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, far)) = farthest
            && far > fineness
        {
            keep[at] = true;
            open.push((from, at));
            open.push((at, to));
        }
    }
    line.iter()
        .zip(keep)
        .filter_map(|(point, keep)| keep.then_some(*point))
        .collect()
}

fn distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (x, y) = (p.0 - a.0 - along * dx, p.1 - a.1 - along * dy);
    libm::sqrt(x * x + y * y)
}

/// The area within a ring.
pub fn area(ring: &[(f64, f64)]) -> f64 {
    let twice: f64 = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum();
    (twice / 2.0).abs()
}
