### The words of downloaded files.

## Words in files.
export-licence = { $name }: { $address }
export-caption = { $title }. { $summary } { $source }
export-rows = Rows

## Ways to cite.
cite-version = { $site }, data version { $version }
cite-foreign = Shown on { $site } from data of { $whose }, “{ $package }”, which the site did not publish or check
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
export-subtitle = What it shows
export-summary = Summary
export-note = Note
export-source = Source
export-definition = Definition
export-unit = Unit
export-licence-name = License
export-no-licence = The data do not name a license. Ask their publisher how you may use them.
export-address = Web address of this chart
export-cite = Cite as ({ $style })
export-status-codes = Codes in the column “status”
export-qualifiers = Codes in the column “qualifier”
export-exact = The number as published.
export-about = The source says “about”. How far off the number may be is not known.
export-nearly = The source says “nearly”. The true number is a little lower.
export-more-than = The source says “more than”. The true number is higher than this one.
export-at-least = The source says “at least”. The true number is this or higher.
export-up-to = The source says “up to”. The true number is this or lower.
export-less-than = The source says “less than”. The true number is lower than this one.
export-between = Only the two ends are known. See the columns “low” and “high”.
