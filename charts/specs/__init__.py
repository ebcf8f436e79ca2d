"""What the kinds of chart are given: numbers, and strings ready to show."""
