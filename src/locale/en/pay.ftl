### What every occupation pays in one state.
pay-title = Pay by occupation in { $place }
pay-document-title = { $place }: pay for { $count } occupations
pay-description = Median pay for { $count } occupations in { $place }, with the 10th and 90th percentiles: a tenth of workers earn less, a tenth earn more. U.S. Bureau of Labor Statistics, May 2025.
pay-lede = Pay for { $count } occupations, from the U.S. Bureau of Labor Statistics, May 2025. These are wages of workers of all experience, not wages of participants.
pay-first = The first { $shown } of { $of } occupations are listed.
pay-all = Show all { $of }
pay-search = Search occupations
pay-group = Occupation group
pay-by-median = Highest median first
pay-occupation = Occupation
pay-nation = Median hourly wage, United States
pay-elsewhere = Select an occupation to see its pay in all states.
pay-all-work = Median pay for all jobs in the state
pay-all-beside = U.S. median { $nation }; BLS, May 2025; all workers
pay-all-source = BLS, May 2025; all workers
pay-link = Pay by occupation in { $place }
pay-back = { $place }: grants and results
