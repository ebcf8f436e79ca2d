"""What each kind of chart is given."""
