### Older versions of the data.

edition-older = These numbers are from version { $version }, published { $day }. The newest version is { $newer }.
edition-show-newest = Show the newest version
edition-changes = What changed

## A version that the publisher withdrew.

tombstone = Version { $version } was withdrawn on { $day }, and its numbers are no longer shown. Reason: “{ $reason }”
tombstone-replaced = Version { $newer } replaces it.
tombstone-no-other = Use the newest version.
tombstone-sentence = { $finding } { $way }
tombstone-heading = Version { $version } was withdrawn
tombstone-show = Show version { $newer }
