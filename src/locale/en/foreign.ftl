### Somebody else's data: whose they are, how their columns are read, and how to open them.

## How a column can be read.

reading-group = Groups
reading-usps = States, by postal code
reading-fips = States, by FIPS code
reading-state-name = States, by name
reading-naics = Industries, by NAICS code
reading-soc = Occupations, by SOC code
reading-year = Years
reading-quarter = Quarters
reading-month = Months
reading-date = Days
reading-month-first = Days, month first (3/9/2024 is March 9)
reading-day-first = Days, day first (3/9/2024 is September 3)
reading-excel-from-1900 = Spreadsheet day numbers, counted from 1900
reading-excel-from-1904 = Spreadsheet day numbers, counted from 1904
reading-sum = Numbers that add up
reading-stock = Numbers that add up, but not over time
reading-value = Numbers that are never added up
reading-withheld = Marks of withheld rows (a 0 there is not zero)
reading-leave = Not used
reading-auto = As proposed

## Answers about the cells of a column.

hint-none = Not said
hint-point = Decimal point (1,234.5)
hint-comma = Decimal comma (1.234,5)
hint-percent = Numbers without a sign are percent
hint-fraction = Numbers without a sign are fractions (0.9 is 90 %)
hint-magnitude = k, M and B are thousand, million and billion
hint-notes = Letters and signs after a number are footnote marks
hint-positive = Never below zero
hint-whole = The row in question is a total
hint-part = No row is a total
hint-gaps = Codes such as -99 mean “no value”
hint-numbers = These cells are numbers
hint-wide = Keep these columns as columns
hint-rows = Read these columns as rows
hint-empty = Empty cells stay empty

## Why it is read so.

why-codes = its cells are such codes
why-period = its cells are such periods
why-words = { $count ->
    [one] { $count } different value
   *[other] { $count } different values
}
why-too-many = { $count } different values, too many to compare
why-count = its name says “{ $word }”, which adds up
why-no-sum = its name says “{ $word }”, which does not add up
why-nothing-said = nothing says that these may be added up
why-whole = “{ $whole }” is the total of its own parts, so a sum would count them twice
why-two-readings = “{ $cell }” can be read as { $first } or as { $second }, so the column is not read as numbers. Choose one of the answers, or add “{ $one }” or “{ $other }” to the address
why-withheld = its name and its few marks ({ $marks }) say which rows are withheld
why-mixed-units = its cells have different units, so they are not added
why-by-indicator = “{ $indicator }” says what each value is of, and values of different things are not added
why-repeats = { $rows } rows agree in every column that is not a number (lines { $lines }), so they may be repeats. If they are parts, choose “Numbers that add up”
why-maybe-whole = a row of “{ $column }” may be a total; answer the question there first
why-identifier = its name says “{ $word }”
why-coordinates = these are places on the globe
why-period-unclear = “{ $example }” can be read in { $count } ways: choose one
why-period-mixed = its cells, such as “{ $example }”, name periods that have no common order
why-time-unclear = the periods in this table have no certain order, and these numbers do not add up over time
why-other-dates = days written like “{ $example }” cannot be put in order here; 2024-03-09 can
why-over-columns = { $count } columns of the file are named by it
why-empty = it has no values
why-chosen = you chose this

## The rows themselves.

foreign-rows = Rows
foreign-joined = { $year } and { $part }

## Whose data they are.

foreign-own = another package on this site
foreign-host = { $host }
foreign-files = your own files
foreign-banner = Not this site’s data. They come from { $whose }, were opened by their address, and are neither published nor checked here.
foreign-banner-files = Not this site’s data. They come from files you opened, which stay on this machine: nothing was sent anywhere.
foreign-document-title = { $title } · data of { $whose }
foreign-source = Data: “{ $title }”, { $whose }. Neither published nor checked by this site.
foreign-source-named = Data: “{ $title }”, { $whose }, which names as its source: { $source }. Neither published nor checked by this site.
foreign-not-opened-title = These data could not be opened
foreign-not-opened = Fix the problem below and reload the page.

## What was decided about a table.

