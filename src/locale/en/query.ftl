### Parts of an address that were ignored, and why.

notice-unknown-key = The address has “{ $key }”, which this site does not recognize. It was ignored.
notice-unknown-value = “{ $value }” is not a valid value for “{ $key }”. It was ignored.
notice-unknown-measure = There is no measure “{ $measure }”. The default measure is shown.
notice-unknown-field = There is no field “{ $field }” here. It was ignored.
notice-unknown-filter-value = “{ $value }” is not a value of “{ $field }”. It was ignored.
notice-unknown-highlight = No row has the key “{ $row }”, so it is not highlighted.
notice-view-does-not-fit = { $view ->
    [map] These numbers are not by state, so they cannot be shown on a map.
    [line] These numbers are not over time, so they cannot be shown as a line chart.
    [stacked] These numbers are not parts of one whole, so they cannot be stacked.
    [area] An area chart needs amounts over time that add up.
    [dumbbell] A dumbbell chart needs two numbers for each row.
    [slope] A slope chart needs two numbers for each row.
    [scatter] A scatter plot needs a second measure.
    [funnel] A funnel needs more measures with the same unit, for a few rows.
    [bullet] A bullet chart needs a result and its target.
    [multiples] Small multiples need a second grouping or more measures.
    [heat] A heat table needs a second grouping or more measures.
    [tiles] These numbers are not by state, so they cannot be shown as a tile map.
    [column] There are too many rows for columns.
   *[other] These numbers cannot be shown as “{ $view }”.
} Another chart type is shown.
notice-unknown-package = This site has no data set “{ $package }”. The default data set is shown.
notice-unknown-version = This data set has no version “{ $version }”. The newest version is shown.
refusal-withdrawn = The numbers of a withdrawn version are not shown.
notice-unknown-reading = The column “{ $field }” of “{ $table }” cannot be read as “{ $reading }”. The proposed reading is used instead.
notice-no-foreign = This site opens only data that it publishes itself. The default data set is shown.
notice-not-safe = “{ $address }” was not opened because it does not begin with https://. The default data set is shown.
# Behind one of the sentences above.
notice-did-you-mean = { $notice } Did you mean “{ $near }”?
