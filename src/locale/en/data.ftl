### Data and methods.
data-title = Data and methods
data-description = Tables, definitions, sources and downloads for every number on this site. Also what is not known.
data-lede = Every number on this site comes from these files. You can download each file. Each is checked when it loads.
data-packages = Data sets
data-illustrative = Illustrative: made-up numbers
data-package-version = Version { $version }, { $date }
data-open = Tables, definitions and downloads
data-methods = Methodology
data-method-qualifier = “More than”, “at least”, “about” and ranges are kept as published. A sum with a missing part is shown as “at least”.
data-method-kind = Results, targets, projections and commitments are separate. They are never in one series. They are never added.
data-method-median = Medians and percentiles are shown only as published. They are never averaged.
data-method-dates = “As of” appears only where the source itself dates the number. Otherwise we give the date of publication.
data-method-ratio = We divide two published numbers only if both are results for the whole grant with nearly the same date. The second number must be large enough.
data-method-status = A missing value keeps its reason, from the SDMX code list for observation status.
package-document-title = Data: { $package }
package-description = Tables, definitions, sources, licenses and downloads for: { $package }
package-explore = Explore this data set
package-manifest = Download the data package description (datapackage.json)
package-versions = Versions
package-version-line = Version { $version }, { $date }
package-version-explore = Explore
package-version-explore-name = Explore version { $version }
package-version-dashboard = Dashboard
package-version-dashboard-name = Dashboard of version { $version }
package-sources = Sources
package-licences = Licenses
package-validation = Data validation
package-valid = We checked every cell of { $tables } tables and { $rows } rows against the description. There are no problems.
package-problems = { $count ->
    [one] { $count } problem was found:
   *[other] { $count } problems were found:
}
package-tables = Tables
package-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
package-download = Download { $file }
package-field = Field
package-type = Type
package-meaning = Meaning
package-rules = Constraints
package-required = required
package-unique = unique
package-allowed = one of { $values }
package-range-from = at least { $minimum }
package-range-to = at most { $maximum }
package-key = key of { $resource }
package-marker = { $marker } means: { $meaning }
package-definitions = Definitions
package-unknowns = Known gaps
package-corrections = Corrections to the data
package-corrections-count = { $count ->
    [one] { $count } correction, with its reason
   *[other] { $count } corrections, each with its reason
}
package-correction = { $record }: “{ $field }” was “{ $was }” and is now “{ $now }”.
package-slices = { $count ->
    [one] Also published in { $count } part, for pages that need only that part.
   *[other] Also published in { $count } parts, for pages that need only one.
}
package-source-of = Source
