### External data: the owner, how the columns are read, and how to open the data.

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
reading-withheld = Suppression marks (a 0 in a marked row is not zero)
reading-leave = Not used
reading-auto = As suggested

## Answers about the cells of a column.

hint-none = No answer
hint-point = Decimal point (1,234.5)
hint-comma = Decimal comma (1.234,5)
hint-percent = Numbers without a percent sign are percentages
hint-fraction = Numbers without a percent sign are fractions (0.9 is 90%)
hint-magnitude = k, M and B are thousand, million and billion
hint-notes = Letters and signs after a number are footnote marks
hint-positive = Never below zero
hint-whole = The row is a total
hint-part = No row is a total
hint-gaps = Codes such as -99 mean “no value”
hint-numbers = These cells are numbers
hint-wide = Keep these columns as columns
hint-rows = Read these columns as rows
hint-empty = Empty cells stay empty

## The reason for a reading.

why-codes = its cells contain these codes
why-period = its cells contain these periods
why-words = { $count ->
    [one] { $count } different value
   *[other] { $count } different values
}
why-too-many = { $count } different values, too many to compare
why-count = its name includes “{ $word }”, so its numbers can be added
why-no-sum = its name includes “{ $word }”, so its numbers cannot be added
why-nothing-said = the file does not show that its numbers can be added
why-whole = “{ $whole }” is a total, so a sum would count its parts twice
why-two-readings = “{ $cell }” can be read as { $first } or as { $second }, so this column is not read as numbers. Choose one of the answers, or add “{ $one }” or “{ $other }” to the address
why-withheld = its name and its few values ({ $marks }) show which rows are suppressed
why-mixed-units = its cells have different units, so they are not added
why-by-indicator = “{ $indicator }” names the measure of each value, and values of different measures are not added
why-repeats = { $rows } rows may be repeats (lines { $lines }): they differ only in columns of numbers, or not at all. If they are not repeats, choose “Numbers that add up”
why-maybe-whole = a row of “{ $column }” may be a total. Answer the question about “{ $column }” first
why-identifier = its name includes “{ $word }”
why-coordinates = its values are map coordinates
why-period-unclear = “{ $example }” can be read in { $count } ways. Choose one
why-period-mixed = its cells, such as “{ $example }”, name periods that cannot be put in order
why-time-unclear = the periods in this table have no clear order, and these numbers cannot be added over time
why-other-dates = dates written like “{ $example }” cannot be put in order. Write them like 2024-03-09
why-over-columns = its values are the headings of { $count } columns of the file
why-empty = it has no values
why-chosen = you chose this

## The rows themselves.

foreign-rows = Rows
foreign-joined = { $year } and { $part }

## The owner of the data.

foreign-own = another package on this server
foreign-host = { $host }
foreign-files = your own files
foreign-banner = This site did not publish or check these data. They come from { $whose } and were opened by their address.
foreign-banner-files = This site did not publish or check these data. They come from files that you opened. The files stay on this computer: nothing was sent anywhere.
foreign-document-title = { $title } · data from { $whose }
foreign-source = Source: “{ $title }” from { $whose }. This site did not publish or check these data.
foreign-source-named = Source: “{ $title }” from { $whose }, which names { $source } as its source. This site did not publish or check these data.
foreign-not-opened-title = These data could not be opened
foreign-not-opened = Fix the problem below and reload the page.

## What was decided about a table.

