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
reading-leave = Not used

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
why-whole = “{ $whole }” stands among its own parts, so a sum would count twice
why-identifier = its name says “{ $word }”
why-coordinates = these are places on the globe
why-period-unclear = “{ $example }” can be read in { $count } ways: choose one
why-period-mixed = its cells, such as “{ $example }”, name periods that have no common order
why-time-unclear = the periods in this table have no certain order, and these numbers do not add up over time
why-other-dates = days written like “{ $example }” cannot be put in order here; 2024-03-09 can
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
foreign-not-opened = Nothing is shown in their place. Once this is mended, load the page again.

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
foreign-open-note = Any table of results works: the address of a Frictionless Data Package, or CSV files, with or without their datapackage.json.
foreign-open-address = Address of a datapackage.json
foreign-open-button = Open
foreign-open-files = Files on this machine
foreign-open-files-note = Or drop them anywhere on this page. Files are read in this browser and never leave this machine.
foreign-opening = Reading files
