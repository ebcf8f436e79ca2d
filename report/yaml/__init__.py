"""The YAML that editors write: reading it, editing it, diagnosing mistakes in it."""
