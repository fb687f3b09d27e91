"""Tables and executed notebooks to HTML."""
