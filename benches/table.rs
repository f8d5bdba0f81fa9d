//! Loading and querying in rows per second: the published wage tables, and a million synthetic rows
//! in the format that grantees would report. `make bench`.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use good_jobs::bytes::{Memory, Source, sha256};
use good_jobs::frame::{answer, facets};
use good_jobs::package::{Package, open};
use good_jobs::problem::{Fault, Place, Problem};
use good_jobs::query::{parse, resolve};
use good_jobs::table::{Dataset, Group, RowSet, Table, assemble, group, load, needed, read};
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

struct Published;

impl Source for Published {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        std::fs::read(data.join(address))
            .map_err(|_| Problem::new(Place::file(address), Fault::NotFetched { status: 404 }))
    }
}

fn wages() -> Package {
    let address = "wages-oews-2025/datapackage.json";
    now(open(&Published, address))
        .expect("the package is published")
        .value
}

fn rows_of(dataset: &Dataset) -> u64 {
    dataset.tables.values().map(|table| table.len as u64).sum()
}

/// Loading: every cell is parsed and checked, and so are the keys.
fn loading(criterion: &mut Criterion) {
    let package = wages();
    let mut group = criterion.benchmark_group("load");
    group.sample_size(30);
    for name in ["state_occupations", "industry_occupations"] {
        let resource = package.resource(name).expect("the table is published");
        let bytes = now(Published.read(&package.address_of(resource))).expect("readable");
        let rows = read(&package, resource, &bytes).value.len as u64;
        group.throughput(Throughput::Elements(rows));
        group.bench_function(name, |bench| {
            bench.iter(|| read(&package, resource, black_box(&bytes)));
        });
    }
    let files: Vec<(String, Vec<u8>)> = needed(&package)
        .map(|resource| {
            let bytes = now(Published.read(&package.address_of(resource))).expect("readable");
            (resource.name.clone(), bytes)
        })
        .collect();
    let arrived = || {
        files
            .iter()
            .map(|(name, bytes)| (name.clone(), Ok(bytes.clone())))
            .collect::<Vec<_>>()
    };
    let dataset = assemble(package.clone(), arrived());
    assert!(dataset.problems.is_empty());
    group.throughput(Throughput::Elements(rows_of(&dataset)));
    group.bench_function("package: hashes, cells, keys, foreign keys", |bench| {
        let fresh = || (package.clone(), arrived());
        bench.iter_batched(
            fresh,
            |(package, files)| assemble(package, files),
            BatchSize::LargeInput,
        );
    });
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("its hashes alone", |bench| {
        bench.iter(|| {
            files
                .iter()
                .map(|(_, bytes)| sha256(bytes).len())
                .sum::<usize>()
        });
    });
    group.finish();
}

/// Answering: a frame from an address, over all rows of the table.
fn querying(criterion: &mut Criterion) {
    let dataset = now(load(&Published, wages()));
    let rows = dataset
        .table("state_occupations")
        .map_or(0, |table| table.len as u64);
    let mut group = criterion.benchmark_group("query");
    group.throughput(Throughput::Elements(rows));
    for (name, address) in [
        ("median wage by state", "?measure=hourly_median&by=state"),
        (
            "jobs by occupation",
            "?measure=employment&by=occupation_code",
        ),
        (
            "jobs by occupation, every detailed one",
            "?measure=employment&by=occupation_code&level=detailed",
        ),
        (
            "mean wage by occupation, three states",
            "?measure=hourly_mean&by=occupation_code&f.state=MD~TX~VA",
        ),
        (
            "jobs by occupation and state",
            "?measure=employment&by=occupation_code&series=state",
        ),
    ] {
        let resolved = resolve(&dataset.package, &parse(address).0).expect("a measure");
        answer(&dataset, &resolved).expect("an answer");
        group.bench_function(name, |bench| {
            bench.iter(|| answer(&dataset, black_box(&resolved)))
        });
    }
    let resolved =
        resolve(&dataset.package, &parse("?measure=employment&by=state").0).expect("a measure");
    group.bench_function("counts beside every filter", |bench| {
        bench.iter(|| facets(&dataset, black_box(&resolved)));
    });
    group.finish();
}

