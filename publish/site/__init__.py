"""The site as MkDocs builds it, in both languages."""
