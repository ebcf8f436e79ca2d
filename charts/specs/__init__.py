"""What several kinds of chart are given: numbers, and strings ready to show."""
