"""Itar: comparative framing analysis of Arabic news."""
