### What every occupation pays in one state.
pay-title = What work pays in { $place }
pay-document-title = { $place }: what { $count } occupations pay
pay-description = Median pay of { $count } occupations in { $place }, with the pay below which a tenth earns and above which a tenth earns. U.S. Bureau of Labor Statistics, May 2025.
pay-lede = { $count } occupations, as the U.S. Bureau of Labor Statistics publishes them for May 2025. These are wages of workers of all experience, not wages of participants.
pay-search = Search the occupations
pay-group = Group of occupations
pay-by-median = Highest median first
pay-occupation = Occupation
pay-nation = Median hourly wage, United States
pay-elsewhere = Each occupation leads to its pay in all states.
pay-all-work = Median pay of all work in the state
pay-all-beside = U.S. median { $nation }. Bureau of Labor Statistics, May 2025; not wages of participants.
pay-all-source = Bureau of Labor Statistics, May 2025; not wages of participants.
pay-link = What every occupation pays in { $place }
pay-back = { $place }: awards and results
