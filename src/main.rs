//! Browser entry of the site. Natively there is nothing to run.

fn main() {}
