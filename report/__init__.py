"""The core: reads the data of a report, checks them, and writes figures, dates and texts in both languages."""
