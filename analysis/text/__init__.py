"""Raw bytes to lines, sentences, words and hits."""
