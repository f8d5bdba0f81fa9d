### What kind of number this is: qualifier, kind, status, confidentiality.

## Qualifiers: the word a number was published with.

qualifier-exact = { $value }
qualifier-about = about { $value }
qualifier-nearly = nearly { $value }
qualifier-more-than = more than { $value }
qualifier-at-least = at least { $value }
qualifier-up-to = up to { $value }
qualifier-less-than = less than { $value }
qualifier-range = { $low } to { $high }

## Kinds. Never one series, never added.

kind-actual-label = Actual result
kind-actual-text = This has happened and was counted.
kind-target-label = Target
kind-target-text = A goal someone set. It may not have been reached.
kind-projection-label = Projection
kind-projection-text = A forecast of what is likely to happen.
kind-commitment-label = Commitment
kind-commitment-text = A promise someone made. It may not have been kept yet.

## Observation status, SDMX CL_OBS_STATUS. The letter stands in each comment.

# A
status-normal-label = Normal
status-normal-text = A regular value with nothing to note.
# B
status-break-label = Break in series
status-break-text = The way of counting changed here. Do not compare with earlier values.
# D
status-definition-differs-label = Different definition
status-definition-differs-text = This value follows another definition than the rest.
# E
status-estimated-label = Estimated
status-estimated-text = This value was estimated, not counted.
# L
status-not-collected-label = Not collected
status-not-collected-text = The number exists, but it was not collected.
# M
status-not-applicable-label = Does not apply
status-not-applicable-text = There can be no value here.
# O
status-missing-label = Missing
status-missing-text = There is no value, and the source gives no reason.
# P
status-provisional-label = Preliminary
status-provisional-text = This value may still change.
# Q
status-suppressed-label = Withheld
status-suppressed-text = The source hides this value to protect privacy.
# U
status-low-reliability-label = Less reliable
status-low-reliability-text = This value rests on little data. Use it with care.
# No SDMX letter: the date by which it is reported has not come.
status-not-yet-due-label = Not yet due
status-not-yet-due-text = It is too early for this value. It has not been reported yet.
# No SDMX letter: a sum some of whose rows hold no number.
status-partial-label = Not complete
status-partial-text = Some rows behind this number hold no value.

## Confidentiality, SDMX CL_CONF_STATUS.

# A
status-small-count-label = Too few to show
status-small-count-text = So few people are counted here that one could be recognized.
# D
status-secondary-label = Withheld to protect another value
status-secondary-text = With this value, a hidden one could be worked out.
