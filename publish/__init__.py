"""The outputs: how a report becomes files.

Belongs here: the site (`site`), the annual summary (`summary`), the open data (`data`), the share cards, and what is
cached of them (`cache`). Does not belong here: what a page says (`docs/`, `macros/`) or what is true (`data/`,
`report/`).

Order of a build: `site` loads and renders everything, MkDocs writes it into the staging folder,
`search` splits the index by language, `staging` replaces the published folder by the new one.
"""
