### Words that are explained where they stand, and all of them on one page.
definitions-title = Definitions
definitions-description = What { $count } words on this site mean, each with its source: placed, placement rate, median, registered apprenticeship, not published and others.
definitions-lede = What { $count } words mean here, each with where that is written. On every page a word with a dotted line under it opens its definition.
definitions-counted = What is counted
definitions-program = How a grant is built
definitions-reports = What grantees report
definitions-numbers = How to read a number
definitions-wages = Wages
definitions-also = Also written: { $words }.
definitions-source = Source:
definitions-source-place = , { $place }
definitions-used = { $count ->
    [one] Used on one page:
   *[other] Used on { $count } pages, among them:
}
definitions-see = All definitions
definitions-close = Close
definitions-here = Words explained:
