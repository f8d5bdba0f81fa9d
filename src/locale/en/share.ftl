### How a chart is taken along.

share-button = Share or embed
share-title = Share this chart
share-published = A published view: it shows before any script and without scripts, and its address lasts.
share-drawn = Not a published view: it is drawn by script. Without scripts the published view “{ $title }” stands in its place.
share-theme = Colours
share-light = Light
share-dark = Dark
share-auto = As the reader’s device
share-print = For print
share-data = Data
share-live = Always the newest
share-pinned = Fixed to version { $version }
share-own-title = Your own title
share-own-note = Your own note
share-copy = Copy
share-copied = Copied
share-link = Link
share-frame = Frame of a fixed height
share-resizing = Frame that keeps its height
share-element = Element, with a frame in its place
share-picture = Picture with a link
share-preview = Preview
share-width = Width of the preview
share-full = Full width
share-close = Close
