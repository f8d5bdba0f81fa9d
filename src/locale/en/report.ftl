### Charts put together for a report, and what has changed since one was made.

since-same = The numbers are the newest there are.
since-newer = The data have a newer version, { $version } instead of { $old }; every number of this chart is the same.
since-changed = { $count ->
    [one] One number differs
   *[other] { $count } numbers differ
 } between version { $old } and version { $version }:
since-other = { $label }: was { $was }, now { $now }
since-gone = { $label }: was { $was }, is not shown any more
since-added = { $label }: was not shown, now { $now }
since-no-answer = This question has no answer any more: { $why }
since-unknown = Made of files of somebody’s own machine, which no address leads to: nothing can be said of it.
