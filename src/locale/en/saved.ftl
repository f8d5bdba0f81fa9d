### Views that a reader keeps.
saved-title = Saved views
saved-note = Views are saved only in this browser. Save them to a file to open them in another browser.
saved-save = Save this view
saved-reset = Reset to the default view
saved-remove = Remove
saved-remove-of = Remove “{ $title }”
saved-export = Save to a file
saved-import = Open a file of views
saved-kept = View saved.
saved-removed = View removed.
saved-read = { $count ->
    [one] { $count } view was opened.
   *[other] { $count } views were opened.
}
saved-unreadable = This file is not a list of saved views. Choose one that this page saved, such as { $file }.
saved-denied = This browser does not store data for this site, so the list is lost when you leave the page. Save it to a file.
