"""The open data: records, file formats, descriptions for machines."""
