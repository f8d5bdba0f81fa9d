### What of an address was not understood. The rest of it still holds.

notice-unknown-key = The address has “{ $key }”, which this site does not know. It was left out.
notice-unknown-value = “{ $value }” is not a value for “{ $key }”. It was left out.
notice-unknown-measure = There is no measure “{ $measure }”. The usual one is shown.
notice-unknown-field = There is no “{ $field }” to choose here. It was left out.
notice-unknown-filter-value = “{ $value }” does not occur in “{ $field }”. It was left out.
notice-unknown-highlight = No row has the key “{ $row }”, so it is not highlighted.
notice-view-does-not-fit = { $view ->
    [map] These numbers cannot be drawn as a map, since they are not by state.
    [line] These numbers cannot be drawn as a line, since they are not over time.
    [stacked] These numbers cannot be stacked, since they are no parts of one whole.
    [area] These numbers cannot be drawn as an area, since they are no amounts over time that add up.
    [dumbbell] A dumbbell needs two numbers for each row.
    [slope] A slope needs two numbers for each row.
    [scatter] A scatter plot needs a second measure to set the first against.
    [funnel] A funnel needs further measures of the same unit, for a few rows.
    [bullet] A bullet chart needs a result and its target.
    [multiples] Small charts need a second break-down or further measures.
    [heat] A heat table needs a second break-down or further measures.
    [tiles] These numbers cannot be drawn as tiles, since they are not by state.
    [column] There are too many rows for upright bars.
   *[other] These numbers cannot be shown as “{ $view }”.
} Another view is shown.
notice-unknown-package = There is no data package “{ $package }” on this site. The usual one is shown.
notice-unknown-version = There never was a version “{ $version }” of this package. The newest is shown.
notice-unknown-reading = The column “{ $field }” of “{ $table }” cannot be read as “{ $reading }”. It is read as it was proposed.
notice-no-foreign = This site opens only the data that it publishes itself. The usual ones are shown.
notice-not-safe = “{ $address }” was not opened: only addresses that begin with https:// are. The usual data are shown.
# Behind one of the sentences above.
notice-did-you-mean = { $notice } Did you mean “{ $near }”?
