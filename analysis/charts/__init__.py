"""Figures: one function per figure, from a table to a matplotlib Figure; no files, no measuring."""
