### Views that a reader keeps.
saved-title = Saved views
saved-note = Views are kept in this browser and nowhere else. A file of them can be read in another.
saved-save = Save this view
saved-reset = Back to the usual view
saved-remove = Remove
saved-remove-of = Remove “{ $title }”
saved-export = Write them to a file
saved-import = Read a file of views
saved-kept = The view is kept.
saved-removed = The view is removed.
saved-read = { $count ->
    [one] { $count } view was read.
   *[other] { $count } views were read.
}
saved-unreadable = That file is no list of saved views. Choose one that this page wrote, such as { $file }.
saved-denied = This browser keeps nothing for this site, so the list lasts only until the page is left. Write it to a file.
