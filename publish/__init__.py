"""The outputs: how a report becomes files that others read.

Belongs here: the adapter to MkDocs (`site`), and what it stands on: languages, navigation, search,
the staging folder and the preview. Does not belong here: what a page says (`docs/`, `macros/`) or
what is true (`data/`, `report/`).

Order of a build: `site` loads and renders everything, MkDocs writes it into the staging folder,
`search` parts the index by language, `staging` puts the finished folder in the place of the old one.
"""
