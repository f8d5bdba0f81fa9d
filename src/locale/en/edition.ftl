### Older versions of the data.

edition-older = These numbers are from version { $version }, published { $day }. The newest version is { $newer }.
edition-show-newest = Show the newest version
edition-changes = What changed
