"""One kind of chart a file."""
