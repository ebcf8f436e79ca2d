"""The source articles: their passages, and which of their sentences the report covers."""
