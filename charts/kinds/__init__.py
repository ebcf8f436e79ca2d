"""The kinds of chart, a file each."""
