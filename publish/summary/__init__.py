"""The annual summary as PDF."""
