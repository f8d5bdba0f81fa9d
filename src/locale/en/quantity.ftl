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
kind-actual-text = This happened and was counted.
kind-target-label = Target
kind-target-text = A goal that was set. It may not have been reached.
kind-projection-label = Projection
kind-projection-text = A forecast of what is likely to happen.
kind-commitment-label = Commitment
kind-commitment-text = A promise that was made, such as to hire. It may not have been kept yet.

## Observation status, SDMX CL_OBS_STATUS. The letter is in each comment.

# A
status-normal-label = Normal
status-normal-text = A regular value, with no notes.
# B
status-break-label = Break in series
status-break-text = The counting method changed here. Do not compare with earlier values.
# D
status-definition-differs-label = Different definition
status-definition-differs-text = This value uses a different definition from the others.
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
status-suppressed-label = Suppressed
status-suppressed-text = The source hides this value to protect privacy.
# U
status-low-reliability-label = Less reliable
status-low-reliability-text = This value is based on little data. Use it with care.
# No SDMX letter: the date by which it is reported has not come.
status-not-yet-due-label = Not yet due
status-not-yet-due-text = It is too early for this value. It has not been reported yet.
# No SDMX letter: a sum some of whose rows hold no number.
status-partial-label = Not complete
status-partial-text = Some of the rows behind this number have no value.

## Confidentiality, SDMX CL_CONF_STATUS.

# A
status-small-count-label = Too few to show
status-small-count-text = So few people are counted here that a person could be identified.
# D
status-secondary-label = Suppressed to protect another value
status-secondary-text = With this value, a suppressed one could be calculated.
