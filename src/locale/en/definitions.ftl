### Definitions: in place, and all of them on one page.
definitions-title = Definitions
definitions-description = Definitions of { $count } terms on this site, each with its source: placed, placement rate, median, registered apprenticeship, not published and others.
definitions-lede = Definitions of { $count } terms, each with its source. On other pages, select a term with a dotted underline to see its definition.
definitions-counted = Results
definitions-program = Grants and programs
definitions-reports = Grantee reports
definitions-numbers = Numbers and symbols
definitions-wages = Wages
definitions-also = Also written: { $words }.
definitions-source = Source:
definitions-source-place = , { $place }
definitions-used = { $count ->
    [one] Used on one page:
   *[other] Used on { $count } pages, including:
}
definitions-see = All definitions
definitions-close = Close
definitions-here = Terms:
