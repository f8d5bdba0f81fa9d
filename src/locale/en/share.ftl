### How a chart is taken along.

sharing-button = Share or embed
sharing-title = Share this chart
sharing-published = A published view: it shows before any script and without scripts, and its address lasts.
sharing-drawn = Not a published view: it is drawn by script. Without scripts the published view “{ $title }” stands in its place.
sharing-theme = Colors
sharing-light = Light
sharing-dark = Dark
sharing-auto = As the reader’s device
sharing-print = For print
sharing-data = Data
sharing-live = Always the newest
sharing-pinned = Fixed to version { $version }
sharing-own-title = Your own title
sharing-own-note = Your own note
sharing-copy = Copy
sharing-copied = Copied
sharing-link = Link
sharing-frame = Frame of a fixed height
sharing-resizing = Frame that keeps its height
sharing-element = Element, with a frame in its place
sharing-picture = Picture with a link
sharing-preview = Preview
sharing-width = Width of the preview
sharing-full = Full width
sharing-close = Close
