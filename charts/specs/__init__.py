"""Input of several kinds of chart: numbers and formatted strings."""
