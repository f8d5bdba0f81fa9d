### Texts for feed readers, data catalogs and search engines.
feeds-robots-open = All pages and files of this site may be crawled.
feeds-robots-illustrative = Pages of illustrative, made-up numbers are marked noindex: they may be crawled but should not appear in search results.
feeds-atom-title = { $site }: data updates
feeds-atom-subtitle = New releases of the data on { $site }.
feeds-atom-entry = { $package }, version { $version }
feeds-atom-first = First release. { $summary }
feeds-atom-manifest = Data package description (datapackage.json)
feeds-united-states = United States
feeds-manifest-title = Data dictionary of “{ $package }”
feeds-standard-package = Data Package
feeds-short-name = Good Jobs
