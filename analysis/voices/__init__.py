"""Who speaks, and in whose words: quotations, reporting words, speakers, voices."""
