"""What several kinds of chart are given; what one kind alone is given stands in its file in `charts/kinds/`."""
