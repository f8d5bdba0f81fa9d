### The words of downloaded files.

## Words in files.
export-licence = { $name }: { $address }
export-caption = { $title }. { $summary } { $source }
export-rows = Rows

## A Word document with all charts of a report.
export-figure = Figure
export-report-title = { $count ->
    [one] Report with one chart
   *[other] Report with { $count } charts
}
export-report-date = From { $site }. Newest data: { $date }.
export-report-figures = Figures
export-bibliography = Bibliography

## Ways to cite.
cite-version = { $site }, data version { $version }
cite-foreign = Shown on { $site } from data of { $whose }, “{ $package }”, which the site did not publish or check
cite-no-date = n.d.
cite-short = { $publisher }. { $title }. { $from }. { $link }
cite-apa = { $publisher }. ({ $year }). { $title } [Chart]. { $from }. { $link }
cite-chicago = { $publisher }. “{ $title }.” { $from }. { $date }. { $link }
cite-mla = { $publisher }. “{ $title }.” { $from }, { $date }. { $link }

## The sheets of a workbook.
export-sheet-data = Data
export-sheet-illustrative = Illustrative data
export-sheet-about = About
export-sheet-chart = Chart
export-chart-numbers = Numbers in this chart
export-chart-series-kind = { $series } ({ $kind })
export-chart-instead = On the site, these numbers are shown as: { $view }. The Excel chart shows them as: { $own }.
export-chart-apart = The parts are side by side. Stacked, a part without an exact number would make the whole look smaller.
export-chart-item = { $label }: { $value }
export-chart-gaps = { $count ->
    [one] One row has no single number. It is a gap in the chart, not a zero: { $list }.
   *[other] { $count } rows have no single number. They are gaps in the chart, not zeros: { $list }.
}
export-chart-many-gaps = { $count ->
    [one] One row has no single number. It is left out of the chart and is not a zero. The columns “value_in_words” and “status” say why.
   *[other] { $count } rows have no single number. They are left out of the chart and are not zeros. The columns “value_in_words” and “status” say why.
}
export-chart-inexact = { $count ->
    [one] For one row, the chart shows the published number without its qualifier: { $list }.
   *[other] For { $count } rows, the chart shows the published numbers without their qualifiers: { $list }.
}
export-chart-many-inexact = { $count ->
    [one] For one row, the chart shows the published number alone. Its qualifier is in the column “value_in_words”.
   *[other] For { $count } rows, the chart shows the published numbers alone. Their qualifiers are in the column “value_in_words”.
}
export-chart-absent = Why there is no chart
export-chart-none = There is no Excel chart because no row has a single number.
export-chart-series = There is no Excel chart because its { $count } series would need more colors than readers can tell apart.
export-chart-rows = There is no Excel chart because its { $count } rows would not be readable.
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
