### Data and methods.
data-title = Data and methods
data-description = Every table behind this site: what it means, where it comes from, what is unknown, and how to download it.
data-lede = Everything shown here is made from these files. Each can be downloaded, and each is checked when it is loaded.
data-packages = Data sets
data-illustrative = Illustrative: made-up numbers
data-package-version = Version { $version }, { $date }
data-open = Tables, definitions and downloads
data-methods = How numbers are treated
data-method-qualifier = “More than”, “at least”, “about” and ranges stay as they were published. A sum with a missing part is written “at least”.
data-method-kind = Results, targets, projections and commitments are kept apart: no series mixes them and no sum adds them.
data-method-median = Medians and percentiles are shown only as published. They are never averaged.
data-method-dates = “As of” is used only where a source itself gives the date of a number. Otherwise the day of publication is named.
data-method-status = A missing value keeps its reason, in the words of the SDMX code list for observation status.
package-document-title = Data: { $package }
package-description = Tables, definitions, sources, licenses and downloads of: { $package }
package-explore = Explore this data set
package-manifest = Download the description of the data set (datapackage.json)
package-versions = Versions
package-version-line = Version { $version }, { $date }
package-sources = Sources
package-licences = Licenses
package-validation = Check of the data
package-valid = Every cell of { $tables } tables and { $rows } rows was held against its description. No problem was found.
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
package-rules = Rules
package-required = required
package-unique = unique
package-allowed = one of { $values }
package-range-from = at least { $minimum }
package-range-to = at most { $maximum }
package-key = key of { $resource }
package-marker = { $marker } means: { $meaning }
package-definitions = Definitions
package-unknowns = What is not known
package-corrections = What was changed from the raw findings
package-corrections-count = { $count ->
    [one] { $count } change, with its reason
   *[other] { $count } changes, each with its reason
}
package-correction = { $record }: “{ $field }” was “{ $was }” and is now “{ $now }”.
package-slices = { $count ->
    [one] Also published in { $count } part, for pages that need only that part.
   *[other] Also published in { $count } parts, for pages that need only one.
}
package-source-of = Source
