### What changed between two versions of a data set.
changes-link = What changed
changes-first = First version
changes-document-title = { $package }: what changed in version { $version }
changes-description = The numbers that changed in version { $version } of this data set: { $package }
changes-heading = What changed in version { $version }
changes-none = No number changed between version { $before } and version { $after }.
changes-finding = { $count ->
    [one] { $count } number changed between version { $before } and version { $after }: { $parts }.
   *[other] { $count } numbers changed between version { $before } and version { $after }: { $parts }.
}
changes-part-rose = { $count } rose
changes-part-fell = { $count } fell
changes-part-revised = { $count ->
    [one] { $count } was revised
   *[other] { $count } were revised
}
changes-part-suppressed = { $count ->
    [one] { $count } is now suppressed
   *[other] { $count } are now suppressed
}
changes-part-vanished = { $count ->
    [one] { $count } was removed
   *[other] { $count } were removed
}
changes-part-appeared = { $count ->
    [one] { $count } was added
   *[other] { $count } were added
}
changes-texts = { $count ->
    [0] No text has new wording.
    [one] { $count } text has new wording.
   *[other] { $count } texts have new wording.
}
changes-files = { $count ->
    [one] { $count } story or picture was added, changed or removed.
   *[other] { $count } stories and pictures were added, changed or removed.
}
changes-rows-added = { $count ->
    [one] { $count } table row was added.
   *[other] { $count } table rows were added.
}
changes-rows-removed = { $count ->
    [one] { $count } table row was removed.
   *[other] { $count } table rows were removed.
}
changes-left-out = { $count ->
    [one] { $count } row could not be read and is not compared.
   *[other] { $count } rows could not be read and are not compared.
}
changes-publisher = Note from the publisher
changes-table = Changed numbers
changes-kind = Change
changes-kind-rose = Rose
changes-kind-fell = Fell
changes-kind-revised = Revised
changes-kind-suppressed = Newly suppressed
changes-kind-vanished = Removed
changes-kind-appeared = Added
changes-column-table = Table
changes-column-row = Row
changes-column-measure = Measure
changes-column-before = Version { $version }
changes-no-row = No such row
changes-about = { $title }: { $value }
changes-about-empty = { $title }: none
changes-rest = The table shows the first { $shown } changes. Of the others, { $parts }.
changes-how-title = How we compare
changes-how = We match the rows of each table by their key. A number rose or fell if its qualifier and status are the same. If the qualifier, status, type, unit or date is new, the number was revised. Changes of wording are only counted.
changes-files-title = Files of both versions
changes-file = Data package description of version { $version }
