"""The site, built by MkDocs in both languages."""
