### What stands beside numbers that are taken away.

## Words in files.
export-licence = { $name }: { $address }
export-caption = { $title }. { $summary } { $source }
export-rows = Rows

## Ways to cite.
cite-version = { $site }, data version { $version }
cite-foreign = Shown on { $site } from data of { $whose }, “{ $package }”, which it neither publishes nor checks
cite-no-date = n.d.
cite-short = { $publisher }. { $title }. { $from }. { $link }
cite-apa = { $publisher }. ({ $year }). { $title } [Chart]. { $from }. { $link }
cite-chicago = { $publisher }. “{ $title }.” { $from }. { $date }. { $link }
cite-mla = { $publisher }. “{ $title }.” { $from }, { $date }. { $link }

## The second sheet of a workbook.
export-sheet-data = Data
export-sheet-illustrative = Illustrative data
export-sheet-about = About
export-title = Title
export-warning = Read this first
export-subtitle = What is shown
export-summary = In short
export-note = Note
export-source = Source
export-definition = Definition
export-unit = Unit
export-licence-name = License
export-no-licence = The data do not say under which license they may be used. Ask their publisher.
export-address = The same numbers on the web
export-cite = Cite as ({ $style })
export-status-codes = Words in the column “status”
export-qualifiers = Words in the column “qualifier”
export-exact = The number as it was published.
export-about = The source says “about”: how far off the number may be is not known.
export-nearly = The source says “nearly”: the number itself is a little lower.
export-more-than = The source says “more than”: the number is its lower end, which is not reached.
export-at-least = The number is the lower end.
export-up-to = The number is the upper end.
export-less-than = The source says “less than”: the number is its upper end, which is not reached.
export-between = Only the two ends are known: see the columns “low” and “high”.
