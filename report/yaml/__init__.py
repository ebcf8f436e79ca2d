"""Reading, editing and diagnosing the YAML that editors write."""