foreign-told = How “{ $table }” was read:
foreign-first-rows = First rows of the file
foreign-first-rows-of = First rows of { $table }
foreign-answer-of = Answer for { $column }
told-blank = (empty)
told-encoding = The file is not UTF-8, so it was read as { $name }. If letters look wrong, save the file as “CSV UTF-8” and open it again.
told-parts = The table is in { $files } files, which were read one after the other. Line numbers continue from one file to the next.
told-title = { $lines ->
    [one] One line above the heading was read as a title
   *[other] { $lines } lines above the heading were read as a title
}: “{ $text }”.
told-heading = The heading has { $lines } lines, which were joined into one.
told-no-heading = The first line looks like data, so the columns are named by their position.
told-twice = The heading “{ $name }” appears twice. Column { $column } is now called “{ $own }”.
told-heading-again = { $rows ->
    [one] One row repeats the heading. It was left out.
   *[other] { $rows } rows repeat the heading. They were left out.
}
told-below = { $rows ->
    [one] One line below the table is not data and was left out
   *[other] { $rows } lines below the table are not data and were left out
} (from line { $line }: “{ $text }”).
told-second-table = A second table begins at line { $line }. It is called “{ $table }” in the list of columns.
told-quotation-mark = Cells are enclosed in { $mark } marks. These marks were removed.
told-escape-mark = The file writes { $mark } before a quotation mark that is part of a text.
told-damaged = { $rows ->
    [one] One row (line { $lines }) has text after a closing quotation mark, so it is not clear where its cells end. It was left out. Write each quotation mark within a text twice.
   *[other] { $rows } rows (lines { $lines }) have text after a closing quotation mark, so it is not clear where their cells end. They were left out. Write each quotation mark within a text twice.
}
told-shifted = { $rows ->
    [one] One row (line { $lines }) has fewer cells than the heading, and its cells do not fit their columns. It was left out. Add the missing cell.
   *[other] { $rows } rows (lines { $lines }) have fewer cells than the heading, and their cells do not fit their columns. They were left out. Add the missing cells.
}
told-extra = { $rows ->
    [one] One row (line { $lines }) has more cells than the heading, and its last cells are empty. Check that its cells are in the right columns.
   *[other] { $rows } rows (lines { $lines }) have more cells than the heading, and their last cells are empty. Check that their cells are in the right columns.
}
told-short = { $rows ->
    [one] One row (line { $lines }) has fewer cells than the heading. The missing cells were read as empty.
   *[other] { $rows } rows (lines { $lines }) have fewer cells than the heading. The missing cells were read as empty.
}
told-wholes = { $rows ->
    [one] One row of “{ $column }” is a total of other rows, so it is not added to them: { $words }, line { $lines }. To add it, put “{ $part }” in the address.
   *[other] { $rows } rows of “{ $column }” are totals of other rows, so they are not added to them: { $words }, lines { $lines }. To add them, put “{ $part }” in the address.
}
told-maybe-whole = { $words } in “{ $column }” (line { $lines }) may be a total: the numbers equal the sum of other rows. Until you answer, numbers are not added across “{ $column }”. If it is a total, put “{ $whole }” in the address. If not, put “{ $part }” there.
told-no-whole = “{ $word }” in “{ $column }” (line { $lines }) was read as a part, not a total: its numbers are smaller than those of another row. If it is a total, put “{ $whole }” in the address.
told-withheld = { $rows ->
    [one] “{ $column }” marks one row as suppressed ({ $marks }). A 0 in that row is shown as suppressed, not as zero.
   *[other] “{ $column }” marks { $rows } rows as suppressed ({ $marks }). A 0 in those rows is shown as suppressed, not as zero.
}
told-not-searched = The table is too large to search for totals that are not labeled as totals. Before you add its numbers, check that no row is a total of others.
told-hidden-rows = { $count ->
    [one] Row { $rows } is hidden in the spreadsheet. It was read like the others.
   *[other] Rows { $rows } are hidden in the spreadsheet. They were read like the others.
}
told-hidden-columns = { $count ->
    [one] Column { $columns } is hidden in the spreadsheet. It was read like the others.
   *[other] Columns { $columns } are hidden in the spreadsheet. They were read like the others.
}
told-hidden-sheets = { $count ->
    [one] The sheet { $sheets } is hidden, so it was not read. To read it, unhide it and save the file.
   *[other] The sheets { $sheets } are hidden, so they were not read. To read them, unhide them and save the file.
}
told-no-stored-value = { $count ->
    [one] The cell { $cells } has a formula but no stored value. Open the file in a spreadsheet program and save it there, so that the value is stored.
   *[other] The cells { $cells } have formulas but no stored values. Open the file in a spreadsheet program and save it there, so that the values are stored.
}
told-text-numbers = { $count ->
    [one] The number in { $cells } is stored as text. It was read as a number.
   *[other] The numbers in { $cells } are stored as text. They were read as numbers.
}
told-merged-texts = The text of merged cells ({ $cells }) was read in each of their rows.
told-merged-numbers = The number in merged cells ({ $cells }) was read only in the first cell, so that it is added once.
told-covered-cells = { $count ->
    [one] The cell { $cells } is under a merged cell, so the spreadsheet does not show its value. It was not read.
   *[other] The cells { $cells } are under merged cells, so the spreadsheet does not show their values. They were not read.
}
told-divided-as-shown = { $count ->
    [one] The spreadsheet shows the numbers of column { $columns } divided by a thousand or a million, and a heading or title says so. They were read as shown.
   *[other] The spreadsheet shows the numbers of columns { $columns } divided by a thousand or a million, and a heading or title says so. They were read as shown.
}
told-divided-in-full = { $count ->
    [one] The spreadsheet shows the numbers of column { $columns } divided by a thousand or a million. They were read in full.
   *[other] The spreadsheet shows the numbers of columns { $columns } divided by a thousand or a million. They were read in full.
}
told-zeros-with-status = { $rows ->
    [one] “{ $column }” says that one row has no value ({ $marks }). A 0 in that row is shown as missing or suppressed, not as zero.
   *[other] “{ $column }” says that { $rows } rows have no value ({ $marks }). A 0 in those rows is shown as missing or suppressed, not as zero.
}
told-nested-columns = Columns with lists or maps were not read: { $columns }. To read them, save a table with one value in each cell.
told-other-types = Columns of these types were not read: { $columns }. To read them, save them as numbers, texts or dates.
told-not-finite = { $count ->
    [one] “{ $column }” has NaN or infinity in row { $rows }. That is not a number, so it is not used.
   *[other] “{ $column }” has NaN or infinity in { $count } rows: { $rows }. Those are not numbers, so they are not used.
}
told-unfit-values = { $count ->
    [one] “{ $column }” has a value in row { $rows } that does not fit the column's type, so the cell was left empty. Correct it in the program that made the file.
   *[other] “{ $column }” has values in { $count } rows that do not fit the column's type, so the cells were left empty: { $rows }. Correct them in the program that made the file.
}
told-lists-in-records = Lists in { $columns } are shown as text.
told-first-sheet = Only the first sheet or file was read. Not read: { $others }.
told-multiplied = { $rows ->
    [one] One value was multiplied as its row says (UNIT_MULT).
   *[other] { $rows } values were multiplied as their rows say (UNIT_MULT).
}
told-heading-moved = The heading has one cell fewer than the rows, and each row begins with its own number or name. So the heading was read one column to the right.
told-heading-short = The heading has one cell fewer than the rows. Check that each column has the right name.
told-beside = Two tables are side by side in the same lines. The one that begins in column { $column } is called “{ $table }” in the list of columns.
told-scale = A line near the table says that its numbers are “{ $scale }”. They are shown as written, with these words in the title.
told-melted = The columns { $columns } were turned into rows, with “{ $field }” as a new column. To keep them as columns, put “{ $wide }” in the address.
told-melted-without = The columns { $columns } were turned into rows, with “{ $field }” as a new column. Not used: { $left }. To keep all of them as columns, put “{ $wide }” in the address.
told-may-melt = The columns { $columns } can be turned into rows, with “{ $field }” as a new column. To do this, put “{ $rows }” in the address.
told-filled-down = { $rows ->
    [one] Empty cells of “{ $column }” below a word were read as that word (one row). To leave them empty, put “{ $empty }” in the address.
   *[other] Empty cells of “{ $column }” below a word were read as that word ({ $rows } rows). To leave them empty, put “{ $empty }” in the address.
}
told-kinds = “{ $column }” says what type each number is: { $words }. Numbers of different types are not added. If all of them can be added, put “{ $part }” in the address.
told-overlap = Some groups in “{ $column }” overlap: { $words }. Numbers are not added across “{ $column }”.
told-levels = “{ $column }” has codes of several levels: { $words } have longer codes below them, but the sums do not match. Numbers are not added across “{ $column }”. If the shorter codes are totals, put “{ $whole }” in the address. If not, put “{ $part }” there.
told-statistic = “{ $word }” in “{ $column }” (line { $lines }) is calculated from the other rows, so it is not added to them. To add it, put “{ $part }” in the address.
told-maybe-statistic = “{ $word }” in “{ $column }” (line { $lines }) may be calculated from other rows. Until you answer, numbers are not added across “{ $column }”. If it is calculated, put “{ $whole }” in the address. If it is a row like the others, put “{ $part }” there.
told-total-differs = “{ $word }” in “{ $column }” (line { $line }) is published as { $published } for “{ $measure }”, but its parts add up to { $sum }. The published total is shown.
told-total-not-shown = “{ $word }” in “{ $column }” (line { $line }) is published as { $published } for “{ $measure }”, but its parts add up to { $sum }. Some groups have no published total, so sums here are of the parts.
told-sections = Some rows have only a word in “{ $column }” ({ $words }). They were read as headings of the rows below them, not as rows.
told-ditto = { $rows ->
    [one] One ditto mark in “{ $column }” was read as the word above it.
   *[other] { $rows } ditto marks in “{ $column }” were read as the words above them.
}
told-no-numbers = “{ $column }” was read as text, because cells such as “{ $example }” are not one number each. Write one number in each cell, or use two columns.
told-codes = In “{ $column }”, { $words } means no value, not a number.
told-dates-among-ranges = In “{ $column }”, a spreadsheet may have turned ranges into dates: { $words }. They are shown as written.
foreign-no-value = no value
foreign-cell-bracketed = “{ $cell }” may be a footnote mark or a negative number
foreign-cell-bracketed-remedy = choose “footnote marks” or “These cells are numbers” for this column under “How the columns are read”
told-own-export = This site exported this file. The apostrophes that it added before = + - @ were removed.

## How the columns are read.

foreign-columns = How the { $count ->
    [one] { $count } column is read
   *[other] { $count } columns are read
}
foreign-columns-note = This package does not say what its columns are for, so this site suggests a reading from their types, names and cells. If a reading is wrong, choose another one. The address keeps your choice.
foreign-column = Column
foreign-examples = Examples
foreign-reading = Read as
foreign-why = Reason
foreign-reading-of = How to read { $column }

## Opening external data.

foreign-open-title = Open your own data
foreign-open-note = Open a table: CSV, Excel, OpenDocument, Parquet, JSON, JSON-stat or SDMX, also as gzip or zip. A Frictionless Data Package works too.
foreign-open-address = Address of a table or a datapackage.json
foreign-open-button = Open
foreign-open-files = Files on this computer
foreign-open-files-note = Or drop them anywhere on this page. They never leave this computer.
foreign-opening = Reading files
