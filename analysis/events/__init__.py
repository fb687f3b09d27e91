"""The reports of one event side by side: the same words in several printings, what was said, and shared wording."""