const MILLION: usize = 1_000_000;

/// A million rows: 32 grantees, 15 industries, 52 states, 16 quarters, 6 programs; six measures.
fn million() -> (Package, Vec<u8>) {
    let mut csv = String::from(
        "grantee,industry,state,quarter,program,enrolled,completed,placed,wage,apprentices,retained\n",
    );
    let mut seed = 7u64;
    let mut below = |bound: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % bound
    };
    for row in 0..MILLION as u64 {
        let (grantee, industry, state) = (row / 31_250, below(15), below(52));
        let (quarter, program, people) = (below(16), below(6), below(400));
        let _ = writeln!(
            csv,
            "grantee-{grantee},industry-{industry},S{state},{}-Q{},program-{program},{people},{},{},{}.{:02},{},{}",
            2022 + quarter / 4,
            quarter % 4 + 1,
            people / 2,
            people / 3,
            15 + below(20),
            below(100),
            below(20),
            people / 4
        );
    }
    let words = ["grantee", "industry", "state", "program"];
    let dimensions = words.iter().map(|name| {
        format!(r#"{{"name":"{name}","type":"string","outcomes":{{"role":"dimension"}}}}"#)
    });
    let quarter =
        r#"{"name":"quarter","type":"string","outcomes":{"role":"period","grain":"quarter"}}"#
            .to_owned();
    let numbers = [
        "enrolled",
        "completed",
        "placed",
        "wage",
        "apprentices",
        "retained",
    ];
    let measures = numbers.iter().map(|name| {
        format!(r#"{{"name":"{name}","type":"number","constraints":{{"minimum":0}},"outcomes":{{"role":"measure","unit":"people","adds":"sum","over_time":"flow"}}}}"#)
    });
    let fields: Vec<String> = dimensions.chain([quarter]).chain(measures).collect();
    let manifest = format!(
        r#"{{"name":"million","version":"1","created":"2026-01-01","resources":[{{"name":"t","path":"t.csv","outcomes":{{"role":"facts"}},"schema":{{"fields":[{}]}}}}]}}"#,
        fields.join(",")
    );
    let files = Memory::default().with("datapackage.json", manifest);
    let package = now(open(&files, "datapackage.json")).expect("readable");
    assert!(package.problems.is_empty());
    (package.value, csv.into_bytes())
}

/// One pass for four linked views, as after a click on a filter.
fn four_views<'t>(table: &'t Table) -> [Group<'t>; 4] {
    let view = |by: &str, measure: &str| Group {
        by: table.codes(by),
        series: None,
        measure: table.numbers(measure),
        weight: None,
    };
    [
        view("industry", "enrolled"),
        view("state", "placed"),
        view("quarter", "enrolled"),
        view("grantee", "placed"),
    ]
}

fn a_million_rows(criterion: &mut Criterion) {
    let (package, bytes) = million();
    let resource = &package.resources[0];
    let mut bench = criterion.benchmark_group("million");
    bench
        .sample_size(10)
        .throughput(Throughput::Elements(MILLION as u64));
    bench.bench_function("load and check every cell", |bench| {
        bench.iter(|| read(&package, resource, black_box(&bytes)));
    });
    let table = read(&package, resource, &bytes).value;
    assert_eq!(table.len, MILLION);
    let (views, all) = (four_views(&table), RowSet::all(MILLION));
    bench.bench_function("four views, unfiltered", |bench| {
        bench.iter(|| group(black_box(&all), &views));
    });
    let programs = table.codes("program").expect("codes");
    let chosen = ["program-1".to_owned(), "program-4".to_owned()];
    bench.bench_function("four views under a filter, the mask included", |bench| {
        bench.iter(|| {
            let mut rows = RowSet::all(MILLION);
            rows.intersect(&programs.rows_with(black_box(&chosen)));
            group(&rows, &views)
        });
    });
    bench.finish();
}

criterion_group!(benches, loading, querying, a_million_rows);
criterion_main!(benches);
