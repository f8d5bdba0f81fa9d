//! The content of a page in the vocabulary of schema.org, as JSON-LD for the head of the page.
//!
//! These statements must be as precise as the page: "more than 25,000" is a `minValue` and no
//! `value`; a goal is not an `Observation`; a number keeps its published qualifier.
//!
//! Names of types and properties are those of schema.org. Search engines document what they do with
//! `Dataset`, `BreadcrumbList` and `Article`; `Claim` with `Observation` is valid vocabulary that
//! no search engine is known to show, and schema.org lists `Observation` among its new terms.

use super::object::Object;
use super::{Described, PageEntry, SiteAddress};
use crate::frame::{ClaimPage, FigureWords, SourceWords, Statement};
use crate::locale::{Locale, unit_long};
use crate::package::Site;
use crate::site::Route;
use crate::value::{DateWords, Kind, Qualifier, Quantity};
use serde_json::{Value, json};

/// A package as a `Dataset`; `None` for made-up numbers.
pub fn dataset(
    address: &SiteAddress,
    site: &Site,
    of: &Described,
    locale: Locale,
) -> Option<Value> {
    if !of.is_real() {
        return None;
    }
    let page = of.page(address);
    let publisher = publisher(address, site);
    let mut out = Object::linked("Dataset");
    out.put("@id", format!("{page}#dataset"));
    out.put("name", &of.package.title);
    out.put("description", &of.package.description);
    out.put("url", &page);
    out.put("identifier", &page);
    out.put("version", &of.package.version);
    out.some("datePublished", of.issued());
    out.some("dateModified", of.modified());
    out.list("keywords", of.package.keywords.iter().cloned());
    out.some("license", of.license());
    out.put("isAccessibleForFree", true);
    out.put("inLanguage", locale.tag());
    out.put("creator", publisher.clone());
    out.put("publisher", publisher);
    // schema.org uses two dots for an unknown end.
    out.some("temporalCoverage", of.span(Some("..")));
    let places = of.places.iter().map(|name| thing("Place", name));
    out.list("spatialCoverage", places);
    out.list("variableMeasured", of.measures.iter().map(variable));
    out.list("isBasedOn", of.sources());
    out.list("distribution", downloads(address, of));
    out.put(
        "includedInDataCatalog",
        json!({ "@type": "DataCatalog", "name": site.title, "url": address.url(&Route::Data.path()) }),
    );
    Some(out.done())
}

fn variable(measure: &super::Measure) -> Value {
    let mut out = Object::of("PropertyValue");
    out.put("name", &measure.title);
    out.put("propertyID", &measure.code);
    out.some("description", measure.definition.as_deref());
    out.some("unitText", measure.unit.as_deref());
    out.done()
}

fn downloads(address: &SiteAddress, of: &Described) -> Vec<Value> {
    let files = of.downloads(address).into_iter().map(|file| {
        let mut out = Object::of("DataDownload");
        out.put("name", file.title);
        out.some("description", file.description);
        out.put("encodingFormat", "text/csv");
        out.put("contentUrl", file.url);
        out.some("contentSize", file.bytes.map(|bytes| format!("{bytes} B")));
        out.some("sha256", file.sha256);
        out.done()
    });
    let manifest = json!({
        "@type": "DataDownload",
        "name": "datapackage.json",
        "encodingFormat": "application/json",
        "contentUrl": of.manifest(address),
    });
    files.chain([manifest]).collect()
}

/// The path from the overview to the page; `None` for the overview itself.
pub fn breadcrumbs(address: &SiteAddress, page: &PageEntry) -> Option<Value> {
    if page.crumbs.len() < 2 {
        return None;
    }
    let steps = page.crumbs.iter().enumerate().map(|(at, (title, path))| {
        json!({
            "@type": "ListItem",
            "position": at + 1,
            "name": title,
            "item": address.url(path),
        })
    });
    let mut out = Object::linked("BreadcrumbList");
    out.list("itemListElement", steps);
    Some(out.done())
}

/// A page of text.
pub fn article(address: &SiteAddress, site: &Site, page: &PageEntry, locale: Locale) -> Value {
    let url = address.url(&page.path);
    let publisher = publisher(address, site);
    let mut out = Object::linked("Article");
    out.put("@id", format!("{url}#article"));
    out.put("headline", &page.title);
    out.put("description", &page.description);
    out.put("url", &url);
    out.put("mainEntityOfPage", &url);
    out.some("dateModified", page.modified.as_deref());
    out.put("inLanguage", locale.tag());
    out.put("author", publisher.clone());
    out.put("publisher", publisher);
    out.put(
        "isPartOf",
        json!({ "@type": "WebSite", "name": site.title, "url": address.url("") }),
    );
    out.done()
}

