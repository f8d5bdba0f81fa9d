### Pictures in files of their own.

picture-from = { $site }: { $package }