foreign-told = How “{ $table }” was read:
foreign-first-rows = First rows of the file
foreign-first-rows-of = First rows of { $table }
foreign-answer-of = Answer about { $column }
told-blank = (empty)
told-encoding = The file is not UTF-8. It was read as { $name }. If letters look wrong, save it as “CSV UTF-8” and open it again.
told-parts = The table is in { $files } files, which were read one after the other. Lines are counted through all of them.
told-title = { $lines ->
    [one] One line above the heading was read as a title
   *[other] { $lines } lines above the heading were read as a title
}: “{ $text }”.
told-heading = The heading has { $lines } lines, which were joined.
told-no-heading = The first line looks like data, so the columns are named by their place.
told-twice = The heading “{ $name }” appears twice. The one in column { $column } is called “{ $own }”.
told-heading-again = { $rows ->
    [one] The heading is repeated in one row, which is left out.
   *[other] The heading is repeated in { $rows } rows, which are left out.
}
told-below = { $rows ->
    [one] One line below the table is not data and was left out
   *[other] { $rows } lines below the table are not data and were left out
} (from line { $line }: “{ $text }”).
told-second-table = A second table begins at line { $line }. It is the table “{ $table }” in the list of columns.
told-quotation-mark = Cells are written between { $mark } and { $mark }, which are not part of them.
told-escape-mark = A { $mark } before a quotation mark makes the mark part of the text.
told-damaged = { $rows ->
    [one] One row (line { $lines }) has text after a closing quotation mark, so where its cells end is not clear. It was left out. Write each quotation mark within a text twice.
   *[other] { $rows } rows (lines { $lines }) have text after a closing quotation mark, so where their cells end is not clear. They were left out. Write each quotation mark within a text twice.
}
told-shifted = { $rows ->
    [one] One row (line { $lines }) has fewer cells than the heading, and its cells do not fit the columns they are in. It was left out. Add the missing cell.
   *[other] { $rows } rows (lines { $lines }) have fewer cells than the heading, and their cells do not fit the columns they are in. They were left out. Add the missing cells.
}
told-extra = { $rows ->
    [one] One row (line { $lines }) has more cells than the heading, the last of them empty. Check that its cells are in the right columns.
   *[other] { $rows } rows (lines { $lines }) have more cells than the heading, the last of them empty. Check that their cells are in the right columns.
}
told-short = { $rows ->
    [one] One row (line { $lines }) has fewer cells than the heading. The missing ones are read as empty.
   *[other] { $rows } rows (lines { $lines }) have fewer cells than the heading. The missing ones are read as empty.
}
told-wholes = { $rows ->
    [one] One row of “{ $column }” is a total of other rows and is not added to them: { $words }, line { $lines }. To add it, put “{ $part }” in the address.
   *[other] { $rows } rows of “{ $column }” are totals of other rows and are not added to them: { $words }, lines { $lines }. To add them, put “{ $part }” in the address.
}
told-maybe-whole = { $words } in “{ $column }” (line { $lines }) has the sum of other rows. Is it a total? Until you say so, nothing is added over “{ $column }”. Put “{ $whole }” in the address if it is, “{ $part }” if it is not.
told-no-whole = “{ $word }” in “{ $column }” (line { $lines }) is read as a part: its numbers are smaller than those of another row. If it is a total, put “{ $whole }” in the address.
told-withheld = { $rows ->
    [one] “{ $column }” marks one row as withheld ({ $marks }). A 0 there is shown as withheld, not as zero.
   *[other] “{ $column }” marks { $rows } rows as withheld ({ $marks }). A 0 there is shown as withheld, not as zero.
}
told-not-searched = The table is too large to search for totals that no word names. Before you add its numbers, check that no row is a total of others.
told-hidden-rows = { $count ->
    [one] Row { $rows } is hidden in the spreadsheet. It is read like the others.
   *[other] Rows { $rows } are hidden in the spreadsheet. They are read like the others.
}
told-hidden-columns = { $count ->
    [one] Column { $columns } is hidden in the spreadsheet. It is read like the others.
   *[other] Columns { $columns } are hidden in the spreadsheet. They are read like the others.
}
told-hidden-sheets = { $count ->
    [one] The sheet { $sheets } is hidden and is not read. To read it, unhide it and save the file.
   *[other] The sheets { $sheets } are hidden and are not read. To read them, unhide them and save the file.
}
told-no-stored-value = { $count ->
    [one] The cell { $cells } has a formula and no value. Open the file in a spreadsheet program and save it there, so that its value is stored.
   *[other] The cells { $cells } have formulas and no values. Open the file in a spreadsheet program and save it there, so that their values are stored.
}
told-text-numbers = { $count ->
    [one] The number in { $cells } is stored as text. It is read as a number.
   *[other] The numbers in { $cells } are stored as text. They are read as numbers.
}
told-merged-texts = Each text that is merged over several rows ({ $cells }) was read for each of its rows.
told-merged-numbers = Each number in merged cells ({ $cells }) was read for the first of them alone, so that it is added once.
told-covered-cells = { $count ->
    [one] The cell { $cells } is under a merged cell, so the spreadsheet does not show its value. It was not read.
   *[other] The cells { $cells } are under merged cells, so the spreadsheet does not show their values. They were not read.
}
told-divided-as-shown = { $count ->
    [one] The spreadsheet shows the numbers of column { $columns } divided by a thousand or a million, and a heading or title says so. They are read as shown.
   *[other] The spreadsheet shows the numbers of columns { $columns } divided by a thousand or a million, and a heading or title says so. They are read as shown.
}
told-divided-in-full = { $count ->
    [one] The spreadsheet shows the numbers of column { $columns } divided by a thousand or a million. They are read in full.
   *[other] The spreadsheet shows the numbers of columns { $columns } divided by a thousand or a million. They are read in full.
}
told-zeros-with-status = { $rows ->
    [one] “{ $column }” says that one row has no value ({ $marks }). A 0 there is shown as missing or suppressed, not as zero.
   *[other] “{ $column }” says that { $rows } rows have no value ({ $marks }). A 0 there is shown as missing or suppressed, not as zero.
}
told-lists-in-records = { $columns } holds lists, which are shown as text.
told-first-sheet = Only the first sheet or file of it is read. Not read: { $others }.
told-multiplied = { $rows ->
    [one] One value was multiplied as its row asks (UNIT_MULT).
   *[other] { $rows } values were multiplied as their rows ask (UNIT_MULT).
}
told-heading-moved = The heading has one cell fewer than the rows, which begin with a number or name of their own. So the heading is read one column to the right.
told-heading-short = The heading has one cell fewer than the rows. Check that each column has the right name.
told-beside = Two tables are side by side in the same lines. The one from column { $column } is the table “{ $table }” in the list of columns.
told-scale = A line beside the table says that its numbers are “{ $scale }”. They are shown as they are written, with these words in the title.
told-melted = The columns { $columns } were read as rows, with “{ $field }” as a column of its own. To keep them as columns, put “{ $wide }” in the address.
told-melted-without = The columns { $columns } were read as rows, with “{ $field }” as a column of its own. { $left } are not used then. To keep all of them as columns, put “{ $wide }” in the address.
told-may-melt = The columns { $columns } can be read as rows, with “{ $field }” as a column of its own. Put “{ $rows }” in the address.
told-filled-down = { $rows ->
    [one] Empty cells of “{ $column }” below a word are read as that word (one row). To leave them empty, put “{ $empty }” in the address.
   *[other] Empty cells of “{ $column }” below a word are read as that word ({ $rows } rows). To leave them empty, put “{ $empty }” in the address.
}
told-kinds = “{ $column }” says what each number is: { $words }. Numbers of different kinds are not added.
told-overlap = In “{ $column }” some words overlap: { $words }. Nothing is added over “{ $column }”.
told-levels = “{ $column }” has codes of several levels: { $words } have longer codes below them, and the sums do not agree. Nothing is added over “{ $column }”. If the shorter codes are totals, put “{ $whole }” in the address; if they are not, “{ $part }”.
told-statistic = “{ $word }” in “{ $column }” (line { $lines }) is calculated from the other rows, so it is not added to them. To add it, put “{ $part }” in the address.
told-maybe-statistic = “{ $word }” in “{ $column }” (line { $lines }) may be calculated from other rows. Until you say so, nothing is added over “{ $column }”. Put “{ $whole }” in the address if it is, “{ $part }” if it is a row like the others.
told-total-differs = “{ $word }” in “{ $column }” (line { $line }) is published as { $published } for “{ $measure }”. Its parts add up to { $sum }. The published total is shown as the total.
told-total-not-shown = “{ $word }” in “{ $column }” (line { $line }) is published as { $published } for “{ $measure }”. Its parts add up to { $sum }. Not every group has a published total, so sums here are of the parts.
told-dates-among-ranges = In “{ $column }” each of { $words } may be a range that a spreadsheet turned into a date. The words are shown as they are written.
foreign-no-value = no value
foreign-cell-bracketed = “{ $cell }” may be a footnote mark or a negative number
foreign-cell-bracketed-remedy = choose “footnote marks” or “These cells are numbers” for this column under “How the columns are read”
told-own-export = This file was exported by this site. Apostrophes that it set before = + - @ are taken off again.

## How the columns are read.

foreign-columns = How the { $count ->
    [one] { $count } column is read
   *[other] { $count } columns are read
}
foreign-columns-note = This package does not say what its columns are for, so this site proposes it from their types, names and cells. Where that is wrong, choose another reading: the address keeps it.
foreign-column = Column
foreign-examples = For example
foreign-reading = Read as
foreign-why = Because
foreign-reading-of = Reading of { $column }

## Opening them.

foreign-open-title = Open your own data here
foreign-open-note = Any table of results works: a CSV file, an Excel or OpenDocument spreadsheet, JSON records, JSON-stat, SDMX, each of them as gzip or zip, or a Frictionless Data Package.
foreign-open-address = Address of a table or a datapackage.json
foreign-open-button = Open
foreign-open-files = Files on this machine
foreign-open-files-note = Or drop them anywhere on this page. Files are read in this browser and never leave this machine.
foreign-opening = Reading files
