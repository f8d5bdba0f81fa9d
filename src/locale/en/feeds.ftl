### What feed readers, catalogues of data and search engines are told.
feeds-robots-open = Every page and every file of this site may be read.
feeds-robots-illustrative = Pages of illustrative, made-up numbers say noindex themselves: they may be read, but should not be found by a search.
feeds-atom-title = { $site }: data updates
feeds-atom-subtitle = Each release of a data set behind { $site }.
feeds-atom-entry = { $package }, version { $version }
feeds-atom-first = First release. { $summary }
feeds-atom-manifest = Description of the data set (datapackage.json)
feeds-united-states = United States
feeds-manifest-title = Data dictionary of “{ $package }”
feeds-standard-package = Data Package
feeds-short-name = Good Jobs