/// A published figure: its publisher, where it was published, and the number as far as it is known.
/// `page` describes the claim in a sentence; `figure` is the figure of the claim itself; `of` is
/// its package.
pub fn claim(
    address: &SiteAddress,
    page: &PageEntry,
    claim: &ClaimPage,
    figure: &FigureWords,
    of: &Described,
    locale: Locale,
) -> Option<Value> {
    if !of.is_real() {
        return None;
    }
    let url = address.url(&page.path);
    let mut out = Object::linked("Claim");
    out.put("@id", format!("{url}#claim"));
    out.put("name", &claim.title);
    out.put("text", &page.description);
    out.put("url", &url);
    out.put("inLanguage", locale.tag());
    out.some("about", number(claim, figure, locale));
    out.some("temporalCoverage", span(figure));
    let strongest = claim.statements.first().map(|it| &it.source);
    out.some("author", strongest.and_then(organization));
    out.list("appearance", claim.statements.iter().map(appearance));
    out.put("isBasedOn", format!("{}#dataset", of.page(address)));
    Some(out.done())
}

/// The number, with bounds only where they are known, and its published qualifier.
fn number(claim: &ClaimPage, figure: &FigureWords, locale: Locale) -> Option<Value> {
    let row = claim.frame.rows.first()?;
    let quantity = row.cell.quantity?;
    let measure = &claim.frame.measure;
    let is_result = row.kind == Some(Kind::Actual);
    let mut out = Object::of(if is_result {
        "Observation"
    } else {
        "QuantitativeValue"
    });
    out.put("name", &measure.title);
    if is_result {
        // What was measured, of what, and when; a goal was not measured.
        out.put("variableMeasured", &measure.title);
        out.put("observationAbout", thing("Thing", &figure.scope));
        out.some("observationDate", figure.as_of.as_deref());
    }
    out.some("description", measure.definition.as_deref());
    let unit = unit_long(&measure.unit).map(|message| locale.text(message));
    out.some("unitText", unit);
    bounds(&mut out, &quantity);
    let kind = row.kind.map(|kind| property("kind", kind.as_str()));
    let word = property("qualifier", quantity.word.as_str());
    out.list("additionalProperty", kind.into_iter().chain([word]));
    Some(out.done())
}

fn bounds(out: &mut Object, quantity: &Quantity) {
    let (low, high) = (quantity.low.map(|it| it.at), quantity.high.map(|it| it.at));
    match quantity.word {
        Qualifier::Exact | Qualifier::About | Qualifier::Nearly => {
            out.some("value", low.or(high).map(plain));
        }
        _ => {
            out.some("minValue", low.map(plain));
            out.some("maxValue", high.map(plain));
        }
    }
}

/// 25000 rather than 25000.0.
fn plain(number: f64) -> Value {
    let whole = number as i64;
    if whole as f64 == number {
        Value::from(whole)
    } else {
        Value::from(number)
    }
}

fn property(name: &str, value: &str) -> Value {
    json!({ "@type": "PropertyValue", "name": name, "value": value })
}

fn span(figure: &FigureWords) -> Option<String> {
    let (start, end) = figure.period.as_ref()?;
    let date = |text: &Option<String>| DateWords::parse(text.as_deref()?);
    let start = date(start).map(|date| date.first_day());
    let end = date(end).map(|date| date.last_day());
    match (start, end) {
        (None, None) => None,
        // `..` is an unknown end.
        (start, end) => Some(format!(
            "{}/{}",
            start.as_deref().unwrap_or(".."),
            end.as_deref().unwrap_or("..")
        )),
    }
}

fn appearance(statement: &Statement) -> Value {
    let source = &statement.source;
    let mut out = Object::of("CreativeWork");
    out.text("name", &source.title);
    out.text("url", &source.url);
    out.some("publisher", organization(source));
    out.some("datePublished", statement.published_on.as_deref());
    out.text("text", &statement.quote);
    out.done()
}

fn organization(source: &SourceWords) -> Option<Value> {
    (!source.publisher.is_empty()).then(|| thing("Organization", &source.publisher))
}

fn publisher(address: &SiteAddress, site: &Site) -> Value {
    json!({ "@type": "Organization", "name": site.publisher, "url": address.url("") })
}

fn thing(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

/// One data block for the head of a page; empty where there is no statement. It is never executed,
/// so the Content-Security-Policy does not block it. `<` is escaped, so that no text can end the
/// block.
pub fn script(values: &[Value]) -> String {
    let text = match values {
        [] => return String::new(),
        [one] => one.to_string(),
        many => Value::from(many).to_string(),
    };
    let safe = text
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    format!("<script type=\"application/ld+json\">{safe}</script>")
}
