"""Codes by people: a sample of sentences, the sheet in which it is coded, the filled sheets read, the codebook out."""
