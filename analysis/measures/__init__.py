"""Table in, table out: no files, no plots."""
