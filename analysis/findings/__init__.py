"""Generated sentences: each says what a table says."""
